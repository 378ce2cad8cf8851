import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bob } from '../build/devnet-chain.ts'
import { createVault, unlock } from '../build/journeys.ts'
import { ALICE, answerOf, PASSWORD } from '../build/room.ts'
import { aWallet, type TestWallet } from '../build/wallet.ts'

describe('unlock', () => {
  let wallet: TestWallet
  beforeEach(() => {
    wallet = aWallet()
  })
  afterEach(() => {
    wallet.end()
    expect(wallet.bugs).toEqual([])
  })
  const status = (kind: string) => wallet.wallet.seen('vault', (now) => now.kind === kind)
  const lock = async (): Promise<void> => {
    answerOf(await wallet.wallet.ask['vault.lock'](undefined))
    await status('locked')
  }

  it('is not asked for before there is a vault', async () => {
    expect(await status('absent')).toEqual({ kind: 'absent' })
  })
  it('follows the making of a vault, which is open at once', async () => {
    await createVault(wallet)
    await status('unlocked')
    const settings = await wallet.wallet.seen('settings', ({ account }) => account !== null)
    expect(settings.account).toBe(ALICE)
  })
  it('opens with the password and says so to everyone who watches', async () => {
    await createVault(wallet)
    await lock()
    expect(await unlock(wallet)).toBe('unlocked')
    await status('unlocked')
  })
  it('shows the accounts of a locked vault', async () => {
    await createVault(wallet)
    await lock()
    wallet.killWorker()
    const accounts = await wallet.wallet.seen('accounts', (all) => all.length > 0)
    expect(accounts.map(({ address }) => address)).toEqual([ALICE])
  })
  it('counts wrong passwords where neither worker nor room forgets them', async () => {
    await createVault(wallet)
    await lock()
    for (let i = 0; i < 6; i++) expect(await unlock(wallet, 'wrong')).toBe('wrong-password')
    wallet.killWorker()
    await lock()
    const { attempts } = answerOf(await wallet.wallet.ask['vault.read'](undefined))
    expect(attempts.fails).toBe(6)
    expect(await unlock(wallet)).toBe('wait')
    const locked = await status('locked')
    expect(locked).toMatchObject({ retryAt: attempts.nextAt })
    wallet.machine.pass(3_000)
    expect(await unlock(wallet)).toBe('unlocked')
    expect(answerOf(await wallet.wallet.ask['vault.read'](undefined)).attempts).toEqual({
      fails: 0,
      nextAt: 0,
    })
  })
  it('outlives the worker: a new one learns that the room is open', async () => {
    await createVault(wallet)
    wallet.killWorker()
    await status('unlocked')
  })
  it('ends on time, by an alarm, and a click puts it off', async () => {
    await createVault(wallet)
    await status('unlocked')
    wallet.machine.pass(10 * 60_000)
    answerOf(await wallet.wallet.room['room.touch'](undefined))
    wallet.machine.pass(10 * 60_000)
    await status('unlocked')
    wallet.machine.pass(5 * 60_000 + 1)
    await status('locked')
  })
  it('ends when the computer is locked', async () => {
    await createVault(wallet)
    wallet.machine.idle('locked')
    await status('locked')
  })
  it('goes on while the computer is only idle', async () => {
    await createVault(wallet)
    wallet.machine.idle('idle')
    await status('unlocked')
    expect(wallet.machine.alarms.has('auto-lock')).toBe(true)
  })
  it('keeps a changed vault under the old password until the new one is stored', async () => {
    await createVault(wallet)
    const changed = answerOf(
      await wallet.wallet.room['room.changePassword']({
        from: PASSWORD,
        to: 'another long enough password',
        attempts: { fails: 0, nextAt: 0 },
      }),
    )
    if (changed.sealed === undefined) throw new Error('nothing changed')
    const { sealed: before } = answerOf(await wallet.wallet.ask['vault.read'](undefined))
    expect(before?.rev).toBe(changed.sealed.rev - 1)
    answerOf(await wallet.wallet.ask['vault.store']({ sealed: changed.sealed }))
    await lock()
    expect(await unlock(wallet)).toBe('wrong-password')
    expect(await unlock(wallet, 'another long enough password')).toBe('unlocked')
  })
  it('refuses to store a vault over a newer one', async () => {
    await createVault(wallet)
    const { sealed } = answerOf(await wallet.wallet.ask['vault.read'](undefined))
    if (sealed === null) throw new Error('there is no vault')
    const newer = answerOf(await wallet.wallet.room['room.watch']({ address: bob.address, name: 'Bob' }))
    answerOf(await wallet.wallet.ask['vault.store']({ sealed: newer.sealed }))
    expect(await wallet.wallet.ask['vault.store']({ sealed })).toMatchObject({
      ok: false,
      error: { code: 'stale', details: { moved: 'vault' } },
    })
  })
  it('is not replaced by a first run when both stores are lost and one remembers', async () => {
    await createVault(wallet)
    wallet.machine.local.delete('vault.sealed')
    wallet.machine.local.delete('vault.sentinel')
    wallet.machine.databases.get('vault-copies')?.delete('newest')
    wallet.machine.databases.get('vault-copies')?.delete('previous')
    wallet.killWorker()
    await status('damaged')
    expect((await wallet.wallet.ask['vault.read'](undefined)).ok).toBe(false)
  })
  it('is forgotten with everything else after a reset', async () => {
    await createVault(wallet)
    answerOf(await wallet.wallet.ask['vault.reset'](undefined))
    await status('absent')
    expect([...wallet.machine.local.keys()]).toEqual(['schema'])
    expect(wallet.machine.databases.get('vault-copies')?.size).toBe(0)
    await createVault(wallet)
    await status('unlocked')
  })
})
