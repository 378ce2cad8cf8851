import { describe, expect, it } from 'vitest'
import { addressOf } from './address.ts'
import type { Hash } from './bytes.ts'
import {
  EXISTENTIAL_DEPOSIT,
  type Holder,
  spendable,
  totalOf,
  wealthIn,
  wealthOf,
  wealthOfAll,
} from './portfolio.ts'
import { rao } from './units.ts'

const held = (free: bigint, reserved = 0n, frozen = 0n) => ({
  free: rao(free),
  reserved: rao(reserved),
  frozen: rao(frozen),
})

describe('a balance', () => {
  it('counts what the chain holds for proxies and the like as ours', () => {
    expect(totalOf(held(5n, 3n))).toBe(8n)
  })
  it.each([
    [held(1000n), 500n],
    [held(400n), 0n],
    [held(1000n, 0n, 700n), 300n],
    [held(1000n, 300n, 700n), 500n],
    [held(1000n, 900n, 700n), 500n],
  ])('of %o lets %s rao go when the account stays alive', (balance, expected) => {
    expect(spendable(balance, EXISTENTIAL_DEPOSIT)).toBe(expected)
  })
  it('lets everything go but what is frozen when the account may die', () => {
    expect(spendable(held(1000n, 0n, 700n), rao(0n))).toBe(300n)
  })
})

describe('what an account owns', () => {
  const holder = (seed: number, more: Partial<Holder> = {}): Holder => ({
    address: addressOf(new Uint8Array(32).fill(seed)),
    balance: held(5n, 3n),
    stake: { root: rao(20n), subnets: rao(100n), positions: 2 },
    claimable: rao(1000n),
    ...more,
  })
  const picture = (...accounts: Holder[]) => ({
    network: 'local' as const,
    genesis: `0x${'00'.repeat(32)}` as Hash,
    block: { number: 1, hash: `0x${'00'.repeat(32)}` as Hash },
    readAt: 0,
    accounts,
  })

  it('is what is free, reserved and staked; what can be claimed is not there yet', () => {
    expect(wealthOf(holder(1))).toBe(128n)
  })
  it('is the balance alone where the runtime tells nothing of stake', () => {
    expect(wealthOf(holder(1, { stake: null }))).toBe(8n)
  })
  it('adds up over accounts', () => {
    const all = picture(holder(1), holder(2, { stake: null }))
    expect(wealthOfAll(all)).toBe(136n)
    expect(wealthIn(all, holder(2).address)).toBe(8n)
  })
  it('is unknown of an account that was not asked for', () => {
    expect(wealthIn(picture(holder(1)), holder(2).address)).toBeUndefined()
    expect(wealthIn(null, holder(2).address)).toBeUndefined()
  })
})
