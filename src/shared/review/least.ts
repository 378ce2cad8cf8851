/** What a limit price leaves of a trade at least, from the numbers of the call alone. */
import { stakeIn } from '../domain/price.ts'
import { MOST_RAO, type Netuid, type RaoPerAlpha, TAO } from '../domain/units.ts'
import { type Change, comes } from './rule.ts'

/** How a call bounds its price. */
interface Bound {
  readonly limit_price: RaoPerAlpha
  readonly allow_partial: boolean
}

/**
 * What alpha brings at a price, or TAO at its inverse, rounded down; undefined where the call may stop in the middle, or
 * where its price bounds nothing. The swap fee is taken off what goes in, and its rate is no part of the call (pallet Swap,
 * spec 424).
 */
export function leastOf(
  amount: bigint,
  { limit_price: price, allow_partial }: Bound,
  isPurchase: boolean,
): bigint | undefined {
  if (allow_partial || price === 0n || amount === MOST_RAO) return undefined
  const least = isPurchase ? (amount * TAO) / price : (amount * price) / TAO
  return least > 0n && least <= MOST_RAO ? least : undefined
}

export const LESS_FEE = ', less the swap fee'

/** `Stake: at least α6.17 of Chutes, less the swap fee`, or where it is. */
export function stakeComes(netuid: Netuid, least: bigint | undefined, asItIs: string): Change {
  if (least === undefined) return comes('Stake on ', { netuid }, asItIs)
  return comes('Stake: at least ', stakeIn(netuid, least), ...(netuid === 0 ? [' on root'] : []), LESS_FEE)
}
