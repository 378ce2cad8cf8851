import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf } from './csv.ts'

const bodyOf = (...cells: Parameters<typeof csvOf>[1][number]): string =>
  csvOf(['head'], [cells]).split('\r\n')[1] ?? ''

describe('a table for a spreadsheet', () => {
  it('has its head first, and ends every line', () => {
    expect(csvOf(['a', 'b'], [['x', { number: '1.5' }]])).toBe('\ufeff"a","b"\r\n"x",1.5\r\n')
  })
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['|cmd', `"'|cmd"`],
    ['%0a', `"'%0a"`],
    ['＝1+1', `"'＝1+1"`],
    ['＋1', `"'＋1"`],
    ['－1', `"'－1"`],
    ['＠SUM(A1)', `"'＠SUM(A1)"`],
    ['  =1', `"'  =1"`],
    ['\t=1', `"' =1"`],
    ['say "hi"', '"say ""hi"""'],
    ['two\r\nlines', '"two lines"'],
  ])('holds %j as text', (text, cell) => {
    expect(bodyOf(text)).toBe(cell)
  })
  it('holds as a number only what is one', () => {
    expect(bodyOf({ number: '-12.5' }, { number: '=1' }, { number: '1e5' })).toBe(`-12.5,"'=1","1e5"`)
  })
  it('never begins a text as a formula begins', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(/^"\s*[=+\-@＝＋－＠|%]/u.test(bodyOf(text))).toBe(false)
      }),
    )
  })
})
