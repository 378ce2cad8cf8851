/** A button that works only when it is held: for what cannot be taken back. */
import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react'

/** How long a dangerous thing is held before it happens. */
export const HOLD_MS = 2000

export interface HoldButtonProps {
  readonly children: ReactNode
  readonly kind?: 'danger' | 'primary' | 'secondary'
  readonly disabled?: boolean
  readonly onHeld: () => void
}

/** With the pointer, or with Space or Enter held down. Letting go, leaving or losing the focus starts over. */
export function HoldButton({ children, kind = 'danger', disabled = false, onHeld }: HoldButtonProps) {
  const [isHolding, setHolding] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stop = () => {
    clearTimeout(timer.current)
    setHolding(false)
  }
  const start = () => {
    if (disabled || isHolding) return
    setHolding(true)
    timer.current = setTimeout(() => {
      setHolding(false)
      onHeld()
    }, HOLD_MS)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const fill: CSSProperties = { animationDuration: `${HOLD_MS}ms` }
  return (
    <button
      type="button"
      className={`button ${kind}`}
      disabled={disabled}
      data-holding={isHolding || undefined}
      onPointerDown={(event) => event.button === 0 && start()}
      onPointerUp={stop}
      onPointerLeave={stop}
      onPointerCancel={stop}
      onBlur={stop}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== ' ' && event.key !== 'Enter') return
        event.preventDefault()
        if (!event.repeat) start()
      }}
      onKeyUp={stop}
    >
      <span className="held" style={fill} />
      {isHolding ? 'Keep holding…' : children}
    </button>
  )
}
