// Prints the two files that put the runtime together: its outer enums, and the runtime as a whole.
import type { Source } from './express.ts'
import { text } from './literal.ts'
import type { Module } from './module.ts'
import { palletName } from './naming.ts'
import { OUTER, rootOf } from './plan.ts'

export function printOuter({ metadata }: Source, module: Module): string {
  module.addImport('{ joinLater }', '../outer.ts')
  const enums = Object.entries(OUTER).map(([part, name]) => `export const ${name} = outer.${part}\n`)
  return `export const outer = joinLater(${text(rootOf(metadata))})\n${enums.join('')}`
}

export function printRuntime({ metadata, names }: Source, module: Module): string {
  const { pallets, apis, lookup } = metadata
  const { use } = module
  const root = rootOf(metadata)
  const self = lookup.find((entry) => entry.path.join('::') === `${root}::Runtime`)
  const selfName = names.get(self?.id ?? -1)
  if (selfName === undefined) throw new Error(`no type ${root}::Runtime`)
  module.addImport('type { Runtime }', '../declare.ts')
  module.addImport('{ outer }', 'outer.ts')
  module.addImport('{ address, extensions, extra, extrinsic, signature }', 'extensions.ts')
  return `const pallets = [${pallets.map(({ name }) => use(palletName(name))).join(', ')}]
outer.join(pallets)

export const runtime: Runtime = {
  root: ${text(root)},
  pallets,
  apis: [${apis.map(({ name }) => use(name)).join(', ')}],
  extensions,
  extra,
  address,
  signature,
  extrinsic,
  call: ${use(OUTER.call)},
  event: ${use(OUTER.event)},
  error: ${use(OUTER.error)},
  self: ${use(selfName)},
}
`
}
