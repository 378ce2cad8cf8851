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

declare const VALUE: unique symbol

/** How a `T` crosses. */
export interface Codec<out T> {
  readonly [VALUE]?: () => T
  /** Made when it is first used: hundreds are declared, and of these a worker that has just been woken needs a few. */
  readonly schema: () => z.ZodMiniType
  readonly anatomy: Anatomy
}
export type Of<C> = C extends { readonly [VALUE]?: () => infer T } ? T : never

/** What a codec is made of, for whoever compares it with somebody else's declaration of the same value. */
type Anatomy =
  | { readonly kind: 'object'; readonly fields: Fields }
  | { readonly kind: 'list' | 'optional'; readonly of: Codec<unknown> }
  | { readonly kind: 'literal'; readonly values: readonly unknown[] }
  | { readonly kind: 'other' }

type Fields = Readonly<Record<string, Codec<unknown>>>

/** Of a field that may be left out. */
export interface Optional<out T> extends Codec<T> {
  readonly isOptional: true
}
type OptionalIn<F extends Fields> = { [K in keyof F]: F[K] extends Optional<unknown> ? K : never }[keyof F]
type Whole<F extends Fields> = Flat<
  { [K in Exclude<keyof F, OptionalIn<F>>]: Of<F[K]> } & { [K in OptionalIn<F>]?: Of<F[K]> }
>
type Flat<T> = { [K in keyof T]: T[K] }

function codec<T>(make: () => z.ZodMiniType, anatomy: Anatomy = { kind: 'other' }): Codec<T> {
  let made: z.ZodMiniType | undefined
  return {
    anatomy,
    schema: () => {
      made ??= make()
      return made
    },
  }
}

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
export function decode<T>({ schema }: Codec<T>, json: unknown): T {
  const read = z.safeDecode(schema(), json)
  if (!read.success) throw new CodecError(read.error.issues)
  return read.data as T
}

/** The JSON form of a value, checked on its way out. @throws CodecError */
export function encode<T>({ schema }: Codec<T>, value: T): Json {
  const written = z.safeEncode(schema(), value)
  if (!written.success) throw new CodecError(written.error.issues)
  return written.data as Json
}

/** Whether a value in memory is what the codec describes. */
export function fits<T>({ schema }: Codec<T>, value: unknown): value is T {
  return z.safeEncode(schema(), value).success
}

export const text = codec<string>(() => z.string())
export const boolean = codec<boolean>(() => z.boolean())
export const uint = codec<number>(() => z.int().check(z.nonnegative()))
export const nothing = codec<undefined>(() =>
  z.codec(z.null(), z.undefined(), { decode: () => undefined, encode: () => null }),
)
/** Any JSON, passed on unread. What is absent from a value in memory is left out of what travels. */
export const json = codec<Json>(() =>
  z.codec(
    z.json(),
    z.custom<Json>((v) => v !== undefined),
    { decode: (told) => told, encode: (value) => present(value) as z.core.util.JSONType },
  ),
)

/** Exactly these fields. */
export function object<F extends Fields>(fields: F): Codec<Whole<F>> {
  const make = () =>
    z.strictObject(Object.fromEntries(Object.entries(fields).map(([name, each]) => [name, each.schema()])))
  return codec(make, { kind: 'object', fields })
}

/** The same object with any of its fields left out. */
export function partial<T>({ anatomy }: Codec<T>): Codec<{ [K in keyof T]?: T[K] | undefined }> {
  const fields = anatomy.kind === 'object' ? anatomy.fields : {}
  const all = Object.entries(fields).map(([name, each]) => [name, optional(each)] as const)
  const { schema, anatomy: made } = object(Object.fromEntries(all))
  return { schema, anatomy: made }
}

export function optional<T>(inner: Codec<T>): Optional<T | undefined> {
  const made = codec<T | undefined>(() => z.optional(inner.schema()), { kind: 'optional', of: inner })
  return { ...made, isOptional: true }
}

export function nullable<T>(inner: Codec<T>): Codec<T | null> {
  return codec(() => z.nullable(inner.schema()))
}

export function literal<const T extends string | number | boolean | null>(one: T | readonly T[]): Codec<T> {
  const values = Array.isArray(one) ? (one as readonly T[]) : [one as T]
  return codec(() => z.literal([...values]), { kind: 'literal', values })
}

/** One of several objects, told apart by a field. */
export function union<M extends readonly Codec<unknown>[]>(by: string, members: M): Codec<Of<M[number]>> {
  return codec(() =>
    z.discriminatedUnion(by, schemasOf(members) as unknown as [z.core.$ZodTypeDiscriminable]),
  )
}

export function either<M extends readonly Codec<unknown>[]>(members: M): Codec<Of<M[number]>> {
  return codec(() => z.union(schemasOf(members)))
}

export function record<K extends string, V>(key: Codec<K>, value: Codec<V>): Codec<Record<K, V>> {
  return codec(() => z.record(key.schema() as z.core.$ZodRecordKey, value.schema()))
}

/** A list that nobody may change in place. */
export function list<T>(item: Codec<T>): Codec<readonly T[]> {
  return codec(() => z.readonly(z.array(item.schema())), { kind: 'list', of: item })
}

/** Two things beside each other. */
export function pair<A, B>(first: Codec<A>, second: Codec<B>): Codec<readonly [A, B]> {
  return codec(() => z.readonly(z.tuple([first.schema(), second.schema()])))
}

/** Text of a shape of its own, branded so that plain strings do not pass for it. */
export function shaped<T extends string>(shape: RegExp): Codec<T> {
  return codec(() => z.string().check(z.regex(shape)))
}

/** A whole number within bounds, branded. */
export function bounded<T extends number>(least: number, most: number): Codec<T> {
  return codec(() => z.int().check(z.gte(least), z.lte(most)))
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
  return codec(() =>
    z.codec(z.string(), z.custom<T>(isIt), {
      decode: (text, { issues }) => attempt(read, text, issues),
      encode: (value, { issues }) => attempt(write, value, issues),
    }),
  )
}

/** An unsigned amount. It travels as decimal text: JSON has no bigint, and a float would lose rao. */
export function amount<T extends bigint>(): Codec<T> {
  return codec(() =>
    z.codec(
      z.string().check(z.regex(/^(0|[1-9][0-9]{0,38})$/)),
      z.custom<T>((v) => typeof v === 'bigint' && v >= 0n && v < 1n << 128n),
      { decode: (written) => BigInt(written) as T, encode: (value) => value.toString() },
    ),
  )
}

/** Bytes; as text they are hex. */
export const bytes = codec<Uint8Array>(() =>
  z.codec(
    z.string().check(z.regex(/^0x([0-9a-f]{2})*$/)),
    z.custom<Uint8Array>((v) => v instanceof Uint8Array),
    { decode: (written) => hexToBytes(written.slice(2)), encode: (value) => `0x${bytesToHex(value)}` },
  ),
)

function schemasOf(members: readonly Codec<unknown>[]): z.ZodMiniType[] {
  return members.map((member) => member.schema())
}

function present(value: Json): Json {
  if (Array.isArray(value)) return value.map(present)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => (each === undefined ? [] : [[name, present(each)]])),
  )
}
