/** How long to wait after wrong passwords: five free tries, then twice as long after each, up to a minute. */

import type { Attempts } from '#shared/domain/vault.ts'

const FREE_TRIES = 5
const LONGEST_WAIT = 60_000

/**
 * How many milliseconds to wait before the next try; 0 when it may be made now. A clock that was set back never
 * makes the wait longer than the rule would: the state is handed in from storage and may be of any age.
 */
export function waitBefore(attempts: Attempts, now: number): number {
  return Math.max(0, Math.min(attempts.nextAt - now, penalty(attempts.fails)))
}

/** The state after one more wrong password. */
export function afterFailure({ fails }: Attempts, now: number): Attempts {
  return { fails: fails + 1, nextAt: now + penalty(fails + 1) }
}

/** 2, 4, 8 … seconds from the sixth failure on. */
function penalty(fails: number): number {
  if (fails <= FREE_TRIES) return 0
  return Math.min(LONGEST_WAIT, 2 ** Math.min(fails - FREE_TRIES, 16) * 1000)
}
