/** As much of IndexedDB as a shelf uses: one object store per database, and transactions that apply at once or not at all. */
import type { Life } from './life.ts'

export type Databases = Map<string, Map<string, unknown>>

interface FakeRequest {
  result?: unknown
  error?: unknown
  onsuccess?: () => void
  onerror?: () => void
  onupgradeneeded?: () => void
}

export function createFakeIndexedDB(
  databases: Databases,
  life: Life,
  fails: (kind: 'read' | 'write') => boolean,
): IDBFactory {
  const transaction = (name: string, mode: string) => {
    const kept = databases.get(name) ?? new Map<string, unknown>()
    databases.set(name, kept)
    const reads: (() => void)[] = []
    const writes: (() => void)[] = []
    const read = (take: () => unknown): FakeRequest => {
      const request: FakeRequest = {}
      reads.push(() => {
        request.result = take()
      })
      return request
    }
    const done: { oncomplete?: () => void; onabort?: () => void; error?: unknown } = {}
    const run = async (): Promise<void> => {
      await Promise.resolve()
      if (!life.isAlive()) return
      const kind = mode === 'readonly' ? 'read' : 'write'
      if (fails(kind)) {
        done.error = new Error(`database: ${kind} failed`)
        done.onabort?.()
        return
      }
      const apply = (): void => {
        for (const each of [...reads, ...writes]) each()
      }
      if (kind === 'read') apply()
      else await life.step(`database ${name}`, apply)
      done.oncomplete?.()
    }
    void run()
    return Object.assign(done, {
      objectStore: () => ({
        get: (key: string) => read(() => structuredClone(kept.get(key))),
        getAllKeys: () => read(() => [...kept.keys()]),
        put: (value: unknown, key: string) =>
          void writes.push(() => void kept.set(key, structuredClone(value))),
        delete: (key: string) => void writes.push(() => void kept.delete(key)),
        clear: () => void writes.push(() => kept.clear()),
      }),
    })
  }

  const open = (name: string): FakeRequest => {
    const request: FakeRequest = {}
    queueMicrotask(() => {
      if (!life.isAlive()) return
      request.result = {
        createObjectStore: () => undefined,
        transaction: (_store: string, mode: string) => transaction(name, mode),
      }
      if (!databases.has(name)) request.onupgradeneeded?.()
      request.onsuccess?.()
    })
    return request
  }

  return { open } as unknown as IDBFactory
}
