import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fraction, scaledPower } from './power.ts'

const W = 10n ** 18n
const U64_MAX = 2n ** 64n - 1n
const fraction = (over: bigint, under: bigint): Fraction => ({ over, under })

function squareRoot(value: bigint): bigint {
  if (value < 2n) return value
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1)
  for (;;) {
    const next = (root + value / root) >> 1n
    if (next >= root) return root
    root = next
  }
}

/** W·base^exponent by another road, without logarithms: one square root for each binary digit of an exponent below one. */
function byRoots(base: Fraction, exponent: Fraction): bigint {
  const digits = 512n
  const one = 1n << digits
  let root = (base.over << digits) / base.under
  let rest = exponent.over
  let result = one
  for (let i = 0n; i < 400n; i += 1n) {
    root = squareRoot(root << digits)
    rest *= 2n
    if (rest < exponent.under) continue
    rest -= exponent.under
    result = (result * root) >> digits
  }
  return (W * result) >> digits
}

describe('scaled power', () => {
  it('gives the check value of the pool’s documentation', () => {
    const power = scaledPower(fraction(21n * 10n ** 15n, 28n * 10n ** 15n), fraction(6n, 4n), W)
    expect(power).toBe(649_519_052_838_328_985n)
  })

  it('gives the same for an exponent that is not reduced', () => {
    const power = scaledPower(
      fraction(3n, 4n),
      fraction(600_000_000_000_000_000n, 400_000_000_000_000_000n),
      W,
    )
    expect(power).toBe(649_519_052_838_328_985n)
  })

  it.each([
    ['a square root that comes out even', fraction(1n, 4n), fraction(1n, 2n), W / 2n],
    [
      'a root of the largest exact degree that comes out even',
      fraction(2n ** 1024n, 1n),
      fraction(1n, 1024n),
      2n * W,
    ],
    ['base one, however crooked the exponent', fraction(7n, 7n), fraction(W / 3n, W - W / 3n), W],
    ['exponent zero', fraction(3n, 7n), fraction(0n, 5n), W],
    ['base zero', fraction(0n, 7n), fraction(1n, 2n), 0n],
    ['exponent one, floored', fraction(2n, 3n), fraction(5n, 5n), 666_666_666_666_666_666n],
    ['a power below one part of the scale', fraction(1n, 1001n), fraction(99n, 1n), 0n],
    ['a base above one', fraction(9n, 4n), fraction(3n, 2n), 3_375_000_000_000_000_000n],
  ])('is right for %s', (_, base, exponent, expected) => {
    expect(scaledPower(base, exponent, W)).toBe(expected)
  })

  it('refuses a denominator of zero', () => {
    expect(() => scaledPower(fraction(1n, 0n), fraction(1n, 2n), W)).toThrow(RangeError)
    expect(() => scaledPower(fraction(1n, 2n), fraction(1n, 0n), W)).toThrow(RangeError)
  })

  it('is the exact floor for every exponent a root decides', () => {
    const side = fc.bigInt(1n, U64_MAX)
    fc.assert(
      fc.property(side, side, fc.bigInt(1n, 99n), fc.bigInt(1n, 99n), (a, b, p, q) => {
        const floor = scaledPower(fraction(a, b), fraction(p, q), W)
        expect(floor ** q * b ** p <= W ** q * a ** p).toBe(true)
        expect((floor + 1n) ** q * b ** p > W ** q * a ** p).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('agrees with repeated square roots where the exponent is too fine for one root', () => {
    const side = fc.bigInt(1n, U64_MAX)
    fc.assert(
      fc.property(side, side, fc.bigInt(1n, W / 2n), (a, b, part) => {
        const base = a < b ? fraction(a, b) : fraction(b, a)
        const exponent = fraction(part, W)
        expect(scaledPower(base, exponent, W)).toBe(byRoots(base, exponent))
      }),
      { numRuns: 15 },
    )
  })

  it('falls when the base falls', () => {
    const exponent = fraction(512_345_678_901_234_567n, W - 512_345_678_901_234_567n)
    let last = W
    for (let under = 10n ** 12n; under < 10n ** 18n; under *= 3n) {
      const power = scaledPower(fraction(10n ** 12n, under), exponent, W)
      expect(power <= last).toBe(true)
      last = power
    }
    expect(last < W / 1000n).toBe(true)
  })
})
