/** Clicks and keys put off the automatic lock; what moves by itself does not. */
import { useEffect } from 'react'

/** The room is told no more often. */
const EVERY_MS = 20_000

/** `isOpen`: whether there is anything to lock. */
export function useTouch(isOpen: boolean, touch: () => void): void {
  useEffect(() => {
    if (!isOpen) return undefined
    let toldAt = Number.NEGATIVE_INFINITY
    const onEvent = (event: Event) => {
      if (!event.isTrusted || performance.now() - toldAt < EVERY_MS) return
      toldAt = performance.now()
      touch()
    }
    window.addEventListener('pointerdown', onEvent)
    window.addEventListener('keydown', onEvent)
    return () => {
      window.removeEventListener('pointerdown', onEvent)
      window.removeEventListener('keydown', onEvent)
    }
  }, [isOpen, touch])
}
