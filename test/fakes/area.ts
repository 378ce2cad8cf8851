/** One area of `browser.storage`: what a worker wrote there outlives it, and it may fail as a disk does. */
import type { Life } from './life.ts'

interface Area {
  readonly name: string
  readonly kept: Map<string, unknown>
  /** Whose view of it this is. */
  readonly life: Life
  /** Told of every read. */
  readonly note: (what: string) => void
  readonly fails: (kind: 'read' | 'write') => boolean
}

export function createArea({ name, kept, life, note, fails }: Area) {
  const check = (kind: 'read' | 'write'): void => {
    if (fails(kind)) throw new Error(`${name}: ${kind} failed`)
  }
  return {
    get: async (names: string[] | null) => {
      await Promise.resolve()
      if (!life.isAlive()) return new Promise<never>(() => {})
      check('read')
      note(`read ${name}: ${names?.join() ?? 'all'}`)
      const wanted = names ?? [...kept.keys()]
      return copy(
        Object.fromEntries(wanted.filter((each) => kept.has(each)).map((each) => [each, kept.get(each)])),
      )
    },
    set: (items: Record<string, unknown>) =>
      life.step(`${name}: ${Object.keys(items).join()}`, () => {
        check('write')
        for (const [key, value] of Object.entries(copy(items))) kept.set(key, value)
      }),
    remove: (names: string[]) =>
      life.step(`${name}: without ${names.join()}`, () => {
        for (const key of names) kept.delete(key)
      }),
  }
}

/** As the browser keeps it: JSON. */
function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
