/** How much of all TAO there will ever be is there, in basis points, cut. */
import { MOST_TAO } from '#shared/domain/network-facts.ts'
import type { Rao } from '#shared/domain/units.ts'

export function shareOfCap(issued: Rao): number {
  return Number((issued * 10_000n) / MOST_TAO)
}
