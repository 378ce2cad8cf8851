/** Transactions by the day they were sent, newest first. */
import type { TxRecord } from '#shared/domain/transaction.ts'

export interface Day {
  /** `Today`, `Yesterday`, `12 Nov` or `12 Nov 2025`. */
  readonly title: string
  readonly records: readonly TxRecord[]
}

/** `now` in ms since 1970; days are those of this computer. */
export function byDay(records: readonly TxRecord[], now: number): readonly Day[] {
  const days = new Map<string, TxRecord[]>()
  for (const record of records.toSorted((a, b) => b.sentAt - a.sentAt)) {
    const title = dayOf(record.sentAt, now)
    const day = days.get(title)
    if (day === undefined) days.set(title, [record])
    else day.push(record)
  }
  return [...days].map(([title, list]) => ({ title, records: list }))
}

function dayOf(at: number, now: number): string {
  const then = new Date(at)
  const today = new Date(now)
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1)
  if (then.toDateString() === today.toDateString()) return 'Today'
  if (then.toDateString() === yesterday.toDateString()) return 'Yesterday'
  const sameYear = then.getFullYear() === today.getFullYear()
  return then.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
}

/** `14:02` for today, with its day before: `Yesterday, 14:02`. */
export function printWhen(at: number, now: number): string {
  const day = dayOf(at, now)
  return day === 'Today' ? printTime(at) : `${day}, ${printTime(at)}`
}

/** `14:02`. */
function printTime(at: number): string {
  return new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}

/** `12 Nov 2026, 14:02:11`. */
export function printMoment(at: number): string {
  const then = new Date(at)
  const day = then.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
  return `${day}, ${then.toLocaleTimeString('en-GB')}`
}
