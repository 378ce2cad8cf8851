/** Where a crowdloan stands, and whether it takes anything more. */
import type { Crowdloan } from '#shared/domain/standing.ts'
import { lengthWords } from '../positions/past-words.ts'

/** Blocks come every twelve seconds (Aura, spec 424). */
export const BLOCK_MS = 12_000

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

/** The same in a few words, with the time left while it takes something. */
export function stageWords(loan: Crowdloan, block: number): string {
  const { word, takes } = standingOf(loan, block)
  return takes ? `about ${lengthWords((loan.end - block) * BLOCK_MS)} left` : word
}
