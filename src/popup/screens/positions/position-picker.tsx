/** Own positions to choose one from. */
import { useState } from 'react'
import { counted } from '../../ui/list/counted.ts'
import { PickerDialog } from '../../ui/list/picker-dialog.tsx'
import { WindowedList } from '../../ui/list/windowed-list.tsx'
import { PositionRow } from './position-row.tsx'
import { type PositionRow as Row, shownOf } from './rows.ts'

export interface PositionPickerProps {
  readonly rows: readonly Row[]
  readonly chosen: string | undefined
  readonly onChoose: (row: Row) => void
  readonly onClose: () => void
}

export function PositionPicker({ rows, chosen, onChoose, onClose }: PositionPickerProps) {
  const [typed, setTyped] = useState('')
  const shown = shownOf(rows, { typed, sort: { by: 'worth', isTurned: false }, hidesDust: false }).rows
  return (
    <PickerDialog
      title="Choose a position"
      onClose={onClose}
      search={{
        label: 'Subnet, number or validator',
        value: typed,
        onChange: setTyped,
        found: counted(shown.length, 'position'),
        among: rows.length,
      }}
    >
      <WindowedList label="Positions" rows={shown} keyOf={({ id }) => id}>
        {(row, tabIndex) => (
          <PositionRow
            row={row}
            tabIndex={tabIndex}
            isChosen={row.id === chosen}
            onOpen={() => {
              onChoose(row)
              onClose()
            }}
          />
        )}
      </WindowedList>
      {shown.length === 0 && <p className="quiet">No position of that name.</p>}
    </PickerDialog>
  )
}
