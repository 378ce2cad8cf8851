/** One row of a long list: what leads on, and beside it perhaps a star. */
import type { ReactNode } from 'react'

export interface ListRowProps {
  readonly start?: ReactNode
  readonly title: ReactNode
  readonly sub?: ReactNode
  readonly value?: ReactNode
  readonly under?: ReactNode
  readonly tabIndex: 0 | -1
  /** Chosen already, where one of many is picked. */
  readonly isChosen?: boolean
  readonly onClick: () => void
  /** A control of its own, in front of the row. */
  readonly beside?: ReactNode
}

export function ListRow(props: ListRowProps) {
  const { start, title, sub, value, under, tabIndex, isChosen, onClick, beside } = props
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
        {start}
        <span className="grow">
          <b className="cut">{title}</b>
          {sub !== undefined && <small className="cut">{sub}</small>}
        </span>
        {(value !== undefined || under !== undefined) && (
          <span className="value">
            <b>{value}</b>
            {under !== undefined && <small>{under}</small>}
          </span>
        )}
      </button>
    </div>
  )
}
