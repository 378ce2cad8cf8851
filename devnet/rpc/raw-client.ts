// For tests: the barest JSON-RPC client, which keeps everything it receives in order.
import { WebSocket } from 'ws'

interface Message {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown }
  readonly method?: string
  readonly params?: { readonly subscription: string; readonly result: unknown }
}

export interface RawClient {
  readonly messages: readonly Message[]
  readonly ask: (method: string, ...params: readonly unknown[]) => Promise<unknown>
  /** Sends a request and waits for nothing. */
  readonly send: (method: string, ...params: readonly unknown[]) => void
  /** The results of the notifications of a subscription so far. */
  readonly notified: (subscription: unknown) => readonly unknown[]
  /** Texts that were no JSON. */
  readonly garbage: readonly string[]
  readonly closed: Promise<void>
  readonly isOpen: () => boolean
  readonly close: () => void
}

/** Connects; rejects when the socket does. */
export async function connect(url: string): Promise<RawClient> {
  const socket = new WebSocket(url)
  const messages: Message[] = []
  const garbage: string[] = []
  const waiting = new Map<number, (message: Message) => void>()
  let id = 0
  const closed = new Promise<void>((done) => socket.once('close', () => done()))
  socket.on('message', (data) => {
    try {
      const message = JSON.parse(String(data)) as Message
      messages.push(message)
      if (message.id !== undefined) waiting.get(message.id)?.(message)
    } catch {
      garbage.push(String(data))
    }
  })
  socket.on('error', () => {})
  await new Promise<void>((done, failed) => {
    socket.once('open', () => done())
    socket.once('error', failed)
  })
  const send = (method: string, ...params: readonly unknown[]): void => {
    socket.send(JSON.stringify({ jsonrpc: '2.0', id: ++id, method, params }))
  }
  return {
    messages,
    garbage,
    closed,
    send,
    isOpen: () => socket.readyState === socket.OPEN,
    close: () => socket.close(),
    notified: (subscription) =>
      messages.flatMap(({ params }) =>
        params && params.subscription === subscription ? [params.result] : [],
      ),
    ask: (method, ...params) =>
      new Promise((done, failed) => {
        waiting.set(id + 1, ({ result, error }) =>
          error ? failed(Object.assign(new Error(error.message), error)) : done(result),
        )
        send(method, ...params)
      }),
  }
}
