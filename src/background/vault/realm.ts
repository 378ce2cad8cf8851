/** The background's only way to the vault room: status, lock and sign, through the bridge. It carries no secret. */

import { readFromBridge, type ToBridge } from '#shared/protocol/bridge-messages.ts'
import type { Client } from '#shared/protocol/contract.ts'
import { ensureOneRoom } from '#shared/protocol/one-room.ts'
import { BRIDGE_PAGE } from '#shared/protocol/places.ts'
import { connect, type Port } from '#shared/protocol/port.ts'
import { roomCommands } from '#shared/protocol/room-commands.ts'
import type { RoomStatus } from '#shared/protocol/room-messages.ts'

interface Sender {
  id?: string | undefined
  url?: string | undefined
  tab?: unknown
}

/** The part of the browser the realm uses; `chrome` fits. */
export interface RealmBrowser {
  readonly runtime: {
    readonly id: string
    getURL(path: string): string
    getContexts(filter: {
      contextTypes: ['OFFSCREEN_DOCUMENT']
    }): Promise<readonly { documentUrl?: string | undefined }[]>
    sendMessage(message: unknown): Promise<unknown>
    readonly onMessage: { addListener(listener: (message: unknown, sender: Sender) => void): void }
  }
  readonly offscreen: {
    createDocument(document: {
      url: string
      reasons: ['IFRAME_SCRIPTING']
      justification: string
    }): Promise<void>
    closeDocument(): Promise<void>
  }
}

export interface Realm {
  /** The commands. Where no room is running they answer as a locked one would, and none is started. */
  readonly call: Client<typeof roomCommands>
  /** Starts the room where none is running, so that the next window finds it warm. */
  ensure(): Promise<void>
  /** Told at every change, and once when a room starts. To be called in the worker's first turn. */
  onStatus(listener: (status: RoomStatus) => void): void
}

/** The realm in this browser. `wait` resolves after that many ms. */
export function createRealm(browser: RealmBrowser, wait: (ms: number) => Promise<void>): Realm {
  const { runtime, offscreen } = browser
  const bridge = runtime.getURL(BRIDGE_PAGE)

  const list = async (): Promise<readonly string[]> => {
    const documents = await runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })
    return documents.map(({ documentUrl = '' }) => documentUrl)
  }

  const ask = async (name: string, input: unknown): Promise<unknown> => {
    const documents = await list()
    if (documents.length !== 1 || documents[0] !== bridge) return answerOfNoRoom(name)
    const message: ToBridge = { to: 'bridge', name, input }
    // A document that closes meanwhile takes its answer with it: `undefined` is read as a failure.
    return runtime.sendMessage(message).catch(() => undefined)
  }

  return {
    call: connect(portTo(ask), roomCommands, {}).call,
    ensure: () =>
      ensureOneRoom(
        bridge,
        {
          list,
          create: () =>
            offscreen.createDocument({
              url: BRIDGE_PAGE,
              reasons: ['IFRAME_SCRIPTING'],
              justification: 'Holds the isolated room in which keys are unlocked',
            }),
          close: () => offscreen.closeDocument(),
        },
        wait,
      ),
    onStatus: (listener) =>
      runtime.onMessage.addListener((message, sender) => {
        if (sender.id !== runtime.id || sender.url !== bridge || sender.tab !== undefined) return
        const said = readFromBridge(message)
        if (said !== undefined) listener(said.status)
      }),
  }
}

/** What the contract's asking end sees as a port: each call is one runtime message. */
function portTo(ask: (name: string, input: unknown) => Promise<unknown>): Port {
  const listeners: ((message: unknown) => void)[] = []
  return {
    post(message) {
      const { id, name, input } = message as { id: number; name: string; input: unknown }
      const told = (result: unknown): void => {
        for (const listener of listeners) listener({ kind: 'answer', id, result })
      }
      // A browser that does not say which documents there are is one more way of not being answered.
      ask(name, input).then(told, () => told(undefined))
    },
    onMessage: (listener) => void listeners.push(listener),
    onClose: () => undefined,
    close: () => undefined,
  }
}

function answerOfNoRoom(name: string): unknown {
  switch (name) {
    case 'room.status':
      return { ok: true, value: { kind: 'locked', retryAt: 0 } }
    case 'room.lock':
      return { ok: true, value: null }
    default:
      return { ok: false, error: { code: 'locked' } }
  }
}
