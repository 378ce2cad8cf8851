/** When the room locks by itself: a moment that is checked before every command, not a timer that may die. */

import type { Clock } from './secret.ts'

export interface Deadline {
  /** Milliseconds since 1970, for people to see. */
  readonly locksAt: number
  hasPassed(): boolean
  /** The whole time again from now. */
  putOff(): void
}

/**
 * Two clocks watch: the wall's goes on while the computer sleeps, the steady one does not follow when the wall's is
 * set back. Whichever says first that the time is over is right.
 */
export function createDeadline(
  { clock, steady }: { clock: Clock; steady: () => number },
  minutes: number,
): Deadline {
  const span = Math.min(Math.max(minutes, LEAST_MINUTES), MOST_MINUTES) * 60_000
  let wall = clock() + span
  let uptime = steady() + span
  return {
    get locksAt() {
      return wall
    },
    hasPassed: () => clock() >= wall || steady() >= uptime,
    putOff: () => {
      wall = clock() + span
      uptime = steady() + span
    },
  }
}

/** A vault that never locks is none, whatever a setting says. */
const LEAST_MINUTES = 1
const MOST_MINUTES = 24 * 60
