/** A request keeps to the rules of its site, or each reason why not is told. */
import { describe, expect, it } from 'vitest'
import { type Asking, dayOf, overRules, SITE_ASKS, type SiteRules, spentOn, withSpent } from './site-rules.ts'
import { rao, TAO } from './units.ts'

const tao = (n: number) => rao(BigInt(n) * TAO)
const pays = (n: number): Asking => ({ kinds: ['pay'], spends: tao(n), isWhole: true })
const over = (rules: Partial<SiteRules>, asking: Asking, spent = 0) =>
  overRules({ rules: { cap: null, asks: null, ...rules }, spent: tao(spent) }, asking)

describe('a spending limit', () => {
  it('is kept to by what is just as much', () => {
    expect(over({ cap: tao(10) }, pays(10))).toEqual([])
    expect(over({ cap: tao(10) }, pays(4), 6)).toEqual([])
  })
  it('is passed by a rao more', () => {
    expect(over({ cap: tao(10) }, { ...pays(0), spends: rao(10n * TAO + 1n) })).toHaveLength(1)
    expect(over({ cap: tao(10) }, { ...pays(0), spends: rao(1n) }, 10)).toHaveLength(1)
  })
  it('says what went already today', () => {
    expect(over({ cap: tao(10) }, pays(5), 6)).toEqual([
      [
        'It takes ',
        { rao: tao(5) },
        ' more. ',
        { rao: tao(6) },
        ' of ',
        { rao: tao(10) },
        ' went already today.',
      ],
    ])
  })
  it('is passed by what cannot be counted, even where little of it is known', () => {
    expect(over({ cap: tao(10) }, { kinds: ['stake'], spends: rao(0n), isWhole: false })).toEqual([
      ['What it takes cannot be counted, and your limit is ', { rao: tao(10) }, ' a day.'],
    ])
  })
  it('is kept to by what takes nothing, also on a day it was passed', () => {
    expect(over({ cap: tao(10) }, { kinds: ['message'], spends: rao(0n), isWhole: true }, 11)).toEqual([])
  })
  it('of nothing lets nothing leave', () => {
    expect(over({ cap: tao(0) }, { ...pays(0), spends: rao(1n) })).toHaveLength(1)
  })
  it('that is not set is not passed', () => {
    expect(over({}, pays(1_000_000))).toEqual([])
    expect(over({}, { ...pays(1), isWhole: false })).toEqual([])
  })
})

describe('what a site may ask', () => {
  it.each(SITE_ASKS)('has a reason of its own where it is not: %s', (kind) => {
    const asks = SITE_ASKS.filter((each) => each !== kind)
    expect(over({ asks }, { kinds: [kind], spends: rao(0n), isWhole: true })).toHaveLength(1)
    expect(over({ asks: [kind] }, { kinds: [kind], spends: rao(0n), isWhole: true })).toEqual([])
  })
  it('is asked of every kind in a request, and beside the limit', () => {
    const asking: Asking = { kinds: ['stake', 'pay', 'other'], spends: tao(9), isWhole: true }
    expect(over({ cap: tao(1), asks: ['stake'] }, asking)).toHaveLength(3)
  })
})

describe('the spending of a day', () => {
  const day = dayOf(Date.UTC(2026, 10, 27, 12))
  it('ends at midnight of UTC', () => {
    expect(dayOf(Date.UTC(2026, 10, 27, 23, 59, 59, 999))).toBe(day)
    expect(dayOf(Date.UTC(2026, 10, 28))).toBe(day + 1)
  })
  it('adds up, and begins anew the next day', () => {
    const first = withSpent(undefined, { day, id: 'a', amount: tao(1) })
    const second = withSpent(first, { day, id: 'b', amount: tao(2) })
    expect(spentOn(day, second)).toBe(tao(3))
    expect(spentOn(day + 1, second)).toBe(0n)
    expect(withSpent(second, { day: day + 1, id: 'c', amount: tao(5) }).spent).toBe(tao(5))
  })
  it('counts a request once, however often it is told', () => {
    const once = withSpent(undefined, { day, id: 'a', amount: tao(1) })
    expect(withSpent(once, { day, id: 'a', amount: tao(1) })).toEqual(once)
  })
})
