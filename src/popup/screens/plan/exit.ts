/** Which positions are taken out, as the legs of a plan, and which stay and why. */
import { addressOfKey } from '#shared/domain/address.ts'
import { type ExitPlan, type Leaving, planExit } from '#shared/domain/exit-plan.ts'
import { LEAST_MOVED, MOST_LEGS } from '#shared/domain/plan.ts'
import { availableOn, type Positions } from '#shared/domain/positions.ts'
import { ROOT_PRICE } from '#shared/domain/price.ts'
import { type Netuid, type Rao, ROOT, raoPerAlpha } from '#shared/domain/units.ts'
import type { PositionRow } from '../positions/rows.ts'
import type { NamedLeg } from './legs.ts'

export interface ExitFrom {
  /** Of one account, in the order in which they leave. */
  readonly rows: readonly PositionRow[]
  readonly positions: Pick<Positions, 'prices' | 'availability'>
  readonly isOpen: (netuid: Netuid) => boolean
  readonly isChosen: (row: PositionRow) => boolean
  readonly sweepsDust: boolean
  /** What a leg adds to the network fee, about. */
  readonly feeEach: Rao
}

export type Why = ExitPlan['stays'][number]['why']
export interface Stay {
  readonly id: string
  readonly row: PositionRow
  readonly alpha: bigint
  readonly why: Why
}
export interface Exit {
  readonly legs: readonly NamedLeg[]
  readonly stays: readonly Stay[]
  /** How many have no room in this plan. */
  readonly later: number
}

export function exitOf({ rows, positions, isOpen, isChosen, sweepsDust, feeEach }: ExitFrom): Exit {
  const chosen = rows.filter(isChosen)
  const price = new Map(positions.prices.map((each) => [each.netuid, each.price]))
  const coldkey = rows[0]?.position.coldkey
  const byPlace = new Map(chosen.map((row) => [placeOf(leavingOf(row)), row]))
  function leavingOf({ position }: PositionRow): Leaving {
    const { netuid, alpha, worth } = position
    return {
      hotkey: addressOfKey(position.hotkey),
      netuid,
      alpha,
      price: netuid === ROOT ? ROOT_PRICE : (price.get(netuid) ?? raoPerAlpha(0n)),
      brings: worth,
      open: isOpen(netuid),
    }
  }
  const plan = planExit(chosen.map(leavingOf), {
    available: (netuid) => coldkey && availableOn(positions, { coldkey, netuid })?.available,
    least: LEAST_MOVED,
    feeEach,
    sweepsDust,
  })
  const legs = plan.exits.flatMap((exit): readonly NamedLeg[] => {
    const row = byPlace.get(placeOf(exit))
    if (row === undefined) return []
    const { hotkey, netuid, take } = exit
    const amount = take === 'all' ? 'max' : { exactly: take.toString() }
    return [{ id: row.id, operation: 'remove-stake', values: { position: { hotkey, netuid }, amount } }]
  })
  return {
    legs: legs.slice(0, MOST_LEGS),
    later: Math.max(0, legs.length - MOST_LEGS),
    stays: plan.stays.flatMap((stay): readonly Stay[] => {
      const row = byPlace.get(placeOf(stay))
      return row === undefined ? [] : [{ id: row.id, row, alpha: stay.alpha, why: stay.why }]
    }),
  }
}

/** Whether a position brings less than its leg adds to the fee. */
export function isDust({ position }: PositionRow, feeEach: Rao): boolean {
  return position.worth < feeEach
}

function placeOf({ hotkey, netuid }: Pick<Leaving, 'hotkey' | 'netuid'>): string {
  return `${netuid} ${hotkey}`
}
