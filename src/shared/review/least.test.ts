import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fill, SwapRefusal } from '../../../devnet/economy/swap.ts'
import type { Address } from '../domain/address.ts'
import { MOST_RAO, raoPerAlpha, TAO } from '../domain/units.ts'
import { explain } from './explain.ts'
import { leastOf } from './least.ts'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address
const hotkey = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty'
const comes = (name: string, args: Readonly<Record<string, unknown>>) =>
  explain(
    { name: `SubtensorModule.${name}`, args: { hotkey, ...args }, branches: [] },
    { signer: ALICE, own: [ALICE], isSite: false },
  ).effects.find(({ kind }) => kind === 'comes')?.value
const limited = (price: bigint, allow_partial = false) => ({ limit_price: price, allow_partial })
const LESS_FEE = ', less the swap fee'

describe('what comes of a trade within a limit', () => {
  it('of a swap is as much of the other subnet as its ratio leaves, to the last digit', () => {
    const swap = { origin_netuid: 1, destination_netuid: 3, alpha_amount: 12_345_678_901n }
    expect(comes('swap_stake_limit', { ...swap, ...limited(500_000_001n) })).toEqual([
      ...['Stake: at least ', { alpha: 6_172_839_462n, netuid: 3 }, LESS_FEE],
    ])
    expect(comes('swap_stake_limit', { ...swap, destination_netuid: 0, ...limited(82_000_000n) })).toEqual([
      ...['Stake: at least ', { rao: 1_012_345_669n }, ' on root', LESS_FEE],
    ])
  })
  it('of a purchase is what its price leaves, and of a sale', () => {
    const bought = { netuid: 1, amount_staked: TAO, ...limited(82_000_000n) }
    expect(comes('add_stake_limit', bought)).toEqual([
      ...['Stake: at least ', { alpha: 12_195_121_951n, netuid: 1 }, LESS_FEE],
    ])
    const sold = { netuid: 1, amount_unstaked: 12_195_121_951n, ...limited(82_000_000n) }
    expect(comes('remove_stake_limit', sold)).toEqual(['At least ', { rao: 999_999_999n }, LESS_FEE])
  })
  it('of a sale without one is no number: TAO as the price is then, and on root just what leaves', () => {
    expect(comes('remove_stake', { netuid: 1, amount_unstaked: TAO })).toEqual(['TAO, as the price is then'])
    expect(comes('remove_stake', { netuid: 0, amount_unstaked: TAO })).toEqual([{ rao: TAO }])
  })
  it.each([
    ['may stop in the middle', 12_345n, limited(500_000_000n, true)],
    ['names no price', 12_345n, limited(0n)],
    ['takes all there is', MOST_RAO, limited(500_000_000n)],
    ['names a price nobody could pay', 10n ** 12n, limited(MOST_RAO)],
  ])('is not told as a number of one that %s', (_, alpha_amount, bound) => {
    const swap = { origin_netuid: 1, destination_netuid: 3, alpha_amount }
    expect(comes('swap_stake_limit', { ...swap, ...bound })).toEqual([
      ...['Stake on ', { netuid: 3 }, ', as prices are then'],
    ])
  })

  it('is never more than a pool gives that fills it whole', () => {
    const reserve = fc.bigInt({ min: 10n ** 9n, max: 10n ** 16n })
    const trade = fc.record({
      pool: fc.record({
        ...{ tao: reserve, alpha: reserve, feeRate: fc.nat(1_000) },
        taoWeight: fc.bigInt({ min: 3n * 10n ** 17n, max: 7n * 10n ** 17n }),
      }),
      ...{ amount: fc.bigInt({ min: 1_000n, max: 10n ** 14n }), isPurchase: fc.boolean() },
      limit: fc.bigInt({ min: 1n, max: 10n ** 12n }),
    })
    fc.assert(
      fc.property(trade, ({ pool, amount, isPurchase, limit }) => {
        const done = filled(() => fill(pool, { side: isPurchase ? 'buy' : 'sell', amount, limit }))
        if (done === undefined || done.paidIn + done.fee < amount) return
        const bound = { limit_price: raoPerAlpha(limit), allow_partial: false }
        expect(done.paidOut).toBeGreaterThanOrEqual(leastOf(done.paidIn, bound, isPurchase) ?? 0n)
      }),
      { numRuns: 500 },
    )
  })
})

function filled<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof SwapRefusal) return undefined
    throw cause
  }
}
