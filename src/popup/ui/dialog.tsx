/** A question over a screen, on the browser's own dialog: focus is held inside and then given back, Escape closes, the rest is inert. */
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'

export interface DialogProps {
  readonly title: string
  readonly children: ReactNode
  readonly foot?: ReactNode
  /** As high as the view: for what is searched in. */
  readonly isTall?: boolean
  /** Escape, a click beside it, or a button of its own. */
  readonly onClose: () => void
}

/** Drawn while it is open; leaving it out closes it. */
export function Dialog({ title, children, foot, isTall = false, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  // Before anything within is drawn and may ask for the focus.
  const [before] = useState(() => document.activeElement)
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => {
      // While it still stands in the page: what is taken out open keeps everything else inert.
      shown?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [before])
  // A click beside it; Escape is the key for that, and arrives as `cancel`.
  useEffect(() => {
    const shown = dialog.current
    const clicked = ({ target }: MouseEvent) => target === shown && onClose()
    shown?.addEventListener('click', clicked)
    return () => shown?.removeEventListener('click', clicked)
  }, [onClose])
  return (
    <dialog
      ref={dialog}
      className={isTall ? 'dialog tall' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
      {foot !== undefined && <div className="foot">{foot}</div>}
    </dialog>
  )
}
