/** A page's transaction before anybody is asked: whether the wallet can account for every byte of it. */
import { fromHex } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { fail, ok, type Result } from '#shared/domain/result.ts'
import { birthAt, type Life, lifeOf, readSitePayload, type SitePayload } from '#shared/domain/site-payload.ts'
import { RefusedRequest, refuseField, type SiteRefusal } from '#shared/domain/site-refusal.ts'
import type { DecodedCall, Runtime } from '#shared/runtime/metadata.ts'
import { checkSiteExtensions } from '#shared/runtime/site-bytes.ts'
import { isAway } from '../away.ts'
import type { Chain, LiveRuntime } from '../chain/chain.ts'

export type PayloadChain = Pick<Chain, 'live' | 'head' | 'hashAt'>

export interface ReadPayload {
  readonly payload: SitePayload
  readonly call: DecodedCall
  readonly live: LiveRuntime
  /** Whether the node knows the block the life begins at. Where it does not answer, the review says so. */
  readonly birth: 'seen' | 'unseen'
}

/** What a page asks, read by the runtime the network has now; or why it is refused, without a window. */
export async function readPayload(
  plain: unknown,
  chain: PayloadChain,
): Promise<Result<ReadPayload, SiteRefusal>> {
  const shape = readSitePayload(plain)
  if (!shape.ok) return shape
  const payload = shape.value
  try {
    const live = await liveFor(payload, chain)
    checkSiteExtensions(payload, live.runtime.extensions)
    const call = readCallOf(payload, live.runtime)
    return ok({ payload, call, live, birth: await seeBirth(payload, call, chain) })
  } catch (cause) {
    if (cause instanceof RefusedRequest) return fail(cause.refusal)
    throw cause
  }
}

/** The runtime of the chosen network, when it is the very one the payload was made for. */
async function liveFor({ genesis, spec, txVersion }: SitePayload, chain: PayloadChain): Promise<LiveRuntime> {
  const live = await chain.live().catch((cause: unknown) => {
    throw isAway(cause) ? new RefusedRequest({ code: 'R_METADATA', spec }) : cause
  })
  if (live.genesis !== genesis) throw new RefusedRequest({ code: 'R_GENESIS', genesis })
  // It cannot be included in a block any more; to show it would only train people to agree to garbage.
  if (live.spec !== spec) throw new RefusedRequest({ code: 'R_SPEC', asked: spec, live: live.spec })
  if (live.txVersion !== txVersion)
    throw new RefusedRequest({ code: 'R_SPEC', asked: txVersion, live: live.txVersion })
  return live
}

function readCallOf({ call }: SitePayload, runtime: Runtime): DecodedCall {
  try {
    return runtime.decodeCall(fromHex(call))
  } catch (cause) {
    if (!(cause instanceof WalletError) || cause.code !== 'unreadable') throw cause
    const { why } = cause.details as { readonly why: string }
    return refuseField(why === 'too deep' ? 'R_TOO_DEEP' : 'R_METHOD', 'method')
  }
}

// MevShield refuses an encrypted call whose life is longer, or without end (CheckShieldedTxValidity, spec 424).
const SHIELDED_PERIOD = 8

async function seeBirth(
  payload: SitePayload,
  call: DecodedCall,
  chain: PayloadChain,
): Promise<'seen' | 'unseen'> {
  const life = lifeOf(payload.era) ?? refuseField('R_ERA', 'era')
  const isShielded = call.name === 'MevShield.submit_encrypted'
  if (isShielded && (life.kind === 'immortal' || life.period > SHIELDED_PERIOD)) refuseField('R_ERA', 'era')
  if (life.kind === 'immortal')
    return payload.blockHash === payload.genesis ? 'seen' : refuseField('R_ERA', 'blockHash')
  const hash = await birthHash(life, payload, chain)
  if (hash === undefined) return 'unseen'
  return hash === payload.blockHash ? 'seen' : refuseField('R_ERA', 'blockHash')
}

/**
 * The hash the chain would look for. A page's node may be some blocks ahead of ours: a life that begins in a block ours
 * does not have yet is not known to be wrong.
 */
async function birthHash(
  life: Extract<Life, { kind: 'mortal' }>,
  { blockNumber }: SitePayload,
  chain: PayloadChain,
): Promise<string | undefined> {
  try {
    const { best } = await chain.head()
    const ahead = birthAt(life, Math.max(best.number, blockNumber ?? best.number + NODES_APART))
    if (ahead > best.number) return undefined
    return await chain.hashAt(ahead)
  } catch (cause) {
    if (isAway(cause)) return undefined
    throw cause
  }
}

/** How far two nodes that both keep up may be apart, in blocks. */
const NODES_APART = 3
