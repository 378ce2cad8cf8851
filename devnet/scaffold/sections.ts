// What a pallet's storage and its enums hold, for whichever file they are printed in.
import type { V16 } from '@polkadot-api/substrate-bindings'
import { decodeAll, hex } from '../runtime/decode.ts'
import type { AnyTy } from '../runtime/node.ts'
import { createExpress, type RealVariant, type Source } from './express.ts'
import { entryOf } from './lift.ts'
import { literal, property } from './literal.ts'
import type { Module } from './module.ts'

export type RealItem = NonNullable<V16['pallets'][number]['storage']>['items'][number]

/** Storage items as properties of an object. */
export const storageLines = (items: readonly RealItem[], source: Source, module: Module): string[] =>
  items.map((real) => `${property(real.name)}: ${itemOf(real, source, module)}`)

/** The variants of a pallet's enum. */
export function variantsOf(id: number, { metadata }: Source): readonly RealVariant[] {
  const { path, def } = entryOf(metadata.lookup, id)
  if (def.tag !== 'variant') throw new TypeError(`${path.join('::')} is no enum`)
  return def.value
}

const HASHERS: Readonly<Record<string, string>> = {
  Blake2128Concat: 'b2',
  Twox64Concat: 't64',
  Identity: 'idn',
}

function itemOf(real: RealItem, source: Source, { use }: Module): string {
  const { lifted } = source
  const express = createExpress(source, use)
  const value = (type: number, encoded: string) => literal(decodeAll(lifted.ty(type), hex(encoded)), use)
  const isDefault = real.modifier === 1
  if (real.type.tag === 'plain') {
    const inner = express.type(real.type.value)
    return isDefault
      ? `${use('val')}(${inner}, ${value(real.type.value, real.fallback)})`
      : `${use('opt')}(${inner})`
  }
  const { hashers, key, value: type } = real.type.value
  const parts = keyParts(lifted.ty(key), hashers.length, key, source)
  const keys = hashers.map((hasher, index) => {
    const name = HASHERS[hasher.tag]
    const part = parts[index]
    if (name === undefined || part === undefined) throw new TypeError(`${real.name}: ${hasher.tag}`)
    return `${use(name)}(${express.type(part)})`
  })
  const plainKey = `(${parts.map((part) => lifted.ty(part).key).join()})`
  const isPlain = hashers.length === 1 || lifted.ty(key).key === plainKey
  const rest = isPlain ? '' : `, ${express.type(key)}`
  return isDefault
    ? `${use('map')}([${keys.join(', ')}], ${express.type(type)}, ${value(type, real.fallback)}${rest})`
    : `${use('omap')}([${keys.join(', ')}], ${express.type(type)}${rest})`
}

function keyParts(key: AnyTy, count: number, id: number, { metadata }: Source): readonly number[] {
  if (count === 1) return [id]
  const { def } = entryOf(metadata.lookup, id)
  if (def.tag !== 'tuple' || def.value.length !== count)
    throw new TypeError(`${key.key} is no key of ${count} parts`)
  return def.value
}
