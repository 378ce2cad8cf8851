// One declared SCALE type: it describes itself for the metadata and brings the codec that follows from that description.
import type { Codec } from '@polkadot-api/substrate-bindings'
import { codecOf } from './codec.ts'
import type { AnyTy, Def, Param, PrimitiveName, Ty } from './node.ts'
import { tyMark } from './node.ts'

interface Parts {
  readonly key: string
  readonly def: () => Def
  readonly path?: readonly string[]
  readonly params?: readonly Param[]
  readonly spelling?: string | undefined
}

/** Builds a node. `def` runs on first use, so a declaration may mention types that are declared later. */
export function node<T>(parts: Parts): Ty<T> {
  let def: Def | undefined
  let codec: Codec<T> | undefined
  const made: Ty<T> = {
    [tyMark]: true,
    key: parts.key,
    path: parts.path ?? [],
    params: parts.params ?? [],
    spelling: parts.spelling,
    get def() {
      def ??= parts.def()
      return def
    },
    get codec() {
      codec ??= codecOf(made)
      return codec
    },
  }
  return made
}

const primitive = <T>(name: PrimitiveName): Ty<T> =>
  node({ key: name, def: () => ({ kind: 'primitive', name }) })

export const u8 = primitive<number>('u8')
export const u16 = primitive<number>('u16')
export const u32 = primitive<number>('u32')
export const u64 = primitive<bigint>('u64')
export const u128 = primitive<bigint>('u128')
export const u256 = primitive<bigint>('u256')
export const i8 = primitive<number>('i8')
export const i16 = primitive<number>('i16')
export const i32 = primitive<number>('i32')
export const i64 = primitive<bigint>('i64')
export const i128 = primitive<bigint>('i128')
export const bool = primitive<boolean>('bool')
export const str = primitive<string>('str')

/** The empty tuple; its value is `undefined`. */
export const unit: Ty<undefined> = node({ key: '()', def: () => ({ kind: 'tuple', of: [] }) })

/** `Vec<T>` of anything but bytes. */
export function seq<T>(of: Ty<T>): Ty<T[]> {
  refuseByte(of, 'bytes')
  return node({ key: `[${of.key}]`, def: () => ({ kind: 'sequence', of }) })
}

/** `Vec<u8>`; its value is a Uint8Array. */
export const bytes: Ty<Uint8Array> = node({ key: '[u8]', def: () => ({ kind: 'sequence', of: u8 }) })

/** `[u8; length]`; its value is a `0x…` string of exactly that many bytes. */
export function fixed(length: number): Ty<string> {
  return node({ key: `[u8;${length}]`, def: () => ({ kind: 'array', of: u8, length }) })
}

/** `[T; length]` of anything but bytes. */
export function array<T>(of: Ty<T>, length: number): Ty<T[]> {
  refuseByte(of, 'fixed')
  return node({ key: `[${of.key};${length}]`, def: () => ({ kind: 'array', of, length }) })
}

/** `(A, B, …)`; its value is an array of that length. */
export function tuple<const A extends readonly AnyTy[]>(
  ...of: A
): Ty<{ -readonly [I in keyof A]: A[I] extends Ty<infer T> ? T : never }> {
  return node({ key: `(${of.map((part) => part.key).join()})`, def: () => ({ kind: 'tuple', of }) })
}

/** `Compact<T>`: same values as T. */
export function compact<T>(of: Ty<T>): Ty<T> {
  return node({ key: `Compact<${of.key}>`, def: () => ({ kind: 'compact', of }) })
}

/**
 * The same type under another Rust identity, e.g. a `Vec` of a newtype that describes itself as plain u16. It changes no
 * byte of any value, but it is an entry of its own in the registry, and ids are part of the RFC-78 digest.
 */
export function alias<T>(of: Ty<T>, tag: string): Ty<T> {
  return node({
    key: `${of.key}#${tag}`,
    path: of.path,
    params: of.params,
    spelling: of.spelling,
    def: () => of.def,
  })
}

/**
 * The same type, as the Rust source spells it at one field (the metadata's `typeName`, part of the RFC-78 digest).
 * Without it the spelling follows from the type; the empty string means that the field has none.
 */
export function spelt<T>(of: Ty<T>, spelling: string): Ty<T> {
  return node({ key: of.key, path: of.path, params: of.params, spelling, def: () => of.def })
}

// Lists of bytes have values of another kind, which the compiler cannot tell from those of other small numbers.
function refuseByte(of: AnyTy, instead: string): void {
  if (of.key === u8.key) throw new TypeError(`a list of u8 is declared as ${instead}`)
}
