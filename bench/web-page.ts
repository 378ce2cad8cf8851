/** What the extension adds to every web page: to its load, and whether the first inline script sees the provider. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { OURS, startBrowser } from './browser.ts'
import { atMost, type Figure, figure, median } from './statistics.ts'

// polkadot-js 0.63.1 added 11 ms in two passes, measured with this method on a machine of this kind.
const POLKADOT_JS_ADDS_MS = 11
const PAGE = `<!doctype html><script>window.seen = 'taokey' in (window.injectedWeb3 ?? {})</script><h1>A page</h1>`

async function loads(folders: readonly string[], url: string, count: number): Promise<{ ms: number[]; seen: boolean }> {
  const browser = await startBrowser(folders)
  try {
    const page = await browser.context.newPage()
    await page.goto(url)
    const ms: number[] = []
    let seen = true
    for (let load = 0; load < count; load += 1) {
      await page.goto(`${url}?${load}`)
      const [entry] = await page.evaluate(() =>
        performance.getEntriesByType('navigation').map((each) => (each as PerformanceNavigationTiming).toJSON() as { domContentLoadedEventEnd: number }),
      )
      ms.push(entry?.domContentLoadedEventEnd ?? 0)
      seen &&= await page.evaluate(() => (window as unknown as { seen: boolean }).seen)
    }
    return { ms, seen }
  } finally {
    await browser.close()
  }
}

export async function benchWebPage(runs: number): Promise<readonly Figure[]> {
  const server = createServer((_request, reply) => reply.setHeader('content-type', 'text/html').end(PAGE))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  try {
    const without: number[] = []
    const added: number[] = []
    for (let pass = 0; pass < 3; pass += 1) {
      const bare = await loads([], url, runs)
      const ours = await loads([OURS], url, runs)
      if (!ours.seen) throw new Error('a first inline script ran before the provider was there')
      without.push(median(bare.ms))
      added.push(median(ours.ms) - median(bare.ms))
    }
    return [
      figure('added to a page’s DOMContentLoaded (three passes)', 'ms', { floor: [], ours: added }, {
        ...atMost(0.6 * POLKADOT_JS_ADDS_MS),
        rule: '≤ 0.6× polkadot-js (11 ms)',
      }),
    ]
  } finally {
    server.close()
  }
}
