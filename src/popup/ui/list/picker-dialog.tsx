/** A dialog to choose one of many in: what narrows them down stays on top, and the list below moves under it. */
import type { ReactNode } from 'react'
import { Button } from '../button.tsx'
import { Dialog } from '../dialog.tsx'

export interface PickerDialogProps {
  readonly title: string
  /** A search, and how what is found is sorted. */
  readonly top: ReactNode
  readonly children: ReactNode
  readonly onClose: () => void
}

export function PickerDialog({ title, top, children, onClose }: PickerDialogProps) {
  return (
    <Dialog title={title} isTall onClose={onClose} foot={<Button onClick={onClose}>Close</Button>}>
      {top}
      <div className="scroller">{children}</div>
    </Dialog>
  )
}
