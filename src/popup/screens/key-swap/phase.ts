/** Where a coldkey swap stands, by blocks. */
import type { SwapStanding } from '#shared/domain/standing.ts'

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
