/**
 * Builds a script in two: itself, and what its `import()` loads. A service worker has no `import()`, so the second is a
 * classic script as well: the browser keeps both from the first life of the worker on, and the first loads the second when
 * it needs it.
 */
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { type Built, bundled } from './alone.ts'
import { ascii } from './ascii.ts'
import type { Part } from './parts.ts'

/** What the second script defines, for the first to run. */
const DEFINED = 'taokeyLater'

/**
 * @param later where the second script stands in the extension, from its root
 * @throws if the bundler made anything but the two scripts
 */
export async function buildInTwo(
  root: string,
  part: Part,
  later: string,
  plugins: readonly Plugin[] = [],
): Promise<{ first: Built; later: Built }> {
  const files = await bundled(root, plugins, {
    // Called a library, so that no helper for documents is put around an `import()`.
    lib: { entry: join(root, part.entry), formats: ['cjs'], fileName: () => `${part.name}.js` },
    rolldownOptions: {
      preserveEntrySignatures: false,
      optimization: { inlineConst: true },
      output: { strict: true, chunkFileNames: later.slice(1) },
    },
  })
  const [first, second] = files
  if (files.length !== 2 || first?.type !== 'chunk' || second?.type !== 'chunk' || first.imports.length > 0)
    throw new Error(
      `${part.entry} was built into ${files.map((each) => each.fileName).join(', ')}; two scripts were wanted`,
    )
  return {
    first: { code: withLoader(ascii(first.code), later), modules: first.moduleIds },
    later: {
      code: `function ${DEFINED}(exports,require){${ascii(second.code)}}`,
      modules: second.moduleIds,
    },
  }
}

/**
 * In its first life a worker takes in every script it will ever load: later ones load only what was taken in then.
 */
function withLoader(code: string, later: string): string {
  const load = `importScripts(${JSON.stringify(later)})`
  return [
    '"use strict";(function(){var first={},second;',
    `function load(){if(!second){${load};second={};${DEFINED}(second,function(){return first})}return second}`,
    `if(serviceWorker.state==="parsed")${load};`,
    `(function(exports,require){${code}})(first,load)})();`,
  ].join('')
}
