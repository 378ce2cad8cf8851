/** What something consists of: a ring of its parts. The names and shares stand beside it, as text. */
import { arcsOf, type Slice } from './ring.ts'

export interface AllocationProps {
  readonly slices: readonly Slice[]
  readonly label: string
}

const SIZE = 96
const RADIUS = 40
const AROUND = 2 * Math.PI * RADIUS
/** A hair between two parts, of a ring of 1,000. */
const GAP = 5

export function Allocation({ slices, label }: AllocationProps) {
  const arcs = arcsOf(slices)
  const gap = arcs.length > 1 ? GAP : 0
  const onRing = (length: number): number => (length / 1000) * AROUND
  return (
    <svg className="ring" role="img" aria-label={label} viewBox={`0 0 ${SIZE} ${SIZE}`}>
      {arcs.map(({ key, from, length }) => (
        <circle
          key={key}
          className={`slice ${key}`}
          cx={SIZE / 2}
          cy={SIZE / 2}
          r={RADIUS}
          strokeDasharray={`${onRing(Math.max(1, length - gap))} ${AROUND}`}
          strokeDashoffset={-onRing(from)}
          transform={`rotate(-90 ${SIZE / 2} ${SIZE / 2})`}
        />
      ))}
    </svg>
  )
}
