// Writes a type of real metadata as the expression that declares it.
import type { V16 } from '@polkadot-api/substrate-bindings'
import { spellingOf } from '../runtime/registry.ts'
import { entryOf, type Lifted } from './lift.ts'
import { property, text } from './literal.ts'

interface RealField {
  readonly name: string | undefined
  readonly type: number
  readonly typeName: string | undefined
}
export interface RealVariant {
  readonly name: string
  readonly index: number
  readonly fields: readonly RealField[]
}

/** Notes that an identifier is used, and returns it. */
export type Use = (identifier: string) => string

export interface Source {
  readonly metadata: V16
  readonly lifted: Lifted
  readonly names: ReadonlyMap<number, string>
}

export interface Express {
  /** The type, by its name where it has one. */
  readonly type: (id: number) => string
  /** What a name of its own stands for. */
  readonly definition: (id: number) => string
  /** Variants in one piece. */
  readonly variants: (list: readonly RealVariant[]) => string
  /** The order and the indexes of variants, without what they hold. */
  readonly places: (list: readonly RealVariant[]) => string
  /** What variants hold, without their places. */
  readonly shapes: (list: readonly RealVariant[]) => string
}

export function createExpress({ metadata, lifted, names }: Source, use: Use): Express {
  const { lookup } = metadata

  const type = (id: number): string => {
    const name = names.get(id)
    return name === undefined ? aliased(id, builtIn(id)) : use(name)
  }

  const aliased = (id: number, expression: string): string => {
    const tag = lifted.tags.get(id)
    return tag === undefined ? expression : `${use('alias')}(${expression}, ${text(tag)})`
  }

  const builtIn = (id: number): string => {
    const { path, params, def } = entryOf(lookup, id)
    const param = (index: number): number => {
      const found = params[index]?.type
      if (found === undefined) throw new TypeError(`type ${id} lacks a parameter`)
      return found
    }
    const isByte = (of: number) => lifted.ty(of).key === 'u8'
    switch (path.join('::')) {
      case 'Option':
        return `${use('option')}(${type(param(0))})`
      case 'Result':
        return `${use('result')}(${type(param(0))}, ${type(param(1))})`
      case 'BTreeMap':
        return container(id, 'btreeMap', [param(0), param(1)])
      case 'BTreeSet':
        return container(id, 'btreeSet', [param(0)])
      case 'bounded_collections::bounded_vec::BoundedVec':
        return isByte(param(0)) ? use('boundedBytes') : container(id, 'boundedVec', [param(0)])
      case 'bounded_collections::weak_bounded_vec::WeakBoundedVec':
        return container(id, 'weakVec', [param(0)])
    }
    switch (def.tag) {
      case 'primitive':
        return use(def.value.tag)
      case 'compact':
        return `${use('compact')}(${type(def.value)})`
      case 'sequence':
        return isByte(def.value) ? use('bytes') : `${use('seq')}(${type(def.value)})`
      case 'array':
        return isByte(def.value.type)
          ? `${use('fixed')}(${def.value.len})`
          : `${use('array')}(${type(def.value.type)}, ${def.value.len})`
      case 'tuple':
        return def.value.length === 0 ? use('unit') : `${use('tuple')}(${def.value.map(type).join(', ')})`
      default:
        throw new TypeError(`type ${id} (${path.join('::')}) has no name`)
    }
  }

  // The list inside is given where it has an identity of its own.
  const container = (id: number, name: string, params: readonly number[]): string => {
    const { def } = entryOf(lookup, id)
    const list = def.tag === 'composite' ? def.value[0]?.type : undefined
    if (list === undefined) throw new TypeError(`type ${id} holds no list`)
    const keys = params.map((param) => lifted.ty(param).key)
    const isPlain = lifted.ty(list).key === (keys.length === 1 ? `[${keys[0]}]` : `[(${keys.join()})]`)
    return `${use(name)}(${[...params, ...(isPlain ? [] : [list])].map(type).join(', ')})`
  }

  const field = (real: RealField): string => {
    const expression = type(real.type)
    const spelling = real.typeName ?? ''
    return spellingOf(lifted.ty(real.type)) === spelling
      ? expression
      : `${use('spelt')}(${expression}, ${text(spelling)})`
  }

  const fields = (list: readonly RealField[]): string => {
    const [first] = list
    if (!first) return use('unit')
    if (first.name !== undefined)
      return `{ ${list.map((real) => `${property(real.name ?? '')}: ${field(real)}`).join(', ')} }`
    const isContent = list.length === 1 && lifted.ty(first.type).key !== '()'
    return isContent ? field(first) : `[${list.map(field).join(', ')}]`
  }

  const variants = (list: readonly RealVariant[]): string => {
    if (list.length > 0 && list.every((variant) => variant.fields.length === 0)) return places(list)
    const lines = numbered(list).map(({ name, index, fields: held, isNext }) => {
      const shape = isNext
        ? fields(held)
        : `${use('at')}(${index}${held.length === 0 ? '' : `, ${fields(held)}`})`
      return `${property(name)}: ${shape},\n`
    })
    return `{\n${lines.join('')}}`
  }

  const places = (list: readonly RealVariant[]): string =>
    `${use('names')}(${numbered(list)
      .map(({ name, index, isNext }) => text(isNext ? name : `${name}@${index}`))
      .join(', ')})`

  const shapes = (list: readonly RealVariant[]): string =>
    `{\n${list.map((variant) => `${property(variant.name)}: ${fields(variant.fields)},\n`).join('')}}`

  const definition = (id: number): string => {
    const { path, params, def } = entryOf(lookup, id)
    const generics = params
      .map((param) => `${property(param.name)}: ${param.type === undefined ? 'undefined' : type(param.type)}`)
      .join(', ')
    const rest = params.length > 0 ? `, { ${generics} }` : ''
    const name = text(path.join('::'))
    if (def.tag === 'composite') return aliased(id, `${use('struct')}(${name}, ${fields(def.value)}${rest})`)
    if (def.tag === 'variant') return aliased(id, `${use('variant')}(${name}, ${variants(def.value)}${rest})`)
    throw new TypeError(`a named type is ${def.tag}`)
  }

  return { type, definition, variants, places, shapes }
}

/** Variants, and whether the index of each follows from the one before it. */
const numbered = (list: readonly RealVariant[]) =>
  list.map((variant, i) => ({ ...variant, isNext: variant.index === (list[i - 1]?.index ?? -1) + 1 }))
