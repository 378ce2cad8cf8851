/** JSON-RPC over one WebSocket: deadlines, bounds and shapes are kept here, so that nobody above meets a hostile frame. */
import { WalletError } from '#shared/domain/errors.ts'
import type { Url } from '#shared/domain/network.ts'
import type { Clock } from './clock.ts'

/** What is used of a WebSocket, so that a test can pass in its own. */
export interface Socket {
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  send(text: string): void
  close(): void
}
export type SocketClass = new (url: string) => Socket

/** The node's own refusal of one request. Its words are for the cause of an error, never for a screen. */
export class NodeError extends Error {
  override readonly name = 'NodeError'
  readonly code: number
  readonly data: string
  constructor(code: number, message: string, data: string) {
    super(message)
    this.code = code
    this.data = data
  }
}

/** For what can be done without: a node that refuses it leaves it unknown. */
export async function orUntold<T>(answer: Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await answer
  } catch (cause) {
    if (cause instanceof NodeError) return undefined
    throw cause
  }
}

/** What a reply says, or undefined when it has another shape than promised. */
type Read<T> = (result: unknown) => T | undefined

export interface Rpc {
  /**
   * @throws WalletError `timeout` past the deadline and `offline` when the connection is gone or the answer is misshapen
   * (each ends the connection), NodeError when the node refuses
   */
  ask<T>(method: string, params: readonly unknown[], read: Read<T>, deadline?: number): Promise<T>
  /** Resolves once the node has given an id; the listener hears what came before that too. Lasts as long as the connection. */
  subscribe<T>(
    method: string,
    params: readonly unknown[],
    read: Read<T>,
    hear: (item: T) => void,
  ): Promise<void>
  /** Ends the connection; `why` is told to whoever listens for its end. */
  close(why: string): void
}

export interface RpcDeps {
  readonly url: Url
  readonly WebSocket: SocketClass
  readonly clock: Clock
  /** Hears the end of an open connection, once. */
  readonly onClose: (why: string) => void
}

/** 10 s for an answer; metadata, ten times anything else, gets 30 s. */
export const DEADLINE_MS = 10_000
export const METADATA_DEADLINE_MS = 30_000
/** Characters of one message. Finney's metadata (spec 424) takes 0.8 million as hex. */
export const MESSAGE_LIMIT = 8 * 1024 * 1024
/** Notifications kept for subscriptions whose id is on its way. */
const EARLY_LIMIT = 64

interface Waiting {
  readonly settle: (result: unknown) => void
  readonly fail: (cause: Error) => void
}

