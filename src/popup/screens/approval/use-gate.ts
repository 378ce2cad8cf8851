/** Tells the gate what happens around a review: focus, visibility, size, and whether there is something to agree to. */
import { type RefObject, useEffect, useSyncExternalStore } from 'react'
import type { Gate } from './gate.ts'

/** Whether agreeing is possible now. `watched` grows and shrinks with all that is shown of the review. */
export function useGate(gate: Gate, isReady: boolean, watched: RefObject<HTMLElement | null>): boolean {
  useEffect(() => gate.set('ready', isReady), [gate, isReady])
  useEffect(() => {
    const gained = () => {
      gate.set('focused', true)
      gate.disturb()
    }
    const lost = () => gate.set('focused', false)
    const moved = () => gate.disturb()
    window.addEventListener('focus', gained)
    window.addEventListener('blur', lost)
    window.addEventListener('resize', moved)
    document.addEventListener('visibilitychange', moved)
    const sizes = new ResizeObserver(moved)
    gate.disturb()
    if (watched.current !== null) sizes.observe(watched.current)
    return () => {
      window.removeEventListener('focus', gained)
      window.removeEventListener('blur', lost)
      window.removeEventListener('resize', moved)
      document.removeEventListener('visibilitychange', moved)
      sizes.disconnect()
      gate.stop()
    }
  }, [gate, watched])
  return useSyncExternalStore(gate.onChange, gate.isOpen)
}
