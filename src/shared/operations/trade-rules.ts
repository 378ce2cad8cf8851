/** What a pool makes of an exchange, told before it is signed: the least, the most, the limit, and how far the price moves. */
import type { Finding } from '../domain/description.ts'
import {
  alphaFor,
  averagePrice,
  isRefused,
  priceImpact,
  printBasisPoints,
  type SwapQuote,
  worthOf,
} from '../domain/price.ts'
import { alphaRao, type Netuid, type RaoPerAlpha, ROOT, rao, raoPerAlpha } from '../domain/units.ts'
import { blocked, caution, danger } from './findings.ts'

/** Basis points from which a price impact is worth a caution, and from which it is a danger. */
const NOTICEABLE = 100
const HEAVY = 1000

export function impactFindings(impact: number, field?: string): readonly Finding[] {
  if (impact < NOTICEABLE) return []
  const say = impact < HEAVY ? caution : danger
  return [
    say(
      'price-impact',
      [
        `This is large for the pool: it moves the price against you, and you get ${printBasisPoints(impact)} less than at the price before it.`,
      ],
      field,
    ),
  ]
}

/** How much less alpha a purchase brings than at spot, the swap fee aside. */
export function purchaseImpact(quote: SwapQuote, spot: RaoPerAlpha): number {
  return priceImpact(alphaFor(quote.tao, spot), quote.alpha)
}

/** How much less TAO a sale brings than at spot, the swap fee aside. */
export function saleImpact(quote: SwapQuote, spot: RaoPerAlpha): number {
  return priceImpact(worthOf(quote.alpha, spot), quote.tao)
}

/**
 * The spot price after an exchange, from the average it is made at: average² / spot, as in a pool of two equal weights. Other
 * pools differ, so this is told as "about", and never bars anything.
 */
export function priceAfter(quote: SwapQuote, spot: RaoPerAlpha): RaoPerAlpha {
  if (spot === 0n) return spot
  const average = averagePrice(quote.tao, quote.alpha)
  const after = (average * average) / spot
  return raoPerAlpha(after < 1n << 64n ? after : (1n << 64n) - 1n)
}

interface Limit {
  readonly price: RaoPerAlpha
  readonly allowPartial: boolean
}

interface Bounded {
  readonly netuid: Netuid
  readonly spot: RaoPerAlpha
  readonly limit: Limit
  readonly quote: SwapQuote
}

/** The chain wants a limit strictly beyond the price (pallet Swap, spec 424); on root, where the price is 1, it may be met. */
export function purchaseLimitFindings({ netuid, spot, limit, quote }: Bounded): readonly Finding[] {
  const { price } = limit
  const isPassed = netuid === ROOT ? price < spot : price <= spot
  if (isPassed) return [passed(spot, price, { done: 'bought', set: 'higher' })]
  if (netuid === ROOT || isRefused(quote)) return []
  const after = priceAfter(quote, spot)
  if (after > price) return [tooNear(after, limit, { begin: 'Buying', set: 'higher' })]
  // Half as high again as the price is more than it moves within a few blocks.
  return price > spot + spot / 2n ? [loose(price)] : []
}

/** As above, for a sale. */
export function saleLimitFindings({ netuid, spot, limit, quote }: Bounded): readonly Finding[] {
  const { price } = limit
  const isPassed = netuid === ROOT ? price > spot : price >= spot
  if (isPassed) return [passed(spot, price, { done: 'sold', set: 'lower' })]
  if (netuid === ROOT || isRefused(quote)) return []
  const after = priceAfter(quote, spot)
  if (after < price) return [tooNear(after, limit, { begin: 'Selling', set: 'lower' })]
  return price < spot / 2n ? [loose(price)] : []
}

function passed(
  spot: RaoPerAlpha,
  limit: RaoPerAlpha,
  { done, set }: { readonly done: string; readonly set: string },
): Finding {
  return blocked(
    'limit-passed',
    [
      'The price is ',
      { price: spot },
      ' now and the limit ',
      { price: limit },
      `: nothing could be ${done} within it. Set it ${set}, or wait.`,
    ],
    'limit',
  )
}

function tooNear(
  after: RaoPerAlpha,
  { price, allowPartial }: Limit,
  { begin, set }: { readonly begin: string; readonly set: string },
): Finding {
  return caution(
    'limit-too-near',
    [
      `${begin} all of it would move the price to about `,
      { price: after },
      ', past the limit of ',
      { price },
      allowPartial
        ? ': only the part that fits would be exchanged.'
        : `: it would fail as a whole. Allow a part, take less, or set the limit ${set}.`,
    ],
    'limit',
  )
}

function loose(price: RaoPerAlpha): Finding {
  return caution(
    'loose-limit',
    ['The limit of ', { price }, ' is so far from the price that it protects from nothing.'],
    'limit',
  )
}

/** What an exchange without a limit is open to. Root has no price to move. */
export function unlimitedFindings(limit: unknown, netuid: Netuid): readonly Finding[] {
  if (limit !== undefined || netuid === ROOT) return []
  return [
    caution(
      'no-limit',
      ['No limit price: it takes whatever the price is then, which others can move just before it.'],
      'limit',
    ),
  ]
}

/** A pool takes at most a thousand times its reserve, and gives nothing from less than this (pallet Swap, spec 424). */
const MOST_TIMES = 1000n
const LEAST_RESERVE = 1_000_000n

interface Refused {
  readonly netuid: Netuid
  readonly amount: bigint
  /** Of what goes in, and of what comes out. */
  readonly into: bigint
  readonly from: bigint
  readonly isPurchase: boolean
}

/** Why the runtime's simulation answered with zeros. */
export function refusedFinding({ netuid, amount, into, from, isPurchase }: Refused): Finding {
  if (amount > into * MOST_TIMES) {
    const most = into * MOST_TIMES
    return blocked(
      'too-much-for-pool',
      [
        'More than the pool of ',
        { netuid },
        ' takes at once: at most ',
        isPurchase ? { rao: rao(most) } : { alpha: alphaRao(most), netuid },
        '.',
      ],
      'amount',
    )
  }
  return blocked(
    'pool-refuses',
    from < LEAST_RESERVE
      ? ['The pool of ', { netuid }, ' is all but empty: nothing can be exchanged there now.']
      : [
          'The pool of ',
          { netuid },
          ' refuses this amount: simulated by the chain itself, the exchange fails. Try another amount, or later.',
        ],
    'amount',
  )
}
