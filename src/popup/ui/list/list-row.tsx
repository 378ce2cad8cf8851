/** One row of a long list: what leads on, and beside it perhaps a star. */
import type { ReactNode } from 'react'
import { RowParts, type RowPartsProps } from '../row.tsx'

export interface ListRowProps extends RowPartsProps {
  readonly tabIndex: 0 | -1
  /** Chosen already, where one of many is picked. */
  readonly isChosen?: boolean
  readonly onClick: () => void
  /** A control of its own, in front of the row. */
  readonly beside?: ReactNode
}

export function ListRow({ tabIndex, isChosen, onClick, beside, ...parts }: ListRowProps) {
  return (
    <div className={isChosen === true ? 'list-row is-chosen' : 'list-row'}>
      {beside}
      <button
        type="button"
        className="row"
        tabIndex={tabIndex}
        aria-current={isChosen === true || undefined}
        onClick={onClick}
      >
        <RowParts {...parts} />
      </button>
    </div>
  )
}