/** Resolves when the connection stands. @throws WalletError `offline` or `timeout` when it does not come about */
export function openRpc({ url, WebSocket, clock, onClose }: RpcDeps): Promise<Rpc> {
  return new Promise((opened, refused) => {
    const waiting = new Map<number, Waiting>()
    const listeners = new Map<string, (result: unknown) => void>()
    let early: { readonly id: string; readonly result: unknown }[] = []
    let subscribing = 0
    let nextId = 1
    let state: 'opening' | 'open' | 'closed' = 'opening'

    const socket = make(WebSocket, url)
    if (socket === undefined) return refused(new WalletError('offline'))
    const stopWaiting = clock.after(DEADLINE_MS, () => end('no answer', new WalletError('timeout')))

    function end(why: string, error: Error): void {
      if (state === 'closed') return
      const was = state
      state = 'closed'
      stopWaiting()
      try {
        socket?.close()
      } catch {
        // A socket that refuses to close is left to its fate: nothing it says is heard any more.
      }
      for (const { fail } of waiting.values()) fail(error)
      waiting.clear()
      listeners.clear()
      if (was === 'opening') refused(error)
      else onClose(why)
    }
    const close = (why: string): void => end(why, new WalletError('offline', undefined, { cause: why }))

    const request = (method: string, params: readonly unknown[], deadline: number): Promise<unknown> =>
      new Promise((answered, failed) => {
        if (state !== 'open') return failed(new WalletError('offline'))
        const id = nextId++
        // A node that owes one answer for so long is taken for dead: the next one is asked.
        const stop = clock.after(deadline, () => {
          waiting.delete(id)
          failed(new WalletError('timeout'))
          close('no answer')
        })
        const settled = (run: () => void) => {
          stop()
          waiting.delete(id)
          run()
        }
        waiting.set(id, {
          settle: (result) => settled(() => answered(result)),
          fail: (cause) => settled(() => failed(cause)),
        })
        try {
          socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }))
        } catch {
          close('connection lost')
        }
      })

    const checked = <T>(method: string, result: unknown, read: Read<T>): T => {
      const value = attempt(() => read(result))
      if (value !== undefined) return value
      close(`misshapen answer to ${method}`)
      throw new WalletError('offline', undefined, { cause: `misshapen answer to ${method}` })
    }

    const receive = (data: unknown): void => {
      if (state !== 'open') return
      const message = parse(data)
      if (typeof message === 'string') close(message)
      else if (typeof message['id'] === 'number') {
        const asker = waiting.get(message['id'])
        if ('error' in message) asker?.fail(readError(message['error']))
        else asker?.settle(message['result'])
      } else if (isObject(message['params']) && isId(message['params']['subscription']))
        notify(String(message['params']['subscription']), message['params']['result'])
    }

    const notify = (id: string, result: unknown): void => {
      const listener = listeners.get(id)
      if (listener !== undefined) listener(result)
      else if (subscribing > 0) {
        if (early.length < EARLY_LIMIT) early.push({ id, result })
        else close('too many notifications')
      }
    }

    const rpc: Rpc = {
      close,
      ask: async (method, params, read, deadline = DEADLINE_MS) =>
        checked(method, await request(method, params, deadline), read),
      subscribe: async (method, params, read, hear) => {
        subscribing += 1
        try {
          const id = checked(method, await request(method, params, DEADLINE_MS), readId)
          const listener = (result: unknown): void => {
            const item = attempt(() => read(result))
            if (item === undefined) close(`misshapen notification of ${method}`)
            else hear(item)
          }
          listeners.set(id, listener)
          const kept = early.filter((item) => item.id === id)
          early = early.filter((item) => item.id !== id)
          for (const { result } of kept) listener(result)
        } finally {
          subscribing -= 1
          if (subscribing === 0) early = []
        }
      },
    }

    socket.addEventListener('message', (event) => receive(event.data))
    socket.addEventListener('error', () => close('connection failed'))
    socket.addEventListener('close', () => close('connection lost'))
    socket.addEventListener('open', () => {
      if (state !== 'opening') return
      stopWaiting()
      state = 'open'
      opened(rpc)
    })
  })
}

function make(WebSocket: SocketClass, url: Url): Socket | undefined {
  // The constructor throws on an address it does not like, and on one that the policy does not name.
  return attempt(() => new WebSocket(url))
}

/** The message, or what is wrong with it. */
function parse(data: unknown): Record<string, unknown> | string {
  if (typeof data !== 'string') return 'not text'
  if (data.length > MESSAGE_LIMIT) return 'message too large'
  const message = attempt(() => JSON.parse(data) as unknown)
  return isObject(message) && !Array.isArray(message) ? message : 'not JSON-RPC'
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}

function readError(error: unknown): NodeError {
  if (!isObject(error)) return new NodeError(0, 'refused', '')
  const { code, message, data } = error as Partial<Record<'code' | 'message' | 'data', unknown>>
  return new NodeError(typeof code === 'number' ? code : 0, clip(message), clip(data))
}

function clip(words: unknown): string {
  return typeof words === 'string' ? words.slice(0, 200) : ''
}

// Subtensor's ids are 0x-hex, other nodes' are base58 or numbers. They are only compared.
function isId(id: unknown): id is string | number {
  return typeof id === 'string' || typeof id === 'number'
}

function readId(id: unknown): string | undefined {
  return isId(id) ? String(id) : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
