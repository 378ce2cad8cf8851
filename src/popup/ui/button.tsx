/** Buttons with a word, and icons that are buttons. */
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export interface ButtonProps {
  readonly children: ReactNode
  /** `primary` goes forward, `secondary` is safe, `danger` cannot be undone, `plain` is beside the point. */
  readonly kind?: 'primary' | 'secondary' | 'danger' | 'plain'
  readonly type?: 'button' | 'submit'
  readonly icon?: LucideIcon
  readonly small?: boolean
  readonly whole?: boolean
  /** Under way: pressing again does nothing, and the focus stays. */
  readonly busy?: boolean
  readonly disabled?: boolean
  /** The id of what it is about. */
  readonly describedBy?: string
  readonly onClick?: () => void
}

export function Button(props: ButtonProps) {
  const { children, kind = 'secondary', type = 'button', icon: Icon, busy = false, disabled = false } = props
  return (
    <button
      type={type}
      className={['button', kind, props.small && 'small', props.whole && 'whole'].filter(Boolean).join(' ')}
      disabled={disabled}
      aria-busy={busy}
      aria-disabled={busy || disabled}
      aria-describedby={props.describedBy}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else props.onClick?.()
      }}
    >
      {busy ? <span className="spinner" /> : Icon !== undefined && <Icon strokeWidth={1.75} aria-hidden />}
      {children}
    </button>
  )
}

export interface IconButtonProps {
  readonly icon: LucideIcon
  /** Its name, for who cannot see the icon and for who points at it. */
  readonly label: string
  readonly disabled?: boolean
  readonly pressed?: boolean
  /** Of one that opens a menu: whether that is open. */
  readonly expanded?: boolean
  readonly onClick: () => void
}

export function IconButton({ icon: Icon, label, disabled, pressed, expanded, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      aria-pressed={pressed}
      aria-haspopup={expanded === undefined ? undefined : 'menu'}
      aria-expanded={expanded}
      title={label}
      aria-disabled={disabled}
      onClick={() => {
        // Disabled by name only: a button that takes itself out of use would lose the focus of who works by keys.
        if (!disabled) onClick()
      }}
    >
      <Icon strokeWidth={1.75} aria-hidden />
    </button>
  )
}
