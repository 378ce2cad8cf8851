/** Web sites of this computer: one server whose pages are put there by tests, under two hosts and so two origins. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Origin } from '#shared/domain/site.ts'

interface SiteFile {
  readonly body: string | Uint8Array
  /** `text/html` unless it says otherwise. */
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly status?: number
}

interface SiteRequest {
  readonly method: string
  /** Path and query. */
  readonly url: URL
  readonly body: string
}

/** A file, or what makes one of each request. */
type SiteAnswer = SiteFile | ((request: SiteRequest) => SiteFile | Promise<SiteFile>)

export interface SiteServer {
  readonly port: number
  /** `http://localhost:port`: the site of most tests. */
  readonly origin: Origin
  /** `http://127.0.0.1:port`: the same pages, and another site. */
  readonly other: Origin
  /** Puts a file there, in the place of what was there before. `/` is an empty page to begin with. */
  put(path: string, answer: SiteAnswer): void
  /** Method and path with query of every request, in order. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

const EMPTY: SiteFile = { body: '<!doctype html><title>A site</title><p>A site</p>' }
const MISSING: SiteFile = { body: 'not here', type: 'text/plain', status: 404 }

/** Listens on a free port of this computer. */
export async function startSites(): Promise<SiteServer> {
  const answers = new Map<string, SiteAnswer>([['/', EMPTY]])
  const requests: string[] = []

  const answer = async (incoming: IncomingMessage): Promise<SiteFile> => {
    const { method = 'GET', url = '/' } = incoming
    requests.push(`${method} ${url}`)
    const at = new URL(url, 'http://localhost')
    const found = answers.get(at.pathname) ?? MISSING
    if (typeof found !== 'function') return found
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    return found({ method, url: at, body: Buffer.concat(chunks).toString('utf8') })
  }

  const server = createServer((incoming, outgoing) => {
    answer(incoming).then(
      ({ body, type = 'text/html; charset=utf-8', headers = {}, status = 200 }) => {
        outgoing.writeHead(status, { 'content-type': type, ...headers })
        outgoing.end(body)
      },
      (cause: unknown) => outgoing.destroy(cause instanceof Error ? cause : undefined),
    )
  })
  // `localhost` is either of the two: no host is given, so that both lead here.
  await new Promise<void>((done) => server.listen(0, done))
  const { port } = server.address() as AddressInfo
  return {
    port,
    origin: `http://localhost:${port}` as Origin,
    other: `http://127.0.0.1:${port}` as Origin,
    put: (path, found) => void answers.set(path, found),
    requests,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
