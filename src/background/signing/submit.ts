/** A signature becomes a record, and only then goes out. */
import type { Approval } from '#shared/domain/approval.ts'
import { fromHex, type Hex, toHex } from '#shared/domain/bytes.ts'
import type { Consent } from '#shared/domain/extrinsic.ts'
import type { TxRecord } from '#shared/domain/transaction.ts'
import { explain, inOneDescription } from '#shared/review/explain.ts'
import type { Runtime } from '#shared/runtime/metadata.ts'
import { extrinsicBytes, extrinsicHash } from '#shared/runtime/payload.ts'
import type { Prepared } from '../storage/keys.ts'

export interface Signed {
  readonly signature: Hex
  readonly scheme: 'sr25519' | 'ed25519'
}

/**
 * The record of a signed approval, under the approval's own id: a second one cannot be written. What it says of the
 * call is read from the call's bytes.
 */
export function recordOf(
  { id, network }: Approval,
  { consent, prepared, signed }: { consent: Consent; prepared: Prepared; signed: Signed },
  { runtime, sentAt }: { readonly runtime: Runtime; readonly sentAt: number },
): TxRecord {
  const { account, genesis, spec, requester, era } = consent
  const { nonce, birth, birthHash } = prepared
  const payload = { consent, nonce, mortality: { birth, period: era }, birthHash }
  const extrinsic = extrinsicBytes(payload, {
    signature: fromHex(signed.signature),
    scheme: signed.scheme,
  })
  return {
    id,
    account,
    network,
    genesis,
    spec,
    description: inOneDescription(
      explain(runtime.decodeCall(fromHex(consent.call)), { signer: account, own: [], isSite: false }),
    ),
    requester,
    hash: extrinsicHash(extrinsic),
    nonce,
    signed: toHex(extrinsic),
    // sp_runtime `Era`: valid from its birth block to the last before birth + period.
    era: { birth, death: birth + era - 1 },
    sentAt,
    state: { kind: 'signed' },
    open: true,
  }
}
