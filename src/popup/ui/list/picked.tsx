/** What was picked from a list, as it stood there. */
import type { ReactNode } from 'react'

export interface PickedProps {
  readonly start?: ReactNode
  readonly title: ReactNode
  readonly sub?: ReactNode
}

export function Picked({ start, title, sub }: PickedProps) {
  return (
    <span className="picked">
      {start}{' '}
      <span className="grow">
        {/* Who hears it hears two parts, not one word. */}
        <b className="cut">{title}</b> {sub !== undefined && <small className="cut">{sub}</small>}
      </span>
    </span>
  )
}
