/** Opens a port to the vault room: finds the one offscreen document among this browser's windows and hands it one end. */

import type { Failure } from '#shared/domain/errors.ts'
import { fail, ok, type Result } from '#shared/domain/result.ts'
import { type HandOver, readToPage } from '#shared/protocol/bridge-messages.ts'
import { ensureOneRoom } from '#shared/protocol/one-room.ts'
import { BRIDGE_PAGE } from '#shared/protocol/places.ts'
import type { Port } from '#shared/protocol/port.ts'

/** Why there is no port: nothing answered in time, or the room found its own walls open. */
export type RoomFailure = Failure<'timeout' | 'room-unsealed'>

/** A port into a running room; `boot` tells the room apart from the one before and after it. */
export interface RoomPort extends Port {
  readonly boot: string
  /** Whether the port is open and the room's document still there. A port does not tell by itself. */
  isAlive(): boolean
  /** Resolves when the room has ended; after `patience` ms the port is closed all the same. */
  ended(patience: number): Promise<void>
}

const HELLO_MS = 4_000
const TRIES = 3
const LOOK_AGAIN_MS = 20
const LOOKS = 100

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Makes sure a room is there and opens a port to it. Sends nothing but the port: what it is for is decided by this page's address. */
export async function openRoomPort(): Promise<Result<RoomPort, RoomFailure>> {
  const address = chrome.runtime.getURL(BRIDGE_PAGE)
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      await ensureOneRoom(address, offscreenDocuments, wait)
    } catch {
      return fail({ code: 'timeout', details: undefined })
    }
    // A copy of the document in a tab is listed as well; it never answers.
    const views = await listeningViewsAt(address)
    const opened = await Promise.race([...views.map(handOver), wait(HELLO_MS)])
    if (opened !== undefined) return opened
  }
  return fail({ code: 'timeout', details: undefined })
}

const offscreenDocuments = {
  async list() {
    const documents = await chrome.runtime.getContexts({
      contextTypes: [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT],
    })
    return documents.map(({ documentUrl = '' }) => documentUrl)
  },
  create: () =>
    chrome.offscreen.createDocument({
      url: BRIDGE_PAGE,
      reasons: [chrome.offscreen.Reason.IFRAME_SCRIPTING],
      justification: 'Holds the isolated room in which keys are unlocked',
    }),
  close: () => chrome.offscreen.closeDocument(),
}

/** The top windows of this extension at exactly this address. The offscreen document is among them (seen in Chromium 156). */
function viewsAt(address: string): readonly Window[] {
  return chrome.extension.getViews().filter((view) => {
    try {
      return view !== window && view.location.href === address && view.top === view
    } catch {
      return false
    }
  })
}

/** Those windows once they have run their script: what is sent to a window before that is lost. */
async function listeningViewsAt(address: string): Promise<readonly Window[]> {
  for (let looks = 0; looks < LOOKS; looks++) {
    const views = viewsAt(address).filter((view) => view.document.readyState !== 'loading')
    if (views.length > 0) return views
    await wait(LOOK_AGAIN_MS)
  }
  return []
}

/** Gives one end of a channel to a window and waits for its first word; stays pending if that window never answers. */
function handOver(view: Window): Promise<Result<RoomPort, RoomFailure>> {
  return new Promise((resolve) => {
    const { port1: port, port2 } = new MessageChannel()
    port.onmessage = ({ data }) => {
      const word = readToPage(data)
      if (word?.kind === 'unsealed') resolve(fail({ code: 'room-unsealed', details: { check: word.check } }))
      else if (word?.kind === 'open') resolve(ok(roomPort(port, view, word.boot)))
    }
    const message: HandOver = { kind: 'hand-over' }
    view.postMessage(message, location.origin, [port2])
  })
}

function roomPort(port: MessagePort, view: Window, boot: string): RoomPort {
  const closing: (() => void)[] = []
  const onWindowMessage = ({ source, origin, data }: MessageEvent) => {
    if (source !== view || origin !== location.origin) return
    const word = readToPage(data)
    if (word?.kind === 'ended' && word.boot === boot) close()
  }
  let isOpen = true
  const hangUp = () => {
    isOpen = false
    port.close()
  }
  const close = () => {
    window.removeEventListener('message', onWindowMessage)
    window.removeEventListener('pagehide', hangUp)
    hangUp()
    for (const listener of closing.splice(0)) listener()
  }
  window.addEventListener('message', onWindowMessage)
  // Another window that keeps this one's port could go on speaking over it when this one is gone (seen in Chromium 156).
  window.addEventListener('pagehide', hangUp)
  return {
    boot,
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.onmessage = ({ data }) => listener(data)
    },
    onClose: (listener) => void closing.push(listener),
    isAlive: () => isOpen && chrome.extension.getViews().includes(view),
    async ended(patience) {
      if (!isOpen) return
      const end = new Promise<void>((done) => closing.push(done))
      await Promise.race([end, wait(patience)])
      close()
    },
    close,
  }
}
