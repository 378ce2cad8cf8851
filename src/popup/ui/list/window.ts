/** Which rows of a long list are drawn: those in view, and some around them for whoever scrolls or tabs on. */

/** However long the list and however high the view, no more than this many rows are in the page. */
export const MOST_ROWS = 40

export interface View {
  /** How many pixels of the list have passed the upper edge of the view; negative while it begins below. */
  readonly passed: number
  readonly height: number
  readonly rowHeight: number
  readonly count: number
}

/** `from` is drawn, `to` is not. */
export interface Window {
  readonly from: number
  readonly to: number
}

/**
 * Moves by whole steps, so that scrolling a pixel draws nothing anew. One place of `MOST_ROWS` is kept for the row that
 * has the focus.
 */
export function windowOf({ passed, height, rowHeight, count }: View): Window {
  const inView = Math.ceil(height / rowHeight) + 1
  const around = Math.max(0, Math.min(inView, Math.floor((MOST_ROWS - 1 - inView) / 2)))
  const step = Math.max(1, Math.floor(around / 2))
  const first = Math.floor(passed / rowHeight)
  const from = clamp(Math.ceil((first - around) / step) * step, 0, count)
  return { from, to: clamp(from + Math.min(MOST_ROWS - 1, inView + 2 * around), 0, count) }
}

function clamp(n: number, least: number, most: number): number {
  return Math.min(Math.max(n, least), most)
}
