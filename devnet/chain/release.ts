// One release of the runtime: its version, its metadata in every format, the digest it carries, and the `:code` that stands for it.
import { merkleizeMetadata } from '@polkadot-api/merkleize-metadata'
import type { Runtime } from '../runtime/declare.ts'
import { System } from '../runtime/declared/system.ts'
import { generate } from '../runtime/metadata.ts'
import { blake2b256, type Hex, join, toHex } from './bytes.ts'

type RuntimeVersion = typeof System.constants.Version.value

export type MetadataVersion = Parameters<typeof generate>[1]
export const METADATA_VERSIONS: readonly MetadataVersion[] = [14, 15, 16]

export interface Release {
  readonly runtime: Runtime
  readonly version: RuntimeVersion
  /** Stands in for the wasm: it commits to the metadata, so another declaration is another code and another genesis. */
  readonly code: Uint8Array
  /** The RFC-78 digest of the own metadata, or `undefined` for a runtime that was built without one. */
  readonly digest: () => Uint8Array | undefined
  readonly metadata: (version: MetadataVersion) => Uint8Array
}

export interface ReleaseOptions {
  readonly specVersion?: number | undefined
  /** Whether the runtime carries its metadata hash; without it mode 1 cannot be looked up. */
  readonly metadataHash: boolean
}

/** The declared runtime under a spec version of choice. */
export function createRelease(declared: Runtime, { specVersion, metadataHash }: ReleaseOptions): Release {
  const stated = System.constants.Version.value
  const version = { ...stated, spec_version: specVersion ?? stated.spec_version }
  // The declared runtime itself where nothing changes: its metadata is written only once in a process.
  const own = declared.pallets.find(({ name }) => name === 'System')?.constants?.['Version']?.value
  const same = own?.spec_version === version.spec_version
  const runtime = same ? declared : withVersion(declared, version)
  const metadata = (format: MetadataVersion): Uint8Array => generate(runtime, format)
  return {
    runtime,
    version,
    metadata,
    code: join(
      new TextEncoder().encode('taokey devnet, a simulated runtime\n'),
      Uint8Array.of(metadataHash ? 1 : 0),
      blake2b256(metadata(16)),
    ),
    digest: () => (metadataHash ? digestOf(runtime) : undefined),
  }
}

const digests = new WeakMap<Runtime, Uint8Array>()

/**
 * The RFC-78 digest a runtime is built with. It is that of metadata v15 (substrate-wasm-builder asks for no other); v16 lists
 * the same types in another order, and has another digest. Worked out once: it takes a tenth of a second.
 */
export function digestOf(runtime: Runtime): Uint8Array {
  // Symbol and decimals are compiled into the runtime and are those of mainnet on every network.
  const info = { decimals: 9, tokenSymbol: 'TAO' }
  const digest = digests.get(runtime) ?? merkleizeMetadata(generate(runtime, 15), info).digest()
  digests.set(runtime, digest)
  return digest
}

// Clients read the version out of the metadata too, so the constant has to follow.
function withVersion(declared: Runtime, version: RuntimeVersion): Runtime {
  const pallets = declared.pallets.map((pallet) =>
    pallet.name === 'System' && pallet.constants?.['Version']
      ? {
          ...pallet,
          constants: { ...pallet.constants, Version: { ...pallet.constants['Version'], value: version } },
        }
      : pallet,
  )
  return { ...declared, pallets }
}

export const CODE_KEY: Hex = toHex(new TextEncoder().encode(':code'))

/** The version as `state_getRuntimeVersion` prints it: the APIs are a list. */
export const versionJson = ({ version }: Release) => ({
  specName: version.spec_name,
  implName: version.impl_name,
  authoringVersion: version.authoring_version,
  specVersion: version.spec_version,
  implVersion: version.impl_version,
  apis: version.apis,
  transactionVersion: version.transaction_version,
  systemVersion: version.system_version,
  stateVersion: version.system_version,
})

/** The version as chainHead events print it: the APIs are an object. */
export const versionSpec = ({ version }: Release) => ({
  specName: version.spec_name,
  implName: version.impl_name,
  specVersion: version.spec_version,
  implVersion: version.impl_version,
  transactionVersion: version.transaction_version,
  apis: Object.fromEntries(version.apis),
})
