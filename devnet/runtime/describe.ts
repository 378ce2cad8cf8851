// Describes pallets, APIs and extensions as the metadata codecs want them, registering their types on the way.
import { Binary } from '@polkadot-api/substrate-bindings'
import type { Api, Extension, Method, Pallet, StorageItem } from './declare.ts'
import type { AnyTy, Erased } from './node.ts'
import { enumOf, type Part } from './outer.ts'
import { tuple } from './ty.ts'

type Id = (ty: AnyTy) => number

const docs: string[] = []
const deprecation = { deprecationInfo: { tag: 'NotDeprecated' as const, value: undefined } }

/**
 * A pallet. `reference` writes how a version points to an enum: by id, or by id and deprecations; views and associated
 * types are left out before v16, which introduced them. The order of the visits is that of the Rust macro: ids depend on it.
 */
export function describePallet<R>(pallet: Pallet, id: Id, reference: (id: number) => R, latest: boolean) {
  const pointer = (part: Part): R | undefined => {
    const ty = enumOf(pallet, part)
    return ty && reference(id(ty))
  }
  const entries = <X>(of: { readonly [name: string]: X } | undefined) => Object.entries(of ?? {})
  const storage = pallet.storage && {
    prefix: pallet.prefix ?? pallet.name,
    items: entries(pallet.storage).map(([name, item]) => ({ name, ...describeItem(item, id) })),
  }
  const calls = pointer('calls')
  const viewFns = entries(latest ? pallet.views : {}).map(([name, view]) => ({
    name,
    id: view.id,
    ...describeMethod(view, id),
  }))
  const events = pointer('events')
  const constants = entries(pallet.constants).map(([name, { ty, value }]) => ({
    name,
    type: id(ty),
    value: Binary.toHex(ty.codec.enc(value)),
    docs,
    ...deprecation,
  }))
  const errors = pointer('errors')
  const associatedTypes = entries(latest ? pallet.associated : {}).map(([name, ty]) => ({
    name,
    type: id(ty),
    docs,
  }))
  const { name, index } = pallet
  return {
    ...{ name, index, storage, calls, viewFns, events, constants, errors, associatedTypes, docs },
    ...deprecation,
  }
}

function describeItem(item: StorageItem<Erased, Erased, Erased>, id: Id) {
  const keys: readonly { hasher: string; ty: AnyTy }[] = item.keys
  const [first] = keys
  const type = first
    ? {
        tag: 'map' as const,
        value: {
          hashers: item.keys.map((key) => ({ tag: key.hasher, value: undefined })),
          key: id(item.keyType ?? (item.keys.length === 1 ? first.ty : tuple(...keys.map((key) => key.ty)))),
          value: id(item.value),
        },
      }
    : { tag: 'plain' as const, value: id(item.value) }
  const isOptional = item.modifier === 'optional'
  const fallback = isOptional ? '0x00' : Binary.toHex(item.value.codec.enc(item.fallback))
  return { type, modifier: isOptional ? 0 : 1, fallback, docs, ...deprecation }
}

function describeMethod(method: Method, id: Id) {
  const inputs = Object.entries(method.inputs).map(([name, ty]) => ({ name, type: id(ty) }))
  return { inputs, output: id(method.output), docs, ...deprecation }
}

export function describeApi(api: Api, id: Id) {
  const methods = Object.entries(api.methods).map(([name, method]) => ({
    name,
    ...describeMethod(method, id),
  }))
  return { name: api.name, version: api.version, methods, docs, ...deprecation }
}

export function describeExtension(extension: Extension, id: Id) {
  return { identifier: extension.name, type: id(extension.extra), additionalSigned: id(extension.implicit) }
}
