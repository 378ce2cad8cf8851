/** A connection to a node whose other end is the test. */
import { openRpc, type Socket } from '../../src/background/chain/rpc.ts'
import { createManualClock } from './manual-clock.ts'

type Listener = (event: { readonly data: unknown }) => void

/** A socket whose other end is the test. */
export class FakeSocket implements Socket {
  readonly sent: { id: number; method: string; params: unknown[] }[] = []
  closed = false
  private readonly listeners: { type: string; listener: Listener }[] = []
  addEventListener(type: string, listener: Listener): void {
    this.listeners.push({ type, listener })
  }
  send(text: string): void {
    if (this.closed) throw new Error('closed')
    this.sent.push(JSON.parse(text))
  }
  close(): void {
    this.closed = true
  }
  emit(type: 'open' | 'close' | 'error'): void {
    this.hear(type, undefined)
  }
  say(message: unknown): void {
    this.hear('message', typeof message === 'string' ? message : JSON.stringify(message))
  }
  hear(type: string, data: unknown): void {
    for (const each of this.listeners) if (each.type === type) each.listener({ data })
  }
}

export async function openFake() {
  const clock = createManualClock()
  const ends: string[] = []
  const socket = new FakeSocket()
  const opening = openRpc({
    url: 'ws://127.0.0.1:9944',
    WebSocket: function make() {
      return socket
    } as never,
    clock,
    onClose: (why) => ends.push(why),
  })
  socket.emit('open')
  return { rpc: await opening, socket, clock, ends }
}

export const asText = (result: unknown): string | undefined =>
  typeof result === 'string' ? result : undefined
