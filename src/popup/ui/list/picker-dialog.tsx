/** A dialog to choose one of many in: what narrows them down stays on top, and the list below moves under it. */

import type { ReactNode } from 'react'
import { Button } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { Search, type SearchProps } from './search.tsx'
import { SEARCH_FROM } from './search-from.ts'

interface PickerSearch extends Omit<SearchProps, 'autoFocus'> {
  /** How many there are to search in; left out where what is typed may find more than those. */
  readonly among?: number
}

export interface PickerDialogProps {
  readonly title: string
  readonly search: PickerSearch
  /** How what is found is sorted. */
  readonly sort?: ReactNode
  readonly children: ReactNode
  readonly onClose: () => void
}

export function PickerDialog({ title, search, sort, children, onClose }: PickerDialogProps) {
  const { among = SEARCH_FROM, ...typing } = search
  return (
    <Dialog title={title} isTall onClose={onClose} foot={<Button onClick={onClose}>Close</Button>}>
      {among >= SEARCH_FROM && <Search {...typing} autoFocus />}
      {sort}
      <div className="scroller">{children}</div>
    </Dialog>
  )
}
