/** A hostile dependency in the worker tries to answer for our pages. The same one without the locks does it. */

import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page, Worker } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APPROVE_PAGE, BRIDGE_PAGE, VAULT_PAGE, WALLET_PAGE } from '#shared/protocol/places.ts'
import { type Build, buildExtension, type Extension, launch, type Mode, removeProfile } from '../extension.ts'
import { type ListeningServer, listen } from '../listening-server.ts'

/** What the planted script leaves (`test/e2e/hostile/worker/takeover.js`). */
interface Hostile {
  tries: Record<string, string>
  fetched: string[]
  server: string
}
declare const hostile: Hostile
// The worker's own, which this project's types do not have.
declare const clients: unknown
declare const registration: unknown

const PAGES = [WALLET_PAGE, APPROVE_PAGE, BRIDGE_PAGE]

let server: ListeningServer
beforeAll(async () => {
  server = await listen()
})
afterAll(() => server.close())

function suite(mode: Mode): { extension: () => Extension; worker: () => Promise<Worker> } {
  let build: Build | undefined
  let extension: Extension | undefined
  const running = (): Extension => {
    if (extension === undefined) throw new Error('not launched')
    return extension
  }
  beforeAll(async () => {
    build = await buildExtension(mode)
    extension = await launch(build.folder)
    await tellServer(await extension.worker())
  })
  afterAll(async () => {
    await extension?.close()
    await build?.remove()
  })
  return { extension: running, worker: () => running().worker() }
}

async function tellServer(worker: Worker): Promise<void> {
  await worker.evaluate((address) => {
    hostile.server = address
  }, `http://127.0.0.1:${server.port}`)
}

async function isForged(page: Page): Promise<boolean> {
  const title = await page.title()
  await page.close()
  return title.startsWith('forged')
}

describe('without the locks', () => {
  const { extension, worker } = suite('control')

  it('a hostile worker listens, replaces every page of ours, and what it put there reaches a host we never named', async () => {
    expect(await worker().then((each) => each.evaluate(() => hostile.tries['addEventListener']))).toBe('done')
    for (const path of PAGES) {
      const page = await extension().open(path)
      await page.waitForFunction(() => document.title === 'forged and running')
      expect(await isForged(page)).toBe(true)
    }
    await expect.poll(() => server.requests).toContain('GET /stolen')
  })
})

describe('with the locks', () => {
  const { extension, worker } = suite('hostile')

  it('refuses every way to listen', async () => {
    const tries = await worker().then((each) => each.evaluate(() => hostile.tries))
    const { 'spoiling addRoutes': spoilt, ...ways } = tries
    expect(spoilt).toBe('done')
    expect(Object.keys(ways).length).toBeGreaterThanOrEqual(17)
    for (const [way, outcome] of Object.entries(ways))
      expect(`${way}: ${outcome}`).toMatch(/refused|not a function/)
  })

  it('refuses a listener that comes late', async () => {
    const outcome = await worker().then((each) =>
      each.evaluate(() => {
        try {
          self.addEventListener('fetch', () => undefined)
          return 'listening'
        } catch {
          return 'refused'
        }
      }),
    )
    expect(outcome).toBe('refused')
  })

  it('shows our own pages', async () => {
    const before = server.requests.length
    for (const path of [...PAGES, VAULT_PAGE])
      expect(await isForged(await extension().open(path))).toBe(false)
    expect(await worker().then((each) => each.evaluate(() => hostile.fetched))).toEqual([])
    expect(server.requests.length).toBe(before)
  })

  it('has no hold of our windows, to which it could send a port', async () => {
    const found = await worker().then((each) =>
      each.evaluate(() => `${typeof clients} ${typeof registration}`),
    )
    expect(found).toBe('undefined undefined')
  })

  it('has no cache in which an answer for a page of ours could lie', async () => {
    expect(await worker().then((each) => each.evaluate(() => typeof caches))).toBe('undefined')
  })

  it('has no rules with which requests of our pages could be bent', async () => {
    const rules = await worker().then((each) => each.evaluate(() => typeof chrome.declarativeNetRequest))
    expect(rules).toBe('undefined')
  })
})

describe('with the first lock picked', () => {
  it('the route alone keeps the worker away from our pages, also after a stop and after the browser starts again', async () => {
    const build = await buildExtension('route')
    const profile = await mkdtemp(join(tmpdir(), 'taokey-profile-'))
    try {
      const first = await launch(build.folder, profile)
      const tries = await (await first.worker()).evaluate(() => hostile.tries)
      expect(tries['with the native function']).toBe('done')
      await expectOwnPages(first)
      await first.stopWorker()
      await expectOwnPages(first)
      await first.close()

      const second = await launch(build.folder, profile)
      await expectOwnPages(second)
      await second.close()
    } finally {
      await removeProfile(profile)
      await build.remove()
    }
  })
})

/** Every page is ours, and the worker, though it listens, was not asked for one. */
async function expectOwnPages(extension: Extension): Promise<void> {
  for (const path of PAGES) expect(await isForged(await extension.open(path))).toBe(false)
  const worker = await extension.worker()
  expect(await worker.evaluate(() => hostile.fetched)).toEqual([])
}
