/** The worker's entry: hands the browser's own parts to the background, in the first turn. */
import browser from 'webextension-polyfill'
import { startBackground } from './start.ts'
import { createRealm } from './vault/realm.ts'

const after = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
const clock = { now: () => Date.now(), after }
const wait = (ms: number): Promise<void> => new Promise((resolve) => void after(ms, () => resolve()))

const onBug = (cause: unknown, where: string): void => console.error(`taokey: ${where}`, cause)

// Content scripts live in the processes of web pages, and may read and write local storage unless told otherwise.
chrome.storage.local
  .setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' })
  .catch((cause: unknown) => onBug(cause, 'storage'))

startBackground({
  browser,
  indexedDB,
  withLock: (name, work) => navigator.locks.request(name, work),
  room: createRealm(chrome, wait),
  makeChain: async (store) => (await import('./later.ts')).later.createChain({ WebSocket, clock, store }),
  clock,
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  onBug,
})
