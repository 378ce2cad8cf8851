/** Something asked for that a person has to decide, as data: it outlives every worker and window. */
import { literal, type Of, object, optional, shaped, text, uint, union } from '../codec.ts'
import { Hex } from './bytes.ts'
import { Proposal } from './extrinsic.ts'
import type { Origin } from './site.ts'
import { SiteRequest } from './site-request.ts'

export type ApprovalId = string & { readonly approval: true }
export const ApprovalId = shaped<ApprovalId>(/^[0-9a-f]{32}$/)

/** What came of the wallet's own proposal, or of a site's request; `signature` is kept until its page has it. `at` in ms since 1970. */
export const ApprovalState = union('kind', [
  object({ kind: literal('pending') }),
  object({ kind: literal('approved'), tx: text }),
  object({ kind: literal('connected') }),
  object({ kind: literal('answered'), signature: Hex, transaction: optional(Hex), at: uint }),
  /** Signed, and its page was not there to take it. */
  object({ kind: literal('undelivered') }),
  /** The network runs another runtime than the one the request was made for. */
  object({ kind: literal('outdated'), live: uint }),
  object({
    kind: literal('rejected'),
    why: literal([
      'user',
      'lock',
      'switch',
      'expired',
      /** The window that showed it was closed. */
      'closed',
      /** The page that asked was closed, or went elsewhere. */
      'gone',
      /** The site may no longer see the account. */
      'revoked',
      'blocked',
      /** The metadata digest in it is not the one of what was read. */
      'digest',
    ]),
  }),
])
export type ApprovalState = Of<typeof ApprovalState>

/** What is to be decided: a call the wallet proposed itself, or what a site asks for. */
export const ApprovalRequest = union('kind', [
  object({ kind: literal('proposal'), proposal: Proposal }),
  SiteRequest,
])
export type ApprovalRequest = Of<typeof ApprovalRequest>

/** Times in ms since 1970. `network` is where it would be sent. */
export const Approval = object({
  id: ApprovalId,
  network: literal(['finney', 'test', 'local']),
  request: ApprovalRequest,
  askedAt: uint,
  expiresAt: uint,
  state: ApprovalState,
})
export type Approval = Of<typeof Approval>

/** One whose request is of these kinds. */
export type ApprovalOf<K extends ApprovalRequest['kind']> = Approval & {
  readonly request: Extract<ApprovalRequest, { kind: K }>
}

export function isOf<K extends ApprovalRequest['kind']>(
  approval: Approval,
  ...kinds: readonly K[]
): approval is ApprovalOf<K> {
  return kinds.some((kind) => kind === approval.request.kind)
}

/** The site that asked; undefined for what the wallet proposed itself. */
export function originOf({ request }: Approval): Origin | undefined {
  return request.kind === 'proposal' ? undefined : request.origin
}

export const APPROVAL_LIFE_MS = 10 * 60_000

/** What an approval may still become: only a pending one changes. */
export function settle(approval: Approval, state: Exclude<ApprovalState, { kind: 'pending' }>): Approval {
  return approval.state.kind === 'pending' ? { ...approval, state } : approval
}
