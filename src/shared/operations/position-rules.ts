/** Whether stake can leave where it is: that it is there, that nothing holds it, that it is not too little. */
import type { Finding } from '../domain/description.ts'
import { alphaWorth, grossOf, isRefused, type SwapQuote, stakeIn, worthOf } from '../domain/price.ts'
import { type AlphaRao, alphaRao, type Netuid, type Rao, type RaoPerAlpha } from '../domain/units.ts'
import type { Availability, Pool } from './fact-shapes.ts'
import { alphaFee, type Purse } from './fee-rules.ts'
import { blocked, note } from './findings.ts'
import { refusedFinding } from './trade-rules.ts'

export interface Leaving {
  readonly netuid: Netuid
  readonly amount: AlphaRao
  readonly stake: AlphaRao
}

export function holdingFindings({ netuid, amount, stake }: Leaving): readonly Finding[] {
  if (stake === 0n)
    return [blocked('nothing-staked', ['Nothing of this account is staked there.'], 'position')]
  if (amount === 0n) return [blocked('nothing', ['Nothing would be moved: give an amount.'], 'amount')]
  if (amount <= stake) return []
  return [
    blocked(
      'more-than-staked',
      ['More than is staked there: at most ', stakeIn(netuid, stake), '.'],
      'amount',
    ),
  ]
}

/** Locks and collateral hold the alpha of a coldkey on a subnet, on whichever hotkeys (StakeUnavailable, spec 424). */
export function lockFindings(
  { netuid, amount }: Omit<Leaving, 'stake'>,
  { total, available }: Availability,
): readonly Finding[] {
  if (amount <= available) return []
  const held = alphaRao(total > available ? total - available : 0n)
  return [
    blocked(
      'locked',
      [
        stakeIn(netuid, held),
        ' of this account’s stake there is locked or held as collateral: at most ',
        stakeIn(netuid, available),
        ' can leave now.',
      ],
      'amount',
    ),
  ]
}

interface Sold extends Leaving {
  readonly quote: SwapQuote
  readonly spot: RaoPerAlpha
  readonly least: Rao
  readonly swapFee: number
  readonly pool: Pool
  /** Whether what is left of a position makes no difference: the chain asks the minimum of what moves, all of it or not. */
  readonly isMoved?: boolean
}

/** What a sale brings must be the minimum, unless the position is emptied by it (SubtensorModule, spec 424). */
export function saleFindings({
  netuid,
  amount,
  stake,
  quote,
  spot,
  least,
  swapFee,
  pool,
  isMoved,
}: Sold): readonly Finding[] {
  const isWhole = amount >= stake && isMoved !== true
  const isTooLittle = isRefused(quote)
    ? worthOf(amount, spot) < least
    : isMoved === true
      ? quote.tao <= least
      : quote.tao < least
  if (isTooLittle && !isWhole)
    return [tooLittle({ netuid, stake, spot, least, swapFee, isMoved: isMoved === true })]
  if (!isRefused(quote)) return isWhole ? [] : restFindings({ netuid, amount, stake }, spot, least)
  return [refusedFinding({ netuid, amount, into: pool.alpha, from: pool.tao, isPurchase: false })]
}

/** The least to sell: worth the minimum after the fee, and a hundredth more, so that the sale's own impact is in it. */
function leastToSell(least: Rao, swapFee: number, spot: RaoPerAlpha): AlphaRao {
  const gross = alphaWorth(grossOf(least, swapFee), spot)
  const more = gross + gross / 100n + 1n
  return alphaRao(more < 1n << 64n ? more : gross)
}

function tooLittle({
  netuid,
  stake,
  spot,
  least,
  swapFee,
  isMoved,
}: Pick<Sold, 'netuid' | 'stake' | 'spot' | 'least' | 'swapFee'> & { readonly isMoved: boolean }): Finding {
  const enough = leastToSell(least, swapFee, spot)
  const all = isMoved ? 'It cannot be moved; it can be unstaked, all of it.' : 'Unstake all of it instead.'
  return blocked(
    'below-minimum',
    enough <= stake
      ? ['Too little: take at least ', stakeIn(netuid, enough), isMoved ? '.' : ', or all of it.']
      : ['What is staked here is worth less than the ', { rao: least }, ` the chain takes. ${all}`],
    'amount',
  )
}

function restFindings({ netuid, amount, stake }: Leaving, spot: RaoPerAlpha, least: Rao): readonly Finding[] {
  const rest = alphaRao(stake > amount ? stake - amount : 0n)
  if (rest === 0n || worthOf(rest, spot) >= least) return []
  return [
    note(
      'leaves-dust',
      [
        'What is left, ',
        stakeIn(netuid, rest),
        ', can later be unstaked only as a whole: it is too little for less.',
      ],
      'amount',
    ),
  ]
}

/**
 * A call with a limit does not lower its amount to what the fee has left: where the fee is paid in alpha, the two together
 * must be there (SubtensorModule.remove_stake_limit, spec 424).
 */
export function uncappedFindings(
  { netuid, amount, stake }: Leaving,
  purse: Purse,
  spot: RaoPerAlpha,
): readonly Finding[] {
  const fee = alphaFee(purse, { price: spot })
  if (fee === undefined || amount + fee <= stake || amount > stake) return []
  const most = alphaRao(stake > fee ? stake - fee : 0n)
  return [
    blocked(
      'fee-from-stake',
      [
        'The fee comes out of the same stake: at most ',
        stakeIn(netuid, most),
        ' can be sold with a limit. Or sell all of it.',
      ],
      'amount',
    ),
  ]
}
