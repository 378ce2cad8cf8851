/** The one button that agrees: a person's own press, at a time when the review has stood still, held where it is dangerous. */
import { type CSSProperties, type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { HOLD_MS } from '../../ui/hold-button.tsx'
import type { Gate } from './gate.ts'
import { ASKED } from './review.tsx'

export interface AgreeButtonProps {
  /** What it does, in the verb of the description. */
  readonly label: string
  readonly gate: Gate
  readonly isOpen: boolean
  /** Something else is still to be done first: a word to type. */
  readonly isWaiting: boolean
  readonly mustHold: boolean
  readonly isBusy: boolean
  readonly onAgree: () => void
}

export function AgreeButton({ label, gate, isOpen, isWaiting, mustHold, isBusy, onAgree }: AgreeButtonProps) {
  const isInert = !isOpen || isWaiting || isBusy
  // What is drawn may lag a moment behind; the gate itself is asked again at the press.
  const mayAgree = (event: SyntheticEvent): boolean => event.isTrusted && !isInert && gate.isOpen()
  const hold = useHold(gate, isInert, onAgree)
  const shared = {
    type: 'button',
    className: mustHold ? 'button danger' : 'button primary',
    'aria-disabled': isInert,
    'aria-busy': isBusy,
    'aria-describedby': ASKED,
  } as const
  if (!mustHold)
    return (
      <button {...shared} onClick={(event) => mayAgree(event) && onAgree()}>
        {isBusy && <span className="spinner" />}
        {label}
      </button>
    )
  return (
    <button
      {...shared}
      data-holding={hold.isHeld || undefined}
      onPointerDown={(event) => event.button === 0 && mayAgree(event) && hold.start()}
      onPointerUp={hold.stop}
      onPointerLeave={hold.stop}
      onPointerCancel={hold.stop}
      onBlur={hold.stop}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== ' ' && event.key !== 'Enter') return
        event.preventDefault()
        if (!event.repeat && mayAgree(event)) hold.start()
      }}
      onKeyUp={hold.stop}
    >
      {isBusy ? <span className="spinner" /> : <span className="held" style={FILL} />}
      {hold.isHeld ? 'Keep holding…' : `Hold to ${label.toLowerCase()}`}
    </button>
  )
}

const FILL: CSSProperties = { animationDuration: `${HOLD_MS}ms` }

/** Held to the end, with the gate open all the while. */
function useHold(gate: Gate, isInert: boolean, onHeld: () => void) {
  const [isHeld, setHeld] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stop = () => {
    clearTimeout(timer.current)
    setHeld(false)
  }
  useEffect(() => {
    // Whatever shuts the gate or asks for more ends the hold as well.
    if (isInert) setHeld(false)
    return () => clearTimeout(timer.current)
  }, [isInert])
  const start = () => {
    clearTimeout(timer.current)
    setHeld(true)
    timer.current = setTimeout(() => {
      setHeld(false)
      if (gate.isOpen()) onHeld()
    }, HOLD_MS)
  }
  return { isHeld, start, stop }
}
