/** Extrinsics with a signature of nothing, to ask a runtime what it would do with a real one. */
import type { Address } from '#shared/domain/address.ts'
import { type Hash, toHex } from '#shared/domain/bytes.ts'
import { type Call, MORTALITY } from '#shared/domain/extrinsic.ts'
import { rao } from '#shared/domain/units.ts'
import type { Runtime } from '#shared/runtime/metadata.ts'
import { extrinsicBytes, mortalityAt } from '#shared/runtime/payload.ts'

interface Wanted {
  readonly call: Call
  readonly account: Address
  readonly runtime: Runtime
  readonly genesis: Hash
  readonly at: { readonly number: number; readonly hash: Hash }
}

const NO_SIGNATURE = new Uint8Array(64)

/** As long as the real one but for the nonce (one byte up to 63), with a metadata hash announced (mode 1). */
export function dummyExtrinsic({ call, account, runtime, genesis, at }: Wanted): Uint8Array {
  return extrinsicBytes(
    {
      consent: {
        kind: 'extrinsic',
        account,
        genesis,
        spec: runtime.spec,
        txVersion: runtime.txVersion,
        call: toHex(runtime.encodeCall(call)),
        tip: rao(0n),
        era: MORTALITY,
        metadataHash: genesis,
        requester: { kind: 'wallet' },
      },
      nonce: 0,
      mortality: mortalityAt(at.number, MORTALITY),
      birthHash: at.hash,
    },
    { signature: NO_SIGNATURE, scheme: 'sr25519' },
  )
}
