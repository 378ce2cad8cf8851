// Turns the registry of real metadata into declared types, finding out which of them need an alias.
import type { V14Lookup, V16 } from '@polkadot-api/substrate-bindings'
import type { AnyTy, Def, Field, Param } from '../runtime/node.ts'
import * as base from '../runtime/ty.ts'

type Entry = V14Lookup[number]
type RealField = { name: string | undefined; type: number; typeName: string | undefined }

export interface Lifted {
  readonly ty: (id: number) => AnyTy
  /** The tag of a type that has the key of another entry, by id. */
  readonly tags: ReadonlyMap<number, string>
}

/** All types of a metadata, with the keys which the printed declarations will have. */
export function lift(metadata: V16): Lifted {
  const { lookup } = metadata
  const tags = chooseTags(metadata)
  const types = new Map<number, AnyTy>()
  const ty = (id: number): AnyTy => {
    const had = types.get(id)
    if (had) return had
    const plain = liftEntry(entryOf(lookup, id), ty)
    const tag = tags.get(id)
    const lifted = tag === undefined ? plain : base.alias(plain, tag)
    types.set(id, lifted)
    return lifted
  }
  return { ty, tags }
}

/** Where several entries would have one key, the one most used keeps it and the others get a tag. */
function chooseTags(metadata: V16): Map<number, string> {
  const { lookup } = metadata
  const groups = new Map<string, Entry[]>()
  for (const entry of lookup) {
    const { path, params, def } = entry
    const identity = JSON.stringify(path.length > 0 ? [path, params] : def)
    groups.set(identity, [...(groups.get(identity) ?? []), entry])
  }
  const { hints, uses } = survey(metadata)
  const used = (entry: Entry) => uses.get(entry.id) ?? 0
  const tags = new Map<number, string>()
  for (const group of groups.values()) {
    const [, ...others] = group.toSorted((a, b) => used(b) - used(a))
    const taken = new Set<string>()
    for (const { id } of others.sort((a, b) => a.id - b.id)) {
      const tag = freeTag(taken, hints.get(id) ?? 'other')
      taken.add(tag)
      tags.set(id, tag)
    }
  }
  return tags
}

export function entryOf(lookup: V14Lookup, id: number): Entry {
  const entry = lookup[id]
  if (!entry) throw new RangeError(`no type of id ${id}`)
  return entry
}

function liftEntry(entry: Entry, ty: (id: number) => AnyTy): AnyTy {
  const { def } = entry
  if (entry.path.length > 0) return liftNamed(entry, ty)
  switch (def.tag) {
    case 'primitive':
      return primitive(def.value.tag)
    case 'compact':
      return base.compact(ty(def.value))
    case 'sequence': {
      const of = ty(def.value)
      return of.key === 'u8' ? base.bytes : base.seq(of)
    }
    case 'array': {
      const of = ty(def.value.type)
      return of.key === 'u8' ? base.fixed(def.value.len) : base.array(of, def.value.len)
    }
    case 'tuple':
      return def.value.length === 0 ? base.unit : base.tuple(...def.value.map(ty))
    default:
      throw new TypeError(`cannot declare ${def.tag} (type ${entry.id})`)
  }
}

function liftNamed(entry: Entry, ty: (id: number) => AnyTy): AnyTy {
  const params: Param[] = entry.params.map((param) => ({
    name: param.name,
    ty: param.type === undefined ? undefined : ty(param.type),
  }))
  const suffix = params.length > 0 ? `<${params.map((param) => param.ty?.key ?? param.name).join()}>` : ''
  const fields = (list: readonly RealField[]): Field[] =>
    list.map(({ name, type, typeName }) => ({ name, ty: base.spelt(ty(type), typeName ?? '') }))
  return base.node({
    key: entry.path.join('::') + suffix,
    path: entry.path,
    params,
    def: (): Def => {
      if (entry.def.tag === 'composite') return { kind: 'composite', fields: fields(entry.def.value) }
      if (entry.def.tag === 'variant')
        return {
          kind: 'variant',
          variants: entry.def.value.map((variant) => ({
            name: variant.name,
            index: variant.index,
            fields: fields(variant.fields),
          })),
        }
      throw new TypeError(`a named type is ${entry.def.tag}`)
    },
  })
}

function primitive(name: string): AnyTy {
  const all: Record<string, AnyTy> = {
    ...{ bool: base.bool, str: base.str, u8: base.u8, u16: base.u16, u32: base.u32, u64: base.u64 },
    ...{ u128: base.u128, u256: base.u256, i8: base.i8, i16: base.i16, i32: base.i32, i64: base.i64 },
    ...{ i128: base.i128 },
  }
  const found = all[name]
  if (!found) throw new TypeError(`cannot declare ${name}`)
  return found
}

/** How often each type is a field, and how the source spells it where it first is one. */
function survey({ lookup, pallets }: V16): { hints: Map<number, string>; uses: Map<number, number> } {
  const hints = new Map<number, string>()
  const uses = new Map<number, number>()
  const note = (id: number, text: string | undefined) => {
    uses.set(id, (uses.get(id) ?? 0) + 1)
    // Inside a bounded list the spelling says nothing.
    if (text !== undefined && text !== 'Vec<T>' && !hints.has(id)) hints.set(id, text)
  }
  for (const { def } of lookup) {
    const lists = def.tag === 'composite' ? [def.value] : []
    if (def.tag === 'variant') lists.push(...def.value.map((variant) => variant.fields))
    for (const field of lists.flat()) note(field.type, field.typeName)
  }
  for (const pallet of pallets)
    for (const { name, type } of pallet.storage?.items ?? []) {
      note(type.tag === 'map' ? type.value.value : type.value, `${pallet.name}.${name}`)
      if (type.tag === 'map') note(type.value.key, `key of ${pallet.name}.${name}`)
    }
  return { hints, uses }
}

function freeTag(taken: ReadonlySet<string>, hint: string): string {
  let tag = hint
  for (let count = 2; taken.has(tag); count += 1) tag = `${hint} ${count}`
  return tag
}
