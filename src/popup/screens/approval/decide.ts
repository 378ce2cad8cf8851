/** A decision: first to the room on this window's own port, then to the background, each naming what it is about. */
import type { ApprovalId } from '#shared/domain/approval.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import type { Failure } from '#shared/domain/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Guarded } from '../../session.ts'
import type { ReviewRooms } from './read-approval.ts'
import type { RoomReview } from './review.tsx'

/** Stands for the digest of something that was never read: only a rejection may name it. */
const UNREAD = `0x${'00'.repeat(32)}` as Hash

/** The room's consent comes first: the background signs through the room, which refuses without it. */
export async function agree(
  { background, room }: ReviewRooms,
  id: ApprovalId,
  review: RoomReview,
): Promise<Result<{ readonly tx?: string | undefined }, Failure>> {
  const { digest, metadataHash } = review
  const consented = await room['room.consent']({ id, digest, verdict: true })
  if (!consented.ok) return consented
  const spends = 'spends' in review ? review.spends : undefined
  return background['approvals.decide']({ id, verdict: true, digest, metadataHash, spends })
}

/** Gives the room the password for what is over a site's rules. The room's count is stored before the answer is shown. */
export async function prove(
  { background, room }: ReviewRooms,
  id: ApprovalId,
  { digest }: RoomReview,
  password: string,
): Promise<Guarded<undefined>> {
  const read = await background['vault.read'](undefined)
  if (!read.ok) return { kind: 'failed', failure: read.error }
  const answer = await room['room.prove']({ id, digest, password, attempts: read.value.attempts })
  if (!answer.ok) return { kind: 'failed', failure: answer.error }
  const { attempts, outcome } = answer.value
  const counted = await background['vault.attempts']({ attempts })
  if (!counted.ok) return { kind: 'failed', failure: counted.error }
  return outcome === 'proved'
    ? { kind: 'done', value: undefined }
    : { kind: outcome, retryAt: attempts.nextAt }
}

/** Takes back what the room may hold, and tells the background. What was not read can be rejected as well. */
export async function reject(
  { background, room }: ReviewRooms,
  id: ApprovalId,
  review: RoomReview | undefined,
): Promise<Result<unknown, Failure>> {
  const { digest, metadataHash } = review ?? { digest: UNREAD, metadataHash: null }
  // The room may be locked or gone: it then holds no consent, and the rejection stands all the same.
  if (review !== undefined) await room['room.consent']({ id, digest, verdict: false })
  const decided = await background['approvals.decide']({ id, verdict: false, digest, metadataHash })
  const isOver = !decided.ok && (decided.error.code === 'not-found' || decided.error.code === 'expired')
  return isOver ? ok(undefined) : decided
}
