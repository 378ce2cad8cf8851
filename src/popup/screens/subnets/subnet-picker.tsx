/** The subnets of the chain to choose one from; root stands apart on top. */
import { useState } from 'react'
import type { NetworkId } from '#shared/domain/network.ts'
import { type Netuid, ROOT } from '#shared/domain/units.ts'
import { useFavourites } from '../../reading/favourites.ts'
import { counted } from '../../ui/list/counted.ts'
import { ListRow } from '../../ui/list/list-row.tsx'
import { PickerDialog } from '../../ui/list/picker-dialog.tsx'
import { SubnetBadge } from '../../ui/stake/subnet-badge.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { SubnetList } from './subnet-list.tsx'
import { shownSubnets } from './subnet-rows.ts'
import { useSubnetRows } from './use-subnet-rows.ts'
import './subnets.css'

export interface SubnetPickerProps {
  readonly network: NetworkId
  readonly hasRoot: boolean
  readonly chosen: Netuid | undefined
  readonly onChoose: (netuid: Netuid) => void
  readonly onClose: () => void
}

export function SubnetPicker({ network, hasRoot, chosen, onChoose, onClose }: SubnetPickerProps) {
  const { directory, rows } = useSubnetRows(network)
  const favourites = useFavourites('subnet', network)
  const [typed, setTyped] = useState('')
  const shown = shownSubnets(rows, {
    typed,
    sort: { by: 'cap', isTurned: false },
    isFavourite: favourites.has,
  })
  const choose = (netuid: Netuid) => {
    onChoose(netuid)
    onClose()
  }
  return (
    <PickerDialog
      title="Choose a subnet"
      onClose={onClose}
      search={{
        label: 'Name or number',
        value: typed,
        onChange: setTyped,
        found: counted(shown.length, 'subnet'),
      }}
    >
      {hasRoot && isRoot(typed) && (
        <div className="apart">
          <ListRow
            tabIndex={0}
            isChosen={chosen === ROOT}
            start={<SubnetBadge netuid={ROOT} />}
            title="Root"
            sub="Stays TAO, earns from all subnets"
            onClick={() => choose(ROOT)}
          />
        </div>
      )}
      {directory === undefined && <SkeletonRows count={5} />}
      <SubnetList rows={shown} favourites={favourites} chosen={chosen} onOpen={choose} />
      {directory !== undefined && shown.length === 0 && !(hasRoot && isRoot(typed)) && (
        <p className="quiet">No subnet of that name or number.</p>
      )}
    </PickerDialog>
  )
}

function isRoot(typed: string): boolean {
  const sought = typed.trim().toLowerCase()
  return sought === '0' || 'root'.includes(sought)
}
