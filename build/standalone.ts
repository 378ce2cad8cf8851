/** Vite plugin: adds to the build the scripts that are built alone, their documents, and their lines of the manifest. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, ResolvedConfig } from 'vite'
import { LATER_SCRIPT, WORKER_SCRIPT } from '../src/shared/protocol/places.ts'
import { type Built, buildAlone } from './alone.ts'
import { buildInTwo } from './in-two.ts'
import {
  BRIDGE,
  HARDEN,
  type Part,
  POPUP_FIRST,
  POPUP_HARDEN,
  VAULT_PAGE,
  VAULT_WORKER,
  type Variant,
  WORKER,
} from './parts.ts'

/** The module whose only export is the text of the room's worker. */
const WORKER_TEXT = 'src/vault/worker-text.ts'

/** What runs first in a window: its hardening, then what is seen before React. */
const POPUP_FIRST_FILE = 'popup/first.js'

/** Told of each script as it is built; the list of packages is made from it. */
export type Witness = (entry: string, modules: readonly string[]) => void

/**
 * Builds worker, bridge and vault each alone and puts them into the output.
 * @param root the checkout, absolute
 */
export function standalone(root: string, variant: Variant, witness: Witness): Plugin {
  let config: ResolvedConfig

  const alone = async (part: Part, plugins?: readonly Plugin[]): Promise<Built> => {
    const built = await buildAlone(root, part, plugins)
    witness(part.name, built.modules)
    return built
  }

  const buildWorker = async (): Promise<Record<'first' | 'later', readonly Built[]>> => {
    const { first, later } = await buildInTwo(root, WORKER, LATER_SCRIPT)
    witness(WORKER.name, [...first.modules, ...later.modules])
    const parts = variant.locks ? [await alone(HARDEN), first] : [first]
    return {
      first: [...planted(root, variant.plantBeforeLocks), ...parts, ...planted(root, variant.plantInWorker)],
      later: [later],
    }
  }

  const buildVaultPage = async (): Promise<readonly Built[]> => {
    const room = await alone(VAULT_WORKER)
    const text = joined([
      ...planted(root, variant.plantBeforeRoom),
      room,
      ...planted(root, variant.plantInRoom),
    ])
    const page = await alone(VAULT_PAGE, [textModule(join(root, WORKER_TEXT), text)])
    return [{ code: page.code, modules: [...page.modules, ...room.modules] }]
  }

  return {
    name: 'taokey:standalone',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    // Deferred it still runs before the windows' own scripts, which are modules and stand after it; and it stops no parser.
    transformIndexHtml: () => [
      {
        tag: 'script',
        attrs: { src: `/${POPUP_FIRST_FILE}`, defer: true },
        injectTo: 'head-prepend' as const,
      },
    ],
    async buildStart() {
      const worker = await buildWorker()
      const scripts: Readonly<Record<string, readonly Built[]>> = {
        [WORKER_SCRIPT.slice(1)]: worker.first,
        [LATER_SCRIPT.slice(1)]: worker.later,
        'bridge/bridge.js': [await alone(BRIDGE)],
        'vault/page.js': await buildVaultPage(),
        [POPUP_FIRST_FILE]: [await alone(POPUP_HARDEN), await alone(POPUP_FIRST)],
      }
      for (const [fileName, parts] of Object.entries(scripts)) {
        this.emitFile({ type: 'asset', fileName, source: joined(parts) })
        if (config.build.watch)
          for (const id of parts.flatMap((part) => part.modules)) if (existsSync(id)) this.addWatchFile(id)
      }
      // Written as they stand: Vite would turn their script tags into modules, which an opaque origin may not load.
      for (const fileName of ['bridge/bridge.html', 'vault/page.html']) {
        const path = join(root, 'src', fileName)
        this.addWatchFile(path)
        this.emitFile({ type: 'asset', fileName, source: readFileSync(path, 'utf8') })
      }
    },
  }
}

/** Serves the room's worker to the page that starts it, as text. */
function textModule(path: string, text: string): Plugin {
  return {
    name: 'taokey:vault-worker-text',
    load: (id) => (id === path ? `export const text = ${JSON.stringify(text)}` : undefined),
  }
}

function planted(root: string, folder: string | undefined): readonly Built[] {
  if (folder === undefined) return []
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.js'))
  return names
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => {
      const path = join(root, folder, name)
      return { code: readFileSync(path, 'utf8'), modules: [path] }
    })
}

function joined(parts: readonly Built[]): string {
  return parts.map(({ code }) => (code.endsWith('\n') ? code : `${code}\n`)).join('')
}
