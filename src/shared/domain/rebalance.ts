/** From what is staked to what should be: few moves, the ones that cost nothing first. Pure arithmetic on worth at spot prices. */
import type { Address } from './address.ts'
import { alphaFor, worthOf } from './price.ts'
import {
  type AlphaRao,
  alphaRao,
  lesser,
  type Netuid,
  type Rao,
  type RaoPerAlpha,
  ROOT,
  rao,
} from './units.ts'

interface Place {
  readonly hotkey: Address
  readonly netuid: Netuid
}
export interface Holding extends Place {
  readonly alpha: AlphaRao
  /** What of it can leave. */
  readonly available: AlphaRao
}
/** `share` in basis points of everything that is looked at; what the targets leave over becomes free TAO. */
interface Target extends Place {
  readonly share: number
}
export interface Rebalance {
  readonly holdings: readonly Holding[]
  readonly targets: readonly Target[]
  /** Free TAO that is looked at. */
  readonly free: Rao
  /** What counts as part of everything, and stays as it is. */
  readonly kept?: Rao
  readonly priceOf: (netuid: Netuid) => RaoPerAlpha
  /** What is off by less than this is left alone: the chain moves no less (SubtensorModule.InitialMinStake, spec 424). */
  readonly least: Rao
}

/** In the order in which they are to be made: what brings TAO before what spends it. */
export type Move =
  | { readonly kind: 'unstake'; readonly from: Place; readonly alpha: AlphaRao }
  /** Within one subnet, from one validator to another: nothing is sold. */
  | { readonly kind: 'move'; readonly from: Place; readonly to: Place; readonly alpha: AlphaRao }
  /** Into another subnet, with the same validator. */
  | { readonly kind: 'swap'; readonly from: Place; readonly to: Place; readonly alpha: AlphaRao }
  | { readonly kind: 'stake'; readonly to: Place; readonly amount: Rao }

const EVERYTHING = 10_000n

interface Side {
  /** Undefined is free TAO. */
  readonly place: Place | undefined
  readonly holding: Holding | undefined
  left: bigint
}

/** @throws RangeError when the shares are more than everything, or a place is named twice */
export function planRebalance({
  holdings,
  targets,
  free,
  kept = rao(0n),
  priceOf,
  least,
}: Rebalance): readonly Move[] {
  checkTargets(targets)
  const worth = (holding: Holding): bigint => worthIn(holding.alpha, holding.netuid, priceOf)
  const total = holdings.reduce((sum, holding) => sum + worth(holding), free + kept)
  const wanted = (share: bigint): bigint => (total * share) / EVERYTHING
  const isAt = (a: Place) => (b: Place) => a.hotkey === b.hotkey && a.netuid === b.netuid

  const surplus: Side[] = []
  const deficit: Side[] = []
  const note = (place: Place | undefined, holding: Holding | undefined, has: bigint, wants: bigint): void => {
    const movable = holding === undefined ? has : worthIn(holding.available, holding.netuid, priceOf)
    const over = lesser(has - wants, movable)
    // Of all that is nowhere wanted nothing is too little to go, as far as the chain takes it.
    if (over >= least) surplus.push({ place, holding, left: over })
    else if (wants - has >= least) deficit.push({ place, holding, left: wants - has })
  }
  for (const holding of holdings)
    note(holding, holding, worth(holding), wanted(BigInt(targets.find(isAt(holding))?.share ?? 0)))
  for (const target of targets)
    if (!holdings.some(isAt(target))) note(target, undefined, 0n, wanted(BigInt(target.share)))
  const targeted = targets.reduce((sum, { share }) => sum + BigInt(share), 0n)
  const over = wanted(EVERYTHING - targeted) - kept
  note(undefined, undefined, free, over > 0n ? over : 0n)

  const pairs = [
    ...matched(surplus, deficit, least, (a, b) => a !== undefined && a.netuid === b?.netuid),
    ...matched(surplus, deficit, least, () => true),
  ]
  return inOrder(pairs.flatMap((pair) => movesOf(pair, priceOf)))
}

interface Pair {
  readonly from: Side
  readonly to: Side
  readonly amount: bigint
  /** Whether nothing of the source's surplus is left behind it. */
  readonly isLast: boolean
}

/** Equal ones first, then the largest with the largest: never more pairs than there are sides, less one. */
function matched(
  surplus: readonly Side[],
  deficit: readonly Side[],
  least: Rao,
  may: (from: Place | undefined, to: Place | undefined) => boolean,
): readonly Pair[] {
  const pairs: Pair[] = []
  for (;;) {
    const open = surplus
      .flatMap((from) => deficit.map((to) => ({ from, to })))
      .filter(({ from, to }) => from.left >= least && to.left >= least && may(from.place, to.place))
    const equal = open.find(({ from, to }) => from.left === to.left)
    const next = equal ?? open.sort((a, b) => compare(weight(b), weight(a)))[0]
    if (next === undefined) return pairs
    const { from, to } = next
    const amount = lesser(from.left, to.left)
    from.left -= amount
    to.left -= amount
    pairs.push({ from, to, amount, isLast: from.left === 0n })
  }
}

function weight({ from, to }: { readonly from: Side; readonly to: Side }): bigint {
  return from.left + to.left
}

function movesOf({ from, to, amount, isLast }: Pair, priceOf: Rebalance['priceOf']): readonly Move[] {
  const source = from.holding
  if (source === undefined)
    return to.place === undefined ? [] : [{ kind: 'stake', to: to.place, amount: rao(amount) }]
  const wanted = alphaIn(amount, source.netuid, priceOf)
  // A position that is given up leaves no dust behind for having been rounded.
  const isGivenUp = isLast && amount === worthIn(source.available, source.netuid, priceOf)
  const alpha = isGivenUp ? source.available : lesser(wanted, source.available)
  if (to.place === undefined) return [{ kind: 'unstake', from: source, alpha }]
  if (to.place.netuid === source.netuid) return [{ kind: 'move', from: source, to: to.place, alpha }]
  if (to.place.hotkey === source.hotkey) return [{ kind: 'swap', from: source, to: to.place, alpha }]
  // The one call that does both takes no limit price: two calls do, of which the first sells nothing.
  const between = { hotkey: to.place.hotkey, netuid: source.netuid }
  return [
    { kind: 'move', from: source, to: between, alpha },
    { kind: 'swap', from: between, to: to.place, alpha },
  ]
}

const ORDER = { unstake: 0, move: 1, swap: 1, stake: 2 } as const

function inOrder(moves: readonly Move[]): readonly Move[] {
  return moves.toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind])
}

function checkTargets(targets: readonly Target[]): void {
  const sum = targets.reduce((all, { share }) => all + share, 0)
  if (sum > Number(EVERYTHING) || targets.some(({ share }) => share < 0))
    throw new RangeError('shares of more than everything')
  const names = new Set(targets.map(({ hotkey, netuid }) => `${netuid}/${hotkey}`))
  if (names.size !== targets.length) throw new RangeError('a place named twice')
}

function worthIn(alpha: AlphaRao, netuid: Netuid, priceOf: Rebalance['priceOf']): bigint {
  return netuid === ROOT ? alpha : worthOf(alpha, priceOf(netuid))
}

function alphaIn(amount: bigint, netuid: Netuid, priceOf: Rebalance['priceOf']): AlphaRao {
  return netuid === ROOT ? alphaRao(amount) : alphaFor(rao(amount), priceOf(netuid))
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
