/** A question over a screen, on the browser's own dialog: focus is held inside, Escape closes, the rest is inert. */
import { type ReactNode, useEffect, useId, useRef } from 'react'

export interface DialogProps {
  readonly title: string
  readonly children: ReactNode
  readonly foot?: ReactNode
  /** Escape, a click beside it, or a button of its own. */
  readonly onClose: () => void
}

/** Drawn while it is open; leaving it out closes it. */
export function Dialog({ title, children, foot, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for it, and arrives as `cancel`
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <h2 id={id}>{title}</h2>
      {children}
      {foot !== undefined && <div className="foot">{foot}</div>}
    </dialog>
  )
}
