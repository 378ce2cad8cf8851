/** Keeps runtimes' metadata between connections. A cache: what is lost is asked for again. */
import type { Shelf } from './shelf.ts'

/** Named by genesis and spec version, `<genesis>/<spec>`, and what else is known of that runtime below it. */
export interface MetadataCache {
  get(name: string): Promise<Uint8Array | undefined>
  put(name: string, bytes: Uint8Array): Promise<void>
  drop(name: string): Promise<void>
  clear(): Promise<void>
}

export function createMetadataCache(shelf: Shelf): MetadataCache {
  return {
    get: async (name) => {
      const [found] = await shelf.get([name])
      return found instanceof Uint8Array ? found : undefined
    },
    put: async (name, bytes) => {
      const [genesis, spec] = name.split('/')
      // A chain has one runtime at a time, and a runtime's metadata is a third of a megabyte.
      const past = (await shelf.names()).filter((each) => {
        const [ofGenesis, ofSpec] = each.split('/')
        return ofGenesis === genesis && ofSpec !== spec
      })
      await shelf.put({ ...Object.fromEntries(past.map((each) => [each, undefined])), [name]: bytes })
    },
    drop: (name) => shelf.put({ [name]: undefined }),
    clear: () => shelf.clear(),
  }
}
