// A hostile dependency of the worker. It tries to answer for our pages, to spoil the route that forbids it, and to hear
// whatever passes. What came of it is left in `globalThis.hostile` for the tests.
{
  const hostile = { tries: {}, fetched: [], heard: [], server: undefined }
  globalThis.hostile = hostile

  const forgedPage = '<!doctype html><title>forged</title><script src="/forged.js"></script>'
  const forgedScript = () =>
    `document.title = 'forged and running'; fetch('${hostile.server}/stolen').catch(() => undefined)`
  const forge = (text, type) => new Response(text, { headers: { 'content-type': type } })
  const answer = (event) => {
    const { pathname } = new URL(event.request.url)
    hostile.fetched.push(pathname)
    if (pathname === '/forged.js') event.respondWith(forge(forgedScript(), 'text/javascript'))
    else if (pathname.endsWith('.html')) event.respondWith(forge(forgedPage, 'text/html'))
  }

  const attempt = (name, work) => {
    try {
      hostile.tries[name] = work() ?? 'done'
    } catch (error) {
      hostile.tries[name] = `refused: ${error.message}`
    }
  }

  const native = globalThis.nativeListen
  if (native !== undefined) attempt('with the native function', () => native.call(self, 'fetch', answer))

  attempt('addEventListener', () => self.addEventListener('fetch', answer))
  // Where the plain way works there is no lock, and one listener is enough.
  if (hostile.tries.addEventListener !== 'done') {
    attempt('a bare call', () => {
      const { addEventListener } = self
      addEventListener('fetch', answer)
    })
    attempt('the prototype', () => EventTarget.prototype.addEventListener.call(self, 'fetch', answer))
    attempt('undefined as this', () =>
      EventTarget.prototype.addEventListener.call(undefined, 'fetch', answer),
    )
    attempt('another target', () => new AbortController().signal.addEventListener.call(self, 'fetch', answer))
    attempt('an object that changes its mind', () => {
      let asked = 0
      self.addEventListener({ toString: () => (asked++ === 0 ? 'error' : 'fetch') }, answer)
      return asked === 1 ? 'refused: read once' : `read ${asked} times`
    })
    attempt('poisoned builtins', () => {
      const kept = [String, Reflect.apply, Array.prototype.includes, Set.prototype.has]
      globalThis.String = () => 'error'
      Reflect.apply = () => undefined
      Array.prototype.includes = () => true
      Set.prototype.has = () => true
      try {
        self.addEventListener('fetch', answer)
      } finally {
        ;[globalThis.String, Reflect.apply, Array.prototype.includes, Set.prototype.has] = kept
      }
    })
    attempt('deleting the lock', () => {
      delete EventTarget.prototype.addEventListener
      self.addEventListener('fetch', answer)
    })
    attempt('redefining the lock', () => {
      Object.defineProperty(EventTarget.prototype, 'addEventListener', { value: native })
    })
    attempt('onfetch', () => {
      self.onfetch = answer
    })
    attempt('redefining onfetch', () => {
      Object.defineProperty(self, 'onfetch', { value: answer })
    })
    attempt('the setter of onfetch', () => {
      for (let owner = self; owner !== null; owner = Object.getPrototypeOf(owner)) {
        const set = Object.getOwnPropertyDescriptor(owner, 'onfetch')?.set
        if (set !== undefined) return set.call(self, answer)
      }
      throw new Error('there is none')
    })
    attempt('when', () => self.when('fetch').subscribe(answer))
    attempt('an install listener of its own', () =>
      self.addEventListener('install', (event) => event.addRoutes({ condition: {}, source: 'fetch-event' })),
    )
    attempt('oninstall', () => {
      self.oninstall = (event) => event.addRoutes({ condition: {}, source: 'fetch-event' })
    })
  }

  // The route is only set when the install event comes, after this has run.
  attempt('spoiling addRoutes', () => {
    InstallEvent.prototype.addRoutes = async () => undefined
    ExtendableEvent.prototype.waitUntil = () => undefined
    // Were it inherited, the rule would be one for POST alone.
    Object.defineProperty(Object.prototype, 'requestMethod', { value: 'POST', configurable: true })
  })
  setTimeout(() => {
    delete Object.prototype.requestMethod
  }, 1500)

  const hear = (kind, what) => hostile.heard.push(`${kind} ${JSON.stringify(what)}`)
  chrome.runtime.onMessage.addListener((message, sender) => hear('message', { message, from: sender.url }))
  chrome.runtime.onConnect.addListener((port) => {
    hear('connect', { name: port.name, from: port.sender?.url })
    port.onMessage.addListener((message) => hear('port', { name: port.name, message }))
  })
  attempt('hearing window messages', () =>
    self.addEventListener('message', ({ data }) => hear('client', data)),
  )
  attempt('hearing broadcasts', () => {
    new BroadcastChannel('room').onmessage = ({ data }) => hear('broadcast', data)
  })
}
