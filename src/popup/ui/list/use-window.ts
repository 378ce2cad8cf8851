/** Follows the view of a long list: the body of its screen is what scrolls. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { type Window, windowOf } from './window.ts'

/** Before it was measured: a popup's height. */
const UNMEASURED = 600

export interface Listed {
  readonly rowHeight: number
  readonly count: number
}

export function useWindow(list: RefObject<HTMLElement | null>, { rowHeight, count }: Listed): Window {
  const [window, setWindow] = useState<Window>(() =>
    windowOf({ passed: 0, height: UNMEASURED, rowHeight, count }),
  )
  const measure = useCallback(() => {
    const scroller = scrollerOf(list.current)
    if (list.current === null || scroller === undefined) return
    const passed = scroller.getBoundingClientRect().top - list.current.getBoundingClientRect().top
    const next = windowOf({ passed, height: scroller.clientHeight || UNMEASURED, rowHeight, count })
    setWindow((now) => (now.from === next.from && now.to === next.to ? now : next))
  }, [list, rowHeight, count])
  // Whatever stands above the list may have grown with this drawing.
  useLayoutEffect(measure)
  useEffect(() => {
    const scroller = scrollerOf(list.current)
    if (scroller === undefined) return undefined
    scroller.addEventListener('scroll', measure, { passive: true })
    const resized = new ResizeObserver(measure)
    resized.observe(scroller)
    for (const part of scroller.querySelectorAll(':scope > *, .pane > *')) resized.observe(part)
    return () => {
      scroller.removeEventListener('scroll', measure)
      resized.disconnect()
    }
  }, [list, measure])
  return window
}

/** What the list scrolls in. */
export function scrollerOf(list: HTMLElement | null): HTMLElement | undefined {
  return list?.closest<HTMLElement>('.scroller, .body') ?? undefined
}
