/** With whom an account stakes: each validator once, with all that is staked with it. */
import { type AccountKey, keyOf, parseAddress } from '#shared/domain/address.ts'
import { type Rao, rao } from '#shared/domain/units.ts'
import { holds } from '../../ui/list/sort.ts'
import type { PositionRow } from './rows.ts'

export interface StakedWith {
  readonly hotkey: AccountKey
  /** Empty where nobody gave it a name. */
  readonly name: string
  readonly positions: number
  readonly worth: Rao
}

/** The one with most comes first. */
export function stakedWith(rows: readonly PositionRow[]): readonly StakedWith[] {
  const found = new Map<AccountKey, StakedWith>()
  for (const { position, validator } of rows) {
    const { hotkey, worth } = position
    const so = found.get(hotkey)
    found.set(hotkey, {
      hotkey,
      name: validator,
      positions: (so?.positions ?? 0) + 1,
      worth: rao((so?.worth ?? 0n) + worth),
    })
  }
  return [...found.values()].toSorted((a, b) => (a.worth === b.worth ? 0 : a.worth > b.worth ? -1 : 1))
}

/** A whole address finds whom it is of. */
export function foundAmong(all: readonly StakedWith[], typed: string): readonly StakedWith[] {
  const address = parseAddress(typed)
  const key = address.ok ? keyOf(address.value) : undefined
  return all.filter(({ hotkey, name }) => (key === undefined ? holds(typed, name) : hotkey === key))
}
