/** Runtime APIs, storage and constants of a runtime by name, with account ids as keys: an address costs a hash each. */
import { getLookupCodecBuilder, type LookupEntry } from '@polkadot-api/metadata-builders'
import {
  Blake2128,
  Blake2128Concat,
  Blake2256,
  Bytes,
  enhanceCodec,
  Identity,
  type Codec as Scale,
  Twox64Concat,
  Twox128,
  Twox256,
} from '@polkadot-api/substrate-bindings'
import type { AccountKey } from '#shared/domain/address.ts'
import { fromHex, type Hex, join, toHex } from '#shared/domain/bytes.ts'
import type { Runtime } from '#shared/runtime/metadata.ts'
import { within } from '#shared/runtime/within.ts'

export interface ApiMethod {
  /** The name `state_call` knows it by. */
  readonly name: string
  encode(args: readonly unknown[]): Uint8Array
  decode(bytes: Uint8Array): unknown
}

export interface StorageItem {
  keyOf(...args: readonly unknown[]): Hex
  /** What the keys of all that share the first parts begin with. */
  prefixOf(...args: readonly unknown[]): Hex
  /** The default where nothing is stored; undefined where it has none. */
  read(value: Uint8Array | null): unknown
}

const RAW_ID = enhanceCodec<Uint8Array, string>(Bytes(32), fromHex, toHex)

interface Known {
  readonly build: (id: number) => Scale<unknown>
  readonly apis: Map<string, { readonly found: ApiMethod | undefined }>
  readonly items: Map<string, { readonly found: StorageItem | undefined }>
}
const knowns = new WeakMap<Runtime, Known>()

/** What was found of a runtime: one page of validators looks for the same item thousands of times. */
function knownOf(runtime: Runtime): Known {
  const present = knowns.get(runtime)
  if (present !== undefined) return present
  const made: Known = {
    build: getLookupCodecBuilder(runtime.lookup, RAW_ID),
    apis: new Map(),
    items: new Map(),
  }
  knowns.set(runtime, made)
  return made
}

function foundOnce<T>(kept: Map<string, { readonly found: T }>, name: string, find: () => T): T {
  const present = kept.get(name) ?? { found: find() }
  kept.set(name, present)
  return present.found
}

function decodeWith(codec: Scale<unknown>, bytes: Uint8Array): unknown {
  return codec.dec(within(bytes))
}

function declaredApi(runtime: Runtime, api: string, method: string) {
  return runtime.lookup.metadata.apis
    .find(({ name }) => name === api)
    ?.methods.find(({ name }) => name === method)
}

/** Undefined where this runtime has no such method. */
export function apiOf(runtime: Runtime, api: string, method: string): ApiMethod | undefined {
  const { apis } = knownOf(runtime)
  return foundOnce(apis, `${api}_${method}`, () => findApi(runtime, api, method))
}

function findApi(runtime: Runtime, api: string, method: string): ApiMethod | undefined {
  const declared = declaredApi(runtime, api, method)
  if (declared === undefined) return undefined
  const { build } = knownOf(runtime)
  const inputs = declared.inputs.map(({ type }) => build(type))
  const output = build(declared.output)
  return {
    name: `${api}_${method}`,
    encode: (args) => join(...inputs.map((codec, i) => codec.enc(args[i]))),
    decode: (bytes) => decodeWith(output, bytes),
  }
}

const HASHERS = {
  Blake2128,
  Blake2256,
  Blake2128Concat,
  Twox128,
  Twox256,
  Twox64Concat,
  Identity,
} as const

function declaredItem(runtime: Runtime, pallet: string, item: string) {
  const storage = runtime.lookup.metadata.pallets.find(({ name }) => name === pallet)?.storage
  const declared = storage?.items.find(({ name }) => name === item)
  return declared && { declared, prefix: storage?.prefix ?? pallet }
}

/** Undefined where this runtime does not store such a thing. */
export function itemOf(runtime: Runtime, pallet: string, item: string): StorageItem | undefined {
  const { items } = knownOf(runtime)
  return foundOnce(items, `${pallet}.${item}`, () => findItem(runtime, pallet, item))
}

