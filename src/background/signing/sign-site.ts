/** From a person's decision on a site's request to the answer its page gets: compared, signed by the room, looked at again. */
import {
  type ApprovalId,
  type ApprovalOf,
  type ApprovalRequest,
  type ApprovalState,
  isOf,
} from '#shared/domain/approval.ts'
import { fromHex, type Hash, toHex } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { consentDigest, type MessageConsent, type PayloadConsent } from '#shared/domain/extrinsic.ts'
import type { SitePayload } from '#shared/domain/site-payload.ts'
import { isExtrinsicOf, multiSignature, siteExtrinsic } from '#shared/runtime/site-bytes.ts'
import { consentToMessage, consentToPayload } from '#shared/runtime/site-consent.ts'
import type { Approvals } from '../approvals/approvals.ts'
import { orOffline } from '../away.ts'
import type { Chain } from '../chain/chain.ts'
import type { Permissions } from '../sites/permissions.ts'
import type { Spendings } from '../sites/spendings.ts'
import type { LockState, Room } from '../vault/lock-state.ts'
import { refuseSettled } from './settled.ts'
import type { Decision } from './sign.ts'
import type { Signed } from './submit.ts'
import { checkWeather } from './weather.ts'

export interface SiteSigner {
  /**
   * Returns once the answer is stored, or the rejection. Asked again after it was decided it does nothing.
   * @throws WalletError `locked`, `stale`, `expired`, `not-found`, `offline`, `refused`
   */
  decide(decision: Decision): Promise<void>
}

export interface SiteSignerDeps {
  readonly chain: Pick<Chain, 'live' | 'head' | 'answers'>
  readonly room: Pick<Room, 'call'>
  readonly approvals: Approvals
  readonly permissions: Pick<Permissions, 'accounts'>
  readonly spendings: Pick<Spendings, 'note'>
  readonly lockState: LockState
  readonly clock: () => number
}

type Answer = Pick<Extract<ApprovalState, { kind: 'answered' }>, 'signature' | 'transaction'>
type Signing = ApprovalOf<'payload' | 'message'>

export function createSiteSigner({
  chain,
  room,
  approvals,
  permissions,
  spendings,
  lockState,
  clock,
}: SiteSignerDeps): SiteSigner {
  const decide = async ({ id, verdict, digest, metadataHash, spends }: Decision): Promise<void> => {
    const approval = await approvals.get(id)
    const { state } = approval
    if (state.kind !== 'pending') {
      const isSame = verdict ? state.kind === 'answered' || state.kind === 'undelivered' : isRejection(state)
      if (isSame) return
      refuseSettled(state)
    }
    if (!verdict) {
      const isOther = isOfOtherDigest(approval.request, metadataHash)
      await approvals.settle(id, { kind: 'rejected', why: isOther ? 'digest' : 'user' })
      return
    }
    if (!isOf(approval, 'payload', 'message')) throw new WalletError('stale', { moved: 'approval' })
    if (approval.expiresAt <= clock()) {
      await approvals.settle(id, { kind: 'rejected', why: 'expired' })
      throw new WalletError('expired')
    }
    await checkShared(approval)
    if (approval.request.kind === 'payload') await checkRuntime(id, approval.request.payload)
    const consent = consentOf(approval, metadataHash)
    if (consentDigest(consent) !== digest) throw new WalletError('stale', { moved: 'consent' })
    if ((await lockState.openness()).kind === 'locked') throw new WalletError('locked')
    const answered = answerWith(approval, consent, await askRoom(id, consent))
    // Before its page can have it: a worker that dies here counts it no second time.
    if (spends !== undefined) await spendings.note(approval.request.origin, id, spends)
    await approvals.settle(id, { kind: 'answered', ...answered, at: clock() })
  }

  /** What was shared when it was asked may have been taken back since. */
  const checkShared = async ({ id, request }: Signing): Promise<void> => {
    const account = request.kind === 'payload' ? request.payload.address : request.message.address
    const shared = await permissions.accounts(request.origin)
    if (shared.some(({ address, kind }) => address === account && kind === 'local')) return
    await approvals.settle(id, { kind: 'rejected', why: 'revoked' })
    throw new WalletError('stale', { moved: 'approval' })
  }

  const checkRuntime = async (id: ApprovalId, payload: SitePayload): Promise<void> => {
    const { genesis, spec, txVersion, call } = payload
    const live = await orOffline(chain.live())
    if (live.genesis !== genesis || live.spec !== spec || live.txVersion !== txVersion) {
      await approvals.settle(id, { kind: 'outdated', live: live.spec })
      throw new WalletError('stale', { moved: 'runtime' })
    }
    await orOffline(checkWeather(live.runtime.decodeCall(fromHex(call)).name, chain))
  }

  const askRoom = async (id: ApprovalId, consent: PayloadConsent | MessageConsent): Promise<Signed> => {
    const { account } = consent
    const answered =
      consent.kind === 'payload'
        ? await room.call['room.sign']({ id, account, payload: consent.payload })
        : await room.call['room.signMessage']({ id, account, bytes: consent.bytes })
    if (answered.ok) return answered.value
    const { error } = answered
    switch (error.code) {
      case 'refused':
      case 'unreadable':
        throw new WalletError('refused', error.details)
      case 'not-found':
        throw new WalletError('not-found', error.details)
      case 'locked':
      case 'expired':
      case 'bug':
        throw new WalletError(error.code)
    }
  }

  return { decide: (decision) => approvals.alone(decision.id, () => decide(decision)) }
}

/** The room read it with another digest than the page's; null where it read nothing. */
function isOfOtherDigest(request: ApprovalRequest, read: Hash | null): boolean {
  if (request.kind !== 'payload' || read === null) return false
  return request.payload.metadataHash !== null && request.payload.metadataHash !== read
}

function isRejection(state: ApprovalState): boolean {
  return state.kind === 'rejected' || state.kind === 'outdated'
}

function consentOf({ request }: Signing, metadataHash: Hash | null): PayloadConsent | MessageConsent {
  if (request.kind === 'message') return consentToMessage(request)
  if (metadataHash === null) throw new WalletError('stale', { moved: 'consent' })
  return consentToPayload(request, metadataHash)
}

/** What the page gets: of a message the bare 64 bytes, of a transaction its kind before them, and all of it where it asked. */
function answerWith(
  { request }: Signing,
  consent: PayloadConsent | MessageConsent,
  { signature, scheme }: Signed,
): Answer {
  if (request.kind === 'message' || consent.kind === 'message') return { signature }
  const marked = multiSignature(fromHex(signature), scheme)
  if (!request.payload.takesTransaction) return { signature: toHex(marked) }
  const { metadataHash } = consent
  const extrinsic = siteExtrinsic({ ...request.payload, metadataHash }, marked)
  // Clients send it without a look, so it is compared here with what was asked.
  if (!isExtrinsicOf(extrinsic, request.payload)) throw new Error('an extrinsic that was not asked for')
  return { signature: toHex(marked), transaction: toHex(extrinsic) }
}
