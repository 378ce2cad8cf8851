/** Own positions to choose one from. */
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Search } from '../../ui/list/search.tsx'
import { WindowedList } from '../../ui/list/windowed-list.tsx'
import { PositionRow } from './position-row.tsx'
import { type PositionRow as Row, shownOf } from './rows.ts'

export interface PositionPickerProps {
  readonly rows: readonly Row[]
  readonly chosen: string | undefined
  readonly onChoose: (row: Row) => void
  readonly onClose: () => void
}

const SEARCH_FROM = 8

export function PositionPicker({ rows, chosen, onChoose, onClose }: PositionPickerProps) {
  const [typed, setTyped] = useState('')
  const shown = shownOf(rows, { typed, sort: { by: 'worth', isTurned: false }, hidesDust: false }).rows
  return (
    <Dialog
      title="Choose a position"
      isTall
      onClose={onClose}
      foot={<Button onClick={onClose}>Close</Button>}
    >
      {rows.length >= SEARCH_FROM && (
        <Search
          label="Subnet, number or validator"
          value={typed}
          onChange={setTyped}
          found={`${shown.length} positions`}
        />
      )}
      <div className="scroller">
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
      </div>
    </Dialog>
  )
}
