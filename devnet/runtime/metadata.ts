// Writes a declared runtime as Substrate metadata, version 14, 15 or 16.
import { metadata, type V14, type V15, type V16 } from '@polkadot-api/substrate-bindings'
import type { Runtime } from './declare.ts'
import { describeApi, describeExtension, describePallet } from './describe.ts'
import type { AnyTy } from './node.ts'
import { createRegistry } from './registry.ts'

export type MetadataVersion = 14 | 15 | 16

const cache = new WeakMap<Runtime, Map<MetadataVersion, Uint8Array>>()

/** The metadata as `Metadata_metadata_at_version` holds it, magic number first. Written once per runtime and version. */
export function generate(runtime: Runtime, version: MetadataVersion): Uint8Array {
  const byVersion = cache.get(runtime) ?? new Map<MetadataVersion, Uint8Array>()
  cache.set(runtime, byVersion)
  const bytes = byVersion.get(version) ?? encode(write[version](runtime))
  byVersion.set(version, bytes)
  return bytes
}

const MAGIC = 0x6174656d // "meta"

type Written = { tag: 'v14'; value: V14 } | { tag: 'v15'; value: V15 } | { tag: 'v16'; value: V16 }

const encode = (value: Written): Uint8Array => metadata.enc({ magicNumber: MAGIC, metadata: value })

// Every version has a registry of its own, and visits the parts in the order of frame-metadata's `new` (v14.rs, v15.rs,
// v16.rs): the ids depend on it, and on them the digest. So v15 and v16 of one runtime have different digests.
const write: Readonly<Record<MetadataVersion, (runtime: Runtime) => Written>> = {
  // Clients find address, call, signature and extensions through the generic parameters of the extrinsic's type.
  14: (runtime) => {
    const { entries, id } = createRegistry()
    const pallets = runtime.pallets.map((pallet) => describePallet(pallet, id, (type) => type, false))
    const extrinsic = { version: 4, type: id(runtime.extrinsic), signedExtensions: extensionsOf(runtime, id) }
    const type = id(runtime.self)
    return { tag: 'v14', value: { pallets, extrinsic, type, apis: [], lookup: [...entries] } }
  },
  15: (runtime) => {
    const { entries, id } = createRegistry()
    const pallets = runtime.pallets.map((pallet) => describePallet(pallet, id, (type) => type, false))
    const parts = partsOf(runtime, id)
    const extra = id(runtime.extra)
    const extrinsic = { version: 4, ...parts, extra, signedExtensions: extensionsOf(runtime, id) }
    const type = id(runtime.self)
    const rest = { ...closing(runtime, id), custom: [] }
    return { tag: 'v15', value: { pallets, extrinsic, type, ...rest, lookup: [...entries] } }
  },
  16: (runtime) => {
    const { entries, id } = createRegistry()
    const reference = (type: number) => ({ type, deprecationInfo: [] })
    const pallets = runtime.pallets.map((pallet) => describePallet(pallet, id, reference, true))
    const parts = partsOf(runtime, id)
    const signedExtensions = extensionsOf(runtime, id)
    const all = signedExtensions.map((_, index) => index)
    const signedExtensionsByVersion: [number, number[]][] = [[0, all]]
    const extrinsic = { version: [4, 5], ...parts, signedExtensionsByVersion, signedExtensions }
    const rest = { ...closing(runtime, id), custom: [] }
    return { tag: 'v16', value: { pallets, extrinsic, ...rest, lookup: [...entries] } }
  },
}

type Id = (ty: AnyTy) => number

const partsOf = (runtime: Runtime, id: Id) => ({
  address: id(runtime.address),
  call: id(runtime.call),
  signature: id(runtime.signature),
})

const extensionsOf = (runtime: Runtime, id: Id) =>
  runtime.extensions.map((extension) => describeExtension(extension, id))

const closing = (runtime: Runtime, id: Id) => ({
  apis: runtime.apis.map((api) => describeApi(api, id)),
  outerEnums: { call: id(runtime.call), event: id(runtime.event), error: id(runtime.error) },
})
