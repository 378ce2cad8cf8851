/** A clock that stands still until it is told to go on. */
import type { Clock } from '../../src/background/chain/clock.ts'

export interface ManualClock extends Clock {
  /** Lets time pass, and runs what was due, in order. */
  advance(ms: number): void
  /** How much is still due. */
  waiting(): number
}

export function createManualClock(): ManualClock {
  let now = 1_800_000_000_000
  const due = new Set<{ readonly at: number; readonly run: () => void }>()
  return {
    now: () => now,
    after: (ms, run) => {
      const entry = { at: now + ms, run }
      due.add(entry)
      return () => {
        due.delete(entry)
      }
    },
    waiting: () => due.size,
    advance: (ms) => {
      const end = now + ms
      for (;;) {
        const next = [...due].filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        due.delete(next)
        now = next.at
        next.run()
      }
      now = end
    },
  }
}
