import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_ROWS, windowOf } from './window.ts'

const view = fc.record({
  passed: fc.integer({ min: -5000, max: 300_000 }),
  height: fc.integer({ min: 0, max: 2000 }),
  rowHeight: fc.integer({ min: 40, max: 80 }),
  count: fc.integer({ min: 0, max: 5000 }),
})

describe('the window on a long list', () => {
  it('holds at most one row less than may be in the page', () => {
    fc.assert(
      fc.property(view, (each) => {
        const { from, to } = windowOf(each)
        expect(to - from).toBeLessThan(MOST_ROWS)
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(each.count)
      }),
    )
  })
  it('holds every row that can be seen', () => {
    fc.assert(
      fc.property(view, (each) => {
        const { from, to } = windowOf(each)
        const first = Math.max(0, Math.floor(each.passed / each.rowHeight))
        const last = Math.ceil((each.passed + each.height) / each.rowHeight)
        fc.pre(last - first < MOST_ROWS - 1 && each.passed >= -each.height)
        for (let at = first; at < Math.min(last, each.count); at += 1) {
          expect(at).toBeGreaterThanOrEqual(from)
          expect(at).toBeLessThan(to)
        }
      }),
    )
  })
  it('stays as it is while one scrolls a row', () => {
    const at = (passed: number) => windowOf({ passed, height: 480, rowHeight: 56, count: 4000 })
    const drawings = new Set(Array.from({ length: 100 }, (_, row) => at(20_000 + row * 56).from))
    expect(drawings.size).toBeLessThan(30)
  })
})
