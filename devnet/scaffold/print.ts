// Prints pallets, APIs and extensions as declarations.
import type { V16 } from '@polkadot-api/substrate-bindings'
import { decodeAll, hex } from '../runtime/decode.ts'
import type { AnyTy } from '../runtime/node.ts'
import { createExpress, type Source } from './express.ts'
import { entryOf } from './lift.ts'
import { literal, property, text } from './literal.ts'
import type { Module } from './module.ts'
import { palletName } from './naming.ts'

type RealPallet = V16['pallets'][number]
type RealItem = NonNullable<RealPallet['storage']>['items'][number]
type RealMethod = V16['apis'][number]['methods'][number]

const HASHERS: Readonly<Record<string, string>> = {
  Blake2128Concat: 'b2',
  Twox64Concat: 't64',
  Identity: 'idn',
}

export function printPallet(pallet: RealPallet, source: Source, module: Module): string {
  const { metadata, lifted } = source
  const { lookup } = metadata
  const { use } = module
  const express = createExpress(source, use)
  const value = (type: number, encoded: string) => literal(decodeAll(lifted.ty(type), hex(encoded)), use)

  const generics = (ref: { type: number } | undefined): string | undefined =>
    ref &&
    entryOf(lookup, ref.type)
      .params.map((param) => text(param.name))
      .join(', ')
  const { calls, events, errors } = pallet
  const enums = [calls, errors, events].flatMap((ref) => (ref ? [entryOf(lookup, ref.type)] : []))
  const path = enums[0]?.path.slice(0, -2).join('::')
  const params = generics(calls ?? errors ?? events)
  const head: string[] = []
  if (path !== undefined) head.push(`path: ${text(path)},`)
  const crate = crateOf(pallet, source)
  if (crate !== undefined && crate !== path?.split('::')[0]) head.push(`crate: ${text(crate)},`)
  if (pallet.storage && pallet.storage.prefix !== pallet.name)
    head.push(`prefix: ${text(pallet.storage.prefix)},`)
  if (params !== undefined && params !== "'T'") head.push(`params: ${use('generics')}(${params}),`)
  if (events && generics(events) !== params)
    head.push(`eventParams: ${use('generics')}(${generics(events)}),`)

  const section = (name: string, lines: readonly string[]): string[] =>
    lines.length > 0 ? [`${name}: {`, ...lines.map((line) => `${line},`), '},'] : []
  const enumSection = (name: string, ref: { type: number } | undefined): string[] => {
    if (!ref) return []
    const { def } = entryOf(lookup, ref.type)
    if (def.tag !== 'variant') throw new TypeError(`${pallet.name} ${name} is no enum`)
    return [`${name}: ${express.variants(def.value)},`]
  }

  const item = (real: RealItem): string => {
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
      if (name === undefined || part === undefined)
        throw new TypeError(`${pallet.name}.${real.name}: ${hasher.tag}`)
      return `${use(name)}(${express.type(part)})`
    })
    const plainKey = `(${parts.map((part) => lifted.ty(part).key).join()})`
    const isPlain = hashers.length === 1 || lifted.ty(key).key === plainKey
    const rest = isPlain ? '' : `, ${express.type(key)}`
    return isDefault
      ? `${use('map')}([${keys.join(', ')}], ${express.type(type)}, ${value(type, real.fallback)}${rest})`
      : `${use('omap')}([${keys.join(', ')}], ${express.type(type)}${rest})`
  }

  const body = [
    ...head,
    ...(pallet.storage
      ? section(
          'storage',
          pallet.storage.items.map((real) => `${property(real.name)}: ${item(real)}`),
        )
      : []),
    ...enumSection('calls', calls),
    ...enumSection('events', events),
    ...enumSection('errors', errors),
    ...section(
      'constants',
      pallet.constants.map(
        (real) =>
          `${property(real.name)}: ${use('konst')}(${express.type(real.type)}, ${value(real.type, real.value)})`,
      ),
    ),
    ...section(
      'views',
      pallet.viewFns.map((view) => `${view.name}: { id: ${text(view.id)}, ${method(view, source, module)} }`),
    ),
    ...section(
      'associated',
      pallet.associatedTypes.map((real) => `${property(real.name)}: ${express.type(real.type)}`),
    ),
  ]
  return `export const ${palletName(pallet.name)} = ${use('pallet')}(${pallet.index}, ${text(pallet.name)}, {\n${body.join('\n')}\n})\n`
}

/** The crate's name as the runtime imports it, from the way in which it writes the pallet's errors or events. */
function crateOf(pallet: RealPallet, { metadata }: Source): string | undefined {
  for (const outer of [metadata.outerEnums.error, metadata.outerEnums.event]) {
    const { def } = entryOf(metadata.lookup, outer)
    const variant = def.tag === 'variant' ? def.value.find((entry) => entry.name === pallet.name) : undefined
    const spelling = variant?.fields[0]?.typeName
    if (spelling !== undefined) return spelling.split('::')[0]
  }
  return undefined
}

function keyParts(key: AnyTy, count: number, id: number, { metadata }: Source): readonly number[] {
  if (count === 1) return [id]
  const { def } = entryOf(metadata.lookup, id)
  if (def.tag !== 'tuple' || def.value.length !== count)
    throw new TypeError(`${key.key} is no key of ${count} parts`)
  return def.value
}

function method(real: Pick<RealMethod, 'inputs' | 'output'>, source: Source, { use }: Module): string {
  const express = createExpress(source, use)
  const inputs = real.inputs.map((input) => `${property(input.name)}: ${express.type(input.type)}`).join(', ')
  return `inputs: {${inputs}}, output: ${express.type(real.output)}`
}

export function printApi(api: V16['apis'][number], source: Source, module: Module): string {
  const methods = api.methods.map((real) => `${property(real.name)}: { ${method(real, source, module)} },`)
  return `export const ${api.name} = ${module.use('api')}(${text(api.name)}, ${api.version}, {\n${methods.join('\n')}\n})\n`
}

export function printExtensions(source: Source, module: Module): string {
  const { use } = module
  const express = createExpress(source, use)
  const { extrinsic, lookup } = source.metadata
  const list = extrinsic.signedExtensions.map(
    (real) =>
      `${use('extension')}(${text(real.identifier)}, ${express.type(real.type)}, ${express.type(real.additionalSigned)}),`,
  )
  const outer = lookup.find((entry) => entry.path.at(-1) === 'UncheckedExtrinsic')
  const extra = outer?.params.find((param) => param.name === 'Extension' || param.name === 'Extra')?.type
  if (!outer || extra === undefined) throw new Error('no type of extrinsics')
  return [
    `export const extensions = [\n${list.join('\n')}\n]\n`,
    `export const extra = ${express.type(extra)}\n`,
    `export const extrinsic = ${express.type(outer.id)}\n`,
    `export const address = ${express.type(extrinsic.address)}\n`,
    `export const signature = ${express.type(extrinsic.signature)}\n`,
  ].join('\n')
}
