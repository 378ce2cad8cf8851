// One swap against a subnet's pool, up to a limit price, refused as the Swap pallet refuses it (do_swap, spec 425).
import {
  exchanged,
  feeUpon,
  feeWithin,
  inputTo,
  outputFor,
  type Pool,
  priceLimit,
  type Side,
  sidesOf,
  spotPrice,
} from './pool.ts'

/** A swap does not touch a reserve below this (constant MinimumReserve). */
const MINIMUM_RESERVE = 1_000_000n

/** What is paid in is at most this many times the reserve it is added to. */
export const LARGEST_INPUT = 1000n

/** Where a swap may end that has no limit of its own: a million TAO per alpha, a millionth of one. */
const NO_LIMIT: Readonly<Record<Side, bigint>> = { buy: 10n ** 15n, sell: 1000n }

export interface Order {
  readonly side: Side
  /** With the fee in it: rao for a buy, alpha-rao for a sale. */
  readonly amount: bigint
  /** Rao per whole alpha; the price may go up to it, and not past. */
  readonly limit?: bigint | undefined
}

export interface Fill {
  /** What went into the pool, without the fee. */
  readonly paidIn: bigint
  readonly paidOut: bigint
  /** In the unit paid in. */
  readonly fee: bigint
}

export type SwapRefusalName = 'ReservesTooLow' | 'PriceLimitExceeded' | 'SwapInputTooLarge'

/** A swap that the Swap pallet refuses, with the name of its error. */
export class SwapRefusal extends Error {
  readonly refusal: SwapRefusalName
  constructor(refusal: SwapRefusalName) {
    super(`the pool refuses: ${refusal}`)
    this.refusal = refusal
  }
}

/** Fills an order as far as its limit allows. What is not in `paidIn` and `fee` was not taken. */
export function fill(pool: Pool, { side, amount, limit = NO_LIMIT[side] }: Order): Fill {
  const { into, outOf } = sidesOf(pool, side)
  const fee = feeWithin(pool, amount)
  const net = amount - fee
  if (net > into.reserve * LARGEST_INPUT) throw new SwapRefusal('SwapInputTooLarge')
  if (outOf.reserve < MINIMUM_RESERVE) throw new SwapRefusal('ReservesTooLow')
  const bound = priceLimit(limit)
  const price = spotPrice(pool)
  // A limit that is the price already leaves nothing to fill: strictly beyond is asked for.
  if (side === 'buy' ? price >= bound : price <= bound) throw new SwapRefusal('PriceLimitExceeded')

  const full = { paidIn: net, paidOut: outputFor(pool, side, net), fee }
  const after = spotPrice(exchanged(pool, side, full.paidIn, full.paidOut))
  const within = side === 'buy' ? after <= bound : after >= bound
  return yielding(within ? full : upTo(pool, side, bound))
}

function upTo(pool: Pool, side: Side, bound: bigint): Fill {
  const paidIn = inputTo(pool, side, bound)
  return { paidIn, paidOut: outputFor(pool, side, paidIn), fee: feeUpon(pool, paidIn) }
}

function yielding(done: Fill): Fill {
  if (done.paidIn > 0n && done.paidOut === 0n) throw new SwapRefusal('ReservesTooLow')
  return done
}
