/** What outlives what: the room the worker, a lock nothing. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APPROVE_PAGE, WALLET_PAGE } from '#shared/protocol/places.ts'
import { type Build, buildExtension, type Extension, launch } from '../extension.ts'
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

describe('an unlocked room', () => {
  it('stays unlocked when the worker is stopped, again and again', async () => {
    const page = await addRoomClient(await extension.open(WALLET_PAGE))
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
    const page = await addRoomClient(await extension.open(WALLET_PAGE))
    const status = await page.evaluate(() => room.wallet.call['room.status'](undefined))
    expect(status).toMatchObject({ ok: true, value: { kind: 'unlocked' } })
  })

  it('is another and locked after its document was closed under it', async () => {
    const page = await addRoomClient(await extension.open(WALLET_PAGE))
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
