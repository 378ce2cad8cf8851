/** Which packages each built entry contains, read from the bundler's own list of modules. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Plugin } from 'vite'
import type { Witness } from './standalone.ts'

/** Entry → names of the packages in it, both in alphabetical order. */
type Packages = Readonly<Record<string, readonly string[]>>

/** Collects what is built and, where `path` is given, writes the list there when the build ends. */
export function packageList(path: string | undefined): { witness: Witness; plugin: Plugin } {
  const found = new Map<string, Set<string>>()

  const witness = (entry: string, modules: readonly string[]) => {
    const names = found.get(entry) ?? new Set<string>()
    for (const id of modules) {
      const name = packageOf(id)
      if (name !== undefined) names.add(name)
    }
    found.set(entry, names)
  }

  const plugin: Plugin = {
    name: 'taokey:packages',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const entry of Object.values(bundle)) {
          if (entry.type !== 'chunk' || !entry.isEntry) continue
          const reached = new Set<string>()
          const visit = (fileName: string) => {
            if (reached.has(fileName)) return
            reached.add(fileName)
            const chunk = bundle[fileName]
            if (chunk?.type !== 'chunk') return
            witness(entry.name, chunk.moduleIds)
            for (const next of [...chunk.imports, ...chunk.dynamicImports]) visit(next)
          }
          visit(entry.fileName)
        }
      },
    },
    closeBundle() {
      if (path === undefined) return
      const names = [...found.keys()].sort(byCode)
      const list: Packages = Object.fromEntries(
        names.map((name) => [name, [...(found.get(name) ?? [])].sort(byCode)]),
      )
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, `${JSON.stringify(list, null, 2)}\n`)
    },
  }

  return { witness, plugin }
}

/** One order on every machine, whatever its language. */
const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The package a module comes from; undefined for our own. */
function packageOf(id: string): string | undefined {
  const at = id.lastIndexOf('/node_modules/')
  if (at < 0) return undefined
  const [first, second] = id.slice(at + '/node_modules/'.length).split('/')
  return first?.startsWith('@') ? `${first}/${second}` : first
}
