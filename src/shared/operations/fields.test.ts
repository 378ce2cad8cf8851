import { describe, expect, it } from 'vitest'
import { fits } from '../codec.ts'
import { LimitChoice } from './fields.ts'

describe('how far a price may move', () => {
  it.each([
    [0, true],
    [5_000, true],
    [5_001, false],
    [-1, false],
    [0.5, false],
  ])('is between nothing and a half: %d of ten thousand', (basisPoints, isOne) => {
    expect(fits(LimitChoice, { kind: 'tolerance', basisPoints, allowPartial: false })).toBe(isOne)
  })
})
