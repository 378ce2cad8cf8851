/** Whether a runtime checks the metadata a signer saw (RFC-78), found out by asking it, never assumed. */
import { addressOf } from '#shared/domain/address.ts'
import { fromHex, type Hash, join, toHex } from '#shared/domain/bytes.ts'
import type { Runtime } from '#shared/runtime/metadata.ts'
import type { Connection } from './connection.ts'
import { dummyExtrinsic } from './dummy.ts'
import type { MetadataStore } from './metadata.ts'
import { readBytes } from './replies.ts'
import { NodeError } from './rpc.ts'

interface Probe {
  readonly connection: Connection
  readonly store: MetadataStore
  readonly runtime: Runtime
  readonly at: { readonly number: number; readonly hash: Hash }
}

const EXTERNAL = Uint8Array.of(2)
// Result::Err of TransactionValidityError: Invalid(BadProof) and Unknown(CannotLookup).
const BAD_PROOF = '0x010004'
const KEPT_YES = Uint8Array.of(1)

/**
 * Has the runtime validate a remark that announces a metadata hash under a signature of nothing. The extension computes
 * what is implied before the signature is looked at: a runtime without a hash says CannotLookup, one with a hash gets as
 * far as BadProof (frame-metadata-hash-extension and sp_runtime `CheckedExtrinsic`, polkadot-sdk stable2503).
 *
 * Only a yes is kept: a node that wrongly says no weakens one connection, not the wallet until the next upgrade.
 */
export async function askMetadataCheck({ connection, store, runtime, at }: Probe): Promise<boolean> {
  const carries = runtime.extensions.some((extension) => extension.id === 'CheckMetadataHash')
  if (!carries || !runtime.hasCall('System.remark')) return false
  const { genesis } = connection
  const key = `${genesis}/${runtime.spec}/checks-metadata`
  if ((await store.get(key)) !== undefined) return true
  const extrinsic = dummyExtrinsic({
    call: { name: 'System.remark', args: { remark: new Uint8Array() } },
    account: addressOf(new Uint8Array(32)),
    runtime,
    genesis,
    at,
  })
  const params = toHex(join(EXTERNAL, extrinsic, fromHex(at.hash)))
  const verdict = await connection
    .ask('state_call', ['TaggedTransactionQueue_validate_transaction', params, at.hash], readBytes)
    .catch((cause: unknown) => {
      // A node that does not let it be asked leaves it unknown, which is no yes.
      if (cause instanceof NodeError) return new Uint8Array()
      throw cause
    })
  const checks = toHex(verdict) === BAD_PROOF
  if (checks) await store.put(key, KEPT_YES)
  return checks
}
