/** A signature becomes a record, and only then goes out. */
import type { Approval } from '#shared/domain/approval.ts'
import { fromHex, type Hex, toHex } from '#shared/domain/bytes.ts'
import { callsWords } from '#shared/domain/call-words.ts'
import type { Description } from '#shared/domain/description.ts'
import type { Consent } from '#shared/domain/extrinsic.ts'
import type { TxRecord } from '#shared/domain/transaction.ts'
import { ALL_OR_NONE, isPlan, readCall } from '#shared/operations/index.ts'
import type { DecodedCall, Runtime } from '#shared/runtime/metadata.ts'
import { extrinsicBytes, extrinsicHash, signedFromPayload, termsLength } from '#shared/runtime/payload.ts'
import type { Prepared } from '../storage/keys.ts'

export interface Signed {
  readonly signature: Hex
  readonly scheme: 'sr25519' | 'ed25519'
  /** Of what goes in an envelope: the envelope's payload and its signature. */
  readonly shield?: { readonly payload: Hex; readonly envelope: Hex }
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
  const { scheme, shield } = signed
  const extrinsic = extrinsicBytes(payload, { signature: fromHex(signed.signature), scheme })
  const envelope = shield && envelopeOf(shield, { consent, scheme, nonce: nonce - 1 })
  return {
    id,
    account,
    network,
    genesis,
    spec,
    description: describeOwn(runtime.decodeCall(fromHex(consent.call))),
    requester,
    hash: extrinsicHash(extrinsic),
    nonce,
    signed: toHex(envelope ?? extrinsic),
    ...(envelope && { envelope: extrinsicHash(envelope) }),
    // sp_runtime `Era`: valid from its birth block to the last before birth + period.
    era: { birth, death: birth + era - 1 },
    sentAt,
    state: { kind: 'signed' },
    open: true,
  }
}

/** The wallet proposes operations and plans of its own alone; the review, which unfolds everything else, is the room's. */
function describeOwn(call: DecodedCall): Description {
  const intent = readCall(call)
  if (intent.kind === 'operation') return intent.operation.describe(intent.params)
  if (isPlan(intent)) {
    const legs = intent.branches.flatMap(({ intent: leg }) =>
      leg.kind === 'operation' ? [leg.operation.describe(leg.params)] : [],
    )
    return {
      verb: 'Plan',
      sentence: [
        `${callsWords(legs.map(({ verb }) => verb))}${call.name === ALL_OR_NONE ? ', all of them or none.' : '. One that fails does not stop the others.'}`,
      ],
      rows: legs.map(({ sentence }, at) => ({ label: `Call ${at + 1}`, value: sentence })),
    }
  }
  return { verb: 'Sign', sentence: ['Run ', { code: call.name }, '.'], rows: [] }
}

/** The envelope as it is sent. Its call is all of its payload before the terms, which are its extrinsic's but for the nonce. */
function envelopeOf(
  { payload, envelope }: NonNullable<Signed['shield']>,
  { consent, scheme, nonce }: { consent: Consent; scheme: Signed['scheme']; nonce: number },
): Uint8Array {
  const { account, metadataHash } = consent
  const bytes = fromHex(payload)
  const call = bytes.slice(0, bytes.length - termsLength({ nonce, metadataHash }))
  return signedFromPayload(bytes, { account, call, signature: fromHex(envelope), scheme })
}
