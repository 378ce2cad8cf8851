/** Locks the vault on time and with the computer. The room checks its own deadline; this makes the lock prompt. */
import type { LockState } from './lock-state.ts'

/** As much of `browser.alarms` as is used. Times in ms since 1970. */
export interface Alarms {
  create(name: string, at: { readonly when: number }): unknown
  clear(name: string): unknown
  readonly onAlarm: { addListener(listener: (alarm: { readonly name: string }) => void): void }
}

/** As much of `browser.idle` as is used. */
export interface Idle {
  readonly onStateChanged: { addListener(listener: (state: string) => void): void }
}

const ALARM = 'auto-lock'

interface Deps {
  readonly lockState: LockState
  readonly alarms: Alarms
  readonly idle: Idle
  readonly clock: () => number
  readonly onBug: (cause: unknown, where: string) => void
}

/** To be called in the worker's first turn: an alarm wakes the worker and is not told twice. */
export function keepAutoLock({ lockState, alarms, idle, clock, onBug }: Deps): void {
  const lock = (): void => {
    lockState.lock().catch((cause: unknown) => onBug(cause, ALARM))
  }

  lockState.onOpenness((now) => {
    if (now.kind === 'unlocked') alarms.create(ALARM, { when: now.locksAt })
    else alarms.clear(ALARM)
  })

  alarms.onAlarm.addListener(({ name }) => {
    if (name !== ALARM) return
    lockState
      .openness()
      .then((now) => {
        if (now.kind === 'locked') return
        // A click has put the deadline off since the alarm was set.
        if (now.locksAt > clock()) alarms.create(ALARM, { when: now.locksAt })
        else lock()
      })
      .catch((cause: unknown) => onBug(cause, ALARM))
  })

  idle.onStateChanged.addListener((state) => {
    if (state === 'locked') lock()
  })
}
