// The JSON-RPC server: one WebSocket endpoint on the loopback interface, with the faults and the log of requests.
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { type Hex, toHex } from '../chain/bytes.ts'
import type { Faults } from '../faults.ts'
import { answerRequest } from './answer.ts'
import type { Call, Methods } from './method.ts'

export interface RpcServer {
  readonly url: string
  readonly port: number
  /** How often each method was asked for. */
  readonly requests: () => Readonly<Record<string, number>>
  readonly forgetRequests: () => void
  /** Cuts all connections, as a node that goes down. */
  readonly dropAll: () => void
  readonly close: () => Promise<void>
}

interface Options {
  readonly port: number
  readonly methods: Methods
  readonly faults: Faults
}

// The largest message a real node takes (--rpc-max-request-size, 15 MB).
const MAX_REQUEST = 15 * 1024 * 1024

export async function createRpcServer({ port, methods, faults }: Options): Promise<RpcServer> {
  const counts = new Map<string, number>()
  const http = createServer((_request, response) => {
    response
      .writeHead(405, { 'content-type': 'text/plain' })
      .end('Used HTTP Method is not allowed. WebSocket only.\n')
  })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_REQUEST })
  const tcp = new Set<Duplex>()

  http.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    tcp.add(stream)
    stream.on('close', () => tcp.delete(stream))
    stream.on('error', () => stream.destroy())
    if (faults.active('half-open')) return
    sockets.handleUpgrade(request, stream, head, (socket) => {
      serve(socket, methods, faults, (method) => counts.set(method, (counts.get(method) ?? 0) + 1))
    })
  })

  await new Promise<void>((done, failed) => {
    http.once('error', failed)
    http.listen(port, '127.0.0.1', done)
  })
  const bound = (http.address() as AddressInfo).port
  const dropAll = (): void => {
    for (const stream of tcp) stream.destroy()
  }

  return {
    url: `ws://127.0.0.1:${bound}`,
    port: bound,
    requests: () => Object.fromEntries(counts),
    forgetRequests: () => counts.clear(),
    dropAll,
    close: () => {
      dropAll()
      sockets.close()
      return new Promise((done) => {
        http.close(() => done())
      })
    },
  }
}

function serve(socket: WebSocket, methods: Methods, faults: Faults, count: (method: string) => void): void {
  const subscriptions = new Map<string, () => void>()
  const connection = {}
  const closing: (() => void)[] = []
  const send = (message: unknown): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
  }

  const callFor = (later: (() => void)[]): Call => ({
    connection,
    onClose: (work) => void closing.push(work),
    afterReply: (work) => void later.push(work),
    subscribe: (notification, start) => {
      const id: Hex = toHex(randomBytes(8))
      let end: (() => void) | undefined
      let ended = false
      subscriptions.set(id, () => {
        ended = true
        end?.()
      })
      later.push(() => {
        if (ended) return
        end = start((result) => {
          if (!ended) send({ jsonrpc: '2.0', method: notification, params: { subscription: id, result } })
        })
      })
      return id
    },
    unsubscribe: (id) => {
      const end = typeof id === 'string' ? subscriptions.get(id) : undefined
      if (!end) return false
      subscriptions.delete(String(id))
      end()
      return true
    },
  })

  socket.on('message', (data) => {
    void answerRequest(String(data), { methods, faults, count, callFor, socket, send })
  })
  socket.on('close', () => {
    for (const end of subscriptions.values()) end()
    subscriptions.clear()
    for (const work of closing) work()
  })
  socket.on('error', () => socket.terminate())
}
