/** Vite plugin: puts back into the built manifest the lines that name files built by us, which @crxjs must not touch. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, ResolvedConfig } from 'vite'

/** Adds `lines` to the manifest once it is written. */
export function manifestLines(lines: Readonly<Record<string, unknown>>): Plugin {
  let config: ResolvedConfig
  return {
    name: 'taokey:manifest-lines',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved
    },
    writeBundle() {
      const path = join(config.build.outDir, 'manifest.json')
      const built: unknown = JSON.parse(readFileSync(path, 'utf8'))
      writeFileSync(path, `${JSON.stringify({ ...(built as object), ...lines }, null, 2)}\n`)
    },
  }
}