function findItem(runtime: Runtime, pallet: string, item: string): StorageItem | undefined {
  const found = declaredItem(runtime, pallet, item)
  if (found === undefined) return undefined
  const { declared, prefix } = found
  const { build } = knownOf(runtime)
  const start = storagePrefix(prefix, item)
  const { type } = declared
  const value = build(type.tag === 'plain' ? type.value : type.value.value)
  const parts =
    type.tag === 'plain' ? [] : keyTypes(runtime.lookup(type.value.key), type.value.hashers.length)
  const hashers = type.tag === 'plain' ? [] : type.value.hashers
  const keyFrom = (args: readonly unknown[]): Hex =>
    toHex(
      join(
        start,
        ...args.map((arg, i) => {
          const part = parts[i]
          return part === undefined ? new Uint8Array() : hashed(hashers[i]?.tag, build(part).enc(arg))
        }),
      ),
    )
  return {
    keyOf: (...args) => keyFrom(args),
    prefixOf: (...args) => keyFrom(args),
    read: (bytes) => {
      if (bytes !== null) return decodeWith(value, bytes)
      return declared.modifier === 1 ? decodeWith(value, fromHex(`${declared.fallback}`)) : undefined
    },
  }
}

type HasherName = keyof typeof HASHERS
function hashed(hasher: HasherName | undefined, bytes: Uint8Array): Uint8Array {
  return hasher === undefined ? bytes : HASHERS[hasher](bytes)
}

/** The types of a key with so many parts. */
function keyTypes(key: LookupEntry, parts: number): readonly number[] {
  if (parts === 1) return [key.id]
  if (key.type === 'tuple') return key.value.map(({ id }) => id)
  return key.type === 'array' ? Array.from({ length: parts }, () => key.value.id) : []
}

/** twox128(pallet) ‖ twox128(item), where everything of an item lies. */
export function storagePrefix(pallet: string, item: string): Uint8Array {
  const encoder = new TextEncoder()
  return join(Twox128(encoder.encode(pallet)), Twox128(encoder.encode(item)))
}

/** Undefined where this runtime has no such constant. */
export function constantOf(runtime: Runtime, pallet: string, name: string): unknown {
  const constant = runtime.lookup.metadata.pallets
    .find((candidate) => candidate.name === pallet)
    ?.constants.find((candidate) => candidate.name === name)
  return constant && decodeWith(knownOf(runtime).build(constant.type), fromHex(`${constant.value}`))
}

/** What a method takes and gives, in a form that two runtimes share when its bytes are the same. */
export function apiShape(runtime: Runtime, api: string, method: string): string | undefined {
  const declared = declaredApi(runtime, api, method)
  if (declared === undefined) return undefined
  const takes = declared.inputs.map(({ type }) => shapeOf(runtime.lookup(type))).join()
  return `${takes} -> ${shapeOf(runtime.lookup(declared.output))}`
}

/** The same of a stored item, with how its keys are hashed. */
export function itemShape(runtime: Runtime, pallet: string, item: string): string | undefined {
  const found = declaredItem(runtime, pallet, item)
  if (found === undefined || found.prefix !== pallet) return undefined
  const { type } = found.declared
  if (type.tag === 'plain') return shapeOf(runtime.lookup(type.value))
  const { hashers, key, value } = type.value
  const hashing = hashers.map(({ tag }) => tag).join()
  return `${hashing} ${shapeOf(runtime.lookup(key))} -> ${shapeOf(runtime.lookup(value))}`
}

/** Deeper than anything that is read by hand. */
const DEEPEST = 8

function shapeOf(entry: LookupEntry, depth = 0): string {
  const inner = (next: LookupEntry): string => (depth < DEEPEST ? shapeOf(next, depth + 1) : '…')
  switch (entry.type) {
    case 'primitive':
      return entry.value
    case 'compact':
      return `c${entry.size}`
    case 'AccountId32':
      return 'id'
    case 'struct':
      return `{${Object.entries(entry.value)
        .map(([name, field]) => `${name}:${inner(field)}`)
        .join()}}`
    case 'tuple':
      return `(${entry.value.map(inner).join()})`
    case 'sequence':
      return `[${inner(entry.value)}]`
    case 'array':
      return `${inner(entry.value)}*${entry.len}`
    case 'option':
      return `?${inner(entry.value)}`
    default:
      return entry.type
  }
}

export function keyBytes(keys: readonly AccountKey[]): Uint8Array {
  return join(...keys.map(fromHex))
}
