// Prints all files of a runtime's declarations.
import type { V16 } from '@polkadot-api/substrate-bindings'
import { printOuter, printRuntime } from './assembly.ts'
import { createExpress, type Source } from './express.ts'
import { FAMILIES } from './families.ts'
import { createModule, type Module } from './module.ts'
import { apiFile, palletFile, planDeclarations } from './plan.ts'
import { printApi, printExtensions, printPallet } from './print.ts'
import { type PrintFile, printSplit } from './split.ts'

/** File names, relative to the folder of the declarations, and their text. */
export function printFiles(metadata: V16): ReadonlyMap<string, string> {
  const { source, origins, types } = planDeclarations(metadata)
  const print: PrintFile = (file, purpose, fill) => {
    const module = createModule(file, purpose, origins)
    return [file, module.withText(fill(module))]
  }
  return new Map([
    ...[...types].map(([file, ids]) =>
      print(file, 'Named types that pallets and APIs share.', (module) => printTypes(ids, source, module)),
    ),
    print(
      'outer.ts',
      "The runtime's outer enums, which declarations may mention before the pallets are joined.",
      (module) => printOuter(source, module),
    ),
    ...metadata.pallets.flatMap((pallet) => {
      const families = FAMILIES[pallet.name]
      const file = print(palletFile(pallet.name), `Pallet ${pallet.name}.`, (module) =>
        printPallet(pallet, { source, module, isSplit: families !== undefined }),
      )
      return [file, ...(families ? printSplit(pallet, families, { source, print }) : [])]
    }),
    ...metadata.apis.map((api) =>
      print(apiFile(api.name), `Runtime API ${api.name}.`, (module) => printApi(api, source, module)),
    ),
    print('extensions.ts', 'What a transaction carries besides its call.', (module) =>
      printExtensions(source, module),
    ),
    print('runtime.ts', 'The runtime as a whole.', (module) => printRuntime(source, module)),
  ])
}

function printTypes(ids: readonly number[], source: Source, module: Module): string {
  const express = createExpress(source, module.use)
  module.addImport('type { Out }', '../node.ts')
  return ids
    .map((id) => {
      const name = source.names.get(id) ?? ''
      return `export const ${name} = ${express.definition(id)}\nexport type ${name} = Out<typeof ${name}>\n`
    })
    .join('\n')
}
