// The weighted two-asset pool of a subnet: its price, its fee and its curve (Swap pallet's Balancer, spec 425).
import { lessOrZero, ONE, product, ratio, smaller, times, toU64, U64_MAX } from './fixed-point.ts'
import { scaledPower } from './power.ts'

/** A whole weight, as parts of 10¹⁸ (Perquintill). */
export const WHOLE: bigint = 10n ** 18n

/** Neither weight goes below one hundredth (Balancer `MIN_WEIGHT`). */
const LEAST_WEIGHT = WHOLE / 100n

/** Rates are parts of this. */
const RATE_WHOLE = 65_535n

/** Prices told outside the pallet are rao for this much alpha-rao. */
const WHOLE_ALPHA = 10n ** 9n

export interface Pool {
  /** SubtensorModule.SubnetAlphaIn, alpha-rao. */
  readonly alpha: bigint
  /** SubtensorModule.SubnetTAO, rao. */
  readonly tao: bigint
  /** Swap.SwapBalancer: the weight of TAO in parts of 10¹⁸; alpha has the rest. */
  readonly taoWeight: bigint
  /** Swap.FeeRate: parts of 65 535 of what is paid in; zero for a swap without fee. */
  readonly feeRate: number
}

/** `buy` pays TAO for alpha, `sell` pays alpha for TAO. */
export type Side = 'buy' | 'sell'

interface Asset {
  readonly reserve: bigint
  readonly weight: bigint
}

/** The asset a swap pays in, and the one it takes out. */
export function sidesOf(pool: Pool, side: Side): { readonly into: Asset; readonly outOf: Asset } {
  const tao = { reserve: pool.tao, weight: pool.taoWeight }
  const alpha = { reserve: pool.alpha, weight: WHOLE - pool.taoWeight }
  return side === 'buy' ? { into: tao, outOf: alpha } : { into: alpha, outOf: tao }
}

/** TAO per alpha as U64F64 bits: both divisions floored before their product is; zero for a pool without alpha. */
export const spotPrice = ({ alpha, tao, taoWeight }: Pool): bigint =>
  product(ratio(WHOLE - taoWeight, taoWeight), ratio(tao, alpha))

/** The spot price as calls and runtime APIs tell it: rao per whole alpha, floored. */
export const quotedPrice = (pool: Pool): bigint => times(WHOLE_ALPHA, spotPrice(pool))

/** A price in rao per whole alpha as U64F64 bits, the way the chain reads the limit of a call. */
export const priceLimit = (raoPerAlpha: bigint): bigint => ratio(raoPerAlpha, WHOLE_ALPHA)

/**
 * The fee within a gross input, in the unit paid in, floored twice: the rate is truncated to 64 bits first, so that
 * it can be one unit less than `amount · rate / 65535`.
 */
export const feeWithin = ({ feeRate }: Pool, amount: bigint): bigint =>
  times(amount, ratio(BigInt(feeRate), RATE_WHOLE))

/** The fee on top of a net input: what a fill that stops at its limit pays. */
export const feeUpon = ({ feeRate }: Pool, net: bigint): bigint =>
  times(net, ratio(BigInt(feeRate), RATE_WHOLE - BigInt(feeRate)))

/**
 * What the curve gives out for a net input, floored in the pool's favour: `out · (1 − (in / (in + net))^(w_in / w_out))`.
 * Never more than the reserve. Units: rao in and alpha-rao out for a buy, the other way for a sale.
 */
export function outputFor(pool: Pool, side: Side, net: bigint): bigint {
  const { into, outOf } = sidesOf(pool, side)
  const grown = toU64(into.reserve + net)
  // The chain's power of nothing over nothing is zero, and then everything goes out: no reserve is empty here.
  if (grown === 0n) return outOf.reserve
  const kept = scaledPower(
    { over: into.reserve, under: grown },
    { over: into.weight, under: outOf.weight },
    WHOLE,
  )
  return times(outOf.reserve, ONE - smaller(ONE, ratio(kept, WHOLE)))
}

/**
 * The net input that brings the price from where it is to `limit` (U64F64 bits), floored. The power counts as no more
 * than 2⁶⁴ − 1 parts of 10¹⁸, so that a fill which stops at its limit takes at most 17.4467 times the reserve.
 */
export function inputTo(pool: Pool, side: Side, limit: bigint): bigint {
  const price = spotPrice(pool)
  const { into, outOf } = sidesOf(pool, side)
  const growth = scaledPower(
    side === 'buy' ? { over: limit, under: price } : { over: price, under: limit },
    { over: outOf.weight, under: WHOLE },
    WHOLE,
  )
  return times(into.reserve, lessOrZero(ratio(smaller(growth, U64_MAX), WHOLE), ONE))
}

/** The pool once `paidIn` (net) went in and `paidOut` came out. */
export const exchanged = (pool: Pool, side: Side, paidIn: bigint, paidOut: bigint): Pool =>
  side === 'buy'
    ? { ...pool, tao: toU64(pool.tao + paidIn), alpha: lessOrZero(pool.alpha, paidOut) }
    : { ...pool, tao: lessOrZero(pool.tao, paidOut), alpha: toU64(pool.alpha + paidIn) }

const nearest = (over: bigint, under: bigint): bigint => (over + under / 2n) / under

/**
 * The pool with a block's emission in it, its weights moved so that the price stays; unchanged where a weight would
 * leave its bounds (`update_weights_for_added_liquidity`, spec 425).
 */
export function injected(pool: Pool, added: { readonly tao: bigint; readonly alpha: bigint }): Pool {
  const tao = pool.tao + added.tao
  const alpha = pool.alpha + added.alpha
  const ofAlpha = nearest((WHOLE - pool.taoWeight) * pool.tao * alpha, WHOLE)
  const ofTao = nearest(pool.taoWeight * pool.alpha * tao, WHOLE)
  const sum = ofAlpha + ofTao
  const taoWeight = sum === 0n ? WHOLE / 2n : (ofTao * WHOLE) / sum
  const bounded = taoWeight >= LEAST_WEIGHT && WHOLE - taoWeight >= LEAST_WEIGHT
  return bounded ? { ...pool, tao, alpha, taoWeight } : pool
}
