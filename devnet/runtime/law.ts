// Compares declared metadata with a chain's: what is declared must exist there under the same name, index and shape.
import type { V14Lookup, V16 } from '@polkadot-api/substrate-bindings'

export interface Verdict {
  /** One line for each difference, beginning with its place. */
  readonly differences: readonly string[]
  /** How many pieces were compared: names, indexes, types, values. */
  readonly compared: number
}

/**
 * Walks both graphs of types in parallel, from the pallets, APIs and extensions inwards. A partial runtime may lack pallets,
 * items, calls, events and errors; `strict` demands all of them, in the chain's order and in the source's spelling. Not
 * compared: docs and deprecations, which no client of ours needs.
 */
export function law(ours: V16, real: V16, { strict }: { readonly strict: boolean }): Verdict {
  const differences: string[] = []
  let compared = 0
  const same = (place: string, declared: unknown, actual: unknown): boolean => {
    compared += 1
    if (declared !== actual) differences.push(`${place}: declared ${show(declared)}, real ${show(actual)}`)
    return declared === actual
  }
  const exists = <X>(place: string, found: X | undefined): found is X => {
    compared += 1
    if (found === undefined) differences.push(`${place}: not in the real chain`)
    return found !== undefined
  }
  const types = createTypeLaw({ ours: ours.lookup, real: real.lookup, strict, same, exists })

  /** Compares entries of one name; missing ones are a difference, and in a strict law their order too. */
  const each = <X, Y>(
    place: string,
    lists: { ours: readonly X[]; real: readonly Y[] },
    nameOf: (entry: X | Y) => string,
    compare: (place: string, declared: X, actual: Y) => void,
  ): void => {
    const byName = new Map(lists.real.map((entry) => [nameOf(entry), entry]))
    for (const entry of lists.ours) {
      const here = `${place}.${nameOf(entry)}`
      const found = byName.get(nameOf(entry))
      if (exists(here, found)) compare(here, entry, found)
    }
    if (strict) same(`${place} names`, lists.ours.map(nameOf).join(), lists.real.map(nameOf).join())
  }
  const byName = (entry: { name: string }) => entry.name

  // Each pair of types is compared once: a call is reported under its pallet because the pallets' own enums come first.
  for (const declared of ours.pallets) {
    const actual = real.pallets.find(({ name }) => name === declared.name)
    if (!actual) continue
    for (const part of ['calls', 'events', 'errors'] as const) {
      const [mine, theirs] = [declared[part], actual[part]]
      const place = `pallets.${declared.name} ${part}`
      if (strict || mine) same(place, mine !== undefined, theirs !== undefined)
      if (mine && theirs) types(place, mine.type, theirs.type)
    }
  }

  each('pallets', { ours: ours.pallets, real: real.pallets }, byName, (place, declared, actual) => {
    same(`${place} index`, declared.index, actual.index)
    if (declared.storage) same(`${place} prefix`, declared.storage.prefix, actual.storage?.prefix)
    const items = { ours: declared.storage?.items ?? [], real: actual.storage?.items ?? [] }
    each(`${place} storage`, items, byName, storageItem)
    each(`${place} constants`, { ours: declared.constants, real: actual.constants }, byName, (here, a, b) => {
      types(here, a.type, b.type)
      same(`${here} value`, a.value, b.value)
    })
    const associated = { ours: declared.associatedTypes, real: actual.associatedTypes }
    each(`${place} associated`, associated, byName, (here, a, b) => types(here, a.type, b.type))
    each(`${place} views`, { ours: declared.viewFns, real: actual.viewFns }, byName, (here, a, b) => {
      same(`${here} id`, a.id, b.id)
      method(here, a, b)
    })
  })

  function storageItem(place: string, a: Item, b: Item): void {
    same(`${place} modifier`, a.modifier, b.modifier)
    same(`${place} default`, a.fallback, b.fallback)
    if (a.type.tag === 'plain' && b.type.tag === 'plain') types(`${place} value`, a.type.value, b.type.value)
    else if (a.type.tag === 'map' && b.type.tag === 'map') {
      const hashers = (list: readonly { tag: string }[]) => list.map((hasher) => hasher.tag).join()
      same(`${place} hashers`, hashers(a.type.value.hashers), hashers(b.type.value.hashers))
      types(`${place} key`, a.type.value.key, b.type.value.key)
      types(`${place} value`, a.type.value.value, b.type.value.value)
    } else same(`${place} kind`, a.type.tag, b.type.tag)
  }

  function method(place: string, a: Method, b: Method): void {
    same(`${place} arguments`, a.inputs.map(byName).join(), b.inputs.map(byName).join())
    a.inputs.forEach((input, index) => {
      const other = b.inputs[index]
      if (other) types(`${place}(${input.name})`, input.type, other.type)
    })
    types(`${place} answer`, a.output, b.output)
  }

  each('apis', { ours: ours.apis, real: real.apis }, byName, (place, declared, actual) => {
    same(`${place} version`, declared.version, actual.version)
    each(place, { ours: declared.methods, real: actual.methods }, byName, method)
  })

  const [a, b] = [ours.extrinsic, real.extrinsic]
  same('extrinsic versions', a.version.join(), b.version.join())
  same(
    'extensions by version',
    JSON.stringify(a.signedExtensionsByVersion),
    JSON.stringify(b.signedExtensionsByVersion),
  )
  const identifier = (extension: { identifier: string }) => extension.identifier
  same('extensions', a.signedExtensions.map(identifier).join(), b.signedExtensions.map(identifier).join())
  each(
    'extensions',
    { ours: a.signedExtensions, real: b.signedExtensions },
    identifier,
    (place, mine, theirs) => {
      types(`${place} extra`, mine.type, theirs.type)
      types(`${place} implicit`, mine.additionalSigned, theirs.additionalSigned)
    },
  )
  for (const part of ['address', 'call', 'signature'] as const) types(`extrinsic ${part}`, a[part], b[part])
  for (const part of ['call', 'event', 'error'] as const)
    types(`outer ${part}`, ours.outerEnums[part], real.outerEnums[part])
  if (strict) same('types', ours.lookup.length, real.lookup.length)
  return { differences, compared }
}

