/** The room as it ships (behind windows without the app), in Chromium: what it finds of its walls, and a vault's life. */

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APPROVE_PAGE, BRIDGE_PAGE, WALLET_PAGE } from '#shared/protocol/places.ts'
import { type Build, buildExtension, type Extension, launch } from './extension.ts'
import { addRoomClient } from './room-client.ts'

let build: Build
let extension: Extension
let wallet: Page
beforeAll(async () => {
  build = await buildExtension('bare')
  extension = await launch(build.folder)
  wallet = await addRoomClient(await extension.open(WALLET_PAGE))
})
afterAll(async () => {
  await extension.close()
  await build.remove()
})

const PASSWORD = 'correct horse battery staple'
const fresh = { fails: 0, nextAt: 0 }

describe('the room that ships', () => {
  it('passes every check of its walls', async () => {
    // The bridge's window hears the report of the room that starts after a lock.
    const boot = await wallet.evaluate(async (path) => {
      await room.wallet.open()
      const bridge = chrome.extension.getViews().find((view) => view.location.pathname === path)
      const report = new Promise<{ ok: boolean; checks: { name: string; ok: boolean }[] }>((done) => {
        bridge?.addEventListener('message', ({ data }) => data.kind === 'ready' && done(data.boot))
      })
      await room.wallet.call['room.lock'](undefined)
      return report
    }, BRIDGE_PAGE)
    expect(boot.checks.filter(({ ok }) => !ok)).toEqual([])
    expect(boot.checks.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'opaque origin',
        'no connections',
        'no network',
        'own randomness',
        'derivation',
        'keys',
      ]),
    )
    expect(boot.ok).toBe(true)
  })

  it('makes a vault, opens it in a room started anew, and forgets it at the lock', async () => {
    const life = await wallet.evaluate(
      async ({ password, attempts }) => {
        const { call } = room.wallet
        const first = await room.wallet.open()
        const made = await call['room.newWords']({ count: 12 })
        if (!made.ok) return made
        const source = { kind: 'words' as const, words: made.value.words, password: '' }
        const account = { source, derivation: { path: '', scheme: 'sr25519' as const }, name: 'one' }
        const created = await call['room.create']({ password, autoLockMinutes: 15, first: account })
        if (!created.ok) return created
        await call['room.lock'](undefined)
        const second = await room.wallet.open()
        const locked = await call['room.status'](undefined)
        const { sealed } = created.value
        const unlocking = { sealed, attempts, autoLockMinutes: 15 }
        const wrong = await call['room.unlock']({ ...unlocking, password: `${password}!` })
        const began = performance.now()
        const right = await call['room.unlock']({ ...unlocking, password })
        const took = performance.now() - began
        const unlocked = await call['room.status'](undefined)
        return { first, second, locked, wrong, right, unlocked, took, accounts: sealed.accounts.length }
      },
      { password: PASSWORD, attempts: fresh },
    )
    expect(life).toMatchObject({
      locked: { ok: true, value: { kind: 'locked' } },
      wrong: { ok: true, value: { outcome: 'wrong-password', attempts: { fails: 1 } } },
      right: { ok: true, value: { outcome: 'unlocked', attempts: fresh } },
      unlocked: { ok: true, value: { kind: 'unlocked' } },
      accounts: 1,
    })
    if (!('took' in life)) throw new Error('no vault')
    expect(life.first).not.toEqual(life.second)
    console.log(`unlock with argon2id, 64 MiB and three passes: ${Math.round(life.took)} ms`)
  })

  it('keeps its vault open for a review in another window, which may not see words', async () => {
    const approve = await addRoomClient(await extension.open(APPROVE_PAGE))
    const seen = await approve.evaluate(async () => ({
      status: await room.approve.call['room.status'](undefined),
      words: await room.wallet.call['room.newWords']({ count: 12 }),
    }))
    expect(seen).toMatchObject({ status: { value: { kind: 'unlocked' } }, words: { ok: false } })
  })
})
