/** A few things to do with one thing, behind a button. Arrows move, Escape and Tab leave. */
import type { LucideIcon } from 'lucide-react'
import { Ellipsis } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { IconButton } from './button.tsx'

interface MenuItem {
  readonly label: string
  readonly icon?: LucideIcon
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly onChoose: () => void
}

export interface MenuProps {
  /** What the button is called. */
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly icon?: LucideIcon
  readonly up?: boolean
}

export function Menu({ label, items, icon = Ellipsis, up = false }: MenuProps) {
  const [isOpen, setOpen] = useState(false)
  const anchor = useRef<HTMLDivElement>(null)
  const id = useId()
  const leave = (focusButton: boolean) => {
    setOpen(false)
    if (focusButton) anchor.current?.querySelector('button')?.focus()
  }
  useEffect(() => {
    const around = anchor.current
    if (!isOpen || around === null) return undefined
    around.querySelector<HTMLElement>('[role=menuitem]:not(:disabled)')?.focus()
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node && around.contains(relatedTarget))) setOpen(false)
    }
    around.addEventListener('focusout', onFocusOut)
    return () => around.removeEventListener('focusout', onFocusOut)
  }, [isOpen])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      leave(true)
    } else if (moveFocus(event.key, event.currentTarget)) event.preventDefault()
  }
  return (
    <div ref={anchor} className="menu-anchor">
      <IconButton icon={icon} label={label} expanded={isOpen} onClick={() => setOpen(!isOpen)} />
      {isOpen && (
        <div id={id} role="menu" aria-label={label} className={up ? 'menu up' : 'menu'} onKeyDown={onKeyDown}>
          {items.map(({ label: says, icon: Icon, danger, disabled, onChoose }) => (
            <button
              key={says}
              type="button"
              role="menuitem"
              tabIndex={-1}
              disabled={disabled}
              className={danger ? 'danger' : undefined}
              onClick={() => {
                leave(true)
                onChoose()
              }}
            >
              {Icon !== undefined && <Icon strokeWidth={1.75} aria-hidden />}
              {says}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }

/** Moves the focus among the buttons within, round at the ends. Tells whether the key was one of its own. */
export function moveFocus(key: string, within: Element): boolean {
  const all = [...within.querySelectorAll<HTMLElement>('button:not(:disabled)')]
  const at = all.indexOf(document.activeElement as HTMLElement)
  const step = STEPS[key]
  const next =
    key === 'Home'
      ? 0
      : key === 'End'
        ? all.length - 1
        : step === undefined
          ? -1
          : (at + step + all.length) % all.length
  all[next]?.focus()
  return next >= 0
}
