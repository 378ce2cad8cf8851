/** The fixture of the browser tests: builds a variant, loads it into a fresh Chromium, and can stop its worker. */

import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core'
import { CHROMIUM } from '../../scripts/chromium.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** The modes of the build (`build/parts.ts`). */
export type Mode = 'production' | 'bare' | 'hostile' | 'control' | 'route' | 'probe'

/** A built extension in a folder of its own; `remove` deletes it. */
export interface Build {
  folder: string
  /** The list of packages per entry, as the build wrote it. */
  packages: string
  remove(): Promise<void>
}

/**
 * Builds a variant beside the others, never into `dist`: several builds may run at once.
 * @throws with the output of the build if it fails
 */
export async function buildExtension(mode: Mode): Promise<Build> {
  const parent = await mkdtemp(join(tmpdir(), `taokey-${mode}-`))
  const folder = join(parent, 'dist')
  const packages = join(parent, 'packages.json')
  // The test runner says it is a test; the extension is to be built as it ships.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env
  await promisify(execFile)('node_modules/.bin/vite', ['build', '--mode', mode, '--logLevel', 'error'], {
    cwd: ROOT,
    env: { ...env, TAOKEY_OUT: folder, TAOKEY_PACKAGES: packages },
  })
  return { folder, packages, remove: () => rm(parent, { recursive: true, force: true }) }
}

/** What a browser has left behind. Some process of its own may write there for a moment after it has ended. */
export function removeProfile(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 10 })
}

/** What the browser calls a worker that it has not taken in yet. */
const TAKING_IN: ReadonlySet<string> = new Set(['new', 'installing', 'activating'])

/**
 * What the browser is to leave alone. First what the driver leaves out itself, for the last list given is the only one heard;
 * then pages of the browser's own address bar and a renderer kept in reserve: a tenth of the processor's time of all these
 * tests, and nothing that a wallet or a site sees.
 */
const LEFT_OUT = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'SpareRendererForSitePerProcess',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
]

/** A running browser with the extension in it. */
export interface Extension {
  context: BrowserContext
  id: string
  /** The worker, started if it had stopped. */
  worker(): Promise<Worker>
  /** Opens a page of the extension by its exact path, in a tab. */
  open(path: string): Promise<Page>
  /** Stops the worker as the browser does when it is idle; resolves when it is down. */
  stopWorker(): Promise<void>
  /** Whether the worker runs now. */
  isWorkerRunning(): Promise<boolean>
  close(): Promise<void>
}

/** What the browser is started with besides; `without` are the driver's own, left out to be more as people have it. */
interface Switches {
  readonly without?: readonly string[] | undefined
  readonly added?: readonly string[]
}

/**
 * Loads a built extension.
 * @param profile a folder that outlives the browser; without it a fresh one is made and deleted. A profile is never used
 * for two builds: the browser would run the worker of the first.
 */
export async function launch(
  folder: string,
  profile?: string,
  { without = [], added = [] }: Switches = {},
): Promise<Extension> {
  const data = profile ?? (await mkdtemp(join(tmpdir(), 'taokey-profile-')))
  const context = await chromium.launchPersistentContext(data, {
    executablePath: CHROMIUM,
    headless: true,
    ignoreDefaultArgs: [...without],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--disable-features=${LEFT_OUT.join()}`,
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      ...added,
    ],
  })
  const first =
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 60_000 }))
  const id = new URL(first.url()).host
  const home = `chrome-extension://${id}`

  const open = async (path: string): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(home + path)
    return page
  }

  const running = async (session: CDPSession): Promise<readonly string[]> => {
    const versions = new Map<string, { status: string; runningStatus: string }>()
    // The list comes after the answer: who does not wait for it finds nothing running and stops nothing. Nor is a first
    // life cut short: the browser would forget a worker that was stopped while it takes it in.
    await new Promise<void>((told, failed) => {
      session.on('ServiceWorker.workerVersionUpdated', (event) => {
        for (const version of event.versions)
          if (version.scriptURL.startsWith(home)) versions.set(version.versionId, version)
        const isTakenIn = [...versions.values()].every(({ status }) => !TAKING_IN.has(status))
        if (versions.size > 0 && isTakenIn) told()
      })
      session.send('ServiceWorker.enable').catch(failed)
    })
    return [...versions]
      .filter(([, { runningStatus }]) => runningStatus !== 'stopped')
      .map(([versionId]) => versionId)
  }

  const withSession = async <T>(work: (session: CDPSession) => Promise<T>): Promise<T> => {
    const page =
      context.pages().find((each) => each.url().startsWith(home)) ?? (await open('/popup/index.html'))
    const session = await context.newCDPSession(page)
    try {
      return await work(session)
    } finally {
      await session.detach()
    }
  }

  return {
    context,
    id,
    open,
    async worker() {
      const found = context.serviceWorkers().find((each) => each.url().startsWith(home))
      return found ?? (await context.waitForEvent('serviceworker', { timeout: 60_000 }))
    },
    stopWorker: () =>
      withSession(async (session) => {
        const up = await running(session)
        // Heard and not asked for: a window that is open wakes the worker again as soon as it is down.
        const down = new Promise<void>((done) => {
          const left = new Set(up)
          if (left.size === 0) done()
          session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
            for (const { versionId, runningStatus } of versions)
              if (runningStatus === 'stopped') left.delete(versionId)
            if (left.size === 0) done()
          })
        })
        for (const versionId of up) await session.send('ServiceWorker.stopWorker', { versionId })
        let timer: NodeJS.Timeout | undefined
        const late = new Promise<never>((_, failed) => {
          timer = setTimeout(() => failed(new Error('the worker does not stop')), 20_000)
        })
        await Promise.race([down, late]).finally(() => clearTimeout(timer))
      }),
    isWorkerRunning: () => withSession(async (session) => (await running(session)).length > 0),
    async close() {
      await context.close()
      if (profile === undefined) await removeProfile(data)
    },
  }
}
