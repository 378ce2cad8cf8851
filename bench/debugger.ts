/**
 * A line to the browser's debugger that attaches to what it is told to and to nothing else. Test runners attach to every
 * worker and pause it while it starts, which is just what is measured here.
 */
import type { CDPSession } from 'playwright-core'
import { WebSocket } from 'ws'

export interface Session {
  readonly send: CDPSession['send']
  /** Calls back with the parameters of each such event until stopped. */
  on(event: string, listener: (params: Record<string, unknown>) => void): () => void
  /** The value of an expression, awaited. Throws what it throws. */
  evaluate<T>(expression: string): Promise<T>
}

export interface Debugger extends Session {
  attach(targetId: string): Promise<Session>
  close(): void
}

interface Message {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: Record<string, unknown>
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

type Listener = (params: Record<string, unknown>) => void

export async function openDebugger(url: string): Promise<Debugger> {
  const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 256 * 1024 * 1024 })
  await new Promise<void>((open, failed) => {
    socket.once('open', open)
    socket.once('error', failed)
  })
  const waiting = new Map<number, (message: Message) => void>()
  const listeners = new Map<string, Set<Listener>>()
  let last = 0

  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as Message
    if (message.id !== undefined) {
      waiting.get(message.id)?.(message)
      waiting.delete(message.id)
      return
    }
    const { sessionId = '', method = '', params = {} } = message
    for (const listener of listeners.get(`${sessionId} ${method}`) ?? []) listener(params)
  })
  socket.on('close', () => {
    for (const settle of waiting.values()) settle({ error: { message: 'the browser has gone' } })
    waiting.clear()
  })

  const session = (sessionId: string): Session => {
    const send = (method: string, params: unknown = {}): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const id = ++last
        waiting.set(id, ({ result, error }) => {
          if (error === undefined) resolve(result)
          else reject(new Error(`${method}: ${error.message}`))
        })
        socket.send(JSON.stringify({ id, method, params, ...(sessionId === '' ? {} : { sessionId }) }))
      })
    const typed = send as CDPSession['send']
    return {
      send: typed,
      on: (event, listener) => {
        const key = `${sessionId} ${event}`
        const present = listeners.get(key) ?? new Set()
        listeners.set(key, present.add(listener))
        return () => void present.delete(listener)
      },
      evaluate: async <T>(expression: string) => {
        const { result, exceptionDetails } = await typed('Runtime.evaluate', {
          expression,
          awaitPromise: true,
          returnByValue: true,
        })
        if (exceptionDetails !== undefined)
          throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
        return result.value as T
      },
    }
  }

  const browser = session('')
  return {
    ...browser,
    attach: async (targetId) => {
      const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true })
      return session(sessionId)
    },
    close: () => socket.close(),
  }
}
