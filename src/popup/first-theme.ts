/** Runs right after the hardening, long before React: the shell is seen in the colours that were chosen, not in the system's. */
import { recall } from './memory.ts'
import { setTheme } from './theme.ts'

setTheme(document.documentElement, recall().theme)
