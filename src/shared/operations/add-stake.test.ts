import { describe, expect, it } from 'vitest'
import type { Address } from '../domain/address.ts'
import { alphaRao, netuid, rao, raoPerAlpha, TAO } from '../domain/units.ts'
import { addStake } from './add-stake.ts'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Address
const SPOT = raoPerAlpha(49_999_999n)
/** A pool of 2,000,000 alpha and 100,000 TAO in which 100 TAO are spent (pallet Swap, spec 424). */
const facts = {
  own: { free: rao(1000n * TAO), reserved: rao(0n), frozen: rao(0n) },
  deposit: rao(500n),
  fee: rao(1_600_000n),
  held: undefined,
  price: SPOT,
  quote: {
    tao: rao(100n * TAO - 50_354_772n),
    alpha: alphaRao(1_996_996_913_230n),
    taoFee: rao(50_354_772n),
    alphaFee: alphaRao(0n),
  },
  least: rao(2_000_000n),
  swapFee: 33,
  pool: { tao: rao(100_000n * TAO), alpha: alphaRao(2_000_000n * TAO) },
  subnet: { name: 'Apex', open: true, transfers: true },
  validator: { owner: ALICE, registered: true, take: 0, name: undefined },
}
const at = (amount: bigint, price?: bigint, allowPartial = false) => ({
  hotkey: BOB,
  netuid: netuid(1),
  amount: rao(amount),
  ...(price !== undefined && { limit: { price: raoPerAlpha(price), allowPartial } }),
})
const params = at(100n * TAO, 50_499_998n)
const { form } = addStake

describe('the form', () => {
  const values = {
    subnet: netuid(1),
    validator: BOB,
    amount: 'max',
    limit: { kind: 'tolerance', basisPoints: 50, allowPartial: false },
  } as const
  it('makes a limit price of a tolerance, and an exact amount of the most', () => {
    expect(form?.finish(form.draft(values), values, facts)).toEqual({
      ...at(1000n * TAO - 1_600_000n - 500n),
      limit: { price: 50_249_998n, allowPartial: false },
    })
  })
  it('tells what would be exchanged, and the least that comes of it', () => {
    expect(form?.trades?.(params, facts)).toMatchObject([
      {
        gives: { rao: 100n * TAO },
        gets: { alpha: 1_996_996_913_230n, netuid: 1 },
        limit: 50_499_998n,
        impact: 10,
      },
    ])
  })
})
