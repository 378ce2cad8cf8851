/** Positions as rows of a list: what each is called, what it is worth, what it has brought. */
import { type Address, keyOf, parseAddress } from '#shared/domain/address.ts'
import type { EarnedPosition } from '#shared/domain/history.ts'
import { byWorth as byWorthOf, type PositionKey, type StakePosition } from '#shared/domain/positions.ts'
import { type Rao, rao } from '#shared/domain/units.ts'
import type { Known } from '../../reading/known.ts'
import { holds, type Sort, type SortOption, sorted } from '../../ui/list/sort.ts'
import { yearlyShare } from './yields.ts'

/** Below it a position cannot be taken out in parts, and hardly pays for being looked at: τ 0.01. */
export const DUST = rao(10_000_000n)

export interface PositionRow {
  readonly id: string
  readonly position: StakePosition
  readonly name: string
  readonly symbol: string
  /** Empty where nobody gave it a name: then its address stands for it, once it is in view. */
  readonly validator: string
  /** Basis points a year, as seen here; undefined where not seen long enough. */
  readonly perYear: number | undefined
}

export type PositionSort = 'worth' | 'name' | 'yield'
export const POSITION_SORTS: readonly SortOption<PositionRow, PositionSort>[] = [
  { by: 'worth', label: 'Value', goes: 'down', of: ({ position }) => position.worth },
  { by: 'name', label: 'Name', goes: 'up', of: ({ name }) => name },
  { by: 'yield', label: 'Yield', goes: 'down', of: ({ perYear }) => perYear },
]

/** The most valuable first, and among equals always in the same order. */
export function byWorth(a: PositionRow, b: PositionRow): number {
  return byWorthOf(a.position, b.position)
}

export function idOf({ coldkey, hotkey, netuid }: PositionKey): string {
  return `${netuid} ${hotkey} ${coldkey}`
}

export interface RowsFrom {
  readonly positions: readonly StakePosition[]
  readonly of: ReadonlySet<Address>
  readonly known: Pick<Known, 'subnet' | 'validator'>
  readonly earned: readonly EarnedPosition[]
}

export function rowsOf({ positions, of, known, earned }: RowsFrom): readonly PositionRow[] {
  const earnedBy = new Map(earned.map((each) => [idOf(each), each]))
  return positions
    .filter(({ coldkey }) => of.has(coldkey))
    .map((position) => {
      const id = idOf(position)
      const subnet = known.subnet(position.netuid)
      const has = earnedBy.get(id)
      return {
        id,
        position,
        name: position.netuid === 0 ? 'Root' : (subnet?.name ?? ''),
        symbol: subnet?.symbol ?? '',
        validator: known.validator(position.hotkey)?.name ?? '',
        perYear:
          has && yearlyShare({ alpha: position.alpha, earned: has.alpha, over: has.until - has.since }),
      }
    })
}

export interface Shown {
  readonly rows: readonly PositionRow[]
  /** How many are too small, and what those are worth together; left out where that is wanted. */
  readonly dust: number
  readonly dustWorth: Rao
}

export interface Choice {
  readonly typed: string
  readonly sort: Sort<PositionSort>
  readonly hidesDust: boolean
}

/** Who searches finds dust as well. A whole address finds what is staked with it. */
export function shownOf(rows: readonly PositionRow[], { typed, sort, hidesDust }: Choice): Shown {
  const address = parseAddress(typed)
  const hotkey = address.ok ? keyOf(address.value) : undefined
  const found = rows.filter(({ name, validator, position }) =>
    hotkey === undefined ? holds(typed, name, validator, `SN${position.netuid}`) : position.hotkey === hotkey,
  )
  const isDust = ({ position }: PositionRow): boolean => typed.trim() === '' && position.worth < DUST
  const dust = found.filter(isDust)
  return {
    rows: sorted(hidesDust ? found.filter((row) => !isDust(row)) : found, sort, POSITION_SORTS),
    dust: dust.length,
    dustWorth: rao(dust.reduce((sum, { position }) => sum + position.worth, 0n)),
  }
}
