/** Browsers to measure in: fresh ones with one extension, as at a person's first start, and one with both to compare in. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { CHROMIUM } from '../scripts/chromium.ts'
import { type Debugger, openDebugger, type Session } from './debugger.ts'

export const FLOOR = resolve(import.meta.dirname, 'floor')
export const OURS = resolve(import.meta.dirname, '..', process.env['TAOKEY_OUT'] ?? 'dist')

export interface Tab extends Session {
  close(): Promise<void>
}

export interface Browser {
  readonly version: string
  /** `chrome-extension://<id>` of an extension by its folder. */
  origin(folder: string): string
  /**
   * Opens a page in a tab in front, by the time its load event fires.
   * @param before a script that runs in the page before its own
   */
  open(url: string, before?: string): Promise<Tab>
  /** An empty tab, to be navigated by whoever asked for it. */
  emptyTab(): Promise<Tab>
  /** A worker or hidden document whose address begins so; undefined while none runs. */
  find(address: string): Promise<Session | undefined>
  close(): Promise<void>
}

/** A browser with a profile nobody used, and these extensions. */
export async function startBrowser(folders: readonly string[]): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error('no Chromium: run `node scripts/prepare.mjs`')
  const profile = await mkdtemp(join(tmpdir(), 'bench-'))
  const child = spawn(CHROMIUM, flags(profile, folders), { stdio: 'ignore' })
  const line = await openDebugger(await addressOfDebugger(profile, child))
  const { product } = await line.send('Browser.getVersion')
  const origins = new Map<string, string>()
  for (const folder of folders) origins.set(folder, await originOf(line, folder))

  const emptyTab = async (): Promise<Tab> => {
    const { targetId } = await line.send('Target.createTarget', { url: 'about:blank' })
    const session = await line.attach(targetId)
    await session.send('Page.enable')
    return { ...session, close: async () => void (await line.send('Target.closeTarget', { targetId })) }
  }

  return {
    version: product,
    origin: (folder) => {
      const origin = origins.get(folder)
      if (origin === undefined) throw new Error(`${folder} is not loaded`)
      return origin
    },
    emptyTab,
    open: async (url, before) => {
      const tab = await emptyTab()
      if (before !== undefined) await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: before })
      await navigate(tab, url)
      return tab
    },
    find: async (address) => {
      const { targetInfos } = await line.send('Target.getTargets', { filter: [{}] })
      const found = targetInfos.find(({ url }) => url.startsWith(address))
      return found && line.attach(found.targetId)
    },
    close: async () => {
      const ended = new Promise((done) => child.once('exit', done))
      await line.send('Browser.close').catch(() => child.kill())
      await ended
      line.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Resolves when the page's load event has fired. */
export async function navigate(tab: Session, url: string): Promise<void> {
  const loaded = new Promise<void>((done) => {
    const stop = tab.on('Page.loadEventFired', () => {
      stop()
      done()
    })
  })
  const { errorText } = await tab.send('Page.navigate', { url })
  if (errorText !== undefined) throw new Error(`${url}: ${errorText}`)
  await loaded
}

function flags(profile: string, folders: readonly string[]): string[] {
  return [
    '--headless=new',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    '--window-size=360,600',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--no-default-browser-check',
    '--password-store=basic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-component-extensions-with-background-pages',
    '--disable-default-apps',
    '--disable-sync',
    '--disable-breakpad',
    // What is compared must not run at a lower priority because its tab is not in front.
    '--disable-renderer-backgrounding',
    '--disable-backgrounding-occluded-windows',
    '--disable-background-timer-throttling',
    ...(folders.length > 0
      ? [`--disable-extensions-except=${folders.join(',')}`, `--load-extension=${folders.join(',')}`]
      : ['--disable-extensions']),
    'about:blank',
  ]
}

async function addressOfDebugger(profile: string, child: ChildProcess): Promise<string> {
  const file = join(profile, 'DevToolsActivePort')
  for (let looks = 0; looks < 400; looks += 1) {
    if (child.exitCode !== null) throw new Error(`the browser ended with ${child.exitCode}`)
    const [port, path] = existsSync(file) ? (await readFile(file, 'utf8')).split('\n') : []
    if (port && path) return `ws://127.0.0.1:${port}${path}`
    await pause(50)
  }
  throw new Error('the browser opens no debugger')
}

/** An unpacked extension's id is made of its folder's path. Waits until its worker has started, as it does once loaded. */
async function originOf(line: Debugger, folder: string): Promise<string> {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32)
  const id = [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')
  const origin = `chrome-extension://${id}`
  for (let looks = 0; looks < 400; looks += 1) {
    const { targetInfos } = await line.send('Target.getTargets', { filter: [{}] })
    if (targetInfos.some(({ url }) => url.startsWith(`${origin}/`))) return origin
    await pause(50)
  }
  throw new Error(`${folder} does not start`)
}

interface Version {
  readonly scriptURL: string
  readonly versionId: string
  readonly runningStatus: string
}

/** The workers of an extension that run now. @param page any page of the same profile */
async function runningWorkers(page: Session, origin: string): Promise<readonly string[]> {
  const status = new Map<string, string>()
  const stop = page.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { scriptURL, versionId, runningStatus } of versions as readonly Version[])
      if (scriptURL.startsWith(`${origin}/`)) status.set(versionId, runningStatus)
  })
  await page.send('ServiceWorker.enable')
  // What runs is told by events, and they may come after the answer.
  await page.evaluate('new Promise((done) => setTimeout(done, 30))')
  stop()
  await page.send('ServiceWorker.disable')
  return [...status].filter(([, now]) => now !== 'stopped').map(([id]) => id)
}

export async function isWorkerRunning(page: Session, origin: string): Promise<boolean> {
  return (await runningWorkers(page, origin)).length > 0
}

/** Stops an extension's worker, as the browser does with an idle one. */
export async function stopWorker(page: Session, origin: string): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    const ids = await runningWorkers(page, origin)
    if (ids.length === 0) return
    await page.send('ServiceWorker.enable')
    for (const versionId of ids) await page.send('ServiceWorker.stopWorker', { versionId })
    await page.send('ServiceWorker.disable')
  }
  throw new Error('the worker does not stop')
}

/** JavaScript heap in MB after a collection, of whatever a session is attached to. */
export async function heapOf(session: Session): Promise<number> {
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.send('HeapProfiler.disable')
  return usedSize / 1e6
}

/** Milliseconds from navigation to the first contentful paint of a page. */
export function firstPaint(page: Session): Promise<number> {
  return page.evaluate(`new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const entry = list.getEntriesByName('first-contentful-paint')[0]
      if (entry !== undefined) resolve(entry.startTime)
    }).observe({ type: 'paint', buffered: true })
  })`)
}

export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}
