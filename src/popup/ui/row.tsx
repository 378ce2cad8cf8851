/** Lines of a list, and facts beside their names. */
import { ChevronRight, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export interface RowPartsProps {
  /** An icon, an avatar or a letter. */
  readonly start?: ReactNode
  readonly title: ReactNode
  readonly sub?: ReactNode
  /** Right end: a value, and what is quieter under it. */
  readonly value?: ReactNode
  readonly under?: ReactNode
}

export interface RowProps extends RowPartsProps {
  readonly onClick?: (() => void) | undefined
  /** Behind it all, a control of its own; then the line itself is not one. */
  readonly action?: ReactNode
}

/** A line that leads somewhere when it has `onClick`. */
export function Row({ onClick, action, ...parts }: RowProps) {
  const inside = (
    <>
      <RowParts {...parts} />
      {action}
    </>
  )
  if (onClick === undefined) return <div className="row">{inside}</div>
  return (
    <button type="button" className="row" onClick={onClick}>
      {inside}
      {parts.value === undefined && <ChevronRight strokeWidth={1.75} aria-hidden />}
    </button>
  )
}

/** What stands in a line, whatever is done with it. */
export function RowParts({ start, title, sub, value, under }: RowPartsProps) {
  return (
    <>
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
    </>
  )
}

/** The square at the head of a row. */
export function Glyph({ icon: Icon }: { readonly icon: LucideIcon }) {
  return (
    <span className="glyph" aria-hidden>
      <Icon strokeWidth={1.75} />
    </span>
  )
}

/** Facts before the button: names left, values right. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl>{children}</dl>
}

export function Fact({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** A small mark behind a name. */
export function Tag({ children }: { readonly children: ReactNode }) {
  return <span className="tag">{children}</span>
}

/** What a list says while it holds nothing: what it is for, and what to do first. */
export function Empty({ icon: Icon, children }: { readonly icon: LucideIcon; readonly children: ReactNode }) {
  return (
    <div className="empty">
      <Icon strokeWidth={1.75} aria-hidden />
      {children}
    </div>
  )
}
