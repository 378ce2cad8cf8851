/** That there is one room, wherever it was put; what outlives what: the room the worker, a lock nothing; and what a first life takes in. */

import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APPROVE_PAGE, BRIDGE_PAGE, VAULT_PAGE, WALLET_PAGE } from '#shared/protocol/places.ts'
import { type Build, buildExtension, type Extension, launch, removeProfile } from '../extension.ts'
import { addRoomClient } from '../room-client.ts'

let build: Build
let extension: Extension
beforeAll(async () => {
  build = await buildExtension('bare')
  extension = await launch(build.folder)
})
afterAll(async () => {
  await extension.close()
  await build.remove()
})

const openClient = async () => addRoomClient(await extension.open(WALLET_PAGE))

describe('the room', () => {
  it('is one, however many ask for it at once', async () => {
    const pages = [await openClient(), await openClient()]
    const opened = await Promise.all(
      pages.map((page) =>
        page.evaluate(async () => {
          const all = await Promise.all(Array.from({ length: 6 }, () => room.openRoomPort()))
          return all.map((one) => (one.ok ? one.value.boot : one.error.code))
        }),
      ),
    )
    const boots = opened.flat()
    expect(boots).toHaveLength(12)
    expect(new Set(boots).size).toBe(1)
    expect(boots[0]).toMatch(/^[0-9a-f]{32}$/)
    const documents = await (await extension.worker()).evaluate(() =>
      chrome.runtime.getContexts({ contextTypes: [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT] }),
    )
    expect(documents).toHaveLength(1)
    for (const page of pages) await page.close()
  })

  for (const place of [`${BRIDGE_PAGE}?x`, `${BRIDGE_PAGE}#x`, WALLET_PAGE])
    it(`is started anew where a worker has put ${place} in its place`, async () => {
      const worker = await extension.worker()
      await worker.evaluate(async (url) => {
        await chrome.offscreen.closeDocument().catch(() => undefined)
        await chrome.offscreen.createDocument({
          url,
          reasons: [chrome.offscreen.Reason.DOM_PARSER],
          justification: 'x',
        })
      }, place)
      const page = await openClient()
      const opened = await page.evaluate(() => room.wallet.open())
      expect(opened.ok).toBe(true)
      const [document] = await worker.evaluate(() =>
        chrome.runtime.getContexts({ contextTypes: [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT] }),
      )
      expect(document?.documentUrl).toBe(`chrome-extension://${extension.id}${BRIDGE_PAGE}`)
      await page.close()
    })

  it('is not in a copy of the bridge opened in a tab, and is reached past that copy', async () => {
    const copy = await extension.open(BRIDGE_PAGE)
    expect(await copy.locator('iframe').count()).toBe(0)
    const page = await openClient()
    expect((await page.evaluate(() => room.wallet.open())).ok).toBe(true)
    await copy.close()
    await page.close()
  })

  it('is not started by the sandboxed page when nobody frames it', async () => {
    const page = await extension.open(VAULT_PAGE)
    await page.waitForTimeout(500)
    expect(page.workers()).toHaveLength(0)
    await page.close()
  })
})

describe('an unlocked room', () => {
  it('stays unlocked when the worker is stopped, again and again', async () => {
    const page = await openClient()
    const created = await page.evaluate(() =>
      room.wallet.call['room.create']({
        password: 'walnut orbit seven quiet lanterns',
        autoLockMinutes: 15,
        first: null,
      }),
    )
    expect(created.ok).toBe(true)
    for (let times = 0; times < 3; times++) {
      await extension.stopWorker()
      const status = await page.evaluate(() => room.wallet.call['room.status'](undefined))
      expect(status).toMatchObject({ ok: true, value: { kind: 'unlocked' } })
    }
  })

  it('is reached by a new line of a window while the worker stays stopped', async () => {
    const page = await addRoomClient(await extension.open(APPROVE_PAGE))
    await extension.stopWorker()
    const status = await page.evaluate(() => room.approve.call['room.status'](undefined))
    expect(status).toMatchObject({ ok: true, value: { kind: 'unlocked' } })
    expect(await extension.isWorkerRunning()).toBe(false)
    await page.close()
  })

  it('stays unlocked with every window closed', async () => {
    for (const page of extension.context.pages().slice(1)) await page.close()
    await extension.stopWorker()
    const page = await openClient()
    const status = await page.evaluate(() => room.wallet.call['room.status'](undefined))
    expect(status).toMatchObject({ ok: true, value: { kind: 'unlocked' } })
  })

  it('is another and locked after its document was closed under it', async () => {
    const page = await openClient()
    const before = await page.evaluate(() => room.wallet.open())
    const ended = page.evaluate(() => new Promise((done) => room.wallet.onEnd(() => done('told'))))
    await page.evaluate(() => chrome.offscreen.closeDocument())
    // The line finds out at its next word.
    await page.evaluate(() => room.wallet.call['room.status'](undefined))
    expect(await ended).toBe('told')
    const after = await page.evaluate(() => room.wallet.open())
    expect(before.ok && after.ok && before.value.boot !== after.value.boot).toBe(true)
    const status = await page.evaluate(() => room.wallet.call['room.status'](undefined))
    expect(status).toMatchObject({ ok: true, value: { kind: 'locked' } })
  })
})

describe('the second half of the worker', () => {
  it('is there in its later lives, also in a browser that is started anew', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'taokey-later-'))
    // As the worker itself loads it; what was not taken in at the first life is refused from the second on.
    const loads = async (started: Extension): Promise<string> => {
      await started.open(WALLET_PAGE)
      return (await started.worker()).evaluate(() => {
        importScripts('/worker-later.js')
        return typeof Reflect.get(globalThis, 'taokeyLater')
      })
    }
    try {
      for (let times = 0; times < 2; times++) {
        const started = await launch(build.folder, profile)
        expect(await loads(started)).toBe('function')
        await started.stopWorker()
        expect(await loads(started)).toBe('function')
        await started.close()
      }
    } finally {
      await removeProfile(profile)
    }
  })
})
