import { describe, expect, it } from 'vitest'
import { raoPerAlpha } from '#shared/domain/units.ts'
import { readPrice, readTolerance, typedChoice } from './tolerance.ts'

describe('a tolerance', () => {
  it.each([
    ['0.5', 50],
    ['1', 100],
    [' 2.25 %', 225],
    ['.1', 10],
    ['50', 5000],
    ['0', 0],
  ])('%s is read as basis points', (typed, points) => {
    expect(readTolerance(typed)).toEqual({ kind: 'value', value: points })
  })
  it.each([
    ['abc', /percent/],
    ['0.555', /two decimals/],
    ['-1', /percent/],
    ['50.01', /At most 50%/],
    ['100', /At most 50%/],
  ])('%s is refused with what is wrong', (typed, sentence) => {
    expect(readTolerance(typed)).toMatchObject({ kind: 'problem', sentence: expect.stringMatching(sentence) })
  })
  it('that is not typed yet is no mistake yet', () => {
    expect(readTolerance('')).toEqual({ kind: 'problem', sentence: undefined })
  })
})

describe('a limit price', () => {
  it('is read to the last of nine decimals', () => {
    expect(readPrice('0.102510001')).toEqual({ kind: 'value', value: 102_510_001n })
  })
  it('is refused where it is none, and waited for on its way from zero', () => {
    expect(readPrice('1e3')).toMatchObject({ kind: 'problem', sentence: expect.stringMatching(/digits/) })
    expect(readPrice('0.0')).toEqual({ kind: 'problem', sentence: undefined })
  })
  it('stands in its field as it was chosen', () => {
    expect(typedChoice({ kind: 'price', price: raoPerAlpha(102_510_001n), allowPartial: false })).toBe(
      '0.102510001',
    )
    expect(typedChoice({ kind: 'tolerance', basisPoints: 50, allowPartial: true })).toBe('0.5')
    expect(typedChoice({ kind: 'none' })).toBe('')
  })
})
