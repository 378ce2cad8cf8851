// Writes a declared runtime as Substrate metadata, version 14, 15 or 16.
import { metadata, type V14, type V15, type V16 } from '@polkadot-api/substrate-bindings'
import type { Runtime } from './declare.ts'
import { describeApi, describeExtension, describePallet } from './describe.ts'
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

/** What all versions say after the pallets; a registry of its own for each. */
function open(runtime: Runtime) {
  const registry = createRegistry()
  const { id } = registry
  const rest = () => ({
    apis: runtime.apis.map((api) => describeApi(api, id)),
    signedExtensions: runtime.extensions.map((extension) => describeExtension(extension, id)),
    outerEnums: { call: id(runtime.call), event: id(runtime.event), error: id(runtime.error) },
    parts: { call: id(runtime.call), address: id(runtime.address), signature: id(runtime.signature) },
  })
  return { registry, id, rest }
}

const write: Readonly<Record<MetadataVersion, (runtime: Runtime) => Written>> = {
  // Clients find address, call, signature and extensions through the generic parameters of the extrinsic's type.
  14: (runtime) => {
    const { registry, id, rest } = open(runtime)
    const pallets = runtime.pallets.map((pallet) => describePallet(pallet, id, (type) => type, false))
    const { signedExtensions } = rest()
    const extrinsic = { version: 4, type: id(runtime.extrinsic), signedExtensions }
    const type = id(runtime.self)
    return { tag: 'v14', value: { pallets, extrinsic, type, apis: [], lookup: [...registry.entries] } }
  },
  15: (runtime) => {
    const { registry, id, rest } = open(runtime)
    const pallets = runtime.pallets.map((pallet) => describePallet(pallet, id, (type) => type, false))
    const { apis, signedExtensions, outerEnums, parts } = rest()
    const extrinsic = { version: 4, ...parts, extra: id(runtime.extra), signedExtensions }
    const tail = { type: id(runtime.self), outerEnums, custom: [] }
    return { tag: 'v15', value: { pallets, apis, extrinsic, ...tail, lookup: [...registry.entries] } }
  },
  16: (runtime) => {
    const { registry, id, rest } = open(runtime)
    const reference = (type: number) => ({ type, deprecationInfo: [] })
    const pallets = runtime.pallets.map((pallet) => describePallet(pallet, id, reference, true))
    const { apis, signedExtensions, outerEnums, parts } = rest()
    const all = signedExtensions.map((_, index) => index)
    const signedExtensionsByVersion: [number, number[]][] = [[0, all]]
    const extrinsic = { version: [4, 5], ...parts, signedExtensionsByVersion, signedExtensions }
    return {
      tag: 'v16',
      value: { pallets, apis, extrinsic, outerEnums, custom: [], lookup: [...registry.entries] },
    }
  },
}
