/** The validators of a subnet to choose one from. Whose address is pasted can be chosen as well. */
import { useState } from 'react'
import { type Address, addressOfKey, parseAddress, shorten } from '#shared/domain/address.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import type { Netuid } from '#shared/domain/units.ts'
import { useFavourites } from '../../reading/favourites.ts'
import { useKnown } from '../../reading/known.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { FailureNote } from '../../ui/failure.tsx'
import { counted } from '../../ui/list/counted.ts'
import { ListRow } from '../../ui/list/list-row.tsx'
import { PickerDialog } from '../../ui/list/picker-dialog.tsx'
import { SortTabs } from '../../ui/list/sort-tabs.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { useValidators } from './use-validators.ts'
import { ValidatorList } from './validator-list.tsx'
import { firstSort, shownValidators, validatorSorts } from './validator-rows.ts'
import './subnets.css'

export interface ValidatorPickerProps {
  readonly network: NetworkId
  readonly netuid: Netuid
  readonly chosen: Address | undefined
  readonly onChoose: (hotkey: Address) => void
  readonly onClose: () => void
}

export function ValidatorPicker({ network, netuid, chosen, onChoose, onClose }: ValidatorPickerProps) {
  const { rows, failure } = useValidators(network, netuid)
  const subnet = useKnown(network).subnet(netuid)
  const favourites = useFavourites('validator', network)
  const [typed, setTyped] = useState('')
  const [sort, setSort] = useState(() => firstSort(netuid))
  const shown = shownValidators(rows ?? [], { typed, sort, isFavourite: favourites.has })
  const pasted = parseAddress(typed)
  const choose = (hotkey: Address) => {
    onChoose(hotkey)
    onClose()
  }
  return (
    <PickerDialog
      title={netuid === 0 ? 'Validator on root' : `Validator on ${subnet?.name || `subnet ${netuid}`}`}
      onClose={onClose}
      search={{
        label: 'Name or address',
        value: typed,
        onChange: setTyped,
        found: counted(shown.length, 'validator'),
      }}
      sort={<SortTabs options={validatorSorts(netuid)} value={sort} onChange={setSort} />}
    >
      {failure !== undefined && rows === undefined && <FailureNote failure={failure} />}
      {rows === undefined && failure === undefined && <SkeletonRows count={5} />}
      <ValidatorList
        rows={shown}
        netuid={netuid}
        favourites={favourites}
        chosen={chosen}
        onOpen={(hotkey) => choose(addressOfKey(hotkey))}
      />
      {rows !== undefined && shown.length === 0 && !pasted.ok && (
        <p className="quiet">Nobody of that name here. A whole address can be pasted.</p>
      )}
      {shown.length === 0 && pasted.ok && (
        <ListRow
          tabIndex={0}
          start={<Avatar address={pasted.value} size={36} />}
          title={<span className="mono">{shorten(pasted.value)}</span>}
          sub="Has no seat in this subnet"
          onClick={() => choose(pasted.value)}
        />
      )}
    </PickerDialog>
  )
}
