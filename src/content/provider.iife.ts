/** The script in the page's own world: puts the wallet among those a page finds, and leaves no other trace. */
import { takePort } from './channel.ts'
import type { FromPage, ToPage } from './page-frames.ts'
import { createProvider } from './provider.ts'

const VERSION = '0.1.0'
const KEY = 'taokey'

const { apply } = Reflect
const { postMessage } = MessagePort.prototype
const dataOf = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')?.get

const line: { port?: MessagePort } = {}
const { entry, receive } = createProvider({
  version: VERSION,
  send: (message: FromPage) => {
    const { port } = line
    if (port === undefined) return false
    apply(postMessage, port, [message])
    return true
  },
  gone: { code: 4900, message: 'Wallet was updated or disabled. Reload the page.' },
})

const stop = takePort(window, (port) => {
  line.port = port
  port.onmessage = (event) => {
    if (dataOf !== undefined) receive(apply(dataOf, event, []) as ToPage)
  }
})
// Our other script runs at the same moment. Whoever offers later is a script of the page.
document.addEventListener('readystatechange', stop, { once: true })

enter()

/** Beside what others have put there, and never in its way. */
function enter(): void {
  const page: typeof globalThis & { injectedWeb3?: unknown } = globalThis
  try {
    page.injectedWeb3 ??= {}
    const wallets = page.injectedWeb3
    if (typeof wallets === 'object' && wallets !== null) Object.assign(wallets, { [KEY]: entry })
  } catch {
    // Another script has shut it: the page goes on without us.
  }
}
