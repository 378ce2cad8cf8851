/**
 * When agreeing is possible: only after everything has stood still in sight for a moment, so that no click meant
 * for something else (a game, a page beneath, what stood there before) can agree.
 */

/** Since the request appeared, was decoded, regained the focus, or last changed its layout. */
export const INERT_MS = 700

export interface Gate {
  /** Whether agreeing is possible at this very moment. */
  isOpen(): boolean
  /** Something moved: the wait begins anew. */
  disturb(): void
  /** Whether there is something decoded to agree to, and whether the window has the focus. */
  set(part: 'ready' | 'focused', value: boolean): void
  onChange(listener: () => void): () => void
  /** Waits for nothing more. */
  stop(): void
}

export interface Clock {
  now(): number
  /** Calls back later; the answer takes that back. */
  after(ms: number, run: () => void): () => void
}

const browserClock: Clock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

export function createGate(clock: Clock = browserClock): Gate {
  const listeners = new Set<() => void>()
  const parts = { ready: false, focused: true }
  let stillSince = clock.now()
  let cancel = (): void => {}

  const isOpen = (): boolean => parts.ready && parts.focused && clock.now() - stillSince >= INERT_MS

  const tell = (): void => {
    for (const listener of listeners) listener()
  }

  const disturb = (): void => {
    stillSince = clock.now()
    cancel()
    // A timer may fire a little early by the other clock: the gate itself decides by its own.
    const wake = (): void => {
      if (clock.now() - stillSince < INERT_MS) cancel = clock.after(1, wake)
      else tell()
    }
    cancel = clock.after(INERT_MS, wake)
    tell()
  }

  return {
    isOpen,
    disturb,
    set(part, value) {
      if (parts[part] === value) return
      parts[part] = value
      disturb()
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => cancel(),
  }
}
