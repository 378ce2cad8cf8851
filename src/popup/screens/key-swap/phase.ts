/** Where a coldkey swap stands, by blocks. */
import type { SwapStanding } from '#shared/domain/standing.ts'

/** Blocks of twelve seconds (Aura, spec 424). */
const BLOCK_MS = 12_000

export type Phase =
  | { readonly kind: 'none' }
  /** Announced, and not to be carried out yet. */
  | { readonly kind: 'waiting'; readonly blocks: number }
  /** It can be carried out; `untilChange` blocks until it can be changed or cleared as well, 0 when it can. */
  | { readonly kind: 'ready'; readonly untilChange: number }
  | { readonly kind: 'disputed' }

export function phaseOf({ block, announced, rest }: SwapStanding): Phase {
  if (announced === null) return { kind: 'none' }
  if (announced.disputed) return { kind: 'disputed' }
  const { executableAt } = announced
  if (block.number < executableAt) return { kind: 'waiting', blocks: executableAt - block.number }
  return { kind: 'ready', untilChange: Math.max(0, executableAt + rest - block.number) }
}

/** When a number of blocks will have passed, if each takes as long as it should. ms since 1970. */
export function afterBlocks(blocks: number, now: number): number {
  return now + blocks * BLOCK_MS
}

export function timeOf(blocks: number): number {
  return blocks * BLOCK_MS
}
