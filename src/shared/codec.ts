/** The only way a value crosses a boundary: a message, a storage key, a page's request. Both directions are checked. */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod/mini'

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

/** What a codec for `T` is: a zod schema that can encode as well as decode. */
export type Codec<T> = z.ZodMiniType<T, unknown>
export type Of<C> = C extends z.core.$ZodType<infer T, infer _In> ? T : never

/** A value that is not what its codec says; `path` names the place, never the value. */
export class CodecError extends Error {
  override readonly name = 'CodecError'
  readonly path: string
  constructor(issues: readonly z.core.$ZodIssue[]) {
    const first = issues[0]
    const path = first === undefined ? '$' : ['$', ...first.path.map(String)].join('.')
    super(`${path}: ${first?.code ?? 'not as declared'}`)
    this.path = path
  }
}

/** A checked value from what came over a boundary. Unknown fields are refused. @throws CodecError */
export function decode<T>(codec: Codec<T>, json: unknown): T {
  const read = z.safeDecode(codec, json)
  if (!read.success) throw new CodecError(read.error.issues)
  return read.data
}

/** The JSON form of a value, checked on its way out. @throws CodecError */
export function encode<T>(codec: Codec<T>, value: T): Json {
  const written = z.safeEncode(codec, value)
  if (!written.success) throw new CodecError(written.error.issues)
  return written.data as Json
}

/** Whether a value in memory is what the codec describes. */
export function fits<T>(codec: Codec<T>, value: unknown): value is T {
  return z.safeEncode(codec, value as T).success
}

export const text = z.string()
export const boolean = z.boolean()
export const uint = z.int().check(z.nonnegative())
export const nothing = z.codec(z.null(), z.undefined(), { decode: () => undefined, encode: () => null })
/** Any JSON, passed on unread. What is absent from a value in memory is left out of what travels. */
export const json: Codec<Json> = z.codec(
  z.json(),
  z.custom<Json>((v) => v !== undefined),
  { decode: (told) => told, encode: (value) => present(value) as z.core.util.JSONType },
)
export const object = z.strictObject
export const literal = z.literal
export const optional = z.optional
export const nullable = z.nullable
export const union = z.discriminatedUnion
export const either = z.union
export const record = z.record
export const partial = z.partial

/** A list that nobody may change in place. */
export function list<C extends z.ZodMiniType>(item: C): z.ZodMiniReadonly<z.ZodMiniArray<C>> {
  return z.readonly(z.array(item))
}

/** Two things beside each other. */
export function pair<A extends z.ZodMiniType, B extends z.ZodMiniType>(
  first: A,
  second: B,
): z.ZodMiniReadonly<z.ZodMiniTuple<[A, B]>> {
  return z.readonly(z.tuple([first, second]))
}

/** Text of a shape of its own, branded so that plain strings do not pass for it. */
export function shaped<T extends string>(shape: RegExp): Codec<T> {
  return z.string().check(z.regex(shape)) as unknown as Codec<T>
}

/** A whole number within bounds, branded. */
export function bounded<T extends number>(least: number, most: number): Codec<T> {
  return z.int().check(z.gte(least), z.lte(most)) as unknown as Codec<T>
}

/** Something that travels as text of a form of its own. `read` and `write` throw for what is not of it. */
export function written<T>(
  isIt: (value: unknown) => boolean,
  { read, write }: { readonly read: (text: string) => T; readonly write: (value: T) => string },
): Codec<T> {
  const attempt = <I, O>(work: (from: I) => O, from: I, issues: z.core.$ZodRawIssue[]): O => {
    try {
      return work(from)
    } catch {
      issues.push({ code: 'custom', input: from })
      return z.NEVER
    }
  }
  return z.codec(z.string(), z.custom<T>(isIt), {
    decode: (text, { issues }) => attempt(read, text, issues),
    encode: (value, { issues }) => attempt(write, value, issues),
  })
}

/** An unsigned amount. It travels as decimal text: JSON has no bigint, and a float would lose rao. */
export function amount<T extends bigint>(): Codec<T> {
  return z.codec(
    z.string().check(z.regex(/^(0|[1-9][0-9]{0,38})$/)),
    z.custom<T>((v) => typeof v === 'bigint' && v >= 0n && v < 1n << 128n),
    { decode: (written) => BigInt(written) as T, encode: (value) => value.toString() },
  )
}

/** Bytes; as text they are hex. */
export const bytes: Codec<Uint8Array> = z.codec(
  z.string().check(z.regex(/^0x([0-9a-f]{2})*$/)),
  z.custom<Uint8Array>((v) => v instanceof Uint8Array),
  { decode: (written) => hexToBytes(written.slice(2)), encode: (value) => `0x${bytesToHex(value)}` },
)

function present(value: Json): Json {
  if (Array.isArray(value)) return value.map(present)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => (each === undefined ? [] : [[name, present(each)]])),
  )
}

/** What a codec is made of, for whoever compares it with somebody else's declaration of the same value. */
export type Anatomy =
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, Codec<unknown>>> }
  | { readonly kind: 'list' | 'optional'; readonly of: Codec<unknown> }
  | { readonly kind: 'literal'; readonly values: readonly unknown[] }
  | { readonly kind: 'other' }

export function anatomyOf(codec: Codec<unknown>): Anatomy {
  const { def } = (codec as unknown as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object':
      return { kind: 'object', fields: def.shape as Readonly<Record<string, Codec<unknown>>> }
    case 'readonly':
      return anatomyOf(def.innerType as Codec<unknown>)
    case 'array':
      return { kind: 'list', of: def.element as Codec<unknown> }
    case 'optional':
      return { kind: 'optional', of: def.innerType as Codec<unknown> }
    case 'literal':
      return { kind: 'literal', values: def.values }
    default:
      return { kind: 'other' }
  }
}
