/** A decision: first to the room on this window's own port, then to the background, each naming what it is about. */
import type { ApprovalId } from '#shared/domain/approval.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import type { Failure } from '#shared/domain/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { RoomReview } from './review.tsx'
import type { ReviewRooms } from './use-reviewing.ts'

/** Stands for the digest of something that was never read: only a rejection may name it. */
const UNREAD = `0x${'00'.repeat(32)}` as Hash

/** The room's consent comes first: the background signs through the room, which refuses without it. */
export async function agree(
  { background, room }: ReviewRooms,
  id: ApprovalId,
  { digest, metadataHash }: RoomReview,
): Promise<Result<{ readonly tx?: string | undefined }, Failure>> {
  const consented = await room['room.consent']({ id, digest, verdict: true })
  if (!consented.ok) return consented
  return background['approvals.decide']({ id, verdict: true, digest, metadataHash })
}

/** Takes back what the room may hold, and tells the background. What was not read can be rejected as well. */
export async function reject(
  { background, room }: ReviewRooms,
  id: ApprovalId,
  review: RoomReview | undefined,
): Promise<Result<unknown, Failure>> {
  const { digest, metadataHash } = review ?? { digest: UNREAD, metadataHash: UNREAD }
  // The room may be locked or gone: it then holds no consent, and the rejection stands all the same.
  if (review !== undefined) await room['room.consent']({ id, digest, verdict: false })
  const decided = await background['approvals.decide']({ id, verdict: false, digest, metadataHash })
  const isOver = !decided.ok && (decided.error.code === 'not-found' || decided.error.code === 'expired')
  return isOver ? ok(undefined) : decided
}
