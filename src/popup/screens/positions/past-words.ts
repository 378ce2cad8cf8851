/** Words for stretches of time and for what happened in them. */

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** `1 minute`, `40 minutes`, `3 hours`, `7 days`: of the largest unit there are at least two of, rounded down. */
export function lengthWords(ms: number): string {
  if (ms >= 2 * DAY_MS) return counted(ms / DAY_MS, 'day')
  if (ms >= 2 * HOUR_MS) return counted(ms / HOUR_MS, 'hour')
  return counted(Math.max(1, ms / MINUTE_MS), 'minute')
}

function counted(n: number, unit: string): string {
  const whole = Math.floor(n)
  return whole === 1 ? `1 ${unit}` : `${whole} ${unit}s`
}

export function toneOf(change: number | undefined): 'good' | 'bad' {
  return change !== undefined && change < 0 ? 'bad' : 'good'
}

/** `3 Aug`, and with its year when that is another. */
export function dayWords(at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return new Date(at).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  })
}
