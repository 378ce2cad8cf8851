/** A server that answers everything and remembers what it was asked: what reaches it has left the browser. */

import { createSocket } from 'node:dgram'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ListeningServer {
  readonly port: number
  /** Method and path of every request and every WebSocket opening, in order. */
  readonly requests: readonly string[]
  /** How many datagrams came to the same port. */
  datagrams(): number
  close(): Promise<void>
}

/** Listens on a free port of 127.0.0.1. `page` is what a request for a document is answered with. */
export async function listen(page = '<!doctype html><title>elsewhere</title>'): Promise<ListeningServer> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('content-type', 'text/html')
    response.end(page)
  })
  server.on('upgrade', (request, socket) => {
    requests.push(`UPGRADE ${request.url}`)
    socket.destroy()
  })
  let datagrams = 0
  const socket = createSocket('udp4', () => {
    datagrams += 1
  })
  let port = 0
  for (let isBound = false; !isBound; ) {
    if (server.listening) await new Promise((done) => server.close(done))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    port = (server.address() as AddressInfo).port
    // What is free for the one may be taken for the other.
    isBound = await new Promise<boolean>((done) => {
      socket.once('error', () => done(false))
      socket.bind(port, '127.0.0.1', () => done(true))
    })
  }
  socket.removeAllListeners('error')
  return {
    port,
    requests,
    datagrams: () => datagrams,
    close: () =>
      new Promise((done) => {
        socket.close()
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
