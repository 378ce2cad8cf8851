/** From points in time to a line on paper. Drawing is the one place where an amount becomes a float: nobody reads it back. */

export interface Point {
  /** ms since 1970 */
  readonly at: number
  readonly value: bigint
}

export interface Paper {
  readonly width: number
  readonly height: number
}

export interface Shape {
  /** The line, and the ground under it. */
  readonly line: string
  readonly area: string
}

/** Room above and below the line, so that its ends are not cut. */
const EDGE = 3
/** More than a pixel's worth of points draws nothing that could be seen. */
const MOST_POINTS = 240

/** Undefined for fewer than two points: one is no line. Time runs evenly from the first point to the last. */
export function shapeOf(points: readonly Point[], { width, height }: Paper): Shape | undefined {
  const thin = thinned(points)
  const first = thin[0]
  const last = thin.at(-1)
  if (first === undefined || last === undefined || last.at <= first.at) return undefined
  const { least, most } = boundsOf(thin)
  const x = (at: number): string => (((at - first.at) / (last.at - first.at)) * width).toFixed(1)
  const y = (value: bigint): string => {
    // What never changed is a line in the middle.
    const share = most === least ? 0.5 : Number(((value - least) * 10_000n) / (most - least)) / 10_000
    return (EDGE + (1 - share) * (height - 2 * EDGE)).toFixed(1)
  }
  const line = `M${thin.map(({ at, value }) => `${x(at)} ${y(value)}`).join('L')}`
  return { line, area: `${line}L${width} ${height}L0 ${height}Z` }
}

export function boundsOf(points: readonly Point[]): { readonly least: bigint; readonly most: bigint } {
  const values = points.map(({ value }) => value).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return { least: values[0] ?? 0n, most: values.at(-1) ?? 0n }
}

/** The last point of each stretch; the first and the last of all stay. */
function thinned(points: readonly Point[]): readonly Point[] {
  if (points.length <= MOST_POINTS) return points
  const each = (points.length - 1) / (MOST_POINTS - 1)
  return Array.from({ length: MOST_POINTS }, (_, at) => points[Math.round(at * each)]).filter(
    (point) => point !== undefined,
  )
}
