// Derives a runtime from another by changing declarations; whatever mentions a changed type mentions the new one.
import type { AnyItem, Api, Extension, HashedKey, Method, Pallet, Runtime } from './declare.ts'
import { at, isAt, type Shape, type VariantShapes } from './named.ts'
import { type AnyTy, type Def, type Erased, type Field, isTy } from './node.ts'
import { type OuterEnums, outerEnums } from './outer.ts'
import { node, spelt, unit } from './ty.ts'

export interface Changes {
  /** What a pallet becomes. */
  readonly pallet?: (pallet: Pallet) => Pallet
  /** What a type becomes; `undefined` leaves it. */
  readonly type?: (ty: AnyTy) => AnyTy | undefined
  readonly apis?: (apis: readonly Api[]) => readonly Api[]
  readonly extensions?: (extensions: readonly Extension[]) => readonly Extension[]
}

export function derive(runtime: Runtime, changes: Changes): Runtime {
  // The outer enums are made of the new pallets, and the new pallets mention the outer enums: hence asked for late.
  const outer = outerEnums(runtime.root, () => pallets)
  const renew = createRenewal(outer, changes.type ?? (() => undefined))
  const pallets = runtime.pallets.map((pallet) => renewPallet(changes.pallet?.(pallet) ?? pallet, renew))
  const apis = (changes.apis?.(runtime.apis) ?? runtime.apis).map((api) => ({
    ...api,
    methods: mapValues(api.methods, (method) => renewMethod(method, renew)),
  }))
  const extensions = (changes.extensions?.(runtime.extensions) ?? runtime.extensions).map((extension) => ({
    ...extension,
    extra: renew(extension.extra),
    implicit: renew(extension.implicit),
  }))
  return {
    ...{ root: runtime.root, pallets, apis, extensions },
    extra: renew(runtime.extra),
    address: renew(runtime.address),
    signature: renew(runtime.signature),
    extrinsic: renew(runtime.extrinsic),
    self: renew(runtime.self),
    ...outer,
  }
}

/** Gives the type that stands for another in the new runtime; one node stays one node. */
type Renew = (ty: AnyTy) => AnyTy

function createRenewal(outer: OuterEnums, change: (ty: AnyTy) => AnyTy | undefined): Renew {
  const renewed = new Map<AnyTy, AnyTy>()
  const outerByKey = new Map<string, AnyTy>([outer.call, outer.event, outer.error].map((ty) => [ty.key, ty]))
  const original = (ty: AnyTy): AnyTy => {
    const had = renewed.get(ty)
    if (had) return had
    const made = remake(ty)
    renewed.set(ty, made)
    return made
  }
  const remake = (ty: AnyTy): AnyTy => {
    const joined = outerByKey.get(ty.key)
    if (joined) return ty.spelling === undefined ? joined : spelt(joined, ty.spelling)
    const source = change(ty) ?? ty
    // A type without a path has nothing late in it, so its description may be looked at.
    if (source === unit || (source.path.length === 0 && source.def.kind === 'primitive')) return source
    return node({
      key: source.key,
      path: source.path,
      params: source.params.map(({ name, ty: param }) => ({ name, ty: param && original(param) })),
      spelling: ty.spelling ?? source.spelling,
      def: () => renewDef(source.def, original),
    })
  }
  return original
}

function renewDef(def: Def, renew: Renew): Def {
  const fields = (list: readonly Field[]): readonly Field[] =>
    list.map(({ name, ty }) => ({ name, ty: renew(ty) }))
  switch (def.kind) {
    case 'primitive':
      return def
    case 'compact':
    case 'sequence':
    case 'array':
      return { ...def, of: renew(def.of) }
    case 'tuple':
      return { kind: 'tuple', of: def.of.map((part) => renew(part)) }
    case 'composite':
      return { kind: 'composite', fields: fields(def.fields) }
    case 'variant':
      return {
        kind: 'variant',
        variants: def.variants.map((variant) => ({ ...variant, fields: fields(variant.fields) })),
      }
  }
}

function renewPallet(pallet: Pallet, renew: Renew): Pallet {
  const shapes = (part: 'calls' | 'events' | 'errors') =>
    pallet[part] && { [part]: renewVariants(pallet[part], renew) }
  return {
    ...pallet,
    ...(pallet.storage && { storage: mapValues(pallet.storage, (item) => renewItem(item, renew)) }),
    ...shapes('calls'),
    ...shapes('events'),
    ...shapes('errors'),
    ...(pallet.constants && {
      constants: mapValues(pallet.constants, ({ ty, value }) => ({ ty: renew(ty), value })),
    }),
    ...(pallet.views && {
      views: mapValues(pallet.views, (view) => ({ ...view, ...renewMethod(view, renew) })),
    }),
    ...(pallet.associated && { associated: mapValues(pallet.associated, (ty) => renew(ty)) }),
  }
}

function renewItem(item: AnyItem, renew: Renew): AnyItem {
  const keys: readonly HashedKey<Erased>[] = item.keys
  return {
    ...item,
    keys: keys.map(({ hasher, ty }) => ({ hasher, ty: renew(ty) })),
    keyType: item.keyType && renew(item.keyType),
    value: renew(item.value),
  }
}

function renewMethod(method: Method, renew: Renew): Method {
  return { inputs: mapValues(method.inputs, (ty) => renew(ty)), output: renew(method.output) }
}

function renewVariants(shapes: VariantShapes, renew: Renew): VariantShapes {
  const shape = (of: Shape): Shape => {
    if (isTy(of)) return renew(of)
    return isList(of) ? of.map((ty) => renew(ty)) : mapValues(of, (ty) => renew(ty))
  }
  return mapValues(shapes, (entry) => (isAt(entry) ? at(entry.index, shape(entry.shape)) : shape(entry)))
}

const isList = (shape: Shape): shape is readonly AnyTy[] => Array.isArray(shape)

function mapValues<X, Y>(of: { readonly [name: string]: X }, change: (value: X) => Y): Record<string, Y> {
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, change(value)]))
}
