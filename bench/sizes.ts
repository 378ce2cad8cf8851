/** JavaScript by gzip: the files as they were built, and the popup once more by what its page really asks for. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { WALLET_PAGE } from '#shared/protocol/places.ts'
import { navigate, OURS } from './browser.ts'
import type { Ground } from './ground.ts'
import { inPage } from './in-page.ts'
import { atMost, type Figure, figure, type Limit } from './statistics.ts'

/** kB are 1,000 bytes. Nothing at all is no small script but a file that was not found. */
const LIMITS = { popup: 120, worker: 90, relay: 4, page: 3 } as const

const only = (ours: number): { floor: []; ours: [number] } => ({ floor: [], ours: [ours] })

export async function benchSizes(): Promise<readonly Figure[]> {
  const root = resolve(import.meta.dirname, '..')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'scripts/sizes.ts', '--json'],
    {
      cwd: root,
    },
  )
  const told = JSON.parse(stdout) as Record<string, number>
  return (Object.entries(LIMITS) as [keyof typeof LIMITS, number][]).map(([name, limit]) =>
    figure(`JavaScript of the ${WORDS[name]}, gzip`, 'kB', only((told[name] ?? 0) / 1000), atMost(limit)),
  )
}

const WORDS = {
  popup: 'popup, by its files',
  worker: 'worker',
  relay: 'relay',
  page: 'page script',
} as const

export interface Fetched {
  readonly kB: number
  readonly files: readonly string[]
}

/** The scripts the popup asks for until a person can press something, and after that for as long as it takes to paint. */
export async function fetchedByPopup({ browser, ours }: Ground): Promise<Fetched> {
  const tab = await browser.emptyTab()
  const files = new Set<string>()
  await tab.send('Network.enable')
  await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: await inPage('marks') })
  tab.on('Network.requestWillBeSent', ({ request }) => {
    const { pathname } = new URL((request as { readonly url: string }).url)
    if (pathname.endsWith('.js')) files.add(pathname)
  })
  await navigate(tab, `${ours}${WALLET_PAGE}`)
  await tab.evaluate("marks.wait('button')")
  await tab.close()
  const bytes = [...files].map((file) => gzipSync(readFileSync(join(OURS, file)), { level: 9 }).length)
  return { kB: bytes.reduce((sum, each) => sum + each, 0) / 1000, files: [...files] }
}

export function fetchedFigures(byState: Readonly<Record<string, Fetched>>): readonly Figure[] {
  const limit: Limit = atMost(LIMITS.popup)
  return Object.entries(byState).map(([state, { kB }]) =>
    figure(`JavaScript fetched by the popup until its first button, ${state}`, 'kB', only(kB), limit),
  )
}
