/** What moving stake, swapping it and giving it away have in common: how much goes, what it meets, and what arrives. */
import type { Address } from '../domain/address.ts'
import type { Finding } from '../domain/description.ts'
import { averagePrice, isRefused, priceImpact, stakeIn, worthOf } from '../domain/price.ts'
import type { Trade } from '../domain/trade.ts'
import {
  type AlphaRao,
  lesser,
  MOST_RAO,
  type Netuid,
  type Rao,
  type RaoPerAlpha,
  ROOT,
  raoPerAlpha,
  TAO,
} from '../domain/units.ts'
import type { Availability, Pool, SubnetState, SwapLegs } from './fact-shapes.ts'
import { type Purse, purseOf, stakeFeeFindings } from './fee-rules.ts'
import { blocked } from './findings.ts'
import { holdingFindings, lockFindings, saleFindings } from './position-rules.ts'
import { subnetFindings } from './subnet-rules.ts'
import { impactFindings, refusedFinding } from './trade-rules.ts'
import { alphaIn, type Quantity, type Way } from './way.ts'

/** Where more than is free is asked for, all that is free. */
export function withinFree(quantity: Quantity, { stake }: SwapLegs, { available }: Availability): Quantity {
  return quantity.kind === 'all' && available < stake ? { kind: 'exactly', alpha: available } : quantity
}

export interface Path extends Way {
  readonly hotkey: Address
}

export function movementAsks({ hotkey, from, to, quantity }: Path, signer: Address) {
  return {
    ...purseOf(signer),
    fromPrice: { fact: 'price', of: from },
    toPrice: { fact: 'price', of: to },
    legs: {
      fact: 'swapQuote',
      of: { position: { coldkey: signer, hotkey, netuid: from }, to, amount: alphaIn(quantity) },
    },
    least: { fact: 'minStake', of: undefined },
    swapFee: { fact: 'swapFee', of: from },
    fromPool: { fact: 'pool', of: from },
    toPool: { fact: 'pool', of: to },
    fromSubnet: { fact: 'subnet', of: from },
    toSubnet: { fact: 'subnet', of: to },
    availability: { fact: 'availability', of: { coldkey: signer, netuid: from } },
  } as const
}

export interface MovementFacts extends Purse {
  readonly fromPrice: RaoPerAlpha
  readonly toPrice: RaoPerAlpha
  readonly legs: SwapLegs
  readonly least: Rao
  readonly swapFee: number
  readonly fromPool: Pool
  readonly toPool: Pool
  readonly fromSubnet: SubnetState | undefined
  readonly toSubnet: SubnetState | undefined
  readonly availability: Availability
}

/** What speaks against the stake leaving and arriving, whoever owns it then. */
export function movementFindings({ from, to, quantity }: Way, facts: MovementFacts): readonly Finding[] {
  const barred = [
    ...subnetFindings(facts.fromSubnet, from, 'position'),
    ...(from === to ? [] : subnetFindings(facts.toSubnet, to, 'subnet')),
  ]
  if (barred.length > 0) return barred
  const { stake, moved } = facts.legs
  const paying = stakeFeeFindings(facts, { netuid: from, stake, price: facts.fromPrice }, 'amount')
  const amount = quantity.kind === 'all' ? stake : quantity.alpha
  const leaving = { netuid: from, amount, stake }
  const impossible = [
    ...holdingFindings(leaving),
    ...(from === to ? [] : lockFindings({ netuid: from, amount: moved }, facts.availability)),
  ]
  if (impossible.length > 0) return [...paying, ...impossible]
  return [
    ...paying,
    ...(from === to ? inPlaceFindings(leaving, facts) : crossingFindings(to, leaving, facts)),
  ]
}

interface Leaving {
  readonly netuid: Netuid
  readonly amount: AlphaRao
  readonly stake: AlphaRao
}

/** Within a subnet no pool is asked; what moves must be worth the minimum at the spot price (spec 424). */
function inPlaceFindings({ netuid, amount, stake }: Leaving, facts: MovementFacts): readonly Finding[] {
  if (worthOf(amount, facts.fromPrice) >= facts.least) return []
  return [
    blocked(
      'below-minimum',
      worthOf(stake, facts.fromPrice) >= facts.least
        ? [
            'Too little: what moves must be worth ',
            { rao: facts.least },
            '; ',
            stakeIn(netuid, stake),
            ' is there.',
          ]
        : [
            'What is staked there is worth less than the ',
            { rao: facts.least },
            ' the chain moves. It can be unstaked.',
          ],
      'amount',
    ),
  ]
}

function crossingFindings(to: Netuid, leaving: Leaving, facts: MovementFacts): readonly Finding[] {
  const { sale, purchase } = facts.legs
  const selling = saleFindings({
    ...leaving,
    quote: sale,
    spot: facts.fromPrice,
    least: facts.least,
    swapFee: facts.swapFee,
    pool: facts.fromPool,
    isMoved: true,
  })
  if (selling.some(({ blocks }) => blocks === true)) return selling
  if (isRefused(purchase))
    return [
      ...selling,
      refusedFinding({
        netuid: to,
        amount: sale.tao,
        into: facts.toPool.tao,
        from: facts.toPool.alpha,
        isPurchase: true,
      }),
    ]
  return [...selling, ...impactFindings(movementImpact(facts), 'amount')]
}

/** How much of the destination one alpha of the origin is worth, times 10⁹, rounded down. */
export function ratioOf({ fromPrice, toPrice }: Pick<MovementFacts, 'fromPrice' | 'toPrice'>): RaoPerAlpha {
  return averagePrice(fromPrice, toPrice)
}

/** What it comes to with the last unit: as in two pools of equal weights, average² / first. Others differ, so this bars nothing. */
export function ratioAfter(facts: MovementFacts): RaoPerAlpha {
  const { sale, purchase } = facts.legs
  const now = ratioOf(facts)
  const average = averagePrice(purchase.alpha, sale.alpha)
  const after = now === 0n ? 0n : (average * average) / now
  return raoPerAlpha(lesser(after, MOST_RAO))
}

/** How much less arrives than at both spot prices, the swap fee aside. */
function movementImpact({ legs: { sale, purchase }, fromPrice, toPrice }: MovementFacts): number {
  if (toPrice === 0n) return 0
  // The fee is taken from what goes in first: from the alpha that is sold, or else from the TAO that buys.
  const spent = purchase.taoFee > 0n ? purchase.tao : worthOf(sale.alpha, fromPrice)
  return priceImpact((spent * TAO) / toPrice, purchase.alpha)
}

export function movementTrades(
  {
    from,
    to,
    limit,
  }: Way & { readonly limit?: { readonly ratio: RaoPerAlpha; readonly allowPartial: boolean } | undefined },
  facts: MovementFacts,
): readonly Trade[] {
  const { moved, sale, purchase } = facts.legs
  if (from === to || isRefused(sale) || isRefused(purchase)) return []
  return [
    {
      gives: stakeIn(from, moved),
      gets: stakeIn(to, purchase.alpha),
      fee: from === ROOT ? { rao: purchase.taoFee } : stakeIn(from, sale.alphaFee),
      impact: movementImpact(facts),
      ...(limit !== undefined &&
        limit.ratio > 0n &&
        !limit.allowPartial && {
          // A limit beyond everything asks for more than there is: its finding says so.
          atLeast: stakeIn(to, lesser((sale.alpha * limit.ratio) / TAO, MOST_RAO)),
        }),
    },
  ]
}
