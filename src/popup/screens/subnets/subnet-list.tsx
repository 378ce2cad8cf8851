/** Subnets one below the other, each to be opened and to be marked. */
import type { Netuid } from '#shared/domain/units.ts'
import type { Favourites } from '../../reading/favourites.ts'
import { WindowedList } from '../../ui/list/windowed-list.tsx'
import { SubnetRow } from './subnet-row.tsx'
import type { SubnetRow as Row, SubnetSort } from './subnet-rows.ts'

export interface SubnetListProps {
  readonly rows: readonly Row[]
  readonly favourites: Favourites
  readonly chosen?: Netuid | undefined
  /** By what it is sorted: that is to be seen in every row. */
  readonly by?: SubnetSort
  readonly onOpen: (netuid: Netuid) => void
}

export function SubnetList({ rows, favourites, chosen, onOpen, ...look }: SubnetListProps) {
  return (
    <WindowedList label="Subnets" rows={rows} keyOf={({ subnet }) => String(subnet.netuid)}>
      {(row, tabIndex) => {
        const { netuid } = row.subnet
        return (
          <SubnetRow
            {...look}
            row={row}
            tabIndex={tabIndex}
            isChosen={netuid === chosen}
            isFavourite={favourites.has(netuid)}
            onFavourite={(isOn) => favourites.set(netuid, isOn)}
            onOpen={() => onOpen(netuid)}
          />
        )
      }}
    </WindowedList>
  )
}
