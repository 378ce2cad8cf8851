/** Brings an approval's bytes and metadata to the room, and back what the room reads in them. */
import type { Approval } from '#shared/domain/approval.ts'
import type { Failure } from '#shared/domain/errors.ts'
import { fail, type Result } from '#shared/domain/result.ts'
import type { Client, Output } from '#shared/protocol/contract.ts'
import type { approveMethods } from '#shared/protocol/popup-contract.ts'
import type { vaultApproveMethods } from '#shared/protocol/vault-contract.ts'
import type { RoomReview } from './review.tsx'

type Material = Output<(typeof approveMethods)['approvals.material']>
export interface ReviewRooms {
  readonly background: Pick<
    Client<typeof approveMethods>,
    'approvals.material' | 'approvals.decide' | 'vault.read' | 'vault.attempts'
  >
  readonly room: Pick<
    Client<typeof vaultApproveMethods>,
    'room.describe' | 'room.describeSite' | 'room.prove' | 'room.consent'
  >
  /** What was read of an approval before its screen stood, once. */
  readonly ahead?: (approval: Approval) => Promise<Reviewing> | undefined
}

export type Reviewing =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'read'; readonly material: Material; readonly review: RoomReview }

/** What is shown comes from the room alone; the background only carries bytes, figures and additions. */
export async function readApproval(rooms: ReviewRooms, { id }: Approval): Promise<Reviewing> {
  const material = await rooms.background['approvals.material']({ id })
  if (!material.ok) return { kind: 'failed', failure: material.error }
  const review = await describe(rooms, material.value)
  if (!review.ok) return { kind: 'failed', failure: review.error }
  return { kind: 'read', material: material.value, review: review.value }
}

async function describe(
  { room }: ReviewRooms,
  { approval: { id, request }, metadata, ruled }: Material,
): Promise<Result<RoomReview, Failure>> {
  switch (request.kind) {
    case 'proposal':
      if (metadata === null) return fail({ code: 'offline', details: undefined })
      return room['room.describe']({ id, proposal: request.proposal, metadata })
    case 'payload':
    case 'message':
      return room['room.describeSite']({ id, request, metadata, ruled })
    case 'connect':
      return fail({ code: 'not-found', details: { kind: 'review' } })
  }
}
