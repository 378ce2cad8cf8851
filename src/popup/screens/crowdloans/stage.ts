/** Where a crowdloan stands, and whether it takes anything more. */
import { printTime } from '#shared/domain/blocks.ts'
import type { Crowdloan } from '#shared/domain/standing.ts'

export interface Stage {
  readonly word: string
  readonly takes: boolean
}

/** In the order of the chain's own checks (Crowdloan.contribute, spec 424). */
export function standingOf(
  { finalized, end, raised, cap, contributors, seats, own }: Crowdloan,
  block: number,
): Stage {
  if (finalized) return { word: 'done', takes: false }
  if (block >= end) return { word: 'over', takes: false }
  if (raised >= cap) return { word: 'full', takes: false }
  // Who is among the contributors may give more; for others there is no seat.
  if (contributors >= seats && own === 0n) return { word: 'no seat left', takes: false }
  return { word: 'open', takes: true }
}

/** Whether an account can take back what it gave (Crowdloan.withdraw, spec 424). */
export function givesBack({ own, finalized }: Crowdloan): boolean {
  return own > 0n && !finalized
}

/** Where it stands in a few words, with the time left while it takes something. */
export function stageWords(loan: Crowdloan, block: number): string {
  const { word, takes } = standingOf(loan, block)
  return takes ? `about ${printTime(loan.end - block)} left` : word
}
