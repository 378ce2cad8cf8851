/** The door for our own pages: each port is served the methods of its page's role, and no others. */
import type { Handlers, Sources } from '#shared/protocol/contract.ts'
import { approveMethods, popupTopics, walletMethods } from '#shared/protocol/popup-contract.ts'
import { type Port, serve } from '#shared/protocol/port.ts'
import { type Caller, callerOf, type Sender } from './caller.ts'

/** As much of a `runtime.Port` as is used. */
export interface RuntimePort {
  readonly name: string
  readonly sender?: Sender | undefined
  postMessage(message: unknown): void
  disconnect(): void
  readonly onMessage: { addListener(listener: (message: unknown) => void): void }
  readonly onDisconnect: { addListener(listener: () => void): void }
}

export interface Served {
  readonly wallet: Handlers<typeof walletMethods>
  readonly approve: Handlers<typeof approveMethods, Caller>
  readonly topics: Sources<typeof popupTopics>
  readonly onBug: (cause: unknown, method: string) => void
  /** Told of each page that is served; what it returns is called when that page has gone. */
  readonly onPage: (caller: Caller) => () => void
}

/** Serves a port, or closes it. */
export function openDoor(
  port: RuntimePort,
  { id, origin }: { readonly id: string; readonly origin: string },
  { wallet, approve, topics, onBug, onPage }: Served,
): void {
  const caller = callerOf(port.sender, { id, origin }, port.name)
  if (!caller.ok) {
    port.disconnect()
    return
  }
  port.onDisconnect.addListener(onPage(caller.value))
  const rest = { topics: popupTopics, sources: topics, onBug }
  const face = portOf(port)
  if (caller.value.role === 'wallet')
    serve(face, { methods: walletMethods, handlers: wallet, caller: undefined, ...rest })
  else serve(face, { methods: approveMethods, handlers: approve, caller: caller.value, ...rest })
}

/** The face every port has. What is posted to a page that has gone is dropped: nobody waits for it. */
function portOf(port: RuntimePort): Port {
  let isOpen = true
  port.onDisconnect.addListener(() => {
    isOpen = false
  })
  return {
    post: (message) => {
      if (isOpen) port.postMessage(message)
    },
    onMessage: (listener) => port.onMessage.addListener(listener),
    onClose: (listener) => port.onDisconnect.addListener(listener),
    close: () => port.disconnect(),
  }
}
