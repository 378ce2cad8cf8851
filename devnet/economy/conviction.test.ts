// Locks as they age.
import { describe, expect, it } from 'vitest'
import { aged, type Terms } from './conviction.ts'

const RATE = 934_866n
const terms: Terms = { unlockRate: RATE, maturityRate: RATE, perpetual: false, onOwner: false }
const lock = { mass: 10n ** 15n, conviction: 0n }
const whole = (bits: bigint) => bits >> 64n

describe('a lock', () => {
  it('keeps a part in e of its mass after its rate, and half after ninety days', () => {
    // 10^15 / e, from the digits of e.
    expect(aged(lock, RATE, terms).mass).toBe(367_879_441_171_442n)
    const half = aged(lock, 648_000n, terms).mass
    expect(Number(half) / 1e15).toBeCloseTo(0.5, 4)
  })

  it('ripens to a part in e of its mass, and then falls with it', () => {
    expect(whole(aged(lock, RATE, terms).conviction)).toBe(367_879_441_171_442n)
    expect(aged(lock, 3n * RATE, terms).conviction).toBeLessThan(aged(lock, RATE, terms).conviction)
  })

  it('that is perpetual keeps its mass, and ripens towards all of it', () => {
    const later = aged(lock, RATE, { ...terms, perpetual: true })
    expect(later.mass).toBe(lock.mass)
    expect(whole(later.conviction)).toBe(632_120_558_828_557n)
  })

  it('on the owner of a subnet has its whole mass as conviction', () => {
    const later = aged(lock, RATE, { ...terms, onOwner: true })
    expect(later.conviction).toBe(later.mass << 64n)
  })

  it('ages the same in one step as in two, but for rounding', () => {
    const once = aged(lock, 5000n, terms)
    const twice = aged(aged(lock, 2000n, terms), 3000n, terms)
    expect(once.mass - twice.mass).toBeLessThanOrEqual(1n)
    const apart = whole(once.conviction) - whole(twice.conviction)
    expect(apart <= 2n && apart >= -2n).toBe(true)
  })

  it('ripens by another rate than it decays, in between', () => {
    const slow = aged(lock, RATE, { ...terms, maturityRate: 2n * RATE })
    expect(whole(slow.conviction)).toBe(238_651_218_541_191n)
    expect(aged(lock, RATE, { ...terms, maturityRate: 0n }).conviction).toBe(0n)
  })

  it('is gone after very long', () => {
    expect(aged({ ...lock, mass: 10n ** 9n }, 100n * RATE, terms).mass).toBe(0n)
  })
})
