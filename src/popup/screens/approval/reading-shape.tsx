/** What stands in while the room reads: the shape of a review. */
import { Progress, Skeleton } from '../../ui/waiting.tsx'

export function ReadingShape() {
  return (
    <>
      <Progress label="Reading what would be signed" />
      <Skeleton width="92%" height={26} />
      <Skeleton width="60%" height={26} />
      <Skeleton width="48%" height={28} />
      <div className="card stack" aria-hidden>
        <Skeleton />
        <Skeleton />
        <Skeleton />
      </div>
    </>
  )
}
