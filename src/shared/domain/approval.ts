/** Something asked for that a person has to decide, as data: it outlives every worker and window. */
import { literal, type Of, object, shaped, text, uint, union } from '../codec.ts'
import { Proposal } from './extrinsic.ts'

export type ApprovalId = string & { readonly approval: true }
export const ApprovalId = shaped<ApprovalId>(/^[0-9a-f]{32}$/)

export const ApprovalState = union('kind', [
  object({ kind: literal('pending') }),
  object({ kind: literal('approved'), tx: text }),
  object({ kind: literal('rejected'), why: literal(['user', 'lock', 'switch', 'expired']) }),
])
export type ApprovalState = Of<typeof ApprovalState>

/** Times in ms since 1970. `network` is where it would be sent. */
export const Approval = object({
  id: ApprovalId,
  network: literal(['finney', 'test', 'local']),
  proposal: Proposal,
  askedAt: uint,
  expiresAt: uint,
  state: ApprovalState,
})
export type Approval = Of<typeof Approval>

export const APPROVAL_LIFE_MS = 10 * 60_000

/** What an approval may still become: only a pending one changes. */
export function settle(approval: Approval, state: Exclude<ApprovalState, { kind: 'pending' }>): Approval {
  return approval.state.kind === 'pending' ? { ...approval, state } : approval
}
