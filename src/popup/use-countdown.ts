/** How long until a moment, counted down by the second. */
import { useEffect, useState } from 'react'

const TICK_MS = 250

/** In ms, 0 once it has come. `until` is ms since 1970. */
export function useCountdown(until: number): number {
  const [, tick] = useState(0)
  useEffect(() => {
    if (until <= Date.now()) return undefined
    const timer = setInterval(() => {
      tick((count) => count + 1)
      if (until <= Date.now()) clearInterval(timer)
    }, TICK_MS)
    return () => clearInterval(timer)
  }, [until])
  return Math.max(0, until - Date.now())
}
