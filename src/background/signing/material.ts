/** What a review is made from: the proposal, the metadata to read it with, and what the chain says of it now. */
import type { Address } from '#shared/domain/address.ts'
import type { ApprovalId } from '#shared/domain/approval.ts'
import { fromHex } from '#shared/domain/bytes.ts'
import type { Finding } from '#shared/domain/description.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { Proposal } from '#shared/domain/extrinsic.ts'
import type { SitePayload } from '#shared/domain/site-payload.ts'
import type { Rao } from '#shared/domain/units.ts'
import type { Asks } from '#shared/operations/facts.ts'
import { type Intent, isPlan, readCall } from '#shared/operations/index.ts'
import type { Output } from '#shared/protocol/contract.ts'
import type { approveMethods } from '#shared/protocol/popup-contract.ts'
import { ENVELOPE_CALL } from '#shared/runtime/envelope-call.ts'
import type { DecodedCall } from '#shared/runtime/metadata.ts'
import type { Book } from '../accounts/book.ts'
import type { Approvals } from '../approvals/approvals.ts'
import { isAway, orOffline } from '../away.ts'
import type { Chain } from '../chain/chain.ts'
import type { Spendings } from '../sites/spendings.ts'
import { base64Of } from './base64.ts'
import { type FactChain, type Ground, readGround, withFee } from './facts.ts'
import { planFindings } from './plan.ts'
import { refuseSettled } from './settled.ts'
import { readSiteFacts } from './site-facts.ts'
import { weatherFindings } from './weather.ts'

type Material = Output<(typeof approveMethods)['approvals.material']>

export interface MaterialDeps {
  readonly chain: FactChain & Pick<Chain, 'live' | 'head' | 'nextNonce'>
  readonly book: Book
  readonly approvals: Approvals
  readonly spendings: Pick<Spendings, 'ruled'>
  readonly clock: () => number
}

/** @throws WalletError `not-found`, `expired`, `stale` for a settled approval or another runtime, `offline` */
export async function materialOf(id: ApprovalId, deps: MaterialDeps): Promise<Material> {
  const approval = await deps.approvals.get(id)
  const { request, state, expiresAt } = approval
  if (state.kind !== 'pending') return refuseSettled(state)
  if (expiresAt <= deps.clock()) throw new WalletError('expired')
  switch (request.kind) {
    case 'proposal':
      return { approval, ...(await orOffline(readMaterial(request.proposal, deps))), ruled: null }
    case 'payload': {
      const { payload } = request
      const ruled = await deps.spendings.ruled(request.origin)
      return { approval, ...(await orOffline(readSiteMaterial(payload, deps))), ruled }
    }
    case 'message':
      return {
        approval,
        ...NOTHING,
        metadata: await metadataAtHand(deps),
        ruled: await deps.spendings.ruled(request.origin),
      }
    case 'connect':
      throw new WalletError('not-found', { kind: 'review' })
  }
}

const NOTHING = { fee: null, own: null, payer: null, findings: [] } as const

async function readMaterial(
  {
    account,
    genesis,
    spec,
    call,
    shielded = false,
  }: Pick<Proposal, 'account' | 'genesis' | 'spec' | 'call' | 'shielded'>,
  deps: MaterialDeps,
): Promise<Omit<Material, 'approval' | 'ruled'>> {
  const { decoded, metadata } = await decode({ genesis, spec, call }, deps)
  const intent = readCall(decoded)
  const asks = intent.kind === 'operation' ? intent.operation.asks(intent.params, account) : {}
  const [fee, ground, weather] = await Promise.all([
    deps.chain.fee(decoded, account, shielded),
    readGround(asks, account, deps),
    weatherFindings(shielded ? ENVELOPE_CALL : decoded.name, deps.chain),
  ])
  const findings = [...weather, ...(await findingsOf(intent, { account, fee, asks, ground }, deps))]
  return { metadata, fee, own: ground.own, payer: null, findings }
}

async function readSiteMaterial(
  payload: SitePayload,
  deps: MaterialDeps,
): Promise<Omit<Material, 'approval' | 'ruled'>> {
  const { decoded, metadata } = await decode(payload, deps)
  const [facts, weather] = await Promise.all([
    readSiteFacts(decoded, payload, deps),
    weatherFindings(decoded.name, deps.chain),
  ])
  return { metadata, ...facts, findings: [...weather, ...facts.findings] }
}

async function decode(
  { genesis, spec, call }: Pick<Proposal, 'genesis' | 'spec' | 'call'>,
  { chain }: MaterialDeps,
): Promise<{ readonly decoded: DecodedCall; readonly metadata: string }> {
  const live = await chain.live()
  if (live.genesis !== genesis || live.spec !== spec) throw new WalletError('stale', { moved: 'runtime' })
  return { decoded: live.runtime.decodeCall(fromHex(call)), metadata: base64Of(live.metadata) }
}

interface Read {
  readonly account: Address
  readonly fee: Rao
  readonly asks: Asks
  readonly ground: Ground
}

async function findingsOf(
  intent: Intent,
  { account, fee, asks, ground }: Read,
  deps: MaterialDeps,
): Promise<readonly Finding[]> {
  if (intent.kind === 'operation')
    return intent.operation.risks(intent.params, withFee(asks, ground, fee), account)
  return isPlan(intent) ? planFindings(intent, { signer: account, fee }, deps) : []
}

/** A message is signed without a network; with one, the room can say that it looks like a call. */
async function metadataAtHand({ chain }: MaterialDeps): Promise<string | null> {
  try {
    return base64Of((await chain.live()).metadata)
  } catch (cause) {
    if (isAway(cause)) return null
    throw cause
  }
}
