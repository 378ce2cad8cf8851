/** A page that looks for the wallet before anything else in it, and listens wherever something could be heard. */
import type { Page } from 'playwright-core'

export const SPY = `<!doctype html><html><head><script>
  window.atFirst = Object.keys(window.injectedWeb3 || {})
  window.heard = []
  const note = (how) => (...what) => { window.heard.push(how + ' ' + what.map((each) => each && (each.type || typeof each)).join()) }
  for (const name of ['message', 'messageerror', 'taokey-offer', 'taokey-request', 'taokey'])
    addEventListener(name, note('heard'), true)
  for (const [of, name] of [[EventTarget.prototype, 'dispatchEvent'], [window, 'postMessage'], [MessagePort.prototype, 'postMessage']]) {
    const was = of[name]
    of[name] = function (...args) { note(name)(...args); return was.apply(this, args) }
  }
  // It asks for the port, and offers one of its own.
  window.dispatchEvent(new Event('taokey-request'))
  const { port1, port2 } = new MessageChannel()
  port2.onmessage = note('stolen')
  window.isTaken = !window.dispatchEvent(new MessageEvent('taokey-offer', { ports: [port1], cancelable: true }))
  window.asked = window.heard.splice(0)
</script></head><body>A site</body></html>`

/** What its first script left. */
interface Spied {
  readonly atFirst: readonly string[]
  readonly asked: readonly string[]
  readonly heard: readonly string[]
  readonly isTaken: boolean
}

export function spiedBy(page: Page): Promise<Spied> {
  return page.evaluate(() => {
    const { atFirst, asked, heard, isTaken } = globalThis as unknown as Spied
    return { atFirst, asked, heard, isTaken }
  })
}
