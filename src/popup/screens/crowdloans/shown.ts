/** Which crowdloans a list to choose from shows, and in which order. */
import type { Crowdloan } from '#shared/domain/standing.ts'
import { givesBack, standingOf } from './stage.ts'

export interface Wanted {
  readonly typed: string
  /** Whether only those are wanted that the account can take something back from. */
  readonly isOwn: boolean
  readonly block: number
}

/** Those that take something come first; otherwise as they were told. */
export function shownCrowdloans(
  loans: readonly Crowdloan[],
  { typed, isOwn, block }: Wanted,
): readonly Crowdloan[] {
  const sought = typed.trim()
  const fitting = loans.filter((loan) => String(loan.id).startsWith(sought) && (!isOwn || givesBack(loan)))
  if (isOwn) return fitting
  const takes = (loan: Crowdloan): boolean => standingOf(loan, block).takes
  return [...fitting.filter(takes), ...fitting.filter((loan) => !takes(loan))]
}

/** Crowdloans are counted in 32 bits (Crowdloan.NextCrowdloanId, spec 424). */
const MOST = 0xffff_ffff

/** The number that was typed, if it can be a crowdloan's. */
export function numberIn(typed: string): number | undefined {
  const text = typed.trim()
  return /^\d{1,10}$/.test(text) && Number(text) <= MOST ? Number(text) : undefined
}
