/** The demo's dApp: two pages bundled from `demo/`, each with its library as the registry has it, on a port of this computer. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { build } from 'vite'

const FOLDER = resolve(import.meta.dirname, '../demo')

export interface DemoSite {
  /** By polkadot-api. */
  readonly url: string
  /** By @polkadot/extension-dapp. */
  readonly other: string
  close(): Promise<void>
}

/** As strict as the libraries allow: @polkadot/util-crypto is WebAssembly, and the node is on this computer. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:; connect-src ws:; base-uri 'none'; form-action 'none'"

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
}

/** The pages are for the node at `endpoint`. */
export async function startDemoSite(endpoint: string): Promise<DemoSite> {
  const files = await bundle()
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1) || 'index.html'
    const body = files.get(name)
    const type = TYPES[name.split('.').at(-1) ?? '']
    if (body === undefined || type === undefined) return response.writeHead(404).end()
    return response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY }).end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const at = (name: string): string => `http://127.0.0.1:${port}/${name}#${encodeURIComponent(endpoint)}`
  return {
    url: at(''),
    other: at('extension-dapp.html'),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

async function bundle(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const built = await build({
    configFile: false,
    root: FOLDER,
    logLevel: 'error',
    plugins: [{ name: 'one-page', transformIndexHtml: { order: 'pre', handler: withPage } }],
    build: {
      write: false,
      modulePreload: false,
      target: 'chrome133',
      rolldownOptions: {
        input: ['index', 'extension-dapp'].map((name) => resolve(FOLDER, `${name}.html`)),
      },
    },
  })
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []))
  return new Map(outputs.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]))
}

/** Both documents have the same page in them. */
function withPage(html: string): string {
  return html.replace('<!-- page.html -->', () => readFileSync(resolve(FOLDER, 'page.html'), 'utf8'))
}
