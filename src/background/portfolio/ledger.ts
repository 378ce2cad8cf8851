/**
 * What a position has earned: how its alpha grew from picture to picture, less what the wallet's own transactions put in or
 * took out. A step too large for dividends, which no transaction of ours explains, was made elsewhere: it is not counted,
 * and the sum is then not sure.
 */

import { keyOf } from '#shared/domain/address.ts'
import type { Earned } from '#shared/domain/history.ts'
import type { Effect } from '#shared/domain/outcome.ts'
import { type PositionKey, type StakePosition, worthAt } from '#shared/domain/positions.ts'
import type { TxRecord } from '#shared/domain/transaction.ts'
import { type AlphaRao, alphaRao, type RaoPerAlpha } from '#shared/domain/units.ts'

/** What is remembered of one position; amounts may be negative. */
export interface Entry {
  /** When and in which block it was first seen, and last. */
  readonly since: number
  readonly first: number
  readonly until: number
  readonly last: number
  readonly alpha: bigint
  readonly price: bigint
  /** Growth in small steps. */
  readonly grown: bigint
  /** Large steps, each between two blocks: the first is not in it, the second is. */
  readonly jumps: readonly Jump[]
  /** Whether steps were forgotten because there were too many. */
  readonly cut: boolean
}

interface Jump {
  readonly after: number
  readonly upTo: number
  readonly by: bigint
}

interface Seen {
  readonly at: number
  readonly block: number
  readonly alpha: bigint
  readonly price: bigint
}

const MOST_JUMPS = 50
const EPOCH = 360

/** Half a percent for each epoch that can lie between two looks: no subnet pays so much for long. */
function mostDividends(alpha: bigint, blocks: number): bigint {
  return (alpha * BigInt(1 + Math.ceil(Math.max(0, blocks) / EPOCH))) / 200n + 1n
}

/** The entry after another look; alpha is 0 where the position is gone. */
export function seenAgain(entry: Entry | undefined, { at, block, alpha, price }: Seen): Entry {
  if (entry === undefined)
    return { since: at, first: block, until: at, last: block, alpha, price, grown: 0n, jumps: [], cut: false }
  // A look at a branch that lost tells nothing of what came between.
  if (block <= entry.last) return block === entry.last ? entry : { ...entry, last: block, alpha, cut: true }
  const by = alpha - entry.alpha
  const seen = { ...entry, until: at, last: block, alpha, price: price === 0n ? entry.price : price }
  if (by >= 0n && by <= mostDividends(entry.alpha, block - entry.last))
    return { ...seen, grown: entry.grown + by }
  const jumps = [...entry.jumps, { after: entry.last, upTo: block, by }]
  return { ...seen, jumps: jumps.slice(-MOST_JUMPS), cut: entry.cut || jumps.length > MOST_JUMPS }
}

/** Alpha that one of our transactions put into a position, or took out, in a block. */
export interface Flow {
  readonly block: number
  readonly by: bigint
  /** Dividends paid out into the position: what came with it was earned, however much it is. */
  readonly isClaim: boolean
}

/** The flows of a position, from the transactions that are in a block. */
export function flowsOf(position: PositionKey, records: readonly TxRecord[]): readonly Flow[] {
  return records.flatMap(({ state }) => {
    if (state.kind !== 'in-block' && state.kind !== 'final') return []
    const block = state.at.number
    return (state.outcome.effects ?? []).flatMap((effect) => {
      const by = movedBy(effect, position)
      const isClaim = effect.kind === 'claimed' && effect.coldkey === position.coldkey
      return by === 0n && !isClaim ? [] : [{ block, by, isClaim }]
    })
  })
}

function movedBy(effect: Effect, position: PositionKey): bigint {
  const isHere = ({
    coldkey,
    hotkey,
    netuid,
  }: Omit<PositionKey, 'hotkey'> & { readonly hotkey: TxRecord['account'] }) =>
    netuid === position.netuid && coldkey === position.coldkey && keyOf(hotkey) === position.hotkey
  switch (effect.kind) {
    case 'added':
      return isHere(effect) ? effect.alpha : 0n
    case 'removed':
    case 'burned':
    case 'fee':
      return isHere(effect) ? -effect.alpha : 0n
    case 'moved':
      return (isHere(effect.to) ? effect.come : 0n) - (isHere(effect.from) ? effect.gone : 0n)
    case 'claimed':
      return 0n
  }
}

export function earnedBy(entry: Entry, flows: readonly Flow[], netuid: StakePosition['netuid']): Earned {
  const own = flows.filter(({ block }) => block > entry.first && block <= entry.last)
  let earned = entry.grown
  let sure = !entry.cut
  const explained = new Set<Flow>()
  for (const { after, upTo, by } of entry.jumps) {
    const inside = own.filter(({ block }) => block > after && block <= upTo)
    for (const flow of inside) explained.add(flow)
    const rest = by - sumOf(inside)
    const isDividends =
      rest >= 0n &&
      (rest <= mostDividends(entry.alpha, upTo - after) || inside.some(({ isClaim }) => isClaim))
    if (isDividends) earned += rest
    else sure = false
  }
  // Too small a flow to be a jump is in what has grown.
  earned -= sumOf(own.filter((flow) => !explained.has(flow)))
  const alpha: AlphaRao = alphaRao(earned > 0n ? earned : 0n)
  return {
    alpha,
    worth: worthAt(alpha, entry.price as RaoPerAlpha, netuid),
    since: entry.since,
    until: entry.until,
    sure: sure && earned >= 0n,
  }
}

function sumOf(flows: readonly Flow[]): bigint {
  return flows.reduce((sum, { by }) => sum + by, 0n)
}
