/** How a value went: a line over its ground. What it says in words stands in its label. */
import { useId } from 'react'
import { type Point, shapeOf } from './shape.ts'

export interface CurveProps {
  readonly points: readonly Point[]
  /** The whole of what can be seen, in a sentence; empty where the words stand beside it. */
  readonly label: string
  readonly height?: number
  readonly tone?: 'good' | 'bad' | 'root'
}

/** As wide as there is room; drawn on paper of this width and stretched, the line keeping its thickness. */
const WIDTH = 328

/** Nothing where there is no line to draw. */
export function Curve({ points, label, height = 96, tone = 'good' }: CurveProps) {
  const id = useId()
  const shape = shapeOf(points, { width: WIDTH, height })
  if (shape === undefined) return null
  return (
    <svg
      className={`curve ${tone}`}
      role={label === '' ? 'presentation' : 'img'}
      aria-hidden={label === ''}
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${height}`}
      preserveAspectRatio="none"
      style={{ height }}
    >
      <defs>
        <linearGradient id={id} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="currentColor" stopOpacity="0.26" />
          <stop offset="1" stopColor="currentColor" stopOpacity="0" />
        </linearGradient>
      </defs>
      <path d={shape.area} fill={`url(#${id})`} />
      <path className="line-of" d={shape.line} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}
