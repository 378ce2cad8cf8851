// The shape of a declared type: what it is called, what it consists of, and the codec of its values.
import type { Codec } from '@polkadot-api/substrate-bindings'

// Codecs are invariant in their value, so no other type can stand for "a declared type of whatever value".
// biome-ignore lint/suspicious/noExplicitAny: see above; every other file says Erased instead
export type Erased = any

/** Marks a declared type, so that it is never mistaken for an object of named fields. */
export const tyMark: unique symbol = Symbol('declared type')

export type PrimitiveName =
  | 'bool'
  | 'str'
  | 'u8'
  | 'u16'
  | 'u32'
  | 'u64'
  | 'u128'
  | 'u256'
  | 'i8'
  | 'i16'
  | 'i32'
  | 'i64'
  | 'i128'

/** A generic parameter by name; the type is missing where Rust skips it (`T: Config`). */
export interface Param {
  readonly name: string
  readonly ty: AnyTy | undefined
}

/** A field; its spelling in the source is that of its type node. */
export interface Field {
  readonly name: string | undefined
  readonly ty: AnyTy
}

export interface Variant {
  readonly name: string
  readonly index: number
  readonly fields: readonly Field[]
}

export type Def =
  | { readonly kind: 'primitive'; readonly name: PrimitiveName }
  | { readonly kind: 'compact'; readonly of: AnyTy }
  | { readonly kind: 'sequence'; readonly of: AnyTy }
  | { readonly kind: 'array'; readonly of: AnyTy; readonly length: number }
  | { readonly kind: 'tuple'; readonly of: readonly AnyTy[] }
  | { readonly kind: 'composite'; readonly fields: readonly Field[] }
  | { readonly kind: 'variant'; readonly variants: readonly Variant[] }

/**
 * One declared type. `key` is its Rust identity (two nodes with one key are one registry entry), `def` describes it,
 * `codec` encodes and decodes its values, `spelling` is how the source writes it where it is used.
 */
export interface Ty<T> {
  readonly [tyMark]: true
  readonly key: string
  readonly path: readonly string[]
  readonly params: readonly Param[]
  readonly spelling: string | undefined
  readonly def: Def
  readonly codec: Codec<T>
}

export type AnyTy = Ty<Erased>

/** The value of a declared type. */
export type Out<X> = X extends Ty<infer T> ? T : never

export function isTy(value: unknown): value is AnyTy {
  return typeof value === 'object' && value !== null && tyMark in value
}
