/** A change with its sign and its colour, never the colour alone. */
import { printChange } from './change.ts'

/** `points` are basis points; undefined where nothing was seen to compare with. */
export function Changed({ points }: { readonly points: number | undefined }) {
  if (points === undefined)
    return (
      <span className="faint">
        <span aria-hidden>–</span>
        <span className="unseen">change not known</span>
      </span>
    )
  return <span className={points > 0 ? 'good' : points < 0 ? 'bad' : 'muted'}>{printChange(points)}</span>
}
