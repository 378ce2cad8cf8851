/** The sandboxed page: makes sure of its walls, starts the room's worker, and carries messages between it and the bridge. */

import { type BootCheck, type FromRoom, readFromRoom, readToRoom } from '#shared/protocol/room-messages.ts'
import { text } from './worker-text.ts'

/** The window that frames this page. This project's types are a worker's, which has no windows. */
declare const parent: {
  postMessage(message: unknown, target: string): void
}

const bridge = parent
const NewWorker = Worker

scuttle()
const checks = checkWalls()
if (checks.every((check) => check.ok)) serve()
else say(unsealed(checks))

/**
 * Takes from this page what reaches a network past its policy (WebRTC, as measured), and what merely could. The worker
 * has none of it from the start.
 */
function scuttle(): void {
  for (const name of Object.getOwnPropertyNames(globalThis))
    if (/^(webkit)?RTC|WebTransport|WebSocket|EventSource|XMLHttpRequest|fetch|Worker|^open$/.test(name)) {
      Reflect.deleteProperty(globalThis, name)
      Reflect.defineProperty(globalThis, name, { value: undefined, writable: false, configurable: false })
    }
}

/** What must be true before a password may come near: a browser that ignores the sandbox would make this page an open one. */
function checkWalls(): readonly BootCheck[] {
  return [
    { name: 'opaque-origin', ok: self.origin === 'null' },
    { name: 'no-extension-api', ok: !hasRuntime('chrome') && !hasRuntime('browser') },
    { name: 'framed', ok: Reflect.get(globalThis, 'window') !== bridge },
    { name: 'no-web-rtc', ok: Reflect.get(globalThis, 'RTCPeerConnection') === undefined },
    { name: 'worker-text', ok: text.length > 0 },
  ]
}

function hasRuntime(name: string): boolean {
  const api: unknown = Reflect.get(globalThis, name)
  return typeof api === 'object' && api !== null && Reflect.get(api, 'runtime') !== undefined
}

function serve(): void {
  let worker = startWorker()

  function startWorker(): Worker {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
    const started = new NewWorker(address)
    let isReady = false
    started.onerror = () => {
      if (started !== worker) return
      // A worker that fails before it is ready would fail again and again.
      if (isReady) restart()
      else say(unsealed([...checks, { name: 'worker-starts', ok: false }]))
    }
    started.onmessage = ({ data }) => {
      const message = readFromRoom(data)
      if (message === undefined || started !== worker) return
      if (message.kind === 'ready') {
        isReady = true
        URL.revokeObjectURL(address)
        const all = [...checks, ...message.boot.checks]
        say({ kind: 'ready', boot: { ...message.boot, checks: all } })
      } else if (message.kind === 'end') restart()
      else say(message)
    }
    return started
  }

  /** Ending the worker frees everything it held; that is what locking is. */
  function restart(): void {
    worker.terminate()
    say({ kind: 'end' })
    worker = startWorker()
  }

  addEventListener('message', ({ data, source, ports }: MessageEvent) => {
    if (!Object.is(source, bridge)) return
    const message = readToRoom(data)
    if (message === undefined) return
    if (message.kind === 'command' && isLock(message.command)) {
      // Not left to the worker: it may be deep in a key derivation.
      say({ kind: 'answer', id: message.id, result: { ok: true, value: null } })
      restart()
    } else worker.postMessage(message, [...ports])
  })
}

function isLock(command: unknown): boolean {
  return typeof command === 'object' && command !== null && Reflect.get(command, 'name') === 'room.lock'
}

function unsealed(all: readonly BootCheck[]): FromRoom {
  return { kind: 'ready', boot: { id: '0'.repeat(32), ok: false, checks: all } }
}

function say(message: FromRoom): void {
  // Only this extension can frame the page: it is not web-accessible.
  bridge.postMessage(message, '*')
}
