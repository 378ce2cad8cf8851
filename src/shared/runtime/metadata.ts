/** One runtime, read from its metadata: what a call's bytes say, and the bytes of a call. Used by room and background alike. */
import { getDynamicBuilder, getLookupFn, type LookupEntry } from '@polkadot-api/metadata-builders'
import { decAnyMetadata, type Codec as Scale, unifyMetadata } from '@polkadot-api/substrate-bindings'
import { sameBytes } from '../domain/bytes.ts'
import { WalletError } from '../domain/errors.ts'
import type { Call } from '../domain/extrinsic.ts'
import { checkRegistry } from './registry.ts'
import { within } from './within.ts'

/** A call inside another, and where: `calls.2`, `call`. `value` is what stands there among the outer call's arguments. */
export interface Branch {
  readonly path: string
  readonly call: DecodedCall
  readonly value: unknown
}
export interface DecodedCall extends Call {
  readonly branches: readonly Branch[]
}

export interface Extension {
  readonly id: string
  /** Whether it writes nothing: neither among the explicit bytes nor among the implied ones. */
  readonly isEmpty: boolean
}

export type ArgumentType = LookupEntry

export interface Runtime {
  readonly specName: string
  readonly spec: number
  readonly txVersion: number
  readonly extensions: readonly Extension[]
  /** @throws WalletError `unreadable` when the bytes are not exactly one call, nested 16 deep at most */
  decodeCall(bytes: Uint8Array): DecodedCall
  /** @throws when this runtime has no such call or other arguments */
  encodeCall(call: Call): Uint8Array
  hasCall(name: Call['name']): boolean
  /** The pallet whose calls begin with this byte. */
  palletAt(index: number): string | undefined
  /** The argument names of a call, in order; undefined when this runtime has no such call. */
  argumentsOf(name: Call['name']): readonly string[] | undefined
  /** The same with their types. */
  argumentTypesOf(name: Call['name']): Readonly<Record<string, ArgumentType>> | undefined
  readonly builder: ReturnType<typeof getDynamicBuilder>
  readonly lookup: ReturnType<typeof getLookupFn>
}

/** Bounds on what is decoded for a person (512 KiB, 16 levels, 1,000 calls): beyond them nobody reads it. */
const CALL_BYTES_LIMIT = 512 * 1024
const DEPTH_LIMIT = 16
const CALLS_LIMIT = 1000

/** @throws when the bytes are not metadata of a version this wallet reads (14 to 16), or can be read in two ways */
export function readMetadata(bytes: Uint8Array): Runtime {
  // scale-ts reads from the start of the memory below a view: a copy has nothing else in it.
  const unified = unifyMetadata(decAnyMetadata(bytes.slice()))
  checkRegistry(unified.lookup)
  const lookup = getLookupFn(unified)
  const builder = getDynamicBuilder(lookup)
  const { metadata } = lookup
  const version = readVersion(builder, metadata)
  const callId = lookup.call
  if (callId === null) throw new WalletError('unreadable', { why: 'metadata without calls' })
  const codec = once(() => builder.buildDefinition(callId) as Scale<NamedCall>)
  const callTypes = once(() => new Map(listCalls(lookup(callId))))
  return {
    ...version,
    extensions: flatExtensions(metadata).map((extension) => ({
      id: extension.identifier,
      isEmpty: isVoid(lookup(extension.type)) && isVoid(lookup(extension.additionalSigned)),
    })),
    decodeCall: (callBytes) => {
      if (callBytes.length > CALL_BYTES_LIMIT) throw new WalletError('unreadable', { why: 'too long' })
      try {
        const value = codec().dec(within(callBytes))
        if (!sameBytes(codec().enc(value), callBytes))
          throw new WalletError('unreadable', { why: 'not one call' })
        return readCallTree(value, lookup(callId), callId)
      } catch (cause) {
        if (cause instanceof WalletError) throw cause
        throw new WalletError('unreadable', { why: 'no call of this runtime' }, { cause })
      }
    },
    encodeCall: ({ name, args }) => {
      const [pallet = '', method = ''] = name.split('.')
      return codec().enc({ type: pallet, value: { type: method, value: args } })
    },
    hasCall: (name) => callTypes().has(name),
    palletAt: (index) => {
      const calls = lookup(callId)
      if (calls.type !== 'enum') return undefined
      return Object.entries(calls.value).find(([, { idx }]) => idx === index)?.[0]
    },
    argumentsOf: (name) => {
      const types = callTypes().get(name)
      return types && Object.keys(types)
    },
    argumentTypesOf: (name) => callTypes().get(name),
    builder,
    lookup,
  }
}

