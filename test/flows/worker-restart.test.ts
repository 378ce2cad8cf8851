import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/start.ts'
import { publicKeyOf } from '../../src/shared/domain/address.ts'
import { toHex } from '../../src/shared/domain/bytes.ts'
import { bob, startNode } from '../build/devnet-chain.ts'
import { agree, createVault, followed, propose, unlock } from '../build/journeys.ts'
import { ALICE, answerOf } from '../build/room.ts'
import { aWallet, type TestWallet } from '../build/wallet.ts'
import type { Death } from '../fakes/machine.ts'

const AMOUNT = 2_000_000_000n
const bobsKey = toHex(publicKeyOf(bob.address))

/** Each step of a journey that leaves a trace, once killed before it and once after it. */
function deaths(steps: readonly string[]): readonly (Death & { readonly name: string })[] {
  return steps.flatMap((step, i) =>
    (['before', 'after'] as const).map((when) => ({
      step: i + 1,
      when,
      name: `${when} step ${i + 1}, ${step}`,
    })),
  )
}

describe('killing the worker between any two stops of a journey changes no outcome', () => {
  let devnet: Devnet
  beforeAll(async () => {
    devnet = await startNode()
  })
  afterAll(() => devnet.close())

  /** A wallet with a vault, its worker about to die as told. */
  const prepared = async (isUnlocked: boolean, death?: Death): Promise<TestWallet> => {
    const wallet = aWallet(devnet)
    await createVault(wallet)
    if (!isUnlocked) answerOf(await wallet.wallet.ask['vault.lock'](undefined))
    wallet.startWorker(death)
    return wallet
  }

  const unlocked = async (wallet: TestWallet): Promise<void> => {
    expect(await unlock(wallet, 'not the password')).toBe('wrong-password')
    expect(await unlock(wallet)).toBe('unlocked')
    const { attempts } = answerOf(await wallet.wallet.ask['vault.read'](undefined))
    expect(attempts).toEqual({ fails: 0, nextAt: 0 })
    await wallet.wallet.seen('vault', ({ kind }) => kind === 'unlocked')
    const accounts = await wallet.wallet.seen('accounts', (all) => all.length > 0)
    expect(accounts.map(({ address }) => address)).toEqual([ALICE])
    expect(wallet.bugs).toEqual([])
    wallet.end()
  }

  const added = async (wallet: TestWallet): Promise<void> => {
    const { sealed } = answerOf(await wallet.wallet.room['room.watch']({ address: bob.address, name: 'Bob' }))
    answerOf(await wallet.wallet.ask['vault.store']({ sealed }))
    await wallet.wallet.seen('accounts', (all) => all.length === 2)
    expect(wallet.bugs).toEqual([])
    wallet.end()
  }

  const transferred = async (wallet: TestWallet): Promise<void> => {
    const before = devnet.freeBalance(bobsKey)
    const id = await propose(wallet, { from: ALICE, to: bob.address, rao: AMOUNT })
    const { tx } = answerOf(await agree(wallet.approve, id))
    expect(tx).toBe(id)
    const record = await followed(wallet, devnet, { id, kind: 'final' })
    expect(record.state).toMatchObject({ outcome: { kind: 'done' } })
    expect(devnet.freeBalance(bobsKey) - before).toBe(AMOUNT)
    expect(new Set(wallet.machine.submitted)).toEqual(new Set([record.signed]))
    expect(wallet.bugs).toEqual([])
    wallet.end()
  }

  const stepsOf = async (isUnlocked: boolean, journey: (wallet: TestWallet) => Promise<void>) => {
    const wallet = await prepared(isUnlocked)
    await journey(wallet)
    return [...wallet.machine.steps]
  }

  /** Runs the journey once for each death, and says which one changed the outcome. */
  const survives = async (isUnlocked: boolean, journey: (wallet: TestWallet) => Promise<void>) => {
    const steps = await stepsOf(isUnlocked, journey)
    for (const death of deaths(steps)) {
      const wallet = await prepared(isUnlocked, death)
      await within(STUCK_MS, journey(wallet), death.name)
    }
    return steps
  }

  it('unlock', { timeout: 120_000 }, async () => {
    expect(await survives(false, unlocked)).toContain('local: vault.attempts')
  })

  it('a new account', { timeout: 120_000 }, async () => {
    const steps = await survives(true, added)
    expect(steps).toEqual(
      expect.arrayContaining(['database vault-copies', 'local: vault.sealed,vault.sentinel']),
    )
  })

  it('transfer', { timeout: 300_000 }, async () => {
    const steps = await survives(true, transferred)
    for (const step of ['session: approvals', 'session: prepared', 'room.sign', 'local: activity', 'submit'])
      expect(steps).toContain(step)
  })
})

const STUCK_MS = 20_000

async function within(ms: number, work: Promise<void>, name: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const stuck = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('stuck')), ms)
  })
  try {
    await Promise.race([work, stuck])
  } catch (cause) {
    throw new Error(`killed ${name}`, { cause })
  } finally {
    clearTimeout(timer)
  }
}
