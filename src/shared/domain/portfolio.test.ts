import { describe, expect, it } from 'vitest'
import { EXISTENTIAL_DEPOSIT, spendable, totalOf } from './portfolio.ts'
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
