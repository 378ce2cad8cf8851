/** Vite plugin: refuses the dev server. */

import type { Plugin } from 'vite'

export function noDevServer(): Plugin {
  return {
    name: 'taokey:no-dev-server',
    apply: 'serve',
    configureServer() {
      // @crxjs serves pages through the worker's fetch handler in development: the very attack the locks are there for.
      throw new Error(
        'there is no dev server: use `npm run dev`, which builds what ships whenever a file changes',
      )
    },
  }
}
