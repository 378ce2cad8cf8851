/** Vite plugin of the tested variants: leaves the app out of the windows' documents. */

import { join } from 'node:path'
import type { Plugin } from 'vite'

const ENTRIES = ['src/popup/main.tsx', 'src/popup/approve.ts']

export function emptyWindows(root: string): Plugin {
  const entries = new Set(ENTRIES.map((entry) => join(root, entry)))
  return {
    name: 'taokey:empty-windows',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (entries.has(id) ? 'export {}' : undefined),
  }
}
