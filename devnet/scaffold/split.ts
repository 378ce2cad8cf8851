// Prints a pallet that is declared in families: a file for each section of it, and one for each family in a section.
import type { V16 } from '@polkadot-api/substrate-bindings'
import { createExpress, type RealVariant, type Source } from './express.ts'
import type { Families } from './families.ts'
import { kebab } from './literal.ts'
import type { Module } from './module.ts'
import { type RealItem, storageLines, variantsOf } from './sections.ts'

/** Prints a file: its name in the folder of the declarations, what it is for, and its text below the imports. */
export type PrintFile = (name: string, purpose: string, fill: (module: Module) => string) => [string, string]

/** The files of the sections, which the pallet's own file imports. */
export function printSplit(
  pallet: V16['pallets'][number],
  families: Families,
  { source, print }: { source: Source; print: PrintFile },
): readonly [string, string][] {
  const folder = kebab(pallet.name)

  const printFamilies = <T>(
    section: string,
    groups: ReadonlyMap<string, readonly T[]>,
    expressionOf: (group: readonly T[], module: Module) => string,
  ): [string, string][] =>
    [...groups].map(([name, group]) =>
      print(
        `${folder}/${section}/${kebab(name)}.ts`,
        `${pallet.name}, ${section}: ${words(name)}.`,
        (module) => `export const ${name} = ${expressionOf(group, module)}\n`,
      ),
    )
  const printWhole = (
    section: string,
    groups: ReadonlyMap<string, unknown>,
    expressionOf: (joined: string, module: Module) => string,
  ): [string, string] =>
    print(`${folder}/${section}.ts`, `${pallet.name}: its ${section}.`, (module) => {
      const names = [...groups.keys()]
      for (const name of names) module.addImport(`{ ${name} }`, `${folder}/${section}/${kebab(name)}.ts`)
      const joined = `{ ${names.map((name) => `...${name}`).join(', ')} }`
      return `export const ${section} = ${expressionOf(joined, module)}\n`
    })

  const printEnum = (section: string, ref: { type: number } | undefined): [string, string][] => {
    const variants = ref ? variantsOf(ref.type, source) : []
    const groups = groupVariants(variants, families)
    return [
      printWhole(
        section,
        groups,
        (joined, { use }) => `${use('placed')}(${createExpress(source, use).places(variants)}, ${joined})`,
      ),
      ...printFamilies(section, groups, (group, { use }) => createExpress(source, use).shapes(group)),
    ]
  }
  const items = groupItems(pallet.storage?.items ?? [], families)
  return [
    printWhole('storage', items, (joined) => joined),
    ...printFamilies(
      'storage',
      items,
      (group, module) => `{ ${storageLines(group, source, module).join(',\n')} }`,
    ),
    ...printEnum('calls', pallet.calls),
    ...printEnum('events', pallet.events),
    print(`${folder}/errors.ts`, `${pallet.name}: its errors.`, (module) => {
      const errors = pallet.errors ? variantsOf(pallet.errors.type, source) : []
      return `export const errors = ${createExpress(source, module.use).variants(errors)}\n`
    }),
  ]
}

function groupVariants(list: readonly RealVariant[], { variants }: Families): Map<string, RealVariant[]> {
  const groups = new Map<string, RealVariant[]>()
  for (const variant of list) {
    const name = kebab(variant.name).replaceAll('_', '-')
    const family = variants.find(({ takes }) => takes.test(name))
    if (!family) throw new Error(`${variant.name} belongs to no family`)
    groups.set(family.name, [...(groups.get(family.name) ?? []), variant])
  }
  return groups
}

function groupItems(items: readonly RealItem[], { storage }: Families): Map<string, readonly RealItem[]> {
  const starts = storage.map(({ from }) => items.findIndex(({ name }) => name === from))
  if (starts[0] !== 0 || starts.some((start, i) => start <= (starts[i - 1] ?? -1)))
    throw new Error('the runs of storage do not follow each other from the first item on')
  return new Map(storage.map(({ name }, i) => [name, items.slice(starts[i], starts[i + 1])]))
}

const words = (name: string): string => kebab(name).replaceAll('-', ' ')
