/** What a trade may cost: limits from a tolerance, worth, price impact. Whole numbers throughout; every rounding is said. */
import {
  type AlphaRao,
  alphaRao,
  MOST_RAO,
  type Money,
  type Netuid,
  type Rao,
  type RaoPerAlpha,
  ROOT,
  rao,
  raoPerAlpha,
  TAO,
} from './units.ts'

/** Basis points in one: 10,000 of them are everything. */
const BASIS = 10_000n
/** Half a percent. The limit bounds the last unit's price, so that the whole trade moves by about half of it. */
export const TOLERANCE = 50
/** Above it a tolerance protects from nothing. */
export const MOST_TOLERANCE = 5_000

/** Root's price never moves: one TAO is one TAO. */
export const ROOT_PRICE = raoPerAlpha(TAO)

/** What SwapRuntimeApi.sim_swap_* tells (spec 393 on). Amounts are net of the swap fee on the side that pays. */
export interface SwapQuote {
  readonly tao: Rao
  readonly alpha: AlphaRao
  readonly taoFee: Rao
  readonly alphaFee: AlphaRao
}

export const NO_SWAP: SwapQuote = {
  tao: rao(0n),
  alpha: alphaRao(0n),
  taoFee: rao(0n),
  alphaFee: alphaRao(0n),
}

/** All zeros is how the runtime says that the swap would fail (SwapRuntimeApi, spec 424). */
export function isRefused({ tao, alpha }: SwapQuote): boolean {
  return tao === 0n && alpha === 0n
}

/**
 * The highest price a purchase may reach: spot · (1 + tolerance), rounded down for the buyer's benefit, and two above spot
 * at least: the chain wants a limit strictly beyond the price, and the price it tells is rounded down, by up to one
 * (pallet Swap, PriceLimitExceeded, spec 424).
 */
export function buyLimit(spot: RaoPerAlpha, tolerance: number): RaoPerAlpha {
  const limit = (spot * (BASIS + BigInt(tolerance))) / BASIS
  return most(limit > spot + 1n ? limit : spot + 2n)
}

/**
 * The lowest price a sale may reach: spot · (1 − tolerance), rounded down, which lets the sale go through rather than fail
 * for less than a rao; and one below spot at least, because the price the runtime tells is rounded down too.
 */
export function sellLimit(spot: RaoPerAlpha, tolerance: number): RaoPerAlpha {
  const limit = (spot * (BASIS - BigInt(tolerance))) / BASIS
  const below = spot > 0n ? spot - 1n : 0n
  return raoPerAlpha(limit < below ? limit : below)
}

export interface Leg {
  readonly netuid: Netuid
  readonly spot: RaoPerAlpha
}

/**
 * What `swap_stake_limit` takes: the least price of the origin in terms of the destination's, times 10⁹; that is how much
 * of the destination one alpha of the origin must bring. Rounded down, and never beyond what the spot prices certainly are,
 * each of which the runtime rounds down by less than one (SubtensorModule, spec 424).
 */
export function swapLimit(from: Leg, to: Leg, tolerance: number): RaoPerAlpha {
  if (to.spot === 0n) return raoPerAlpha(0n)
  const wanted = (from.spot * TAO * (BASIS - BigInt(tolerance))) / (to.spot * BASIS)
  const origin = from.netuid === ROOT || from.spot === 0n ? from.spot : from.spot - 1n
  const destination = to.netuid === ROOT ? to.spot : to.spot + 1n
  const certain = (origin * TAO) / destination
  return most(wanted < certain ? wanted : certain)
}

/** Alpha in TAO at a price, rounded down: what is owned is not made to look more. */
export function worthOf(alpha: AlphaRao, price: RaoPerAlpha): Rao {
  return rao(atMost((alpha * price) / TAO))
}

/** Alpha that TAO buys at a price without any impact, rounded down. Nothing has a price of zero. */
export function alphaFor(spent: Rao, price: RaoPerAlpha): AlphaRao {
  return alphaRao(price === 0n ? 0n : atMost((spent * TAO) / price))
}

/** The least alpha that is worth an amount, rounded up: one less would be worth less. */
export function alphaWorth(wanted: Rao, price: RaoPerAlpha): AlphaRao {
  return alphaRao(price === 0n ? MOST_RAO : atMost((wanted * TAO + price - 1n) / price))
}

/** The TAO given or got for each alpha, rounded down. */
export function averagePrice(tao: bigint, alpha: bigint): RaoPerAlpha {
  return most(alpha === 0n ? 0n : (tao * TAO) / alpha)
}

/** How much less one gets than at the price before: basis points, rounded up, so that no loss is told smaller than it is. */
export function priceImpact(without: bigint, got: bigint): number {
  if (without <= 0n || got >= without) return 0
  return Number(((without - got) * BASIS + without - 1n) / without)
}

/**
 * The least to spend so that `least` is left after the swap fee of `rate`/65535: the chain compares what is net of it
 * (SubtensorModule `validate_add_stake`, spec 424). The fee is rounded down by the chain, so this may be a rao or two too much.
 */
export function grossOf(least: Rao, rate: number): Rao {
  const parts = 65_535n
  const net = parts - BigInt(rate)
  return rao(net <= 0n ? MOST_RAO : (least * parts + net - 1n) / net)
}

/** `0.5%` and `12.34%`. */
export function printBasisPoints(points: number): string {
  const text = (points / 100).toFixed(2).replace(/\.?0+$/, '')
  return `${text}%`
}

/** Stake in the unit it is held in: TAO on root, alpha elsewhere. */
export function stakeIn(subnet: Netuid, amount: bigint): Money {
  return subnet === ROOT ? { rao: rao(amount) } : { alpha: alphaRao(amount), netuid: subnet }
}

function atMost(n: bigint): bigint {
  return n > MOST_RAO ? MOST_RAO : n
}

function most(n: bigint): RaoPerAlpha {
  return raoPerAlpha(atMost(n))
}
