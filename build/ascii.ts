/**
 * Writes what was built in ASCII alone. A browser keeps a script of which every letter fits into one byte in half the
 * memory, and reads it faster: a single ’ in a sentence doubles the whole of it.
 */
import type { Plugin } from 'vite'

/** The same script: outside of ASCII are only letters of strings and patterns, where an escape means the same. */
export function ascii(code: string): string {
  return code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Vite plugin: every script of the output. */
export function asciiScripts(): Plugin {
  return {
    name: 'taokey:ascii',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = ascii(file.code)
    },
  }
}
