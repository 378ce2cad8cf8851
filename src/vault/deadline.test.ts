import { describe, expect, it } from 'vitest'
import { createDeadline } from './deadline.ts'

const MINUTE = 60_000

function aDeadline(minutes: number) {
  const now = { wall: 1_000, steady: 50 }
  const deadline = createDeadline({ clock: () => now.wall, steady: () => now.steady }, minutes)
  const passes = (wall: number, steady: number): boolean => {
    now.wall += wall
    now.steady += steady
    return deadline.hasPassed()
  }
  return { deadline, passes }
}

describe('the time until the lock', () => {
  it('is over to the millisecond by the wall’s clock, which goes on in a computer’s sleep', () => {
    const { passes } = aDeadline(15)
    expect([passes(15 * MINUTE - 1, 0), passes(1, 0)]).toEqual([false, true])
  })
  it('is over by the steady clock, though the wall’s was set back', () => {
    const { passes } = aDeadline(15)
    expect([passes(-MINUTE, 15 * MINUTE - 1), passes(0, 1)]).toEqual([false, true])
  })
  it('is the whole time again once it was put off', () => {
    const { deadline, passes } = aDeadline(15)
    passes(10 * MINUTE, 10 * MINUTE)
    deadline.putOff()
    expect([passes(15 * MINUTE - 1, 15 * MINUTE - 1), passes(1, 1)]).toEqual([false, true])
  })
  it('is a minute at least and a day at most, whatever is asked for', () => {
    expect(aDeadline(0).passes(MINUTE - 1, 0)).toBe(false)
    expect(aDeadline(0).passes(MINUTE, 0)).toBe(true)
    expect(aDeadline(1e9).passes(24 * 60 * MINUTE - 1, 0)).toBe(false)
    expect(aDeadline(1e9).passes(24 * 60 * MINUTE, 0)).toBe(true)
  })
})
