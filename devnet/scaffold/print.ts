// Prints pallets, APIs and extensions as declarations.
import type { V16 } from '@polkadot-api/substrate-bindings'
import { decodeAll, hex } from '../runtime/decode.ts'
import { createExpress, type Source, type Use } from './express.ts'
import { entryOf } from './lift.ts'
import { kebab, literal, property, text } from './literal.ts'
import type { Module } from './module.ts'
import { palletName } from './naming.ts'
import { type RealItem, storageLines, variantsOf } from './sections.ts'

type RealPallet = V16['pallets'][number]
type RealMethod = V16['apis'][number]['methods'][number]

/** A pallet's own file; of one that is split, the sections are imported from files of their own. */
export function printPallet(
  pallet: RealPallet,
  { source, module, isSplit }: { source: Source; module: Module; isSplit: boolean },
): string {
  const { lifted } = source
  const { use } = module
  const express = createExpress(source, use)
  const value = (type: number, encoded: string) => literal(decodeAll(lifted.ty(type), hex(encoded)), use)

  const imported = (name: string): string[] => {
    module.addImport(`{ ${name} }`, `${kebab(pallet.name)}/${name}.ts`)
    return [`${name},`]
  }
  const section = (name: string, lines: readonly string[]): string[] =>
    lines.length > 0 ? [`${name}: {`, ...lines.map((line) => `${line},`), '},'] : []
  const storage = (items: readonly RealItem[]): string[] =>
    isSplit ? imported('storage') : section('storage', storageLines(items, source, module))
  const enumSection = (name: string, ref: { type: number } | undefined): string[] => {
    if (!ref) return []
    return isSplit ? imported(name) : [`${name}: ${express.variants(variantsOf(ref.type, source))},`]
  }

  const { calls, events, errors } = pallet
  const body = [
    ...headOf(pallet, source, use),
    ...storage(pallet.storage?.items ?? []),
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

/** What a declaration begins with: paths and parameters of the pallet's enums, as far as they are not the usual ones. */
function headOf(pallet: RealPallet, source: Source, use: Use): readonly string[] {
  const { lookup } = source.metadata
  const { calls, events, errors } = pallet
  const generics = (ref: { type: number } | undefined): string | undefined =>
    ref &&
    entryOf(lookup, ref.type)
      .params.map((param) => text(param.name))
      .join(', ')
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
  return head
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
