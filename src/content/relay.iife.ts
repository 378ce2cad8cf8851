/** The script in a world of its own beside the page: puts the relay between the page's port and the worker's. */
import { POKE, SITE_PORT } from '#shared/protocol/site-contract.ts'
import { offerPort } from './channel.ts'
import { createRelay, type WorkerLine } from './relay.ts'

const { port1: page, port2: handed } = new MessageChannel()

const relay = createRelay({
  connect,
  // What the browser gives an extension's scripts it takes away with the extension.
  isThere: () => chrome.runtime?.id !== undefined,
  toPage: (message) => page.postMessage(message),
  newId: () => crypto.randomUUID(),
  after: (ms, run) => void setTimeout(run, ms),
})

page.onmessage = ({ data }) => relay.fromPage(data)
const stop = offerPort(window, handed)
document.addEventListener('readystatechange', stop, { once: true })

chrome.runtime.onMessage.addListener((message, { id }) => {
  if (message === POKE && id === chrome.runtime.id) relay.poke()
})
// A page in the back/forward cache hears nothing of its port, which the browser has closed (Chromium 156).
window.addEventListener('pagehide', () => relay.hide())
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) relay.show()
})
// Before that the browser would name the place of the page in front.
if ('prerendering' in document && document.prerendering === true)
  document.addEventListener('prerenderingchange', () => relay.activate(), { once: true })
else relay.activate()

function connect(): WorkerLine {
  const port = chrome.runtime.connect({ name: SITE_PORT })
  return {
    // A port that has closed throws; that it closed is told apart.
    post: (message) => {
      try {
        port.postMessage(message)
      } catch {
        return
      }
    },
    onMessage: (listener) => port.onMessage.addListener(listener),
    onClose: (listener) => port.onDisconnect.addListener(listener),
    close: () => port.disconnect(),
  }
}
