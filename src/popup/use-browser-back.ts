/** The browser's own way back, by its button, keys or mouse, leads where the wallet's does: nobody leaves a tab by it unawares. */
import { useEffect, useMemo, useRef } from 'react'

export interface BrowserBack {
  /** One step further, which the browser can take back. */
  onward(): void
  /** So many steps were taken back in the wallet itself: the browser follows. */
  follow(steps: number): void
}

/** `back` is told of a step that the browser took back. Each step stands in the entry it made, as how many there are by then. */
export function useBrowserBack(back: () => void): BrowserBack {
  const steps = useRef(stepsNow())
  // The browser follows a moment later, and what it tells then is no wish of anybody's.
  const isFollowing = useRef(false)
  useEffect(() => {
    const moved = () => {
      const now = stepsNow()
      if (!isFollowing.current && now < steps.current) back()
      steps.current = isFollowing.current ? Math.min(now, steps.current) : now
      isFollowing.current = false
    }
    addEventListener('popstate', moved)
    return () => removeEventListener('popstate', moved)
  }, [back])
  return useMemo(
    () => ({
      onward: () => {
        steps.current += 1
        history.pushState(steps.current, '')
      },
      follow: (wanted) => {
        const count = Math.min(wanted, steps.current)
        if (count === 0) return
        isFollowing.current = true
        steps.current -= count
        history.go(-count)
      },
    }),
    [],
  )
}

function stepsNow(): number {
  return Number(history.state ?? 0)
}
