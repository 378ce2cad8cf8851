// Collects declared types into the metadata's registry, in the order in which Rust's scale-info numbers them.
import type { V14Lookup } from '@polkadot-api/substrate-bindings'
import type { AnyTy, Def, Field } from './node.ts'

type Entry = V14Lookup[number]

export interface Registry {
  readonly entries: readonly Entry[]
  /** The id of a type; registers it and all it mentions. Throws if another shape already has its key. */
  readonly id: (ty: AnyTy) => number
}

export function createRegistry(): Registry {
  const entries: Entry[] = []
  const known = new Map<string, { id: number; ty: AnyTy }>()

  const id = (ty: AnyTy): number => {
    const had = known.get(ty.key)
    if (had) {
      refuseOther(had.ty, ty)
      return had.id
    }
    // The id is taken before the children are visited: that is scale-info's order, and ends recursion.
    const taken = entries.length
    known.set(ty.key, { id: taken, ty })
    const entry: Entry = {
      id: taken,
      path: [...ty.path],
      params: [],
      def: { tag: 'tuple', value: [] },
      docs: [],
    }
    entries.push(entry)
    entry.params = ty.params.map((param) => ({ name: param.name, type: param.ty && id(param.ty) }))
    entry.def = describe(ty.def, id)
    return taken
  }
  return { entries, id }
}

function describe(def: Def, id: Registry['id']): Entry['def'] {
  const fields = (list: readonly Field[]) =>
    list.map(({ name, ty }) => ({ name, type: id(ty), typeName: spellingOf(ty) || undefined, docs: [] }))
  switch (def.kind) {
    case 'primitive':
      return { tag: 'primitive', value: { tag: def.name, value: undefined } }
    case 'compact':
      return { tag: 'compact', value: id(def.of) }
    case 'sequence':
      return { tag: 'sequence', value: id(def.of) }
    case 'array':
      return { tag: 'array', value: { len: def.length, type: id(def.of) } }
    case 'tuple':
      return { tag: 'tuple', value: def.of.map(id) }
    case 'composite':
      return { tag: 'composite', value: fields(def.fields) }
    case 'variant':
      return {
        tag: 'variant',
        value: def.variants.map(({ name, index, fields: list }) => ({
          name,
          index,
          fields: fields(list),
          docs: [],
        })),
      }
  }
}

/** How Rust source most often writes a type; `spelt` says otherwise. */
export function spellingOf(ty: AnyTy): string {
  if (ty.spelling !== undefined) return ty.spelling
  const last = ty.path.at(-1)
  if (last === 'Option' && ty.params[0]?.ty) return `Option<${spellingOf(ty.params[0].ty)}>`
  if (last !== undefined) return last
  switch (ty.def.kind) {
    case 'primitive':
      return ty.def.name === 'str' ? 'String' : ty.def.name
    case 'compact':
      return spellingOf(ty.def.of)
    case 'sequence':
      return `Vec<${spellingOf(ty.def.of)}>`
    case 'array':
      return `[${spellingOf(ty.def.of)}; ${ty.def.length}]`
    case 'tuple':
      return `(${ty.def.of.map(spellingOf).join(', ')})`
    default:
      throw new TypeError(`${ty.key} has no path`)
  }
}

const seen = new WeakMap<AnyTy, string>()

// Two shapes under one key would silently become the first of them.
function refuseOther(first: AnyTy, second: AnyTy): void {
  if (first !== second && first.def !== second.def && signature(first) !== signature(second))
    throw new Error(`two different types are declared as ${first.key}`)
}

function signature(ty: AnyTy): string {
  const had = seen.get(ty)
  if (had !== undefined) return had
  const params = ty.params.map((param) => `${param.name}=${param.ty?.key ?? ''}`)
  const text = JSON.stringify([ty.path, params, shapeText(ty.def)])
  seen.set(ty, text)
  return text
}

function shapeText(def: Def): unknown {
  const fields = (list: readonly Field[]) => list.map(({ name, ty }) => [name, ty.key, spellingOf(ty)])
  switch (def.kind) {
    case 'primitive':
      return def.name
    case 'compact':
    case 'sequence':
      return [def.kind, def.of.key]
    case 'array':
      return [def.length, def.of.key]
    case 'tuple':
      return def.of.map((part) => part.key)
    case 'composite':
      return fields(def.fields)
    case 'variant':
      return def.variants.map((entry) => [entry.name, entry.index, fields(entry.fields)])
  }
}
