// Named declared types: structs, enums and the containers of the Rust standard library.
import {
  type AnyTy,
  type Erased,
  type Field,
  isTy,
  type Out,
  type Param,
  type Ty,
  type Variant,
} from './node.ts'
import { bytes, node, seq, spelt, tuple, u8, unit } from './ty.ts'

/** Fields by name. */
type Named = { readonly [name: string]: AnyTy }

/** What a struct or a variant holds: one unnamed field, several unnamed ones, or named ones. `unit` is nothing. */
export type Shape = AnyTy | readonly AnyTy[] | Named

/** A variant at an index of its own; without it the index is the previous one + 1. */
export interface At<S> {
  readonly [atMark]: true
  readonly index: number
  readonly shape: S
}

export type VariantShape = Shape | At<Shape>
export type VariantShapes = { readonly [name: string]: VariantShape }

type OptionalKeys<O> = { [K in keyof O]: undefined extends O[K] ? K : never }[keyof O]
type WithOptional<O> = { [K in Exclude<keyof O, OptionalKeys<O>>]: O[K] } & { [K in OptionalKeys<O>]?: O[K] }

/** The value of a shape: an object, an array, or the content of a single unnamed field. */
export type ShapeOut<S> =
  S extends Ty<infer T>
    ? T
    : S extends readonly [Ty<infer T>]
      ? T
      : S extends readonly AnyTy[]
        ? { -readonly [I in keyof S]: Out<S[I]> }
        : S extends Named
          ? WithOptional<{ -readonly [K in keyof S]: Out<S[K]> }>
          : never

type VariantOut<S> = S extends At<infer X> ? ShapeOut<X> : ShapeOut<S>

/** The value of an enum: `{ type, value }`; a variant without fields has no value. Of an empty enum there is none. */
export type EnumOut<V> = [keyof V] extends [never]
  ? Tagged
  : {
      [K in keyof V & string]: [VariantOut<V[K]>] extends [undefined]
        ? { type: K; value?: undefined }
        : { type: K; value: VariantOut<V[K]> }
    }[keyof V & string]

/** The value of an enum whose variants are not known to the compiler. */
export interface Tagged {
  type: string
  value?: unknown
}

type Params = { readonly [name: string]: AnyTy | undefined }

/** The order and the indexes of variants. */
export type Places = Readonly<Record<string, At<typeof unit>>>

const atMark: unique symbol = Symbol('variant index')

export function at(index: number): At<typeof unit>
export function at<const S extends Shape>(index: number, shape: S): At<S>
export function at(index: number, shape: Shape = unit): At<Shape> {
  return { [atMark]: true, index, shape }
}

/** Variants without fields: `names('A', 'B', 'C@7')`; `@n` sets the index. */
export function names<const N extends readonly string[]>(
  ...list: N
): { readonly [K in N[number] as K extends `${infer A}@${string}` ? A : K]: At<typeof unit> }
export function names(...list: readonly string[]): Places {
  let index = -1
  const entries = list.map((entry): [string, At<typeof unit>] => {
    const [name = '', explicit] = entry.split('@')
    index = explicit === undefined ? index + 1 : Number(explicit)
    return [name, at(index)]
  })
  return Object.fromEntries(entries)
}

/** Variants in the places that `names` gives them; what each holds is told apart from that, in whichever order. */
export function placed<const P extends Places, const V extends { readonly [K in keyof P]: Shape }>(
  places: P,
  shapes: V,
): { readonly [K in keyof V]: At<V[K]> }
export function placed(places: Places, shapes: Readonly<Record<string, Shape>>) {
  const placeless = Object.keys(shapes).find((name) => !(name in places))
  if (placeless !== undefined) throw new TypeError(`${placeless} has no place`)
  const entries = Object.entries(places).map(([name, { index }]): [string, At<Shape>] => {
    const shape = shapes[name]
    if (shape === undefined) throw new TypeError(`${name} has a place but no shape`)
    return [name, at(index, shape)]
  })
  return Object.fromEntries(entries)
}

/** Generic parameters that Rust skips: `generics('T', 'I')`. */
export function generics(...list: readonly string[]): Params {
  return Object.fromEntries(list.map((name) => [name, undefined]))
}

/** A struct under its full Rust path (`sp_core::crypto::AccountId32`); generic parameters in their order. */
export function struct<const S extends Shape>(path: string, shape: S, params: Params = {}): Ty<ShapeOut<S>> {
  return node({ ...identity(path, params), def: () => ({ kind: 'composite', fields: fieldsOf(shape) }) })
}

