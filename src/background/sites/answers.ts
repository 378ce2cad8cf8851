/** What a page hears of what became of its request. */

import type { Account } from '#shared/domain/account.ts'
import type { Approval } from '#shared/domain/approval.ts'
import { originOf } from '#shared/domain/approval.ts'
import type { SiteRefusal } from '#shared/domain/site-refusal.ts'
import { cleanText } from '#shared/domain/untrusted.ts'
import {
  blocked,
  CANCELLED,
  CONNECT_CANCELLED,
  CONNECT_REJECTED,
  EXPIRED,
  invalid,
  noMetadata,
  notEnabled,
  notShared,
  otherRuntime,
  type SiteAnswer,
  type SiteError,
  unknownNetwork,
  WRONG_DIGEST,
} from '#shared/protocol/site-contract.ts'

export function answer(value: unknown): SiteAnswer {
  return { ok: true, value: JSON.stringify(value) }
}

export function refusal(error: SiteError): SiteAnswer {
  return { ok: false, error }
}

/** Undefined while nobody has decided. */
export function answerOf(approval: Approval): SiteAnswer | undefined {
  const { state, request } = approval
  switch (state.kind) {
    case 'pending':
    case 'approved':
      return undefined
    case 'connected':
      return answer(null)
    case 'answered':
      return answer({ signature: state.signature, signedTransaction: state.transaction })
    case 'undelivered':
      return refusal(EXPIRED)
    case 'outdated':
      return refusal(otherRuntime(request.kind === 'payload' ? request.payload.spec : 0, state.live))
    case 'rejected':
      return refusal(rejection(approval, state.why))
  }
}

function rejection(
  approval: Approval,
  why: Extract<Approval['state'], { kind: 'rejected' }>['why'],
): SiteError {
  const isConnect = approval.request.kind === 'connect'
  const origin = originOf(approval) ?? ''
  switch (why) {
    case 'user':
      return isConnect ? CONNECT_REJECTED : CANCELLED
    case 'closed':
      return isConnect ? CONNECT_CANCELLED : CANCELLED
    case 'expired':
      return EXPIRED
    case 'revoked':
      return notEnabled(origin)
    case 'blocked':
      return blocked(origin)
    case 'digest':
      return WRONG_DIGEST
    case 'gone':
    case 'lock':
    case 'switch':
      return CANCELLED
  }
}

/** Why a request is turned away before anybody is asked (ERR-3). */
export function errorOf(refused: SiteRefusal, origin: string): SiteError {
  switch (refused.code) {
    case 'R_GENESIS':
      return unknownNetwork(refused.genesis)
    case 'R_SPEC':
      return otherRuntime(refused.asked, refused.live)
    case 'R_METADATA':
      return noMetadata(refused.spec)
    case 'R_MDHASH':
      return WRONG_DIGEST
    case 'R_ACCOUNT':
      return notShared(origin)
    default:
      return invalid(refused.field)
  }
}

const NAME_LIMIT = 64

/** Accounts as a page sees them. `any` adds those that are only watched. */
export function injected(accounts: readonly Account[], any = false): readonly object[] {
  return accounts
    .filter(({ kind }) => any || kind === 'local')
    .map((account) => ({
      address: account.address,
      // A software account is at home on every network of this chain.
      genesisHash: null,
      name: cleanText(account.name, NAME_LIMIT),
      type: account.kind === 'local' ? account.scheme : 'sr25519',
    }))
}
