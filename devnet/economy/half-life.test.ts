// A price that falls by half in its half-life, to the digits of the chain.
import { describe, expect, it } from 'vitest'
import { decayed } from './half-life.ts'

const after = (value: bigint, halfLife: number, blocks: number): bigint =>
  Array.from({ length: blocks }).reduce((left: bigint) => decayed(left, halfLife), value)

describe('a half-life', () => {
  it.each([1, 7, 360, 7_200])('of %i blocks leaves a half after as many', (halfLife) => {
    // The factor has thirty-two bits of fraction, and is taken so many times.
    const left = Number(after(10n ** 15n, halfLife, halfLife)) / 10 ** 15
    expect(left).toBeCloseTo(0.5, 5)
  })

  it('of 360 blocks takes two thousandths in the first', () => {
    expect(Number(decayed(10n ** 15n, 360)) / 10 ** 15).toBeCloseTo(2 ** (-1 / 360), 7)
  })

  it('of nothing changes nothing, and nothing stays nothing', () => {
    expect(decayed(12_345n, 0)).toBe(12_345n)
    expect(decayed(0n, 360)).toBe(0n)
    expect(decayed(1n, 360)).toBe(0n)
  })
})
