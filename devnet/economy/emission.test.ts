// What a block brings, by how much there is already.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockEmission, partOf, split, TOTAL_SUPPLY } from './emission.ts'

const TAO = 1_000_000_000n

describe('block emission', () => {
  it.each([
    [0n, TAO],
    [10_499_999n * TAO + 999_999_999n, TAO],
    [10_500_000n * TAO, TAO / 2n],
    [15_749_999n * TAO, TAO / 2n],
    [15_750_000n * TAO, TAO / 4n],
    [18_375_000n * TAO, TAO / 8n],
    [TOTAL_SUPPLY, 0n],
    [TOTAL_SUPPLY + 1n, 0n],
  ])('at %s rao issued is %s', (issued, emission) => {
    expect(blockEmission(issued)).toBe(emission)
  })

  it('never rises with what is issued', () => {
    const issued = fc.bigInt(0n, TOTAL_SUPPLY)
    fc.assert(
      fc.property(issued, issued, (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        expect(blockEmission(more)).toBeLessThanOrEqual(blockEmission(less))
      }),
    )
  })
})

describe('a split', () => {
  it('gives out no more than there is, and leaves less than a unit for each part', () => {
    const weights = fc.array(fc.bigInt(0n, 10n ** 18n), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 18n), weights, (amount, list) => {
        const given = split(amount, list).reduce((sum, part) => sum + part, 0n)
        fc.pre(list.some((weight) => weight > 0n))
        expect(given).toBeLessThanOrEqual(amount)
        expect(amount - given).toBeLessThan(BigInt(list.length))
      }),
    )
  })

  it('of nothing to weigh by gives nothing', () => {
    expect(split(5n, [0n, 0n])).toEqual([0n, 0n])
    expect(partOf(65_535n, 11_796)).toBe(11_796n)
  })
})
