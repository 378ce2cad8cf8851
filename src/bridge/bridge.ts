/** The bridge: the offscreen document. It frames the room, hands ports over to it, and lets few and checked words through. */

import { type FromBridge, readHandOver, readToBridge, type ToPage } from '#shared/protocol/bridge-messages.ts'
import { BRIDGE_PAGE, VAULT_PAGE, WORKER_SCRIPT } from '#shared/protocol/places.ts'
import { type Answer, failure, readCommand, readShielded, readSignature, readStatus } from './commands.ts'
import { createRoom, type Room } from './room.ts'
import { isFromWorker, roleOf } from './senders.ts'
import { isMessageSignedBy, isSignedBy } from './verify.ts'
import { createWindows } from './windows.ts'

const runtime = chrome.runtime
const OWN = { id: runtime.id, worker: runtime.getURL(WORKER_SCRIPT), origin: location.origin }

// A copy of this document in a tab has the extension's interface, and anyone may have opened it; a room there would be
// one more place to type a password into. The offscreen document has nothing but `runtime`.
const isOffscreen =
  window === window.top &&
  location.pathname === BRIDGE_PAGE &&
  location.search === '' &&
  chrome.tabs === undefined &&
  chrome.storage === undefined &&
  chrome.offscreen === undefined

if (isOffscreen) start()

function start(): void {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts')
  const room = createRoom({
    // The room's origin is opaque: it has no name a target could be given.
    post: (message, ports = []) => frame.contentWindow?.postMessage(message, '*', [...ports]),
    onMessage: (listener) =>
      window.addEventListener('message', (event) => {
        if (event.source === frame.contentWindow && frame.contentWindow !== null) listener(event.data)
      }),
  })
  receivePorts(room, frame)
  serveBackground(room)
  frame.src = VAULT_PAGE
  document.body.append(frame)
}

function receivePorts(room: Room, frame: HTMLIFrameElement): void {
  const pages = createWindows(OWN.origin)
  window.addEventListener('message', (event) => {
    const { source, ports } = event
    const [port] = ports
    if (source === frame.contentWindow || readHandOver(event.data) === undefined) return
    if (event.origin !== OWN.origin || ports.length !== 1 || port === undefined) return
    // A service worker has no window, so it can not be the source of such a message.
    if (!isWindow(source)) return
    const role = roleOf(source, OWN.origin)
    if (role === undefined) return
    pages.add(source)
    room.handOver(port, role, (boot) => {
      const failed = boot.checks.find((check) => !check.ok)
      const opening: ToPage = failed
        ? { kind: 'unsealed', check: failed.name }
        : { kind: 'open', boot: boot.id }
      port.postMessage(opening)
    })
  })
  room.onEnd((boot) => {
    const ended: ToPage = { kind: 'ended', boot }
    pages.tell(ended)
  })
}

function serveBackground(room: Room): void {
  room.onStatus((status) => {
    const message: FromBridge = { from: 'bridge', status }
    // Nobody listening is no failure: the background asks for the status when it starts.
    runtime.sendMessage(message).catch(() => undefined)
  })
  runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const asked = readToBridge(message)
    if (asked === undefined || !isFromWorker(sender, OWN)) return
    void answer(room, asked.name, asked.input).then(respond)
    return true
  })
}

async function answer(room: Room, name: string, input: unknown): Promise<Answer> {
  const command = readCommand(name, input)
  if (command === undefined) return failure(undefined)
  const result = await room.ask(command)
  switch (command.name) {
    case 'room.lock':
      return { ok: true, value: null }
    case 'room.status': {
      const status = readStatus(result)
      return status === undefined ? failure(result) : { ok: true, value: status }
    }
    case 'room.sign': {
      const signed = readSignature(result)
      if (signed === undefined) return failure(result)
      return isSignedBy({ ...command.input, ...signed }) ? { ok: true, value: signed } : failure(undefined)
    }
    case 'room.signShielded': {
      const signed = readShielded(result)
      if (signed === undefined) return failure(result)
      const { account, payload } = command.input
      const { scheme, signature, envelope } = signed
      const isGood =
        isSignedBy({ account, scheme, payload, signature }) &&
        isSignedBy({ account, scheme, payload: signed.payload, signature: envelope })
      return isGood ? { ok: true, value: signed } : failure(undefined)
    }
    case 'room.signMessage': {
      const signed = readSignature(result)
      if (signed === undefined) return failure(result)
      return isMessageSignedBy({ ...command.input, ...signed })
        ? { ok: true, value: signed }
        : failure(undefined)
    }
  }
}

function isWindow(source: MessageEventSource | null): source is Window {
  return source !== null && 'location' in source
}
