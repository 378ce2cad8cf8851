/** Builds one script alone, so that nothing can be loaded before it or shared with another. */

import { join } from 'node:path'
import { type BuildOptions, build, type Plugin, type Rolldown } from 'vite'
import { ascii } from './ascii.ts'
import { onlyApis } from './only-apis.ts'
import { onlyCodecs } from './only-codecs.ts'
import type { Part } from './parts.ts'

/** A built script and every module it was made of (absolute paths, as the bundler names them). */
export interface Built {
  code: string
  modules: readonly string[]
}

/** The oldest Chrome the output is written for; the manifest states the same number. */
export const TARGET = 'chrome133'

/**
 * Builds `part` into one classic script.
 * @throws if the bundler made anything but exactly one file: a second chunk would be loaded by an `import`, before or
 * after what must stand first.
 */
export async function buildAlone(root: string, part: Part, plugins: readonly Plugin[] = []): Promise<Built> {
  const files = await bundled(root, plugins, {
    rolldownOptions: {
      input: join(root, part.entry),
      output: { format: 'iife', strict: true, codeSplitting: false, entryFileNames: `${part.name}.js` },
    },
  })
  const [file] = files
  if (files.length !== 1 || file?.type !== 'chunk')
    throw new Error(
      `${part.entry} was built into ${files.map((each) => each.fileName).join(', ')}; one script was wanted`,
    )
  if (file.imports.length > 0 || file.dynamicImports.length > 0)
    throw new Error(
      `${part.entry} imports at run time: ${[...file.imports, ...file.dynamicImports].join(', ')}`,
    )
  return { code: ascii(file.code), modules: file.moduleIds }
}

/** What the bundler makes of a script's entry and all it imports. */
export async function bundled(
  root: string,
  plugins: readonly Plugin[],
  options: BuildOptions,
): Promise<readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]> {
  const built = await build({
    root,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [onlyCodecs(root), onlyApis(), ...plugins],
    build: {
      write: false,
      target: TARGET,
      modulePreload: false,
      sourcemap: false,
      minify: true,
      reportCompressedSize: false,
      ...options,
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  return outputs.flatMap((each) => ('output' in each ? each.output : []))
}
