/** How the extension is built: documents and content scripts here, worker, bridge and vault each alone by our own plugin. */

import { resolve } from 'node:path'
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { TARGET } from './build/alone.ts'
import { asciiScripts } from './build/ascii.ts'
import { askedEarly } from './build/asked-early.ts'
import { emptyWindows } from './build/empty-windows.ts'
import { firstChunks } from './build/first-chunks.ts'
import { manifestLines } from './build/manifest.ts'
import { noDevServer } from './build/no-dev-server.ts'
import { packageList } from './build/packages.ts'
import { variantOf } from './build/parts.ts'
import { standalone } from './build/standalone.ts'
import { styleInside } from './build/style-inside.ts'
import manifest from './manifest.json' with { type: 'json' }

const root = import.meta.dirname

export default defineConfig(({ mode }) => {
  const variant = variantOf(mode)
  const packages = packageList(process.env['TAOKEY_PACKAGES'])
  const { background, sandbox, ...handled } = manifest
  return {
    root: resolve(root, 'src'),
    publicDir: resolve(root, 'public'),
    envDir: false,
    plugins: [
      noDevServer(),
      react(),
      variant.emptyWindows ? emptyWindows(root) : askedEarly(),
      standalone(root, variant, packages.witness),
      crx({ manifest: handled as ManifestV3Export }),
      manifestLines({ background, sandbox }),
      styleInside(),
      asciiScripts(),
      packages.plugin,
    ],
    build: {
      outDir: resolve(root, process.env['TAOKEY_OUT'] ?? variant.outDir),
      emptyOutDir: true,
      target: TARGET,
      // What the entries import is asked for in one round. Later screens are small and need not say what they import.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, files, { hostId, hostType }) =>
          hostType === 'html' || /^assets\/(wallet|approve)-/.test(hostId) ? files : [],
      },
      sourcemap: false,
      reportCompressedSize: false,
      // Vite holds an import back until its style sheet has come; one sheet, which the document links, holds nothing.
      cssCodeSplit: false,
      rolldownOptions: {
        output: { codeSplitting: { groups: firstChunks(root) } },
        input: {
          wallet: resolve(root, 'src/popup/index.html'),
          approve: resolve(root, 'src/popup/approve.html'),
        },
      },
    },
  }
})
