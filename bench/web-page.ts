/** What the extension adds to every web page: to its load, and whether the first inline script sees the provider. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, navigate, OURS, pause, startBrowser, type Tab } from './browser.ts'
import { atMost, type Figure, figure } from './statistics.ts'

// polkadot-js 0.63.1 added 11 ms in two passes, measured with this method on a machine of this kind.
const POLKADOT_JS_ADDS_MS = 11
const PAGE = `<!doctype html><script>window.seen = 'taokey' in (window.injectedWeb3 ?? {})</script><h1>A page</h1>`
/** The difference is a few milliseconds and one load costs little. */
const LOADS_PER_RUN = 4
const WARM_UP = 5
const SETTLE_MS = 1_000

interface Load {
  readonly ms: number
  readonly seen: boolean
}

async function load(tab: Tab, url: string): Promise<Load> {
  await navigate(tab, url)
  return tab.evaluate<Load>(`({
    ms: performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd,
    seen: window.seen,
  })`)
}

export async function benchWebPage(runs: number): Promise<readonly Figure[]> {
  const server = createServer((_request, reply) => reply.setHeader('content-type', 'text/html').end(PAGE))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const browsers: Browser[] = []
  try {
    // Two browsers side by side, so that what else the machine does falls on both alike.
    const bare = await startBrowser([])
    browsers.push(bare)
    const ours = await startBrowser([OURS])
    browsers.push(ours)
    await pause(SETTLE_MS)
    const without = await bare.emptyTab()
    const within = await ours.emptyTab()
    const samples = { floor: [] as number[], ours: [] as number[] }
    let unseen = 0
    for (let each = -WARM_UP; each < runs * LOADS_PER_RUN; each += 1) {
      const { ms } = await load(without, `${url}?${each}`)
      const loaded = await load(within, `${url}?${each}`)
      if (!loaded.seen) unseen += 1
      if (each < 0) continue
      samples.floor.push(ms)
      samples.ours.push(loaded.ms)
    }
    const allowed = 0.6 * POLKADOT_JS_ADDS_MS
    return [
      figure('a web page to DOMContentLoaded; floor: no extension', 'ms', samples, {
        rule: `≤ + 0.6 × polkadot-js’s 11 = + ${allowed.toFixed(1)}`,
        of: (floor) => floor + allowed,
      }),
      figure(
        'pages whose first inline script misses the provider',
        'pages',
        { floor: [], ours: [unseen] },
        atMost(0),
      ),
    ]
  } finally {
    for (const browser of browsers) await browser.close()
    server.close()
  }
}
