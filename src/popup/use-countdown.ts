/** How long until a moment, counted down by the second. */
import { useEffect, useState } from 'react'

/** In ms, 0 once it has come. `until` is ms since 1970. */
export function useCountdown(until: number): number {
  const [now, setNow] = useState(Date.now)
  const isOver = until <= now
  useEffect(() => {
    if (until <= Date.now()) return undefined
    const timer = setInterval(() => setNow(Date.now()), 250)
    setNow(Date.now())
    return () => clearInterval(timer)
  }, [until])
  return isOver ? 0 : until - now
}
