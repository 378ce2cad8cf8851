// The pool against vectors worked out from the chain's formulas by hand and not by this code.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exchanged, injected, type Pool, quotedPrice, spotPrice, WHOLE } from './pool.ts'
import { fill, type Order, type SwapRefusalName } from './swap.ts'

const UNIT = 10n ** 9n
const pool: Pool = { alpha: 2_000_000n * UNIT, tao: 100_000n * UNIT, taoWeight: WHOLE / 2n, feeRate: 33 }
const heavy: Pool = { ...pool, taoWeight: (WHOLE / 100n) * 51n }

const priceAfter = (before: Pool, order: Order): bigint => {
  const { paidIn, paidOut } = fill(before, order)
  return quotedPrice(exchanged(before, order.side, paidIn, paidOut))
}

const refusal = (of: Pool, order: Order): SwapRefusalName | 'filled' => {
  try {
    fill(of, order)
  } catch (error) {
    return (error as { refusal: SwapRefusalName }).refusal
  }
  return 'filled'
}

describe('a pool', () => {
  it('tells its price floored twice', () => {
    expect(quotedPrice(pool)).toBe(49_999_999n)
    expect(quotedPrice(heavy)).toBe(48_039_215n)
    expect(quotedPrice({ ...pool, alpha: 0n })).toBe(0n)
  })

  it.each([
    [pool, 'buy', 1n * UNIT, 503_547n, 19_989_729_263n, 50_000_999n],
    [pool, 'buy', 100n * UNIT, 50_354_772n, 1_996_996_913_230n, 50_099_999n],
    [pool, 'buy', 10_000n * UNIT, 5_035_477_225n, 181_734_946_979_422n, 60_494_461n],
    [pool, 'sell', 1_000n * UNIT, 503_547_722n, 49_949_860_259n, 49_950_062n],
    [pool, 'sell', 100_000n * UNIT, 50_354_772_259n, 4_759_621_044_003n, 45_353_648n],
    [heavy, 'buy', 100n * UNIT, 50_354_772n, 2_078_464_622_975n, 48_137_256n],
    [heavy, 'sell', 1_000n * UNIT, 503_547_722n, 47_991_512_320n, 47_992_176n],
  ] as const)('gives out what its curve says, case %#', (before, side, amount, fee, out, price) => {
    expect(fill(before, { side, amount })).toEqual({ paidIn: amount - fee, paidOut: out, fee })
    expect(priceAfter(before, { side, amount })).toBe(price)
  })

  it('is filled up to a limit and no further', () => {
    const order: Order = { side: 'buy', amount: 1000n * pool.tao, limit: 50_499_998n }
    expect(fill(pool, order)).toEqual({
      paidIn: 498_754_221_134n,
      paidOut: 9_925_580_172_597n,
      fee: 251_273_080n,
    })
    expect(priceAfter(pool, order)).toBe(50_499_997n)
  })

  it('truncates its rate before the fee is worked out', () => {
    expect(fill(pool, { side: 'sell', amount: 65_535n }).fee).toBe(32n)
  })

  it('needs a limit strictly beyond its price', () => {
    const buying = (limit: bigint) => refusal(pool, { side: 'buy', amount: UNIT, limit })
    expect([buying(49_999_999n), buying(50_000_000n)]).toEqual(['PriceLimitExceeded', 'PriceLimitExceeded'])
    expect(buying(50_000_001n)).toBe('filled')
    const selling = (limit: bigint) => refusal(pool, { side: 'sell', amount: UNIT, limit })
    expect([selling(50_000_001n), selling(50_000_000n)]).toEqual(['PriceLimitExceeded', 'PriceLimitExceeded'])
    expect(selling(49_999_999n)).toBe('filled')
  })

  it('takes no more than 17.4467 times its reserve where a limit stops it, that of the market included', () => {
    const { paidIn } = fill(pool, { side: 'sell', amount: 1000n * pool.alpha })
    expect((paidIn * 10_000n) / pool.alpha).toBe(174_467n)
  })

  it('takes a thousand times its reserve, net of the fee, and not one more', () => {
    const free = { ...pool, feeRate: 0 }
    expect(refusal(free, { side: 'sell', amount: 1000n * pool.alpha })).toBe('filled')
    expect(refusal(free, { side: 'buy', amount: 1000n * pool.tao })).toBe('filled')
    expect(refusal(free, { side: 'sell', amount: 1000n * pool.alpha + 1n })).toBe('SwapInputTooLarge')
    expect(refusal(free, { side: 'buy', amount: 1000n * pool.tao + 1n })).toBe('SwapInputTooLarge')
  })

  it('refuses where next to nothing is left to give out', () => {
    expect(refusal({ ...pool, tao: 999_999n }, { side: 'sell', amount: UNIT })).toBe('ReservesTooLow')
    expect(refusal({ ...pool, alpha: 999_999n }, { side: 'buy', amount: UNIT })).toBe('ReservesTooLow')
  })

  it('refuses an input that gives nothing out', () => {
    expect(refusal(pool, { side: 'sell', amount: 1n })).toBe('ReservesTooLow')
  })

  it('never lets a limited fill end beyond the limit by more than the price has digits', () => {
    const reserve = fc.bigInt(10n ** 10n, 10n ** 17n)
    const weight = fc.bigInt(WHOLE / 10n, (WHOLE * 9n) / 10n)
    fc.assert(
      fc.property(reserve, reserve, weight, fc.bigInt(1n, 500n), (alpha, tao, taoWeight, permille) => {
        const any: Pool = { alpha, tao, taoWeight, feeRate: 33 }
        const limit = (quotedPrice(any) * (1000n + permille)) / 1000n + 1n
        fc.pre(limit < 10n ** 15n)
        expect(priceAfter(any, { side: 'buy', amount: 1000n * tao, limit })).toBeLessThanOrEqual(limit + 1n)
      }),
      { numRuns: 200 },
    )
  })

  it('never pays more back for a round trip than went in', () => {
    const reserve = fc.bigInt(10n ** 13n, 10n ** 16n)
    fc.assert(
      fc.property(reserve, reserve, fc.bigInt(1n, 1000n), (alpha, tao, part) => {
        const any: Pool = { alpha, tao, taoWeight: WHOLE / 2n, feeRate: 0 }
        const there = fill(any, { side: 'buy', amount: tao / part })
        const then = exchanged(any, 'buy', there.paidIn, there.paidOut)
        const back = fill(then, { side: 'sell', amount: there.paidOut })
        expect(back.paidOut).toBeLessThanOrEqual(there.paidIn)
      }),
      { numRuns: 200 },
    )
  })
})

describe('an injection', () => {
  it('moves the weights and not the price', () => {
    const after = injected(pool, { tao: 3_000_000n * UNIT, alpha: 1_000_000n * UNIT })
    expect(after.tao - pool.tao).toBe(3_000_000n * UNIT)
    expect(after.taoWeight).not.toBe(pool.taoWeight)
    const apart = spotPrice(after) - spotPrice(pool)
    expect(apart < 1n << 14n && apart > -(1n << 14n)).toBe(true)
  })

  it('is left out where a weight would leave its bounds', () => {
    expect(injected(pool, { tao: 10n ** 18n, alpha: 0n })).toBe(pool)
  })
})
