/** What both windows read before anything in them can be pressed, in two files: each costs a fetch, and each round of imports another. */

const BASE = [
  /\/node_modules\/(zod|@noble|@scure)\//,
  /\/src\/shared\/(codec|domain|protocol)\b/,
  /\/src\/popup\/(background|first-picture|memory)\.ts$/,
  /vite\/preload-helper/,
]

const APP = [
  /\/node_modules\/(react|react-dom|scheduler|lucide-react)\//,
  /\/src\/popup\/ui\/[^/]*\.tsx?$/,
  /\/src\/popup\/screens\/(unlock\.|home\/)[^/]*tsx?$/,
  // What stands beside the entries, without them and without what leads on to the wallet's own screens: the review must
  // not contain those.
  /\/src\/popup\/(?!(main|approve|start|app|places)\.)[^/]+\.tsx?$/,
]

/** `base` paints the last picture and asks the worker; `app` is React and the parts of every screen. */
export const FIRST_CHUNKS = [
  { name: 'base', priority: 2, test: oneOf(BASE) },
  { name: 'app', priority: 1, test: oneOf(APP) },
]

function oneOf(patterns: readonly RegExp[]): (id: string) => boolean {
  return (id) => patterns.some((pattern) => pattern.test(id))
}
