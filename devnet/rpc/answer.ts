// Answers one message of a client: a request or a batch of them, struck by whatever fault is switched on.
import type { WebSocket } from 'ws'
import type { Fault, Faults } from '../faults.ts'
import { type Call, type Methods, RpcError } from './method.ts'

interface Deps {
  readonly methods: Methods
  readonly faults: Faults
  readonly count: (method: string) => void
  readonly callFor: (later: (() => void)[]) => Call
  readonly socket: WebSocket
  readonly send: (message: unknown) => void
}

interface Request {
  readonly id: unknown
  readonly method: string
  readonly params: readonly unknown[]
}

type Reply = Record<string, unknown>

/** Never rejects: what a handler throws becomes an error reply. */
export async function answerRequest(text: string, deps: Deps): Promise<void> {
  const message = parse(text)
  if (message === undefined) return deps.send(errorReply(null, new RpcError(-32700, 'Parse error')))
  const later: (() => void)[] = []
  if (Array.isArray(message)) {
    const replies = await Promise.all(message.map((each) => answerOne(each, deps, later)))
    deps.send(replies.filter((reply) => reply !== undefined))
  } else {
    const reply = await answerOne(message, deps, later)
    if (reply) deps.send(reply)
  }
  // A turn of their own, so that no client sees a notification in the same read as the reply that names it.
  setImmediate(() => {
    for (const work of later) {
      try {
        work()
      } catch (error) {
        // A mistake of the devnet's own: loud, but no reason to take every connection down.
        console.error(error)
      }
    }
  })
}

async function answerOne(message: unknown, deps: Deps, later: (() => void)[]): Promise<Reply | undefined> {
  const request = readRequest(message)
  if (!request) return errorReply(null, new RpcError(-32600, 'Invalid request'))
  deps.count(request.method)
  // The switches themselves are out of reach of the faults, or nobody could switch them off.
  const struck = request.method.startsWith('devnet_') ? [] : deps.faults.strike(request.method)
  for (const fault of struck) {
    const verdict = await apply(fault, request, deps)
    if (verdict !== 'go on') return verdict === 'no reply' ? undefined : verdict
  }
  try {
    const method = deps.methods[request.method]
    if (!method) throw new RpcError(-32601, 'Method not found')
    const result = await method(request.params, deps.callFor(later))
    return { jsonrpc: '2.0', id: request.id, result: result ?? null }
  } catch (error) {
    return errorReply(request.id, error)
  }
}

async function apply(
  fault: Fault,
  request: Request,
  { socket }: Deps,
): Promise<Reply | 'go on' | 'no reply'> {
  switch (fault.kind) {
    case 'silent':
      return 'no reply'
    case 'drop':
      socket.terminate()
      return 'no reply'
    case 'garbage':
      socket.send('{"jsonrpc":"2.0","id":\u0000\uFFFD not json')
      return 'no reply'
    case 'oversize':
      return { jsonrpc: '2.0', id: request.id, result: `0x${'00'.repeat((fault.bytes ?? 50_000_000) / 2)}` }
    case 'error':
      return errorReply(request.id, new RpcError(fault.code, fault.message, fault.data))
    case 'reply':
      return { jsonrpc: '2.0', id: request.id, result: fault.result }
    case 'delay':
      await new Promise((done) => setTimeout(done, fault.ms))
      return 'go on'
    default:
      return 'go on'
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readRequest(message: unknown): Request | undefined {
  if (typeof message !== 'object' || message === null) return undefined
  const { id = null, method, params = [] } = message as Partial<Record<'id' | 'method' | 'params', unknown>>
  if (typeof method !== 'string' || !Array.isArray(params)) return undefined
  return { id, method, params }
}

function errorReply(id: unknown, error: unknown): Reply {
  if (!(error instanceof RpcError)) console.error(error)
  const known = error instanceof RpcError ? error : new RpcError(-32603, 'Internal error', String(error))
  const { code, message, data } = known
  return { jsonrpc: '2.0', id, error: data === undefined ? { code, message } : { code, message, data } }
}
