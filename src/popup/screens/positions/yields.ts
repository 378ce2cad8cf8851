/** What staking has brought, in shares: of what was seen here, never promised. Cut, not rounded. */
import type { AlphaRao } from '#shared/domain/units.ts'

const DAY_MS = 24 * 3600_000
const YEAR_MS = 365 * DAY_MS
const BASIS = 10_000n

export interface Growth {
  /** Now, with what was earned in it. */
  readonly alpha: AlphaRao
  readonly earned: AlphaRao
  /** ms */
  readonly over: number
}

/** What was earned over what it was earned with, in basis points; undefined where nothing is left to compare with. */
export function earnedShare({ alpha, earned }: Growth): number | undefined {
  const before = alpha - earned
  return before <= 0n ? undefined : Number((earned * BASIS) / before)
}

/** The same over a year at this pace, without interest on it; undefined for less than a day, which says too little. */
export function yearlyShare({ alpha, earned, over }: Growth): number | undefined {
  const before = alpha - earned
  if (before <= 0n || over < DAY_MS) return undefined
  return Number((earned * BASIS * BigInt(YEAR_MS)) / (before * BigInt(Math.round(over))))
}

/** From parts of a million a day to basis points a year, without interest on it. */
export function yearly(perDay: number): number {
  return Math.floor((perDay * 365) / 100)
}
