/** Validators of a subnet as rows of a list: how they are found and sorted, and what staking with them returned lately. */
import { type AccountKey, keyOf, parseAddress } from '#shared/domain/address.ts'
import { dailyReturn, type Subnet, type Validator } from '#shared/domain/directory.ts'
import { type Netuid, ROOT } from '#shared/domain/units.ts'
import { holds, type Sort, type SortOption, sorted } from '../../ui/list/sort.ts'
import { yearly } from '../positions/yields.ts'

export interface ValidatorRow {
  readonly validator: Validator
  /** Basis points a year, as its last epoch would make; undefined where that cannot be told. */
  readonly perYear: number | undefined
  /** Whether one of the wallet's accounts stakes with it here. */
  readonly isYours: boolean
}

export type ValidatorSort = 'return' | 'stake' | 'take' | 'yours'
export const VALIDATOR_SORTS: readonly SortOption<ValidatorRow, ValidatorSort>[] = [
  { by: 'return', label: 'Return', goes: 'down', of: ({ perYear }) => perYear },
  { by: 'stake', label: 'Stake', goes: 'down', of: ({ validator }) => validator.stake },
  { by: 'take', label: 'Take', goes: 'up', of: ({ validator }) => validator.take },
  { by: 'yours', label: 'Yours', goes: 'down', of: ({ isYours }) => (isYours ? 1 : 0) },
]

/** On root no return can be told, and nobody is asked to sort by it. */
export function validatorSorts(netuid: Netuid): typeof VALIDATOR_SORTS {
  return netuid === ROOT ? VALIDATOR_SORTS.filter(({ by }) => by !== 'return') : VALIDATOR_SORTS
}

/** How a list of them stands when it is opened. */
export function firstSort(netuid: Netuid): Sort<ValidatorSort> {
  return { by: netuid === ROOT ? 'stake' : 'return', isTurned: false }
}

/** On root there is no epoch to reckon with: what it earns comes from every subnet. */
export function validatorRows(
  validators: readonly Validator[],
  subnet: Subnet | undefined,
  yours: ReadonlySet<AccountKey>,
): readonly ValidatorRow[] {
  return validators.map((validator) => {
    const perDay = subnet === undefined || subnet.netuid === ROOT ? undefined : dailyReturn(validator, subnet)
    return {
      validator,
      perYear: perDay === undefined ? undefined : yearly(perDay),
      isYours: yours.has(validator.hotkey),
    }
  })
}

export interface ValidatorChoice {
  readonly typed: string
  readonly sort: Sort<ValidatorSort>
  readonly isFavourite: (hotkey: AccountKey) => boolean
}

/** A whole address finds whom it is of. */
export function shownValidators(
  rows: readonly ValidatorRow[],
  { typed, sort, isFavourite }: ValidatorChoice,
): readonly ValidatorRow[] {
  const address = parseAddress(typed)
  const key = address.ok ? keyOf(address.value) : undefined
  const found = rows.filter(({ validator }) =>
    key === undefined ? holds(typed, validator.name) : validator.hotkey === key || validator.coldkey === key,
  )
  const inOrder = sorted(found, sort, VALIDATOR_SORTS)
  return [
    ...inOrder.filter(({ validator }) => isFavourite(validator.hotkey)),
    ...inOrder.filter(({ validator }) => !isFavourite(validator.hotkey)),
  ]
}
