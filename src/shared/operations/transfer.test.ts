import { describe, expect, it } from 'vitest'
import type { Address } from '../domain/address.ts'
import { NO_BALANCE } from '../domain/portfolio.ts'
import { rao, TAO } from '../domain/units.ts'
import { transfer } from './transfer.ts'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Address
const FEE = rao(150_000n)
const DEPOSIT = rao(500n)
const facts = {
  own: { free: rao(10n * TAO), reserved: rao(0n), frozen: rao(0n) },
  theirs: { free: rao(TAO), reserved: rao(0n), frozen: rao(0n) },
  deposit: DEPOSIT,
  fee: FEE,
  held: undefined,
  who: { own: false, name: undefined, sentBefore: true, lookalike: undefined },
}
const exactly = (n: bigint, keepAlive = true) => ({
  to: BOB,
  amount: { kind: 'exactly' as const, rao: rao(n) },
  keepAlive,
})
const form = transfer.form
if (form === undefined) throw new Error('transfer has a form')

describe('the maximum', () => {
  const values = { to: BOB, amount: 'max' as const, close: false }
  it('becomes an exact amount that leaves the deposit and pays the fee', () => {
    const params = form.finish(form.draft(values), values, facts)
    expect(params).toEqual(exactly(10n * TAO - FEE - DEPOSIT))
    expect(transfer.risks(params, facts, ALICE)).toEqual([])
  })
  it('of an account that may be closed is left to the chain', () => {
    const closing = { ...values, close: true }
    const params = form.finish(form.draft(closing), closing, facts)
    expect(transfer.build(params)).toMatchObject({
      name: 'Balances.transfer_all',
      args: { keep_alive: false },
    })
  })
  it('is zero, not a debt, where the fee is not there', () => {
    const own = { ...NO_BALANCE, free: rao(10n) }
    expect(form.finish(form.draft(values), values, { ...facts, own })).toEqual(exactly(0n))
  })
})