/** An enum under its full Rust path; values are `{ type, value }`. */
export function variant<const V extends VariantShapes>(
  path: string,
  shapes: V,
  params: Params = {},
): Ty<EnumOut<V>> {
  return node({ ...identity(path, params), def: () => ({ kind: 'variant', variants: variantsOf(shapes) }) })
}

/** An enum whose variants are asked for on first use: the one form of recursion (a call that holds calls). */
export function lateVariant<T = Tagged>(
  path: string,
  variants: () => readonly Variant[],
  params: Params = {},
): Ty<T> {
  return node({ ...identity(path, params), def: () => ({ kind: 'variant', variants: variants() }) })
}

/** `Option<T>`; its value is T or `undefined`. */
export function option<T>(of: Ty<T>): Ty<T | undefined> {
  return variant('Option', { None: unit, Some: unspelt(of) }, { T: of }) as Ty<Erased>
}

/** `Result<T, E>`; its value is `{ type: 'Ok' | 'Err', value }`. */
export function result<T, E>(
  ok: Ty<T>,
  err: Ty<E>,
): Ty<{ type: 'Ok'; value: T } | { type: 'Err'; value: E }> {
  return variant('Result', { Ok: [unspelt(ok)], Err: [unspelt(err)] }, { T: ok, E: err }) as Ty<Erased>
}

const BOUNDED_VEC = 'bounded_collections::bounded_vec::BoundedVec'
const WEAK_BOUNDED_VEC = 'bounded_collections::weak_bounded_vec::WeakBoundedVec'

/** `BoundedVec<T, S>` of anything but bytes; `list` where the list inside is an alias. */
export function boundedVec<T>(of: Ty<T>, list: Ty<T[]> = seq(of)): Ty<T[]> {
  return struct(BOUNDED_VEC, spelt(list, 'Vec<T>'), { T: of, S: undefined })
}

/** `BoundedVec<u8, S>`; its value is a Uint8Array. */
export const boundedBytes: Ty<Uint8Array> = struct(BOUNDED_VEC, spelt(bytes, 'Vec<T>'), {
  T: u8,
  S: undefined,
})

/** `WeakBoundedVec<T, S>` of anything but bytes. */
export function weakVec<T>(of: Ty<T>, list: Ty<T[]> = seq(of)): Ty<T[]> {
  return struct(WEAK_BOUNDED_VEC, spelt(list, 'Vec<T>'), { T: of, S: undefined })
}

/** `BTreeMap<K, V>`; its value is a list of pairs. */
export function btreeMap<K, V>(
  key: Ty<K>,
  value: Ty<V>,
  list: Ty<[K, V][]> = seq(tuple(key, value)),
): Ty<[K, V][]> {
  return struct('BTreeMap', unspelt(list), { K: key, V: value })
}

/** `BTreeSet<T>`; its value is a list. */
export function btreeSet<T>(of: Ty<T>, list: Ty<T[]> = seq(of)): Ty<T[]> {
  return struct('BTreeSet', unspelt(list), { T: of })
}

/** The fields of a shape, in order. */
function fieldsOf(shape: Shape): readonly Field[] {
  if (isTy(shape)) return shape === unit ? [] : [{ name: undefined, ty: shape }]
  if (isList(shape)) return shape.map((ty) => ({ name: undefined, ty }))
  return Object.entries(shape).map(([name, ty]) => ({ name, ty }))
}

/** The variants of an enum, in order, with their indexes. */
export function variantsOf(shapes: VariantShapes): readonly Variant[] {
  let index = -1
  return Object.entries(shapes).map(([name, entry]) => {
    index = isAt(entry) ? entry.index : index + 1
    return { name, index, fields: fieldsOf(isAt(entry) ? entry.shape : entry) }
  })
}

const isList = (shape: Shape): shape is readonly AnyTy[] => Array.isArray(shape)

export function isAt(entry: VariantShape): entry is At<Shape> {
  return atMark in entry
}

// The derive macros record how a field is written; the hand-written descriptions of the standard types do not.
const unspelt = <T>(of: Ty<T>): Ty<T> => spelt(of, '')

function identity(path: string, params: Params): { key: string; path: string[]; params: Param[] } {
  const list = Object.entries(params).map(([name, ty]) => ({ name, ty }))
  const suffix = list.length > 0 ? `<${list.map(({ name, ty }) => ty?.key ?? name).join()}>` : ''
  return { key: path + suffix, path: path.split('::'), params: list }
}
