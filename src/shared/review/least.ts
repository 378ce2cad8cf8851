/** What a limit price leaves of a trade at least, from the numbers of the call alone. */
import type { Span } from '../domain/description.ts'
import { stakeIn } from '../domain/price.ts'
import { MOST_RAO, type Netuid, type RaoPerAlpha, rao, TAO } from '../domain/units.ts'
import { type Change, comes } from './rule.ts'

/** How a call bounds its price. */
export interface Bound {
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

interface Limit {
  readonly limit_price?: RaoPerAlpha | undefined
}

/** The price of a limit, where it keeps any out: selling at 0, or buying at whatever fits in a u64, is trading at any. */
export function boundOf(limit: Limit | undefined, isPurchase: boolean): RaoPerAlpha | undefined {
  const price = limit?.limit_price
  return price === (isPurchase ? MOST_RAO : 0n) ? undefined : price
}

/** Where the amount is counted when it runs, or may be sold in part, its price is all that is known. */
export function taoComes(least: bigint | undefined, limit: Limit | undefined): Change {
  if (least !== undefined) return comes('At least ', { rao: rao(least) }, LESS_FEE)
  const price = boundOf(limit, false)
  return price === undefined
    ? comes('TAO, as the price is then')
    : comes('TAO, at no less than ', { price }, LESS_FEE)
}

/** `Stake: at least α6.17 of Chutes, less the swap fee`, or where it is. */
export function stakeComes(netuid: Netuid, least: bigint | undefined, ...price: readonly Span[]): Change {
  if (least === undefined) return comes('Stake on ', { netuid }, ...price)
  return comes('Stake: at least ', stakeIn(netuid, least), ...(netuid === 0 ? [' on root'] : []), LESS_FEE)
}
