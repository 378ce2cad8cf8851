/**
 * A list of any length with at most forty rows of it in the page. One stop for Tab: arrows, Page Up and Down, Home and End
 * move within it, and who cannot see it is told which row of how many this is.
 */
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { scrollerOf, useWindow } from './use-window.ts'

/** In pixels; as `.listed > li` has it. */
export const ROW_HEIGHT = 56
const PAGE = 8

export interface WindowedListProps<T> {
  readonly label: string
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
  readonly rowHeight?: number
  /** Every control of a row takes `tabIndex`: 0 in the one row that Tab stops at. */
  readonly children: (row: T, tabIndex: 0 | -1) => ReactNode
}

export function WindowedList<T>(props: WindowedListProps<T>) {
  const { label, rows, keyOf, rowHeight = ROW_HEIGHT, children } = props
  const list = useRef<HTMLUListElement>(null)
  const { from, to } = useWindow(list, { rowHeight, count: rows.length })
  const [stopKey, setStopKey] = useState<string>()
  const [goesTo, setGoesTo] = useState<number>()
  const found = stopKey === undefined ? -1 : rows.findIndex((row) => keyOf(row) === stopKey)
  // Tab enters where one was; else at the first row in view.
  const stop = found >= 0 ? found : from
  const drawn = range(from, Math.min(to, rows.length))
  const shown = stop < from || stop >= to ? [...drawn, stop] : drawn

  useLayoutEffect(() => {
    if (goesTo === undefined) return
    setGoesTo(undefined)
    const row = list.current?.querySelector<HTMLElement>(`[aria-posinset="${goesTo + 1}"]`)
    row?.querySelector<HTMLElement>('button, a, input')?.focus({ preventScroll: true })
  }, [goesTo])

  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepFrom(stop, event.key, rows.length)
    const row = next === undefined ? undefined : rows[next]
    if (next === undefined || row === undefined) return
    event.preventDefault()
    bringIntoView(list.current, next * rowHeight, rowHeight)
    setStopKey(keyOf(row))
    setGoesTo(next)
  }
  return (
    <ul
      ref={list}
      className="listed"
      aria-label={label}
      style={{ height: rows.length * rowHeight }}
      onKeyDown={onKeyDown}
    >
      {shown.map((at) => {
        const row = rows[at]
        if (row === undefined) return null
        return (
          <li
            key={keyOf(row)}
            aria-setsize={rows.length}
            aria-posinset={at + 1}
            style={{ top: at * rowHeight, height: rowHeight }}
            onFocus={() => setStopKey(keyOf(row))}
          >
            {children(row, at === stop ? 0 : -1)}
          </li>
        )
      })}
    </ul>
  )
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)
}

/** Where a key leads; undefined for one that is not for the list, and past its ends. */
function stepFrom(at: number, key: string, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return at + 1 < count ? at + 1 : undefined
    case 'ArrowUp':
      return at > 0 ? at - 1 : undefined
    case 'PageDown':
      return Math.min(at + PAGE, count - 1)
    case 'PageUp':
      return Math.max(at - PAGE, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

function bringIntoView(list: HTMLElement | null, top: number, height: number): void {
  const scroller = scrollerOf(list)
  if (list === null || scroller === undefined) return
  const above = list.getBoundingClientRect().top + top - scroller.getBoundingClientRect().top
  const below = above + height - scroller.clientHeight
  if (above < 0) scroller.scrollTop += above
  else if (below > 0) scroller.scrollTop += below
}