type Item = NonNullable<V16['pallets'][number]['storage']>['items'][number]
type Method = Pick<V16['apis'][number]['methods'][number], 'inputs' | 'output'>
type Entry = V14Lookup[number]
type RealField = { name: string | undefined; type: number; typeName: string | undefined }

interface TypeLaw {
  readonly ours: V14Lookup
  readonly real: V14Lookup
  readonly strict: boolean
  readonly same: (place: string, declared: unknown, actual: unknown) => boolean
  readonly exists: <X>(place: string, found: X | undefined) => found is X
}

// Enums that name the pallets, or belong to one: a partial runtime has fewer variants.
const OPEN =
  /(::Runtime(Call|Event|Error|HoldReason|FreezeReason)|::OriginCaller|::pallet::(Call|Event|Error))$/

/** Compares two types by id, each pair once. */
function createTypeLaw({ ours, real, strict, same, exists }: TypeLaw) {
  const done = new Set<string>()
  const compare = (place: string, a: number, b: number): void => {
    if (done.has(`${a}:${b}`)) return
    done.add(`${a}:${b}`)
    const [x, y] = [entryOf(ours, a), entryOf(real, b)]
    const path = x.path.join('::')
    same(`${place} path`, path, y.path.join('::'))
    const generics = ({ params }: Entry) =>
      params.map(({ name, type }) => name + (type === undefined ? '?' : '')).join()
    same(`${place} parameters`, generics(x), generics(y))
    x.params.forEach(({ name, type }, index) => {
      const other = y.params[index]?.type
      if (type !== undefined && other !== undefined) compare(`${place}<${name}>`, type, other)
    })
    if (same(`${place} kind`, x.def.tag, y.def.tag)) shape(place, x.def, y.def, strict || !OPEN.test(path))
  }

  const shape = (place: string, x: Entry['def'], y: Entry['def'], complete: boolean): void => {
    if (x.tag === 'primitive' && y.tag === 'primitive') same(place, x.value.tag, y.value.tag)
    else if (x.tag === 'compact' && y.tag === 'compact') compare(`${place} compact`, x.value, y.value)
    else if (x.tag === 'sequence' && y.tag === 'sequence') compare(`${place}[]`, x.value, y.value)
    else if (x.tag === 'array' && y.tag === 'array') {
      same(`${place} length`, x.value.len, y.value.len)
      compare(`${place}[n]`, x.value.type, y.value.type)
    } else if (x.tag === 'tuple' && y.tag === 'tuple') {
      same(`${place} length`, x.value.length, y.value.length)
      x.value.forEach((part, index) => {
        const other = y.value[index]
        if (other !== undefined) compare(`${place}.${index}`, part, other)
      })
    } else if (x.tag === 'composite' && y.tag === 'composite') fields(place, x.value, y.value)
    else if (x.tag === 'variant' && y.tag === 'variant') {
      const byName = new Map(y.value.map((variant) => [variant.name, variant]))
      for (const variant of x.value) {
        const here = `${place}.${variant.name}`
        const other = byName.get(variant.name)
        if (!exists(here, other)) continue
        same(`${here} index`, variant.index, other.index)
        fields(here, variant.fields, other.fields)
      }
      const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join()
      if (complete) same(`${place} variants`, names(x.value), names(y.value))
    } else same(`${place} kind`, x.tag, `unknown ${y.tag}`)
  }

  const fields = (place: string, x: readonly RealField[], y: readonly RealField[]): void => {
    same(`${place} fields`, x.map(({ name }) => name ?? '_').join(), y.map(({ name }) => name ?? '_').join())
    x.forEach(({ name, type, typeName }, index) => {
      const other = y[index]
      if (!other) return
      compare(`${place}.${name ?? index}`, type, other.type)
      if (strict) same(`${place}.${name ?? index} spelling`, typeName, other.typeName)
    })
  }
  return compare
}

function entryOf(lookup: V14Lookup, id: number): Entry {
  const entry = lookup[id]
  if (!entry) throw new RangeError(`no type of id ${id}`)
  return entry
}

const show = (value: unknown): string => {
  const text = String(value)
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}
