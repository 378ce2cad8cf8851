/** The sealed room: the worker in which keys and password live, without network, document or extension interface. */

import { bootReport } from './boot.ts'
import { createRoom } from './door.ts'
import { withPasswordKey } from './kdf.ts'
import { createPageLink } from './page-link.ts'
import { createRuntimes } from './runtimes.ts'
import type { Random } from './secret.ts'

/** An address the extension's own policy allows, so that only the room's can be what keeps it back. */
const ALLOWED_ELSEWHERE = 'http://127.0.0.1:9944/'
const LOCK_CHECK_MS = 5_000

const random: Random = (length) => crypto.getRandomValues(new Uint8Array(length))

const link = createPageLink({
  post: (message) => self.postMessage(message),
  report: bootReport(
    {
      origin: self.origin,
      chrome: Reflect.get(globalThis, 'chrome'),
      browser: Reflect.get(globalThis, 'browser'),
      randomText: Function.prototype.toString.call(crypto.getRandomValues),
      fetch: (url, options) => fetch(url, options),
    },
    random,
    ALLOWED_ELSEWHERE,
  ),
  createRoom: (hooks) =>
    createRoom({
      ...hooks,
      random,
      passwordKey: withPasswordKey,
      runtimes: createRuntimes(),
      clock: () => Date.now(),
      steady: () => performance.now(),
      // The method's name alone: what was thrown may speak of what must not be written down.
      onBug: (method) => console.error(`room: ${method} failed`),
    }),
  later: (work) => {
    setTimeout(work, 0)
  },
})

addEventListener('message', ({ data, ports }) => link.receive(data, ports))
setInterval(() => link.tick(), LOCK_CHECK_MS)
