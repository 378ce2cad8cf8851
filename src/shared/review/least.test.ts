import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fill, SwapRefusal } from '../../../devnet/economy/swap.ts'
import type { Address } from '../domain/address.ts'
import { MOST_RAO, raoPerAlpha, TAO } from '../domain/units.ts'
import { explain } from './explain.ts'
import { leastOf } from './least.ts'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address
const hotkey = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty'
const told = (name: string, args: Readonly<Record<string, unknown>>) =>
  explain(
    { name: `SubtensorModule.${name}`, args: { hotkey, ...args }, branches: [] },
    { signer: ALICE, own: [ALICE], isSite: true },
  )
const comes = (...call: Parameters<typeof told>) =>
  told(...call).effects.find(({ kind }) => kind === 'comes')?.value
const finds = (...call: Parameters<typeof told>) => told(...call).findings.map(({ id }) => id)
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
  it('of a sale of all there is, or of one that may stop in the middle, is its price', () => {
    const price = ['TAO, at no less than ', { price: 40_000_000n }, LESS_FEE]
    expect(comes('remove_stake_full_limit', { netuid: 1, limit_price: 40_000_000n })).toEqual(price)
    const sold = { netuid: 1, amount_unstaked: TAO, ...limited(40_000_000n, true) }
    expect(comes('remove_stake_limit', sold)).toEqual(price)
  })
  it('of a purchase or swap that may stop in the middle is its price, too', () => {
    expect(
      comes('add_stake_limit', { netuid: 1, amount_staked: TAO, ...limited(82_000_000n, true) }),
    ).toEqual([
      ...['Stake on ', { netuid: 1 }, ', at no more than ', { price: 82_000_000n }, ' and the swap fee'],
    ])
    const swap = { origin_netuid: 1, destination_netuid: 3, alpha_amount: 12_345n }
    expect(comes('swap_stake_limit', { ...swap, ...limited(500_000_000n, true) })).toEqual([
      ...['Stake on ', { netuid: 3 }, ': at least '],
      ...[{ alpha: 500_000_000n, netuid: 3 }, ' for each α of ', { netuid: 1 }, LESS_FEE],
    ])
  })
  it.each([
    ['remove_stake_full_limit', {}, 'TAO, as the price is then'],
    ['remove_stake_full_limit', { limit_price: 0n }, 'TAO, as the price is then'],
    ['remove_stake_limit', { amount_unstaked: TAO, ...limited(0n) }, 'TAO, as the price is then'],
    ['add_stake_limit', { amount_staked: TAO, ...limited(MOST_RAO, true) }, ', as its price is then'],
  ])('of %s with %o is whatever the price is then, under a caution', (name, args, words) => {
    expect(comes(name, { netuid: 1, ...args })?.at(-1)).toBe(words)
    expect(finds(name, { netuid: 1, ...args })).toContain('no-limit')
  })
  it.each([
    ['names no price', 12_345n, limited(0n), ', as prices are then'],
    ['takes all there is', MOST_RAO, limited(500_000_000n), ': at least '],
    ['names a price nobody could pay', 10n ** 12n, limited(MOST_RAO), ': at least '],
  ])('is not told as a number of one that %s', (_, alpha_amount, bound, words) => {
    const swap = { origin_netuid: 1, destination_netuid: 3, alpha_amount }
    expect(comes('swap_stake_limit', { ...swap, ...bound })?.slice(0, 3)).toEqual([
      ...['Stake on ', { netuid: 3 }, words],
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
