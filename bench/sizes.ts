/** JavaScript by gzip: the files as they were built, and the popup once more by what its page really asks for. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { WALLET_PAGE } from '#shared/protocol/places.ts'
import { SIZE_LIMITS } from '../scripts/size-limits.ts'
import { navigate, OURS } from './browser.ts'
import type { Ground } from './ground.ts'
import type { Marks } from './in-page/marks.ts'
import { inPage } from './in-page.ts'
import { atMost, type Figure, figure, type Limit } from './statistics.ts'

const { approve: _, ...LIMITS } = SIZE_LIMITS

const only = (ours: number): { floor: []; ours: [number] } => ({ floor: [], ours: [ours] })

export async function benchSizes(): Promise<readonly Figure[]> {
  const root = resolve(import.meta.dirname, '..')
  const sizes = ['--import', 'tsx', 'scripts/sizes.ts', '--json']
  const { stdout } = await promisify(execFile)(process.execPath, sizes, { cwd: root })
  const told = JSON.parse(stdout) as Record<string, number>
  const names = Object.keys(LIMITS) as readonly (keyof typeof LIMITS)[]
  return names.map((name) =>
    figure(WORDS[name], 'kB', only(larger(told[name], found[name]?.()) / 1000), atMost(LIMITS[name])),
  )
}

/** What ships where is said by the manifest; a script that was looked for elsewhere must not pass as nothing. */
const found: Partial<Record<keyof typeof LIMITS, () => number>> = {
  relay: () => contentScripts('ISOLATED'),
  page: () => contentScripts('MAIN'),
}

function contentScripts(world: 'ISOLATED' | 'MAIN'): number {
  const manifest = JSON.parse(readFileSync(join(OURS, 'manifest.json'), 'utf8')) as {
    readonly content_scripts: readonly { readonly js: readonly string[]; readonly world?: string }[]
  }
  const scripts = manifest.content_scripts.filter((each) => (each.world ?? 'ISOLATED') === world)
  return gzipped(scripts.flatMap(({ js }) => js))
}

function gzipped(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(OURS, file)), { level: 9 }).length, 0)
}

const larger = (one = 0, other = 0): number => Math.max(one, other)

const WORDS = {
  popup: 'JavaScript of the popup by scripts/sizes.ts, gzip',
  worker: 'JavaScript of the worker, gzip',
  relay: 'JavaScript of the relay, gzip',
  page: 'JavaScript of the page script, gzip',
} as const

export interface Fetched {
  readonly kB: number
  readonly files: readonly string[]
}

/** The scripts the popup asks for until a button that a person can press is painted; what it reads after that is in nobody's way. */
export async function fetchedByPopup({ browser, ours }: Ground): Promise<Fetched> {
  const tab = await browser.emptyTab()
  /** When each was asked for, in ms since 1970. */
  const asked = new Map<string, number>()
  await tab.send('Network.enable')
  await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: await inPage('marks') })
  tab.on('Network.requestWillBeSent', ({ request, wallTime }) => {
    const { pathname } = new URL((request as { readonly url: string }).url)
    if (pathname.endsWith('.js')) asked.set(pathname, Number(wallTime) * 1000)
  })
  await navigate(tab, `${ours}${WALLET_PAGE}`)
  const { button, cached } = await tab.evaluate<Awaited<ReturnType<Marks['wait']>>>("marks.wait('button')")
  const usable = cached?.painted ?? button?.at
  if (usable === undefined) throw new Error('the popup shows no button')
  const until = usable + (await tab.evaluate<number>('performance.timeOrigin'))
  await tab.close()
  const files = [...asked].filter(([, at]) => at <= until).map(([file]) => file)
  return { kB: gzipped(files) / 1000, files }
}

export function fetchedFigures(byState: Readonly<Record<string, Fetched>>): readonly Figure[] {
  const limit: Limit = atMost(LIMITS.popup)
  return Object.entries(byState).map(([state, { kB }]) =>
    figure(`JavaScript fetched by the popup until its first button, ${state}`, 'kB', only(kB), limit),
  )
}