interface NamedCall {
  readonly type: string
  readonly value: { readonly type: string; readonly value: unknown }
}
type Metadata = ReturnType<typeof getLookupFn>['metadata']

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function flatExtensions(
  metadata: Metadata,
): readonly { identifier: string; type: number; additionalSigned: number }[] {
  return metadata.extrinsic.extensionsByVersion[0] ?? []
}

function readVersion(
  builder: ReturnType<typeof getDynamicBuilder>,
  metadata: Metadata,
): { specName: string; spec: number; txVersion: number } {
  const constant = metadata.pallets
    .find((pallet) => pallet.name === 'System')
    ?.constants.find((candidate) => candidate.name === 'Version')
  if (constant === undefined) throw new WalletError('unreadable', { why: 'metadata without a version' })
  const value = builder.buildConstant('System', 'Version').dec(constant.value) as {
    spec_name: string
    spec_version: number
    transaction_version: number
  }
  return { specName: value.spec_name, spec: value.spec_version, txVersion: value.transaction_version }
}

function isVoid(entry: LookupEntry): boolean {
  return (
    entry.type === 'void' ||
    (entry.type === 'tuple' && entry.value.every(isVoid)) ||
    (entry.type === 'struct' && Object.values(entry.value).every(isVoid))
  )
}

type NamedTypes = readonly [name: Call['name'], types: Readonly<Record<string, ArgumentType>>]

function listCalls(entry: LookupEntry): readonly NamedTypes[] {
  if (entry.type !== 'enum') return []
  return Object.entries(entry.value).flatMap(([pallet, inner]) => {
    const methods = inner.type === 'lookupEntry' ? inner.value : undefined
    if (methods?.type !== 'enum') return []
    return Object.entries(methods.value).map(
      ([method, shape]): NamedTypes => [`${pallet}.${method}`, shape.type === 'struct' ? shape.value : {}],
    )
  })
}

function readCallTree(value: NamedCall, entry: LookupEntry, callId: number): DecodedCall {
  let calls = 0
  const read = (named: NamedCall, depth: number): DecodedCall => {
    calls += 1
    if (depth > DEPTH_LIMIT || calls > CALLS_LIMIT) throw new WalletError('unreadable', { why: 'too deep' })
    const branches: Branch[] = []
    const visit = (inner: unknown, shape: Shape, path: readonly string[]): void => {
      if ('id' in shape && shape.id === callId && path.length > 0)
        branches.push({ path: path.join('.'), call: read(inner as NamedCall, depth + 1), value: inner })
      else
        for (const [key, next, nextShape] of partsOf(inner, shape)) visit(next, nextShape, [...path, ...key])
    }
    if (entry.type !== 'enum') throw new WalletError('unreadable', { why: 'metadata without calls' })
    const pallet = entry.value[named.type]
    const methods = pallet?.type === 'lookupEntry' ? pallet.value : undefined
    const method = methods?.type === 'enum' ? methods.value[named.value.type] : undefined
    if (method !== undefined) visit(named.value.value, method, [])
    const args = (named.value.value ?? {}) as Record<string, unknown>
    return { name: `${named.type}.${named.value.type}`, args, branches }
  }
  return read(value, 0)
}

type EnumShapes = Extract<LookupEntry, { type: 'enum' }>['value']
type Shape = LookupEntry | EnumShapes[string]
type Part = readonly [key: readonly string[], value: unknown, shape: Shape]

function partsOf(value: unknown, shape: Shape): readonly Part[] {
  switch (shape.type) {
    case 'lookupEntry':
      return [[[], value, shape.value]]
    case 'struct':
      return Object.entries(shape.value).map(([key, inner]) => [[key], field(value, key), inner])
    case 'tuple':
      return shape.value.map((inner, i) => [[String(i)], field(value, String(i)), inner])
    case 'sequence':
    case 'array':
      return Array.isArray(value) ? value.map((item, i) => [[String(i)], item, shape.value]) : []
    case 'option':
      return value === undefined ? [] : [[[], value, shape.value]]
    case 'enum': {
      const inner = shape.value[String(field(value, 'type'))]
      return inner === undefined ? [] : [[[], field(value, 'value'), inner]]
    }
    default:
      return []
  }
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}
