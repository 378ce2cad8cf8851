import { describe, expect, it } from 'vitest'
import { alphaRao, rao } from '#shared/domain/units.ts'
import { fromOf, pastOf, stretchOf, totalPoints } from './past.ts'
import { dayWords, lengthWords } from './past-words.ts'
import { earnedShare, yearly, yearlyShare } from './yields.ts'

const HOUR = 3600_000
const DAY = 24 * HOUR
const NOW = 1_800_000_000_000

describe('the past', () => {
  it('is nothing while there is one point, or none', () => {
    expect(pastOf([])).toBeUndefined()
    expect(pastOf([{ at: 1, value: 1n }])).toBeUndefined()
    expect(pastOf([1, 1].map((at) => ({ at, value: 1n })))).toBeUndefined()
  })
  it('tells from what to what it went, and between which bounds', () => {
    const past = pastOf([50n, 20n, 75n].map((value, at) => ({ at, value })))
    expect(past).toMatchObject({ least: 20n, most: 75n, change: 5000 })
  })
  it('adds up everything that was owned', () => {
    const point = { at: 1, block: 1, free: rao(1n), reserved: rao(20n), root: rao(300n), subnets: rao(4000n) }
    expect(totalPoints([point])).toEqual([{ at: 1, value: 4321n }])
  })
  it('is not told of a longer stretch than was seen', () => {
    const seen = (age: number) =>
      stretchOf(
        [NOW - age, NOW].map((at) => ({ at, value: 1n })),
        'month',
        NOW,
      )
    const open = (age: number) =>
      seen(age)
        .ranges.filter(({ disabled }) => !disabled)
        .map(({ value }) => value)
    expect(open(HOUR)).toEqual(['day'])
    expect(seen(HOUR).range).toBe('day')
    expect(open(3 * DAY)).toEqual(['day', 'week'])
    expect(seen(3 * DAY).range).toBe('week')
    expect(open(40 * DAY)).toEqual(['day', 'week', 'month', 'quarter'])
    expect(seen(40 * DAY).range).toBe('month')
    expect(open(100 * DAY)).toHaveLength(5)
  })
  it('holds what was seen in the stretch that was chosen, and nothing where that is one moment', () => {
    const points = [NOW - 20 * DAY, NOW - 2 * DAY, NOW].map((at) => ({ at, value: 1n }))
    expect(stretchOf(points, 'week', NOW).past?.points).toHaveLength(2)
    expect(stretchOf(points, 'day', NOW).past).toBeUndefined()
  })
  it('begins at a full hour, so that a question stays the same for a while', () => {
    expect(fromOf('day', NOW)).toBe(fromOf('day', NOW + 1000))
    expect(NOW - fromOf('day', NOW)).toBeGreaterThanOrEqual(DAY)
    expect(fromOf('all', NOW)).toBe(0)
  })
})

describe('a stretch of time', () => {
  it.each([
    [90_000, '1 minute'],
    [40 * 60_000, '40 minutes'],
    [3 * HOUR, '3 hours'],
    [47 * HOUR, '47 hours'],
    [7 * DAY, '7 days'],
  ])('%i ms is told as %s', (ms, words) => {
    expect(lengthWords(ms)).toBe(words)
  })
  it('bears its year when that is another', () => {
    expect(dayWords(Date.UTC(2026, 7, 3, 12), Date.UTC(2026, 8, 1))).toBe('3 Aug')
    expect(dayWords(Date.UTC(2025, 7, 3, 12), Date.UTC(2026, 8, 1))).toBe('3 Aug 2025')
  })
})

describe('a yield', () => {
  const growth = (over: number) => ({ alpha: alphaRao(1010n), earned: alphaRao(10n), over })
  it('is what was earned over what it was earned with', () => {
    expect(earnedShare(growth(DAY))).toBe(100)
    expect(earnedShare({ alpha: alphaRao(10n), earned: alphaRao(10n), over: DAY })).toBeUndefined()
  })
  it('of less than a day is not made into one of a year', () => {
    expect(yearlyShare(growth(DAY - 1))).toBeUndefined()
    expect(yearlyShare(growth(DAY))).toBe(36_500)
  })
  it('a day is made into a year without interest on it', () => {
    expect(yearly(586)).toBe(2138)
  })
})
