/** Validators of a subnet one below the other, each to be opened and to be marked. */
import { type AccountKey, type Address, addressOfKey } from '#shared/domain/address.ts'
import type { Netuid } from '#shared/domain/units.ts'
import type { Favourites } from '../../reading/favourites.ts'
import { WindowedList } from '../../ui/list/windowed-list.tsx'
import { ValidatorRow } from './validator-row.tsx'
import type { ValidatorRow as Row } from './validator-rows.ts'

export interface ValidatorListProps {
  readonly rows: readonly Row[]
  readonly netuid: Netuid
  readonly favourites: Favourites
  readonly chosen?: Address | undefined
  readonly onOpen: (hotkey: AccountKey) => void
}

export function ValidatorList({ rows, netuid, favourites, chosen, onOpen }: ValidatorListProps) {
  return (
    <WindowedList label="Validators" rows={rows} keyOf={({ validator }) => validator.hotkey}>
      {(row, tabIndex) => {
        const { hotkey } = row.validator
        return (
          <ValidatorRow
            row={row}
            netuid={netuid}
            tabIndex={tabIndex}
            isChosen={chosen !== undefined && addressOfKey(hotkey) === chosen}
            isFavourite={favourites.has(hotkey)}
            onFavourite={(isOn) => favourites.set(hotkey, isOn)}
            onOpen={() => onOpen(hotkey)}
          />
        )
      }}
    </WindowedList>
  )
}
