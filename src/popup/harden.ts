/** Runs first in each of the popup's documents: takes away the ways out that a page has past its policy. */

// The policy (`connect-src 'none'`) stops requests, not navigation, WebRTC or the extension's own interface. This makes
// them harder for a library that was not looking for it; it is no wall. Code that is may still take a fresh realm from an
// empty frame, click a link that is in no document, or look up a name. What ships in these documents is trusted.

const { apply, defineProperty, deleteProperty, get, getPrototypeOf, ownKeys } = Reflect
const { preventDefault } = Event.prototype
const origin = location.origin

// Every name of a kind, whatever the next browser calls its newest.
const WAYS_OUT =
  /^(fetch|fetchLater|open|XMLHttpRequest|WebSocket.*|WebTransport.*|EventSource|(webkit)?RTC.*|Worker|SharedWorker|Notification|PresentationRequest|PaymentRequest)$/
for (let owner: object | null = globalThis; owner !== null; owner = getPrototypeOf(owner))
  for (const key of ownKeys(owner)) if (typeof key === 'string' && WAYS_OUT.test(key)) seal(owner, key)
seal(Navigator.prototype, 'sendBeacon')

const navigation: unknown = get(globalThis, 'navigation')
if (navigation instanceof EventTarget)
  navigation.addEventListener('navigate', (event) => {
    if (!isOwn(get(get(event, 'destination'), 'url'))) apply(preventDefault, event, [])
  })
addEventListener(
  'click',
  (event) => {
    for (const target of event.composedPath())
      if (target instanceof HTMLAnchorElement && target.href !== '' && !isOwn(target.href))
        event.preventDefault()
  },
  { capture: true },
)

for (const name of ['chrome', 'browser']) narrow(get(globalThis, name))

/** Leaves of the extension's interface what a window uses. */
function narrow(api: unknown): void {
  if (!isObject(api)) return
  const kept = ['runtime', 'storage', 'offscreen', 'extension', 'i18n']
  for (const key of ownKeys(api)) if (typeof key === 'string' && !kept.includes(key)) seal(api, key)
  const runtime: unknown = get(api, 'runtime')
  if (isObject(runtime))
    for (const key of ['setUninstallURL', 'connectNative', 'sendNativeMessage', 'openOptionsPage'])
      seal(runtime, key)
}

/** Also for a file made in this document and saved: its address names the origin it was made in. */
function isOwn(address: unknown): boolean {
  return typeof address === 'string' && URL.canParse(address) && new URL(address).origin === origin
}

function seal(owner: object, name: string): void {
  deleteProperty(owner, name)
  defineProperty(owner, name, { value: undefined, writable: false, enumerable: false, configurable: false })
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

export {}
