/** The sandboxed page. */

import { text } from './worker-text.ts'

console.debug(text.length)
