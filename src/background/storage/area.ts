/** Reads, writes and watches declared keys: the only user of the browser's storage. */
import { decode, encode, type Json } from '#shared/codec.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { Areas, WithLock } from './browser.ts'
import { type AreaName, keys, type StoredKey } from './keys.ts'
import { migrate } from './migrations.ts'

export interface Store {
  get<T>(key: StoredKey<T>): Promise<T>
  /** @throws WalletError `storage-full` when the browser would not keep it */
  set<T>(key: StoredKey<T>, value: T): Promise<void>
  /** Reads, changes and writes as one step. The same object back means that nothing changes. */
  update<T>(key: StoredKey<T>, change: (value: T) => T): Promise<T>
  /** Writes several keys of one area at once: all of them are kept, or none. */
  setTogether(area: AreaName, values: readonly KeyValue[]): Promise<void>
  /** The stored text of a key as it lies there; undefined when nothing does. @throws when the store does not read */
  raw(key: Pick<StoredKey<unknown>, 'area' | 'name'>): Promise<unknown>
  /** Told of every write. */
  watch<T>(key: StoredKey<T>, listener: (value: T) => void): () => void
  /** Forgets everything whose `clearOn` is `reset`. */
  reset(): Promise<void>
}

/** A key and a value that fits it; made by `value`. */
export interface KeyValue {
  readonly key: StoredKey<unknown>
  readonly written: Json
  readonly value: unknown
}
export function value<T>(key: StoredKey<T>, to: T): KeyValue {
  return { key: key as StoredKey<unknown>, written: encode(key.codec, to), value: to }
}

interface Deps {
  readonly areas: Areas
  readonly withLock: WithLock
  /** Told of a value that did not read as declared. */
  readonly onDamage: (name: string, cause: unknown) => void
}

export function createStore({ areas, withLock, onDamage }: Deps): Store {
  const listeners = new Map<string, Set<(value: unknown) => void>>()
  // A migration that fails leaves everything as it was, and every use of the store fails with it.
  const ready = migrate(areas.local, withLock)
  // Whoever uses the store hears of the failure; here it only must not count as unhandled.
  ready.catch(() => undefined)

  const tell = (name: string, to: unknown): void => {
    for (const listener of listeners.get(name) ?? []) listener(to)
  }

  const rawOf = async ({ area, name }: Pick<StoredKey<unknown>, 'area' | 'name'>): Promise<unknown> => {
    await ready
    return (await areas[area].get([name]))[name]
  }

  /** Within the key's lock alone: what is put aside must not be what another has just written. */
  const readOrSetAside = async <T>(key: StoredKey<T>): Promise<T> => {
    const stored = await rawOf(key)
    if (stored === undefined) return key.initial
    try {
      return decode(key.codec, stored)
    } catch (cause) {
      // Set aside, so that the next write does not destroy what a person or a later version could still read.
      onDamage(key.name, cause)
      await areas[key.area].set({ [`damaged.${key.name}`]: stored })
      await areas[key.area].remove([key.name])
      return key.initial
    }
  }

  const write = async (area: AreaName, values: readonly KeyValue[]): Promise<void> => {
    await ready
    try {
      await areas[area].set(Object.fromEntries(values.map(({ key, written }) => [key.name, written])))
    } catch (cause) {
      // The browser tells a full disk from another refusal in prose only; either way it is not kept.
      throw new WalletError('storage-full', undefined, { cause })
    }
    for (const each of values) tell(each.key.name, each.value)
  }

  const locked = <T>(name: string, work: () => Promise<T>): Promise<T> => withLock(`stored:${name}`, work)

  const read = async <T>(key: StoredKey<T>): Promise<T> => {
    const stored = await rawOf(key)
    try {
      return stored === undefined ? key.initial : decode(key.codec, stored)
    } catch {
      return locked(key.name, () => readOrSetAside(key))
    }
  }

  return {
    get: read,
    set: (key, to) => locked(key.name, () => write(key.area, [value(key, to)])),
    update: (key, change) =>
      locked(key.name, async () => {
        const before = await readOrSetAside(key)
        const after = change(before)
        if (after !== before) await write(key.area, [value(key, after)])
        return after
      }),
    setTogether: write,
    raw: rawOf,
    watch: (key, listener) => {
      const added = listener as (value: unknown) => void
      const present = listeners.get(key.name) ?? new Set()
      listeners.set(key.name, present.add(added))
      return () => void present.delete(added)
    },
    reset: async () => {
      await ready
      const cleared = Object.values(keys).filter((key) => key.clearOn === 'reset')
      for (const area of ['session', 'local'] as const) {
        const names = cleared.filter((key) => key.area === area).map((key) => key.name)
        await areas[area].remove(names.flatMap((name) => [name, `damaged.${name}`]))
      }
      for (const key of cleared) tell(key.name, key.initial)
    },
  }
}
