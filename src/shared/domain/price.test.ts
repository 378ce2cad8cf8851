import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  alphaFor,
  alphaWorth,
  averagePrice,
  buyLimit,
  grossOf,
  MOST_TOLERANCE,
  priceImpact,
  printBasisPoints,
  ROOT_PRICE,
  sellLimit,
  stakeIn,
  swapLimit,
  worthOf,
} from './price.ts'
import { alphaRao, MOST_RAO, netuid, ROOT, rao, raoPerAlpha, TAO } from './units.ts'

const spot = fc.bigInt({ min: 1n, max: 10n ** 15n }).map(raoPerAlpha)
const amount = fc.bigInt({ min: 0n, max: MOST_RAO })
const tolerance = fc.integer({ min: 0, max: MOST_TOLERANCE })
const ONE = netuid(1)
const TWO = netuid(2)

describe('a limit price', () => {
  it('of a purchase is spot and its tolerance, rounded down', () => {
    expect(buyLimit(raoPerAlpha(49_999_999n), 50)).toBe(50_249_998n)
    expect(buyLimit(raoPerAlpha(49_999_999n), 100)).toBe(50_499_998n)
  })
  it('of a purchase is above spot, also without tolerance', () => {
    fc.assert(fc.property(spot, tolerance, (at, by) => void expect(buyLimit(at, by)).toBeGreaterThan(at)))
    // A true price of just under 51 is told as 50.
    expect(buyLimit(raoPerAlpha(50n), 0)).toBe(52n)
  })
  it('of a sale is below spot, also without tolerance', () => {
    fc.assert(fc.property(spot, tolerance, (at, by) => void expect(sellLimit(at, by)).toBeLessThan(at)))
    expect(sellLimit(raoPerAlpha(49_999_999n), 50)).toBe(49_749_999n)
    expect(sellLimit(raoPerAlpha(50n), 0)).toBe(49n)
    expect(sellLimit(raoPerAlpha(0n), 0)).toBe(0n)
  })
  it('never leaves a u64', () => {
    expect(buyLimit(raoPerAlpha(MOST_RAO), 5000)).toBe(MOST_RAO)
  })
})

describe('the ratio that bounds a swap', () => {
  const leg = (subnet: typeof ONE, price: bigint) => ({ netuid: subnet, spot: raoPerAlpha(price) })
  it('is what one alpha of the origin must bring of the destination', () => {
    expect(swapLimit(leg(ONE, 50_000_000n), leg(TWO, 25_000_000n), 50)).toBe(1_990_000_000n)
  })
  it('is never beyond the spot prices, however the runtime rounded them', () => {
    fc.assert(
      fc.property(spot, spot, tolerance, (from, to, by) => {
        const limit = swapLimit(leg(ONE, from), leg(TWO, to), by)
        // The true prices are at least `from` and below `to + 1`.
        expect(limit * (to + 1n)).toBeLessThanOrEqual(from * TAO)
      }),
    )
  })
  it('is a price strictly beyond spot where one side is root', () => {
    const price = 49_999_999n
    const into = swapLimit({ netuid: ROOT, spot: ROOT_PRICE }, leg(ONE, price), 0)
    expect((TAO * TAO) / into).toBeGreaterThan(price)
    expect(swapLimit(leg(ONE, price), { netuid: ROOT, spot: ROOT_PRICE }, 0)).toBeLessThan(price)
  })
  it('is none where the destination has no price', () => {
    expect(swapLimit(leg(ONE, 5n), leg(TWO, 0n), 50)).toBe(0n)
  })
})

describe('worth', () => {
  it('is rounded down, and alpha for it back up', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 17n }), spot, (wanted, price) => {
        const alpha = alphaWorth(rao(wanted), price)
        if (alpha === MOST_RAO) return
        expect(worthOf(alpha, price)).toBeGreaterThanOrEqual(wanted)
        expect(worthOf(alphaRao(alpha - 1n), price)).toBeLessThan(wanted)
      }),
    )
  })
  it('of everything at any price is an amount', () => {
    fc.assert(
      fc.property(amount, fc.bigInt({ min: 0n, max: MOST_RAO }), (alpha, price) => {
        expect(worthOf(alphaRao(alpha), raoPerAlpha(price))).toBeLessThanOrEqual(MOST_RAO)
        expect(alphaFor(rao(alpha), raoPerAlpha(price))).toBeLessThanOrEqual(MOST_RAO)
      }),
    )
  })
  it('of alpha without a price is nothing', () => {
    expect(alphaFor(rao(5n), raoPerAlpha(0n))).toBe(0n)
    expect(averagePrice(5n, 0n)).toBe(0n)
  })
})

describe('price impact', () => {
  it('is told no smaller than it is', () => {
    expect(priceImpact(10_000n, 9_999n)).toBe(1)
    expect(priceImpact(10_000_000n, 9_999_999n)).toBe(1)
    expect(priceImpact(3n, 1n)).toBe(6667)
    expect(priceImpact(100n, 0n)).toBe(10_000)
  })
  it('is none where nothing is lost', () => {
    expect(priceImpact(5n, 5n)).toBe(0)
    expect(priceImpact(5n, 6n)).toBe(0)
    expect(priceImpact(0n, 0n)).toBe(0)
  })
  it.each([
    [50, '0.5%'],
    [100, '1%'],
    [1234, '12.34%'],
    [1, '0.01%'],
    [10_000, '100%'],
  ])('of %i basis points is printed %s', (points, text) => {
    expect(printBasisPoints(points)).toBe(text)
  })
})

describe('the least to spend', () => {
  it('leaves the minimum after the fee the chain takes, and is two rao too much at most', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        fc.integer({ min: 0, max: 10_000 }),
        (least, rate) => {
          // pallet Swap, spec 424: (amount · floor(rate · 2^64 / 65535)) >> 64.
          const net = (gross: bigint) => gross - ((gross * ((BigInt(rate) << 64n) / 65_535n)) >> 64n)
          const gross = grossOf(rao(least), rate)
          expect(net(gross)).toBeGreaterThanOrEqual(least)
          expect(net(gross - 3n)).toBeLessThan(least)
        },
      ),
    )
  })
})

describe('stake', () => {
  it('is TAO on root and alpha elsewhere', () => {
    expect(stakeIn(ROOT, 5n)).toEqual({ rao: 5n })
    expect(stakeIn(ONE, 5n)).toEqual({ alpha: 5n, netuid: 1 })
  })
})
