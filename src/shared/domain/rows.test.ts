import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, encode, fits } from '../codec.ts'
import {
  amountCell,
  flagCell,
  hexCell,
  maybe,
  rows,
  shapedCell,
  textCell,
  uintCell,
  wordCell,
} from './rows.ts'

const Table = rows({
  key: hexCell<`0x${string}`>(2),
  number: uintCell<number>(65_535),
  amount: amountCell<bigint>(),
  flag: flagCell,
  word: wordCell(['one', 'two']),
  text: textCell,
  perhaps: maybe(uintCell<number>()),
  shaped: shapedCell<`n${string}`>(/^n[0-9]*$/),
})
const row = {
  key: '0xabcd',
  number: 7,
  amount: 5n,
  flag: true,
  word: 'two',
  text: 'a name',
  perhaps: undefined,
  shaped: 'n1',
} as const

describe('a table of rows', () => {
  it('brings back exactly what crossed, of any length', () => {
    const anyRow = fc.record({
      key: fc.constantFrom('0x0000' as const, '0xffff' as const),
      number: fc.integer({ min: 0, max: 65_535 }),
      amount: fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
      flag: fc.boolean(),
      word: fc.constantFrom('one' as const, 'two' as const),
      text: fc.string().filter((text) => !/[\t\n\r]/.test(text)),
      perhaps: fc.option(fc.maxSafeNat(), { nil: undefined }),
      shaped: fc.nat().map((n) => `n${n}` as const),
    })
    fc.assert(
      fc.property(fc.array(anyRow), (list) => {
        expect(decode(Table, JSON.parse(JSON.stringify(encode(Table, list))))).toEqual(list)
      }),
    )
  })
  it('is text of one line for each row', () => {
    expect(encode(Table, [row, row])).toBe(
      'abcd\t7\t5\t1\ttwo\ta name\t\tn1\nabcd\t7\t5\t1\ttwo\ta name\t\tn1',
    )
  })
  it.each([
    ['a cell more', 'abcd\t7\t5\t1\ttwo\t\t\tn1\t'],
    ['a cell less', 'abcd\t7\t5\t1\ttwo\t\t'],
    ['hex of another length', 'abcdef\t7\t5\t1\ttwo\t\t\tn1'],
    ['hex in capitals', 'ABCD\t7\t5\t1\ttwo\t\t\tn1'],
    ['a number too large', 'abcd\t65536\t5\t1\ttwo\t\t\tn1'],
    ['a number with a sign', 'abcd\t-7\t5\t1\ttwo\t\t\tn1'],
    ['a number with a zero before it', 'abcd\t07\t5\t1\ttwo\t\t\tn1'],
    ['an amount beyond 64 bits', 'abcd\t7\t18446744073709551616\t1\ttwo\t\t\tn1'],
    ['a flag that is neither', 'abcd\t7\t5\ttrue\ttwo\t\t\tn1'],
    ['a word of another table', 'abcd\t7\t5\t1\tthree\t\t\tn1'],
    ['text of another shape', 'abcd\t7\t5\t1\ttwo\t\t\tm1'],
    ['an empty line', 'abcd\t7\t5\t1\ttwo\t\t\tn1\n'],
  ])('refuses %s', (_what, text) => {
    expect(() => decode(Table, text)).toThrow('custom')
  })
  it.each([
    ['text of two lines', { text: 'a\nb' }],
    ['a cell inside a cell', { text: 'a\tb' }],
    ['an amount below zero', { amount: -1n }],
    ['a number that is none', { number: Number.NaN }],
    ['a part of a number', { number: 1.5 }],
    ['a field it does not know', { more: 1 }],
  ])('does not write %s', (_what, wrong) => {
    expect(fits(Table, [{ ...row, ...wrong }])).toBe(false)
  })
})
