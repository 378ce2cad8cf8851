/** What a window leaves for the next one: where one was, how it looked, what it showed, until when the wallet stayed open. Nothing secret. */
import type { Place } from './place.ts'

/** A total as it was shown, and of which block. */
interface ShownTotal {
  readonly whole: string
  readonly decimals: string
  readonly block: string
}

export interface Memory {
  readonly trail: readonly Place[]
  readonly theme: 'system' | 'dark' | 'light'
  /** Until when the wallet was unlocked, ms since 1970; 0 when it was not. */
  readonly locksAt: number
  /** Null where none was shown, or amounts are hidden. */
  readonly total: ShownTotal | null
  /** When this was written, ms since 1970. */
  readonly at: number
}

const KEY = 'taokey.window'
/** Longer ago, and a person begins at home. */
const TRAIL_LIFE_MS = 10 * 60_000

const NOTHING: Memory = { trail: [], theme: 'system', locksAt: 0, total: null, at: 0 }

/** Kept by the document itself because it must be there before anything answers; whatever does not read is nothing. */
export function recall(now: number = Date.now(), storage: Storage = localStorage): Memory {
  try {
    const memory = { ...NOTHING, ...(JSON.parse(storage.getItem(KEY) ?? '{}') as Partial<Memory>) }
    const isRecent = now - memory.at < TRAIL_LIFE_MS && Array.isArray(memory.trail)
    return { ...memory, trail: isRecent ? memory.trail : [] }
  } catch {
    return NOTHING
  }
}

export function remember(
  change: Partial<Omit<Memory, 'at'>>,
  now: number = Date.now(),
  storage: Storage = localStorage,
): void {
  try {
    storage.setItem(KEY, JSON.stringify({ ...recall(now, storage), ...change, at: now }))
  } catch {
    // A full or forbidden store costs a person one tap, nothing else.
  }
}

/** Forgets this and every preference: whatever a window keeps begins with the wallet's name. */
export function forget(storage: Storage = localStorage): void {
  for (const key of Object.keys(storage)) if (key.startsWith('taokey.')) storage.removeItem(key)
}
