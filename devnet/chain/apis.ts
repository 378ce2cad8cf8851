// The runtime APIs every client needs: version, metadata, nonce, validity and fees.
import { accountOf } from '../pallets/account.ts'
import { EXTENSIONS, paysFee, refTimeOf } from '../pallets/weights.ts'
import type { Outer } from '../runtime/declare.ts'
import { AccountNonceApi } from '../runtime/declared/apis/account-nonce-api.ts'
import { AuraApi } from '../runtime/declared/apis/aura-api.ts'
import { Core } from '../runtime/declared/apis/core.ts'
import { Metadata } from '../runtime/declared/apis/metadata.ts'
import { TaggedTransactionQueue } from '../runtime/declared/apis/tagged-transaction-queue.ts'
import { TransactionPaymentApi } from '../runtime/declared/apis/transaction-payment-api.ts'
import { TransactionPaymentCallApi } from '../runtime/declared/apis/transaction-payment-call-api.ts'
import { Aura } from '../runtime/declared/aura.ts'
import { compactBytes, fromHex, join } from './bytes.ts'
import { decodeCall } from './check.ts'
import { readExtrinsic } from './extrinsic.ts'
import { feeParts, feeTotal, lengthToFee, weightToFee } from './fees.ts'
import { METADATA_VERSIONS, type Release } from './release.ts'
import { type ApiTable, answers } from './runtime-api.ts'
import { slotsOf } from './slots.ts'
import { ValidityError, type Verdict } from './validity.ts'

const { Authorities } = slotsOf(Aura)

// The declared type holds the content; over RPC an extrinsic comes with its length before it.
const framed = (content: Uint8Array): Uint8Array => join(compactBytes(BigInt(content.length)), content)

const callOf = (content: Uint8Array, release: Release): { call: Outer; free: boolean } => {
  const extrinsic = readExtrinsic(framed(content))
  return { call: decodeCall(extrinsic.callBytes, release), free: extrinsic.kind !== 'signed' }
}

const dispatchInfo = (call: Outer, length: number, free: boolean) => ({
  weight: { ref_time: refTimeOf(call) + EXTENSIONS, proof_size: 0n },
  class: { type: 'Normal' as const },
  partial_fee: free || !paysFee(call) ? 0n : feeTotal(feeParts(length, refTimeOf(call))),
})

const feeDetails = (call: Outer, length: number, free: boolean) => {
  if (free || !paysFee(call)) return { inclusion_fee: undefined, tip: 0n }
  const { base, length: len_fee, weight } = feeParts(length, refTimeOf(call))
  return { inclusion_fee: { base_fee: base, len_fee, adjusted_weight_fee: weight }, tip: 0n }
}

export const coreApis: readonly ApiTable[] = [
  answers(Core, { version: (_, { release }) => release.version }),
  answers(Metadata, {
    metadata: (_, { release }) => release.metadata(14),
    metadata_at_version: ({ version }, { release }) => {
      const known = METADATA_VERSIONS.find((each) => each === version)
      return known && release.metadata(known)
    },
    metadata_versions: () => [...METADATA_VERSIONS],
  }),
  answers(AccountNonceApi, { account_nonce: ({ account }, { c }) => accountOf(c, account).nonce }),
  answers(AuraApi, {
    slot_duration: () => 12_000n,
    authorities: (_, { c }) => c.read(Authorities),
  }),
  answers(TaggedTransactionQueue, {
    validate_transaction: ({ tx }, { validate }) => {
      try {
        const { priority, requires, provides, longevity } = validate(framed(tx))
        const bytes = (tags: readonly `0x${string}`[]) => tags.map((tag) => fromHex(tag))
        const value = {
          priority,
          requires: bytes(requires),
          provides: bytes(provides),
          longevity,
          propagate: true,
        }
        return { type: 'Ok' as const, value }
      } catch (error) {
        if (!(error instanceof ValidityError)) throw error
        return { type: 'Err' as const, value: verdictValue(error.verdict) }
      }
    },
  }),
  answers(TransactionPaymentApi, {
    query_info: ({ uxt, len }, { release }) => {
      const { call, free } = callOf(uxt, release)
      return dispatchInfo(call, len, free)
    },
    query_fee_details: ({ uxt, len }, { release }) => {
      const { call, free } = callOf(uxt, release)
      return feeDetails(call, len, free)
    },
    query_weight_to_fee: ({ weight }) => weightToFee(weight.ref_time),
    query_length_to_fee: ({ length }) => lengthToFee(length),
  }),
  answers(TransactionPaymentCallApi, {
    query_call_info: ({ call, len }) => dispatchInfo(call, len, false),
    query_call_fee_details: ({ call, len }) => feeDetails(call, len, false),
    query_weight_to_fee: ({ weight }) => weightToFee(weight.ref_time),
    query_length_to_fee: ({ length }) => lengthToFee(length),
  }),
]

function verdictValue(verdict: Verdict) {
  if (verdict.kind === 'unknown') return { type: 'Unknown', value: { type: verdict.reason } } as const
  if (verdict.reason === 'Custom')
    return { type: 'Invalid', value: { type: 'Custom', value: verdict.code } } as const
  return { type: 'Invalid', value: { type: verdict.reason } } as const
}
