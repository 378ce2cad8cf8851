/** One place: a head that says where one is, a body that scrolls, a foot that stays. */
import { ChevronLeft } from 'lucide-react'
import { type ReactNode, type SyntheticEvent, useEffect, useRef } from 'react'
import { IconButton } from './button.tsx'
import { useKeptFocus } from './use-kept-focus.ts'

export interface ScreenProps {
  readonly children: ReactNode
  /** Read out when the screen opens; on it too, unless `head` replaces the line. */
  readonly title: string
  readonly onBack?: (() => void) | undefined
  /** Right end of the head. */
  readonly aside?: ReactNode
  /** Instead of the line with the title. */
  readonly head?: ReactNode
  /** Buttons that stay in view. `stacked` puts them above one another. */
  readonly foot?: ReactNode
  readonly stacked?: boolean
  readonly nav?: ReactNode
  /** Makes the screen a form: Enter in any field does this. */
  readonly onSubmit?: (form: HTMLFormElement) => void
}

export function Screen(props: ScreenProps) {
  const { title, onBack, aside, onSubmit } = props
  const start = useRef<HTMLElement>(null)
  useEffect(() => {
    // Who tabs begins at the head of the new screen; a field that asked for the focus keeps it.
    if (document.activeElement === null || document.activeElement === document.body) start.current?.focus()
  }, [])
  useKeptFocus(start)
  const hold = (element: HTMLElement | null) => {
    start.current = element
  }
  const inside = (
    <>
      {props.head ?? (
        <header className="head">
          <div className="side">
            {onBack !== undefined && <IconButton icon={ChevronLeft} label="Back" onClick={onBack} />}
          </div>
          <h1 ref={hold} tabIndex={-1}>
            {title}
          </h1>
          <div className="side">{aside}</div>
        </header>
      )}
      <main className="body">
        {props.head !== undefined && (
          <span ref={hold} tabIndex={-1} className="unseen">
            {title}
          </span>
        )}
        {props.children}
      </main>
      {props.foot !== undefined && (
        <footer className={props.stacked ? 'foot stack' : 'foot'}>{props.foot}</footer>
      )}
      {props.nav}
    </>
  )
  if (onSubmit === undefined) return <div className="screen">{inside}</div>
  return (
    <form
      className="screen"
      noValidate
      autoComplete="off"
      onSubmit={(event: SyntheticEvent<HTMLFormElement>) => {
        event.preventDefault()
        onSubmit(event.currentTarget)
      }}
    >
      {inside}
    </form>
  )
}
