import { describe, expect, it } from 'vitest'
import { type Attempts, NO_ATTEMPTS } from '#shared/domain/vault.ts'
import { afterFailure, waitBefore } from './attempts.ts'

const now = 1_700_000_000_000
const failing = (times: number): Attempts => {
  let attempts = NO_ATTEMPTS
  for (let n = 0; n < times; n++) attempts = afterFailure(attempts, now)
  return attempts
}

describe('attempts', () => {
  it('lets the first try and four repetitions pass without a wait', () => {
    for (let n = 0; n <= 5; n++) expect(waitBefore(failing(n), now)).toBe(0)
  })
  it('doubles the wait from two seconds on', () => {
    expect([6, 7, 8, 9, 10].map((n) => waitBefore(failing(n), now))).toEqual([
      2000, 4000, 8000, 16_000, 32_000,
    ])
  })
  it('never asks for more than a minute', () => {
    expect(waitBefore(failing(11), now)).toBe(60_000)
    expect(waitBefore(failing(500), now)).toBe(60_000)
  })
  it('counts the wait down', () => {
    expect(waitBefore(failing(6), now + 1500)).toBe(500)
    expect(waitBefore(failing(6), now + 2000)).toBe(0)
  })
  it('does not wait longer than its rule when the clock was set back a day', () => {
    expect(waitBefore(failing(7), now - 86_400_000)).toBe(4000)
  })
  it('says the same after its state was stored and read again', () => {
    const read: Attempts = JSON.parse(JSON.stringify(failing(8)))
    expect(waitBefore(read, now + 1)).toBe(7999)
  })
})
