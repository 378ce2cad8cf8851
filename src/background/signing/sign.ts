/** From a person's decision on the wallet's own proposal to a stored record: compared, prepared, signed by the room, written down, sent. */
import { type ApprovalId, type ApprovalOf, isOf } from '#shared/domain/approval.ts'
import { fromHex, type Hash } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { type Consent, consentDigest, consentTo } from '#shared/domain/extrinsic.ts'
import { ok } from '#shared/domain/result.ts'
import type { Rao } from '#shared/domain/units.ts'
import { ENVELOPE_CALL } from '#shared/runtime/envelope-call.ts'
import { checkExtensions } from '#shared/runtime/payload.ts'
import type { Follower } from '../activity/follower.ts'
import type { Approvals } from '../approvals/approvals.ts'
import { orOffline } from '../away.ts'
import type { Chain, LiveRuntime } from '../chain/chain.ts'
import { keys, type Prepared } from '../storage/keys.ts'
import type { LockState, Room } from '../vault/lock-state.ts'
import { type PrepareDeps, prepare, unprepare } from './prepare.ts'
import { refuseSettled } from './settled.ts'
import { recordOf, type Signed } from './submit.ts'
import { checkWeather } from './weather.ts'

export interface Decision {
  readonly id: ApprovalId
  readonly verdict: boolean
  readonly digest: Hash
  readonly metadataHash: Hash | null
  /** TAO that leaves by what a site asked. */
  readonly spends?: Rao | undefined
}

export interface Signer {
  /**
   * The transaction's id once its record is stored; undefined for a rejection. Asked again after it was decided it
   * answers the same.
   * @throws WalletError `locked`, `stale`, `expired`, `not-found`, `offline`, `refused`
   */
  decide(decision: Decision): Promise<string | undefined>
  /** Finishes what an earlier worker had begun to sign. */
  resume(): Promise<void>
}

export interface SignerDeps extends PrepareDeps {
  readonly chain: Pick<Chain, 'head' | 'nextNonce' | 'shieldKey' | 'live' | 'answers'>
  readonly room: Pick<Room, 'call'>
  readonly approvals: Approvals
  readonly lockState: LockState
  readonly follower: Follower
  readonly clock: () => number
  readonly onBug: (cause: unknown, where: string) => void
}

export function createSigner(deps: SignerDeps): Signer {
  const { approvals, records, store, room, follower, clock, onBug } = deps

  const isRecorded = async (id: ApprovalId): Promise<boolean> => {
    if ((await records.find(id)) === undefined) return false
    await approvals.settle(id, { kind: 'approved', tx: id })
    await unprepare(id, deps)
    return true
  }

  const complete = async (
    approval: ApprovalOf<'proposal'>,
    consent: Consent,
    metadataHash: Hash,
  ): Promise<string> => {
    const { id } = approval
    const live = await orOffline(deps.chain.live())
    checkRuntime(consent, live)
    const sent =
      consent.kind === 'shielded' ? ENVELOPE_CALL : live.runtime.decodeCall(fromHex(consent.call)).name
    await orOffline(checkWeather(sent, deps.chain))
    const prepared = await orOffline(prepare(id, { consent, metadataHash }, deps))
    const signed = await askRoom(approval, prepared)
    await records.add(
      recordOf(approval, { consent, prepared, signed }, { runtime: live.runtime, sentAt: clock() }),
    )
    await approvals.settle(id, { kind: 'approved', tx: id })
    await unprepare(id, deps)
    // Its life is told by the record from here on; the decision does not wait for the network.
    follower.sync().catch((cause: unknown) => onBug(cause, 'following'))
    return id
  }

  /** The room's signature; of what is shielded two, which come at once. */
  const callRoom = async (
    { id, request }: ApprovalOf<'proposal'>,
    { payload, shieldKey: key }: Prepared,
  ): Promise<SignAnswer> => {
    const asked = { id, account: request.proposal.account, payload }
    if (key === undefined) return room.call['room.sign'](asked)
    const answered = await room.call['room.signShielded']({ ...asked, key })
    if (!answered.ok) return answered
    const { signature, scheme, ...shield } = answered.value
    return ok({ signature, scheme, shield })
  }

  const askRoom = async (approval: ApprovalOf<'proposal'>, prepared: Prepared): Promise<Signed> => {
    const { id } = approval
    const answered = await callRoom(approval, prepared)
    if (answered.ok) return answered.value
    const { error } = answered
    switch (error.code) {
      case 'bug':
        // Nobody knows whether it was signed: what was prepared stays, and the same bytes are asked for again.
        throw new WalletError('bug')
      case 'unreadable':
        await unprepare(id, deps)
        throw new WalletError('refused', { why: error.details.why })
      case 'refused':
        await unprepare(id, deps)
        throw new WalletError('refused', error.details)
      case 'not-found':
        await unprepare(id, deps)
        throw new WalletError('not-found', error.details)
      case 'locked':
      case 'expired':
        await unprepare(id, deps)
        throw new WalletError(error.code)
    }
  }

  const decide = async ({ id, verdict, digest, metadataHash }: Decision): Promise<string | undefined> => {
    const approval = await approvals.get(id)
    const { state } = approval
    if (!isOf(approval, 'proposal')) throw new WalletError('not-found', { kind: 'proposal' })
    if (state.kind === 'approved') return state.tx
    if (state.kind !== 'pending') return verdict ? refuseSettled(state) : undefined
    if (await isRecorded(id)) return id
    if (!verdict) {
      await approvals.settle(id, { kind: 'rejected', why: 'user' })
      await unprepare(id, deps)
      return undefined
    }
    if (approval.expiresAt <= clock()) {
      await approvals.settle(id, { kind: 'rejected', why: 'expired' })
      throw new WalletError('expired')
    }
    if (metadataHash === null) throw new WalletError('stale', { moved: 'consent' })
    const consent = consentTo(approval.request.proposal, metadataHash)
    if (consentDigest(consent) !== digest) throw new WalletError('stale', { moved: 'consent' })
    if ((await deps.lockState.openness()).kind === 'locked') throw new WalletError('locked')
    return complete(approval, consent, metadataHash)
  }

  const finish = async (id: ApprovalId, { metadataHash }: Prepared): Promise<void> => {
    const approval = await approvals.get(id)
    if (approval.state.kind !== 'pending' || !isOf(approval, 'proposal')) return unprepare(id, deps)
    if (await isRecorded(id)) return
    await complete(approval, consentTo(approval.request.proposal, metadataHash), metadataHash)
  }

  return {
    decide: (decision) => approvals.alone(decision.id, () => decide(decision)),
    resume: async () => {
      for (const [name, prepared] of Object.entries(await store.get(keys.prepared))) {
        const id = name as ApprovalId
        await approvals
          .alone(id, () => finish(id, prepared))
          .catch((cause: unknown) => {
            // A lock, a refusal or no network: the approval says so when somebody asks.
            if (!(cause instanceof WalletError) || cause.code === 'bug') onBug(cause, 'resuming')
          })
      }
    },
  }
}

type SignFailure = Extract<Awaited<ReturnType<Room['call']['room.sign']>>, { readonly ok: false }>
type SignAnswer = { readonly ok: true; readonly value: Signed } | SignFailure

/** What was reviewed under one runtime is not signed under another. */
function checkRuntime({ genesis, spec, txVersion }: Consent, live: LiveRuntime): void {
  if (live.genesis !== genesis || live.spec !== spec || live.txVersion !== txVersion)
    throw new WalletError('stale', { moved: 'runtime' })
  checkExtensions(live.runtime.extensions)
}
