/** The scripts that run inside pages, each built alone once, as text for the debugger to put there. */
import { resolve } from 'node:path'
import { buildAlone } from '../build/alone.ts'

const ROOT = resolve(import.meta.dirname, '..')
const built = new Map<string, Promise<string>>()

export function inPage(name: 'bare' | 'lists' | 'marks' | 'review' | 'wallet'): Promise<string> {
  const present = built.get(name)
  if (present !== undefined) return present
  const made = buildAlone(ROOT, { name, entry: `bench/in-page/${name}.ts` }).then(({ code }) => code)
  built.set(name, made)
  return made
}
