/** As much of the browser as the store uses: its two areas, and its locks. */
import type { AreaName } from './keys.ts'

/** As much of a `browser.storage` area as is used. */
export interface StorageArea {
  get(names: string[] | null): Promise<Record<string, unknown>>
  set(items: Record<string, unknown>): Promise<void>
  remove(names: string[]): Promise<void>
}
export type Areas = Readonly<Record<AreaName, StorageArea>>

/** Runs `work` while nobody else holds the lock of that name; a worker that dies lets go of its locks. */
export type WithLock = <T>(name: string, work: () => Promise<T>) => Promise<T>
