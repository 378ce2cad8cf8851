/** The legs of a plan: what they are asked about as, what they bring together, and which of them could only fail. */
import type { Json, Of } from '#shared/codec.ts'
import type { Finding } from '#shared/domain/description.ts'
import { priceImpact, worthOf } from '#shared/domain/price.ts'
import type { Trade } from '#shared/domain/trade.ts'
import { alphaRao, type Netuid, type Rao, type RaoPerAlpha, ROOT, rao } from '#shared/domain/units.ts'
import type { PlanQuote as PlanQuoteCodec } from '#shared/protocol/estimates.ts'

export type PlanQuote = Of<typeof PlanQuoteCodec>
export type QuotedLeg = PlanQuote['legs'][number]

export interface NamedLeg {
  /** What it is called in its list. */
  readonly id: string
  readonly operation: string
  readonly values: Readonly<Record<string, Json>>
}

/** Why a leg could only fail; undefined where it could not. */
export function barOf({ findings }: QuotedLeg): Finding | undefined {
  return findings.find(({ blocks }) => blocks === true)
}

export interface Totals {
  readonly gets: Rao
  /** While every limit holds, and where all legs go through. */
  readonly atLeast: Rao
  /** Basis points less than at the prices before it, fees aside. */
  readonly impact: number
}

/** What sales for TAO bring together. A pool that is sold to twice is measured by its price before the first. */
export function totalsOf(trades: readonly Trade[]): Totals {
  const spots = new Map<Netuid, RaoPerAlpha>()
  let gets = 0n
  let atLeast = 0n
  let without = 0n
  for (const trade of trades) {
    if (!('rao' in trade.gets)) continue
    const got = trade.gets.rao
    gets += got
    atLeast += leastOf(trade) ?? got
    without += worthBefore(trade, spots) ?? got
  }
  return { gets: rao(gets), atLeast: rao(atLeast), impact: priceImpact(without, gets) }
}

function leastOf({ atLeast }: Trade): bigint | undefined {
  return atLeast !== undefined && 'rao' in atLeast ? atLeast.rao : undefined
}

function worthBefore({ gives, fee, spot }: Trade, spots: Map<Netuid, RaoPerAlpha>): bigint | undefined {
  if (!('alpha' in gives) || spot === undefined) return undefined
  const price = spots.get(gives.netuid) ?? spot
  spots.set(gives.netuid, price)
  const paid = fee !== undefined && 'alpha' in fee ? fee.alpha : 0n
  return worthOf(alphaRao(gives.alpha - paid), price)
}

/** What exchanges lose against the prices before them, fees in it: what goes is worth so much more than what comes. */
export function lossOf(
  trades: readonly Trade[],
  priceOf: (netuid: Netuid) => RaoPerAlpha,
): { readonly moved: Rao; readonly lost: Rao } {
  const worth = (money: Trade['gives']): bigint =>
    'rao' in money
      ? money.rao
      : money.netuid === ROOT
        ? money.alpha
        : worthOf(money.alpha, priceOf(money.netuid))
  const given = trades.reduce((sum, { gives }) => sum + worth(gives), 0n)
  const got = trades.reduce((sum, { gets }) => sum + worth(gets), 0n)
  return { moved: rao(given), lost: rao(given > got ? given - got : 0n) }
}
