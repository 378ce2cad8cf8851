/** `browser.runtime`: ports between pages and the worker, and messages between the worker and the bridge. */

import type { Sender } from '../../src/background/doors/caller.ts'
import type { RuntimePort } from '../../src/background/doors/serve.ts'
import type { RealmBrowser } from '../../src/background/vault/realm.ts'
import { BRIDGE_PAGE } from '../../src/shared/protocol/places.ts'
import type { Port } from '../../src/shared/protocol/port.ts'
import type { RoomStatus } from '../../src/shared/protocol/room-messages.ts'
import type { Life } from './life.ts'

export const ID = 'abcdefghijklmnopabcdefghijklmnop'
export const ORIGIN = `chrome-extension://${ID}`

type MessageListener = (message: unknown, sender: Sender) => void
type WorkerRuntime = RealmBrowser['runtime'] & {
  readonly onConnect: { addListener(listener: (port: RuntimePort) => void): void }
}

export interface FakeRuntime {
  /** A page's end of a port to the present worker. It closes when the worker refuses it or dies. */
  connect(name: string, sender: Sender): Port
  /** What the bridge says; nobody hears it while no worker lives. */
  fromBridge(status: RoomStatus): void
  attach(
    life: Life,
    answerRoom: (command: unknown) => Promise<unknown>,
  ): { readonly runtime: WorkerRuntime; detach: () => void }
}

export function createRuntime(): FakeRuntime {
  let connects: ((port: RuntimePort) => void)[] = []
  let messages: MessageListener[] = []
  let life: Life | undefined
  const open = new Set<() => void>()

  return {
    connect: (name, sender) => {
      const toWorker: ((message: unknown) => void)[] = []
      const toPage: ((message: unknown) => void)[] = []
      const workerClosed: (() => void)[] = []
      const pageClosed: (() => void)[] = []
      const mine = life
      let isOpen = true
      const carry = (message: unknown, listeners: ((message: unknown) => void)[]): void => {
        if (!isOpen) return
        const written = JSON.stringify(message)
        queueMicrotask(() => {
          if (mine?.isAlive() === true) for (const listener of listeners) listener(JSON.parse(written))
        })
      }
      const close = (listeners: (() => void)[]): void => {
        if (!isOpen) return
        isOpen = false
        open.delete(cut)
        // What was said before arrives before.
        queueMicrotask(() => {
          for (const listener of listeners) listener()
        })
      }
      const cut = (): void => close(pageClosed)
      open.add(cut)
      const port: RuntimePort = {
        name,
        sender,
        postMessage: (message) => carry(message, toPage),
        disconnect: () => close(pageClosed),
        onMessage: { addListener: (listener) => void toWorker.push(listener) },
        onDisconnect: { addListener: (listener) => void workerClosed.push(listener) },
      }
      for (const listener of connects) listener(port)
      return {
        post: (message) => carry(message, toWorker),
        onMessage: (listener) => void toPage.push(listener),
        onClose: (listener) => {
          if (isOpen) pageClosed.push(listener)
          else listener()
        },
        close: () => close(workerClosed),
      }
    },
    fromBridge: (status) => {
      const sender = { id: ID, url: `${ORIGIN}${BRIDGE_PAGE}` }
      for (const listener of messages) listener({ from: 'bridge', status }, sender)
    },
    attach: (now, answerRoom) => {
      connects = []
      messages = []
      life = now
      return {
        runtime: {
          id: ID,
          getURL: (path) => `${ORIGIN}/${path.replace(/^\//, '')}`,
          getContexts: () => Promise.resolve([{ documentUrl: `${ORIGIN}${BRIDGE_PAGE}` }]),
          sendMessage: (message) => {
            const { name, input } = message as { name: string; input: unknown }
            const ask = (): Promise<unknown> => answerRoom({ name, input })
            return name === 'room.sign' ? now.step(name, ask) : ask()
          },
          onMessage: { addListener: (listener) => void messages.push(listener as MessageListener) },
          onConnect: { addListener: (listener) => void connects.push(listener) },
        },
        detach: () => {
          connects = []
          messages = []
          for (const cut of [...open]) cut()
        },
      }
    },
  }
}
