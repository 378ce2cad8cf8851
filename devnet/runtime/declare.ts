// How a runtime is declared: pallets with storage, calls, events, errors and constants; runtime APIs; extensions.

import type { EnumOut, Tagged, VariantShapes } from './named.ts'
import type { AnyTy, Erased, Out, Ty } from './node.ts'

export type HasherName =
  | 'Blake2128'
  | 'Blake2256'
  | 'Blake2128Concat'
  | 'Twox128'
  | 'Twox256'
  | 'Twox64Concat'
  | 'Identity'

/** One key of a storage map and how it is hashed. */
export interface HashedKey<K> {
  readonly hasher: HasherName
  readonly ty: Ty<K>
}

export const b2 = <K>(ty: Ty<K>): HashedKey<K> => ({ hasher: 'Blake2128Concat', ty })
export const t64 = <K>(ty: Ty<K>): HashedKey<K> => ({ hasher: 'Twox64Concat', ty })
export const idn = <K>(ty: Ty<K>): HashedKey<K> => ({ hasher: 'Identity', ty })

type AnyKey = HashedKey<Erased>
type Keys<A extends readonly AnyKey[]> = {
  -readonly [I in keyof A]: A[I] extends HashedKey<infer K> ? K : never
}

/**
 * A storage item with keys K and value V; `Absent` is what reading an absent entry gives. The modifier stands on its own
 * because a default-valued item of type Option cannot be told from an optional one by its default.
 */
export interface StorageItem<K extends readonly unknown[], V, Absent> {
  readonly keys: { readonly [I in keyof K]: HashedKey<K[I]> }
  /** The type of a map's key as a whole: the only key's type, or the tuple; given where its identity differs. */
  readonly keyType: AnyTy | undefined
  readonly value: Ty<V>
  readonly modifier: 'optional' | 'default'
  readonly fallback: Absent
}

export type AnyItem = StorageItem<Erased, Erased, Erased>

/** A value with a default. */
export function val<V>(value: Ty<V>, fallback: NoInfer<V>): StorageItem<[], V, V> {
  return { keys: [], keyType: undefined, value, modifier: 'default', fallback }
}

/** An optional value. */
export function opt<V>(value: Ty<V>): StorageItem<[], V, undefined> {
  return { keys: [], keyType: undefined, value, modifier: 'optional', fallback: undefined }
}

/** A map whose absent entries read as the default. */
export function map<const A extends readonly AnyKey[], V>(
  keys: A,
  value: Ty<V>,
  fallback: NoInfer<V>,
  keyType?: AnyTy,
): StorageItem<Keys<A>, V, V> {
  return { keys: keys as Erased, keyType, value, modifier: 'default', fallback }
}

/** A map whose absent entries are absent. */
export function omap<const A extends readonly AnyKey[], V>(
  keys: A,
  value: Ty<V>,
  keyType?: AnyTy,
): StorageItem<Keys<A>, V, undefined> {
  return { keys: keys as Erased, keyType, value, modifier: 'optional', fallback: undefined }
}

export interface Constant<V> {
  readonly ty: Ty<V>
  readonly value: V
}

export function konst<V>(ty: Ty<V>, value: NoInfer<V>): Constant<V> {
  return { ty, value }
}

/** A function of a runtime API: argument names and types in their order, and the answer. */
export interface Method {
  readonly inputs: { readonly [name: string]: AnyTy }
  readonly output: AnyTy
}

/** A function that metadata v16 offers under a 32-byte id. */
interface ViewFunction extends Method {
  readonly id: string
}

type Generics = { readonly [name: string]: AnyTy | undefined }

export interface PalletDeclaration {
  /** The path of its enums, without `pallet::Call`: `pallet_balances`. Only a pallet without enums has none. */
  readonly path?: string
  /** The crate as the runtime imports it, where that differs. */
  readonly crate?: string
  /** Storage prefix, where it is not the pallet's name. */
  readonly prefix?: string
  /** Generic parameters of Call and Error (default `T`), and of Event where they differ. */
  readonly params?: Generics
  readonly eventParams?: Generics
  readonly storage?: { readonly [name: string]: AnyItem }
  readonly calls?: VariantShapes
  readonly events?: VariantShapes
  readonly errors?: VariantShapes
  readonly constants?: { readonly [name: string]: Constant<Erased> }
  readonly views?: { readonly [name: string]: ViewFunction }
  readonly associated?: { readonly [name: string]: AnyTy }
}

export type Pallet<D extends PalletDeclaration = PalletDeclaration> = D & {
  readonly name: string
  readonly index: number
}

export function pallet<const D extends PalletDeclaration>(
  index: number,
  name: string,
  declared: D,
): Pallet<D> {
  return { ...declared, name, index }
}

/** The arguments of one call: `CallArgs<typeof Balances, 'transfer_keep_alive'>` is `{ dest, value }`. */
export type CallArgs<
  P extends PalletDeclaration,
  C extends keyof P['calls'],
> = P['calls'] extends VariantShapes ? PayloadOf<P['calls'], C> : never

/** The fields of one event, as they are emitted. */
export type EventArgs<
  P extends PalletDeclaration,
  E extends keyof P['events'],
> = P['events'] extends VariantShapes ? PayloadOf<P['events'], E> : never

type PayloadOf<V, K> =
  EnumOut<V> extends infer U ? (U extends { type: K; value?: infer X } ? X : never) : never

/** The names of a pallet's errors. */
export type ErrorName<P extends PalletDeclaration> = keyof P['errors'] & string

export interface Api {
  readonly name: string
  readonly version: number
  readonly methods: { readonly [name: string]: Method }
}

export function api<const M extends Api['methods']>(
  name: string,
  version: number,
  methods: M,
): Api & { readonly methods: M } {
  return { name, version, methods }
}

/** The arguments of an API function by name, and its answer. */
export type ApiArgs<A extends Api, F extends keyof A['methods']> = {
  [K in keyof A['methods'][F]['inputs']]: Out<A['methods'][F]['inputs'][K]>
}
export type ApiAnswer<A extends Api, F extends keyof A['methods']> = Out<A['methods'][F]['output']>

/** A transaction extension: what it adds to the extrinsic, and what it adds to the signed payload only. */
export interface Extension {
  readonly name: string
  readonly extra: AnyTy
  readonly implicit: AnyTy
}

export function extension(name: string, extra: AnyTy, implicit: AnyTy): Extension {
  return { name, extra, implicit }
}

/** A call, event or error of any pallet: `{ type: 'Balances', value: { type: 'transfer_all', value: {…} } }`. */
export interface Outer {
  type: string
  value: Tagged
}

export interface Runtime {
  /** The crate of the runtime itself, e.g. `node_subtensor_runtime`. */
  readonly root: string
  readonly pallets: readonly Pallet[]
  readonly apis: readonly Api[]
  /** The flat list, in the order in which extrinsics carry them. */
  readonly extensions: readonly Extension[]
  /** The same as the source nests it; metadata v15 names this type. Never decode by it. */
  readonly extra: AnyTy
  readonly address: AnyTy
  readonly signature: AnyTy
  readonly extrinsic: AnyTy
  readonly call: Ty<Outer>
  readonly event: Ty<Outer>
  readonly error: Ty<Outer>
  /** The type `Runtime`, which metadata v14 and v15 mention. */
  readonly self: AnyTy
}
