import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  alphaRao,
  less,
  MOST_RAO,
  netuid,
  parseAlpha,
  parsePrice,
  parseTao,
  printParts,
  printTao,
  rao,
  raoPerAlpha,
} from './units.ts'

const someRao = fc.bigInt({ min: 1n, max: MOST_RAO })

describe('amounts', () => {
  it('read back what was printed', () => {
    fc.assert(
      fc.property(someRao, (value) => {
        expect(parseTao(printTao(value))).toEqual({ ok: true, value })
      }),
    )
  })
  it('print all nine decimals without loss', () => {
    fc.assert(
      fc.property(someRao, (value) => {
        const { whole, decimals } = printParts(value)
        expect(BigInt(whole.replaceAll(',', '') + decimals)).toBe(value)
      }),
    )
  })
  it('cut decimals and never round up', () => {
    expect(printParts(1_999_999_999n, 4)).toEqual({ whole: '1', decimals: '9999' })
  })
  it('group thousands', () => {
    expect(printParts(1_284_520_700_000_000n, 4)).toEqual({ whole: '1,284,520', decimals: '7000' })
  })
  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['.', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['1e9', 'not-a-number'],
    ['-1', 'not-a-number'],
    ['+1', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['1,5', 'not-a-number'],
    ['1 000', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['١', 'not-a-number'],
    ['0.0000000001', 'too-many-decimals'],
    ['18446744073.709551616', 'too-large'],
    ['99999999999999999999999', 'too-large'],
    ['0', 'zero'],
    ['0.000000000', 'zero'],
  ])('refuse %j as %s', (typed, why) => {
    expect(parseTao(typed)).toEqual({ ok: false, error: why })
  })
  it.each([
    ['1', 1_000_000_000n],
    [' 1.5 ', 1_500_000_000n],
    ['.5', 500_000_000n],
    ['5.', 5_000_000_000n],
    ['1,284.5207', 1_284_520_700_000n],
    ['0.000000001', 1n],
    ['18446744073.709551615', MOST_RAO],
  ])('read %j as %s rao', (typed, value) => {
    expect(parseTao(typed)).toEqual({ ok: true, value })
  })
  it('never become a debt', () => {
    expect(less(rao(5n), 7n)).toBe(0n)
    expect(() => rao(-1n)).toThrow(RangeError)
    expect(() => rao(MOST_RAO + 1n)).toThrow(RangeError)
  })
  it.each([
    ['alpha', parseAlpha],
    ['a price', parsePrice],
  ])('of %s are typed like TAO', (_, parse) => {
    expect(parse('1,284.5207')).toEqual({ ok: true, value: 1_284_520_700_000n })
    expect(parse('0.0000000001')).toEqual({ ok: false, error: 'too-many-decimals' })
  })
  it('are refused where no u64 holds them', () => {
    expect(() => alphaRao(-1n)).toThrow(RangeError)
    expect(() => raoPerAlpha(MOST_RAO + 1n)).toThrow(RangeError)
  })
  it('stand beside a netuid, which is a u16', () => {
    expect(netuid(65_535)).toBe(65_535)
    expect(() => netuid(65_536)).toThrow(RangeError)
    expect(() => netuid(-1)).toThrow(RangeError)
    expect(() => netuid(1.5)).toThrow(RangeError)
  })
})
