import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outdated } from './thin.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const now = 1_800_000_000_000
const keptOf = (times: readonly number[], at = now): number[] => {
  const gone = new Set(outdated(times, at))
  return times.filter((time) => !gone.has(time))
}

describe('the past', () => {
  it('is kept by the minute for two hours, and the newest of a minute', () => {
    const times = [0, 20_000, 40_000, 60_000].map((ms) => now - HOUR + ms)
    expect(keptOf(times)).toHaveLength(2)
    expect(keptOf(times)).toContain(now - HOUR + 60_000)
  })
  it('of two years takes less than two thousand moments, however often it was seen', () => {
    const times = Array.from({ length: 20_000 }, (_, i) => now - Math.floor((i * 800 * DAY) / 20_000))
    const lately = Array.from({ length: 10_000 }, (_, i) => now - i * 12_000)
    expect(keptOf([...new Set([...times, ...lately])]).length).toBeLessThan(2000)
  })
  it('of more than two years is forgotten', () => {
    expect(keptOf([now - 731 * DAY, now - 700 * DAY])).toEqual([now - 700 * DAY])
  })
  it('that a clock set back has made to come is kept', () => {
    expect(keptOf([now + DAY])).toEqual([now + DAY])
  })
  it('once thinned is not thinned again at the same moment', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: now - 800 * DAY, max: now })), (times) => {
        const once = keptOf(times)
        expect(keptOf(once)).toEqual(once)
      }),
    )
  })
  it('never loses its newest moment', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: now - 700 * DAY, max: now }), { minLength: 1 }),
        (times) => {
          expect(keptOf(times)).toContain(Math.max(...times))
        },
      ),
    )
  })
})
