/**
 * Runs right after the hardening, long before React: the shell is seen in the colours that were chosen, with what the
 * last window showed, and what React is made of is asked for while the worker wakes.
 */
import { paintFirstPicture } from './first-picture.ts'
import { recall } from './memory.ts'
import { setTheme } from './theme.ts'

const now = Date.now()
const memory = recall(now)
setTheme(document.documentElement, memory.theme)
paintFirstPicture(memory, now, document)
// Links that stand in a template are not followed: from here on they compete with no first paint.
for (const { content } of document.querySelectorAll('template')) document.head.append(content)
