/** The validators an account stakes with, to choose one from. */
import { useState } from 'react'
import { type Address, addressOfKey, shorten } from '#shared/domain/address.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { counted } from '../../ui/list/counted.ts'
import { ListRow } from '../../ui/list/list-row.tsx'
import { PickerDialog } from '../../ui/list/picker-dialog.tsx'
import { WindowedList } from '../../ui/list/windowed-list.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { PrivateAmount } from '../home/concealed.tsx'
import { foundAmong, stakedWith } from './staked-with.ts'
import { usePositions } from './use-positions.ts'

export interface StakedWithPickerProps {
  readonly network: NetworkId
  readonly account: Address | undefined
  readonly chosen: Address | undefined
  readonly onChoose: (hotkey: Address) => void
  readonly onClose: () => void
}

export function StakedWithPicker({ network, account, chosen, onChoose, onClose }: StakedWithPickerProps) {
  const { rows, positions } = usePositions(network, account === undefined ? [] : [account])
  const [typed, setTyped] = useState('')
  const all = stakedWith(rows)
  const shown = foundAmong(all, typed)
  return (
    <PickerDialog
      title="Validators you stake with"
      onClose={onClose}
      search={{
        label: 'Name or address',
        value: typed,
        onChange: setTyped,
        found: counted(shown.length, 'validator'),
        among: all.length,
      }}
    >
      {positions === undefined && <SkeletonRows count={3} />}
      <WindowedList label="Validators" rows={shown} keyOf={({ hotkey }) => hotkey}>
        {({ hotkey, name, positions: count, worth }, tabIndex) => {
          const address = addressOfKey(hotkey)
          return (
            <ListRow
              tabIndex={tabIndex}
              isChosen={address === chosen}
              start={<Avatar address={address} size={36} />}
              title={<bdi className={name === '' ? 'mono' : ''}>{name || shorten(address)}</bdi>}
              sub={counted(count, 'position')}
              value={<PrivateAmount value={worth} />}
              onClick={() => {
                onChoose(address)
                onClose()
              }}
            />
          )
        }}
      </WindowedList>
      {positions !== undefined && shown.length === 0 && (
        <p className="quiet">
          {all.length === 0 ? 'This account stakes with nobody.' : 'Nobody of that name here.'}
        </p>
      )}
    </PickerDialog>
  )
}
