/** The pages of `dapps/`, each bundled as its own site would serve it, with the client libraries as the registry has them. */
import { resolve } from 'node:path'
import { build } from 'vite'
import type { SiteServer } from './site-server.ts'

const FOLDER = resolve(import.meta.dirname, 'dapps')

/** Bundles them; each is then put on a site with all that it imports, under `/`. */
export async function bundlePages(
  names: readonly string[],
): Promise<(name: string, site: SiteServer) => void> {
  const built = await build({
    configFile: false,
    root: FOLDER,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      target: 'chrome133',
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, resolve(FOLDER, `${name}.ts`)])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  })
  const chunks = [built]
    .flat()
    .flatMap((each) => ('output' in each ? each.output : []))
    .flatMap((each) => (each.type === 'chunk' ? [each] : []))
  return (name, site) => {
    for (const { fileName, code } of chunks) site.put(`/${fileName}`, { body: code, type: 'text/javascript' })
    site.put('/', {
      body: `<!doctype html><title>${name}</title><script type="module" src="/${name}.js"></script>`,
      headers: POLICY,
    })
  }
}

/** As strict as the libraries allow: @polkadot/util-crypto is WebAssembly. */
const POLICY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src ws://127.0.0.1:*",
}

/** One package alone, as a page imports it from a server of packages. */
export async function bundlePackage(name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'chrome133',
      rolldownOptions: {
        input: name,
        preserveEntrySignatures: 'strict',
        output: { codeSplitting: false },
      },
    },
  })
  const [chunk] = [built]
    .flat()
    .flatMap((each) => ('output' in each ? each.output : []))
    .flatMap((each) => (each.type === 'chunk' ? [each] : []))
  if (chunk === undefined) throw new Error(`${name} comes to nothing`)
  return chunk.code
}
