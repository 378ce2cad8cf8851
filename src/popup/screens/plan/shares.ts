/** Shares of everything an account looks at, as a person types them, and the legs that lead there. */
import { type Address, addressOfKey } from '#shared/domain/address.ts'
import type { Span } from '#shared/domain/description.ts'
import { LEAST_MOVED, MOST_LEGS } from '#shared/domain/plan.ts'
import { availableOn, type Positions } from '#shared/domain/positions.ts'
import { ROOT_PRICE, stakeIn } from '#shared/domain/price.ts'
import { type Holding, type Move, planRebalance } from '#shared/domain/rebalance.ts'
import {
  lesser,
  type Netuid,
  type Rao,
  type RaoPerAlpha,
  ROOT,
  rao,
  raoPerAlpha,
} from '#shared/domain/units.ts'
import type { PositionRow } from '../positions/rows.ts'
import type { NamedLeg } from './legs.ts'

/** Where stake is, or is wanted. `row` is undefined where nothing is staked yet. */
export interface Slot {
  readonly id: string
  readonly hotkey: Address
  readonly netuid: Netuid
  readonly row: PositionRow | undefined
  /** Basis points of everything, as it is now. */
  readonly share: number
  /** As typed, in percent; undefined leaves it as it is. */
  readonly typed: string | undefined
}

/** Basis points; `problem` for what is no share. */
export function readShare(typed: string): number | 'problem' {
  const parts = /^(\d{0,3})(?:\.(\d{0,2}))?$/.exec(typed.trim().replace(/\s*%$/, ''))
  if (parts === null) return 'problem'
  const points = Number(parts[1] ?? '') * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
  return points > EVERYTHING ? 'problem' : points
}

const EVERYTHING = 10_000

/** Basis points of the whole, cut. */
export function shareOf(worth: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((worth * BigInt(EVERYTHING)) / whole)
}

export interface SharesFrom {
  readonly slots: readonly Slot[]
  readonly positions: Pick<Positions, 'prices' | 'availability'>
  /** Everything staked, of what has no slot too. */
  readonly staked: Rao
  /** Free TAO that may be used. */
  readonly free: Rao
}

export type Shares =
  /** `free`: basis points that are left over, and become free TAO. */
  | { readonly kind: 'moves'; readonly free: number; readonly moves: readonly Move[] }
  | { readonly kind: 'problem'; readonly id: string }
  | { readonly kind: 'too-much'; readonly total: number }

export function sharesFrom({ slots, positions, staked, free }: SharesFrom): Shares {
  const whole = staked + free
  const read = slots.map(({ id, typed }) => ({
    id,
    share: typed === undefined ? undefined : readShare(typed),
  }))
  const wrong = read.find(({ share }) => share === 'problem')
  if (wrong !== undefined) return { kind: 'problem', id: wrong.id }
  const touched = slots.flatMap((slot, at) => {
    const share = read[at]?.share
    return typeof share === 'number' ? [{ slot, share }] : []
  })
  const looked = new Set(touched.map(({ slot }) => slot.id))
  const ours = slots.reduce(
    (sum, { id, row }) => (looked.has(id) ? sum + (row?.position.worth ?? 0n) : sum),
    0n,
  )
  // What nobody touched stays just as it is, to the last unit.
  const kept = rao(staked - ours)
  const wanted = touched.reduce((sum, { share }) => sum + share, 0)
  const left = EVERYTHING - wanted - shareOf(kept, whole)
  // A share is cut to a hundredth of a percent, and so may each of those that stay be.
  if (wanted > EVERYTHING || left < -slots.length) return { kind: 'too-much', total: EVERYTHING - left }
  const moves = planRebalance({
    holdings: touched.flatMap(({ slot }) => holdingOf(slot, positions)),
    targets: touched.map(({ slot: { hotkey, netuid }, share }) => ({ hotkey, netuid, share })),
    kept,
    free,
    priceOf: priceIn(positions),
    least: LEAST_MOVED,
  })
  return { kind: 'moves', free: Math.max(0, left), moves }
}

export function priceIn({ prices }: Pick<Positions, 'prices'>): (netuid: Netuid) => RaoPerAlpha {
  const by = new Map(prices.map((each) => [each.netuid, each.price]))
  return (netuid) => (netuid === ROOT ? ROOT_PRICE : (by.get(netuid) ?? raoPerAlpha(0n)))
}

function holdingOf({ row }: Slot, positions: SharesFrom['positions']): readonly Holding[] {
  if (row === undefined) return []
  const { hotkey, netuid, alpha, coldkey } = row.position
  const available = availableOn(positions, { coldkey, netuid })?.available ?? alpha
  return [{ hotkey: addressOfKey(hotkey), netuid, alpha, available: lesser(alpha, available) }]
}

/** Moves as legs. The whole of a position is left to the chain to count, unless more comes to it first. */
export function legsOf(moves: readonly Move[], rows: readonly PositionRow[]): readonly NamedLeg[] {
  const held = new Map(
    rows.map(({ position: { hotkey, netuid, alpha } }) => [
      placeOf({ hotkey: addressOfKey(hotkey), netuid }),
      alpha,
    ]),
  )
  for (const move of moves) if (move.kind === 'move') held.delete(placeOf(move.to))
  return moves.slice(0, MOST_LEGS).map((move) => legOf(move, held))
}

function legOf(move: Move, holdings: ReadonlyMap<string, bigint>): NamedLeg {
  const id = JSON.stringify(move, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  switch (move.kind) {
    case 'stake': {
      const { netuid: subnet, hotkey: validator } = move.to
      const amount = { exactly: String(move.amount) }
      return { id, operation: 'add-stake', values: { subnet, validator, amount } }
    }
    case 'unstake':
      return { id, operation: 'remove-stake', values: outOf(move, holdings) }
    case 'move':
      return {
        id,
        operation: 'move-stake',
        values: { ...outOf(move, holdings), validator: move.to.hotkey },
      }
    case 'swap':
      return { id, operation: 'swap-stake', values: { ...outOf(move, holdings), subnet: move.to.netuid } }
  }
}

function outOf(
  { from: { hotkey, netuid }, alpha }: Exclude<Move, { kind: 'stake' }>,
  holdings: ReadonlyMap<string, bigint>,
): NamedLeg['values'] {
  const isAll = holdings.get(placeOf({ hotkey, netuid })) === alpha
  return { position: { hotkey, netuid }, amount: isAll ? 'max' : { exactly: String(alpha) } }
}

export function placeOf({ hotkey, netuid }: Pick<Slot, 'hotkey' | 'netuid'>): string {
  return `${netuid} ${hotkey}`
}

/** A move in words. */
export function moveWords(move: Move): readonly Span[] {
  switch (move.kind) {
    case 'stake': {
      const { hotkey, netuid } = move.to
      return ['Stake ', { rao: move.amount }, ' on ', { netuid }, ' with ', { address: hotkey }]
    }
    case 'unstake':
      return ['Unstake ', ...stakeOf(move)]
    case 'move':
      return ['Move ', ...stakeOf(move), ' to ', { address: move.to.hotkey }]
    case 'swap':
      return ['Swap ', ...stakeOf(move), ' for stake on ', { netuid: move.to.netuid }]
  }
}

function stakeOf({ from, alpha }: Exclude<Move, { kind: 'stake' }>): readonly Span[] {
  const { hotkey, netuid } = from
  const where: readonly Span[] = netuid === ROOT ? [' on ', { netuid }] : []
  return [stakeIn(netuid, alpha), ...where, ' with ', { address: hotkey }]
}
