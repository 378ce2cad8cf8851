/** A browser's MessagePort as the port of the contracts. */

import type { Port } from '#shared/protocol/port.ts'

/** What is used of a MessagePort. */
export interface MessagePortLike {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'close', listener: () => void): void
  start(): void
  close(): void
}

/** The port of the contracts over a MessagePort. It begins to deliver when somebody listens. */
export function closeable(port: MessagePortLike): Port {
  const listeners = new Set<() => void>()
  let isClosed = false
  function closed(): void {
    if (isClosed) return
    isClosed = true
    for (const listener of listeners) listener()
  }
  port.addEventListener('close', closed)
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      // A window that is gone asks for nothing: what still came over its port would be somebody else's.
      port.addEventListener('message', ({ data }) => {
        if (!isClosed) listener(data)
      })
      port.start()
    },
    onClose: (listener) => {
      listeners.add(listener)
    },
    // The end that closes is not told by an event, so its listeners are told here.
    close: () => {
      port.close()
      closed()
    },
  }
}
