/** Adds the mechanics to a consent: the next free nonce, and a life that begins at the last finalized block. */
import type { Address } from '#shared/domain/address.ts'
import type { ApprovalId } from '#shared/domain/approval.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import { toHex } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { type Consent, consentDigest } from '#shared/domain/extrinsic.ts'
import { mortalityAt, type Payload, payloadBytes } from '#shared/runtime/payload.ts'
import type { Records } from '../activity/records.ts'
import type { Chain } from '../chain/chain.ts'
import type { Store } from '../storage/area.ts'
import type { WithLock } from '../storage/browser.ts'
import { keys, type Prepared } from '../storage/keys.ts'

export interface PrepareDeps {
  readonly chain: Pick<Chain, 'head' | 'nextNonce' | 'shieldKey'>
  readonly store: Store
  readonly records: Records
  readonly withLock: WithLock
}

/**
 * What will be signed for an approval: made once and stored before the room is asked, because the room signs one byte
 * string per approval and a worker may die between asking and hearing.
 * @throws WalletError `stale` on another chain, `refused` where nothing can be shielded now, `offline`
 */
export async function prepare(
  id: ApprovalId,
  { consent, metadataHash }: { readonly consent: Consent; readonly metadataHash: Hash },
  { chain, store, records, withLock }: PrepareDeps,
): Promise<Prepared> {
  const { account, genesis } = consent
  const present = (await store.get(keys.prepared))[id]
  const digest = consentDigest(consent)
  if (present !== undefined && present.consentDigest === digest) return present
  // Two approvals at once must not take the same nonce: the first one's is stored before the second one looks.
  return withLock(`nonce:${genesis}:${account}`, async () => {
    const head = await chain.head()
    if (head.genesis !== genesis) throw new WalletError('stale', { moved: 'runtime' })
    const behind = head.best.number - head.final.number
    if (behind >= consent.era - SPARE) throw new WalletError('refused', { why: lagging(behind) })
    const [next, afterOwn, taken] = await Promise.all([
      chain.nextNonce(account),
      records.nonceAfter(account, genesis),
      noncesTaken(account, genesis, store),
    ])
    const isShielded = consent.kind === 'shielded'
    // An envelope comes first, with a nonce of its own.
    const nonce = Math.max(next, afterOwn, ...taken.map((each) => each + 1)) + (isShielded ? 1 : 0)
    const shieldKey = isShielded ? await chain.shieldKey() : undefined
    if (isShielded && shieldKey === undefined) throw new WalletError('refused', { why: NO_SHIELD })
    const mortality = mortalityAt(head.final.number, consent.era)
    if (mortality.birth !== head.final.number) throw new Error('an era this long begins at no chosen block')
    const payload: Payload = { consent, nonce, mortality, birthHash: head.final.hash }
    const prepared: Prepared = {
      account,
      genesis,
      consentDigest: digest,
      metadataHash,
      nonce,
      birth: mortality.birth,
      birthHash: head.final.hash,
      payload: toHex(payloadBytes(payload)),
      ...(shieldKey !== undefined && { shieldKey }),
    }
    await store.update(keys.prepared, (before) => ({ ...before, [id]: prepared }))
    return prepared
  })
}

// A life begins at the last final block, and what is sent is included a block later at the soonest; afterwards it is refused
// as AncientBirthBlock (frame-system CheckMortality, spec 424).
const SPARE = 2

function lagging(blocks: number): string {
  return `blocks are not becoming final (${blocks} behind), so that this would be too old before it is taken; wait until they do`
}

const NO_SHIELD =
  'no block author offers a key to shield with now; try again in a block, or go back and send it without the shield'

/** Nonces of what is being signed now. One whose approval was rejected meanwhile has left its nonce free. */
async function noncesTaken(account: Address, genesis: Hash, store: Store): Promise<readonly number[]> {
  const waiting = new Set(
    (await store.get(keys.approvals))
      .filter(({ state }) => state.kind === 'pending')
      .map(({ id }) => `${id}`),
  )
  return Object.entries(await store.get(keys.prepared))
    .filter(([id, each]) => waiting.has(id) && each.account === account && each.genesis === genesis)
    .map(([, { nonce }]) => nonce)
}

/** The nonce is free again: nothing was signed with it, or the record of it has been written. */
export async function unprepare(id: ApprovalId, { store }: Pick<PrepareDeps, 'store'>): Promise<void> {
  await store.update(keys.prepared, (before) =>
    Object.fromEntries(Object.entries(before).filter(([name]) => name !== id)),
  )
}
