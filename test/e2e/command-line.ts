/** Stands in for the official command line: its page, the socket it speaks to that page over, and the way it asks. */
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { type WebSocket, WebSocketServer } from 'ws'

const PAGE = resolve(import.meta.dirname, 'dapps/cli-bridge.html')
/** The one its page is always found at. */
const PORT = 39_295
/** How often it asks whether accounts are there yet, and how long it lets one such question wait (session.py, bridge.py). */
const POLL_MS = 250
const STATUS_MS = 30_000

interface Listed {
  readonly address: string
  readonly name: string
  readonly source: string
  readonly type: string
}

type Method = 'accounts.list' | 'extrinsic.sign' | 'bytes.sign' | 'transaction.result'

export interface CommandLine {
  /** The page it opens; under either name of this computer. */
  readonly pageUrl: (host?: '127.0.0.1' | 'localhost') => string
  /** Asks the page. Fails with the sentence the page answers with. */
  ask(method: Method, params?: object): Promise<unknown>
  /** Asks for accounts until there are some, as it does when it starts; ends when `isOver`. */
  poll(isOver?: () => boolean): Promise<readonly Listed[]>
  /** How often it has asked. */
  readonly polls: () => number
  close(): Promise<void>
}

export async function startCommandLine(): Promise<CommandLine> {
  const session = randomUUID().replaceAll('-', '')
  const page = await readFile(PAGE)
  const waiting = new Map<string, (answer: { result?: unknown; error?: { message: string } }) => void>()
  let line: WebSocket | undefined
  let polls = 0

  const server = createServer((request, response) => {
    const isPage = /^\/(index\.html)?(\?|$)/.test(request.url ?? '')
    response.writeHead(isPage ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
    response.end(isPage ? page : 'Not Found')
  })
  // Any program of this computer may have been given that port for a moment.
  const isListening = (): Promise<boolean> =>
    once(server.listen(PORT), 'listening').then(
      () => true,
      () => false,
    )
  while (!(await isListening())) await new Promise((done) => setTimeout(done, POLL_MS))
  const sockets = new WebSocketServer({ server, path: '/ws' })
  const read = (data: unknown) => JSON.parse(String(data)) as Record<string, unknown>
  sockets.on('connection', (socket) => {
    socket.once('message', (data) => {
      if (read(data)['session'] !== session) {
        socket.close(1008, 'stale bridge session')
        return
      }
      line?.close(1012, 'replaced by new bridge tab')
      line = socket
      socket.on('message', (answer) => {
        const { id, ...rest } = read(answer)
        waiting.get(String(id))?.(rest)
        waiting.delete(String(id))
      })
      socket.on('close', () => {
        if (line === socket) line = undefined
      })
    })
  })

  const ask: CommandLine['ask'] = async (method, params = {}) => {
    if (line === undefined) throw new Error('the page is not connected')
    const id = randomBytes(16).toString('hex')
    line.send(JSON.stringify({ id, method, params }))
    return new Promise((done, failed) => {
      waiting.set(id, ({ result, error }) =>
        error === undefined ? done(result) : failed(new Error(error.message)),
      )
    })
  }

  /** Whatever hinders it is no account yet. */
  const accounts = async (): Promise<readonly Listed[]> => {
    polls += 1
    try {
      const late = new Promise<undefined>((done) => void setTimeout(done, STATUS_MS))
      const answer = await Promise.race([ask('accounts.list'), late])
      return answer === undefined ? [] : (answer as { accounts: readonly Listed[] }).accounts
    } catch {
      return []
    }
  }

  return {
    pageUrl: (host = '127.0.0.1') => `http://${host}:${PORT}/?session=${session}`,
    ask,
    poll: async (isOver = () => false) => {
      while (!isOver()) {
        const found = await accounts()
        if (found.length > 0) return found
        await new Promise((done) => setTimeout(done, POLL_MS))
      }
      return []
    },
    polls: () => polls,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
