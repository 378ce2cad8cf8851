/** Keeps the focus on the screen: when the control that had it goes away, it returns to where reading begins. */
import { type RefObject, useEffect } from 'react'

/** `start` is where it goes; what is watched is the screen around that. */
export function useKeptFocus(start: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const screen = start.current?.closest('.screen')
    if (screen == null) return undefined
    let last: EventTarget | null = null
    const noted = ({ target }: Event) => {
      last = target
    }
    // A control that is taken out of the page tells nobody that it has lost the focus.
    const changed = new MutationObserver(() => {
      const isLost = last instanceof Node && !last.isConnected
      if (isLost && document.activeElement === document.body) start.current?.focus()
      if (isLost) last = null
    })
    screen.addEventListener('focusin', noted)
    changed.observe(screen, { childList: true, subtree: true })
    return () => {
      screen.removeEventListener('focusin', noted)
      changed.disconnect()
    }
  }, [start])
}
