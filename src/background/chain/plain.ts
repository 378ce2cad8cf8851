/**
 * Reads the bytes of a refresh by hand where the live runtime's shapes are those this wallet knows, and by name where they
 * are not. Which they are is found out once for each runtime and kept, so that a worker that wakes needs no metadata for it.
 */
import { blake2b } from '@noble/hashes/blake2.js'
import { Blake2128Concat } from '@polkadot-api/substrate-bindings'
import type { AccountKey } from '#shared/domain/address.ts'
import { fromHex, toHex } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { Runtime } from '#shared/runtime/metadata.ts'
import { apiOf, apiShape, itemOf, itemShape } from './by-name.ts'
import { cursorOf } from './bytes-cursor.ts'
import type { MetadataStore } from './metadata.ts'
import { PLAIN_READS, type PlainApi, type PlainItem } from './plain-reads.ts'
import type { Reading } from './reading.ts'

/** `plain`: of the shape that is read by hand; `other`: there, in another shape; `absent`. */
type Kind = 'plain' | 'other' | 'absent'
type Kinds = ReadonlyMap<object, Kind>

export interface PlainReader {
  /** Undefined where the runtime has no such API. @throws WalletError `unreadable` when its answer cannot be read */
  ask<A, T>(read: PlainApi<A, T>, of: A, at: ReadingAt): Promise<T | undefined>
  /** The stored values in order, undefined where nothing is stored; undefined as a whole where the runtime stores no such thing. */
  values<A, T>(
    read: PlainItem<A, T>,
    of: readonly A[],
    at: ReadingAt,
  ): Promise<readonly (T | undefined)[] | undefined>
}

export interface ReadingAt {
  readonly reading: Reading
  /** The spec version the block's runtime is taken to have. */
  readonly spec: number
}

const ALL = Object.values(PLAIN_READS)
const KINDS = ['absent', 'plain', 'other'] as const

export function createPlainReader(store: MetadataStore): PlainReader {
  const known = new Map<string, Promise<Kinds>>()
  const hashes = new Map<AccountKey, string>()
  /** Made when first asked for: a worker that wakes first says how the vault is. */
  let digest: string | undefined

  const hashed = (account: AccountKey): string => {
    const present = hashes.get(account)
    if (present !== undefined) return present
    const made = toHex(Blake2128Concat(fromHex(account))).slice(2)
    hashes.set(account, made)
    return made
  }

  const load = async (key: string, runtime: () => Promise<Runtime>): Promise<Kinds> => {
    const stored = await store.get(key)
    const kept = stored && kindsIn(stored)
    if (kept !== undefined) return kept
    const kinds = kindsOf(await runtime())
    await store.put(
      key,
      Uint8Array.from(ALL, (read) => KINDS.indexOf(kinds.get(read) ?? 'absent')),
    )
    return kinds
  }

  const kinds = ({ reading, spec }: ReadingAt): Promise<Kinds> => {
    digest ??= digestOfShapes()
    const key = `${reading.genesis}/${spec}/plain-${digest}`
    const present = known.get(key)
    if (present !== undefined) return present
    const started = load(key, reading.runtime)
    known.set(key, started)
    started.catch(() => known.delete(key))
    return started
  }

  return {
    ask: async (read, of, at) => {
      const { reading } = at
      const kind = (await kinds(at)).get(read) ?? 'absent'
      if (kind === 'absent') return undefined
      if (kind === 'plain') {
        const bytes = await reading.call(`${read.api}_${read.method}`, read.encode(of))
        const value = byHand(read, bytes)
        if (value !== undefined) return value.read
      }
      // Also for a runtime that changed in the very block that was asked.
      const method = apiOf(await reading.runtime(), read.api, read.method)
      if (method === undefined) return undefined
      return read.byName(method.decode(await reading.call(method.name, method.encode(read.args(of)))))
    },
    values: async (read, of, at) => {
      const { reading } = at
      const kind = (await kinds(at)).get(read) ?? 'absent'
      if (kind === 'absent') return undefined
      if (kind === 'plain') {
        const keys = of.map((each) => read.keyOf(each, hashed))
        const values = await reading.values(keys)
        return keys.map((key) => {
          const bytes = values.get(key)
          if (!bytes) return undefined
          const value = byHand(read, bytes)
          if (value === undefined) throw new WalletError('unreadable', { why: `${read.pallet}.${read.item}` })
          return value.read
        })
      }
      const item = itemOf(await reading.runtime(), read.pallet, read.item)
      if (item === undefined) return undefined
      const keys = of.map((each) => item.keyOf(...read.args(each)))
      const values = await reading.values(keys)
      return keys.map((key) => {
        const bytes = values.get(key)
        return bytes ? read.byName(item.read(bytes)) : undefined
      })
    },
  }
}

/** Of what is read by hand: a wallet that knows other shapes must look at a runtime for itself. */
function digestOfShapes(): string {
  const shapes = ALL.map(({ shape }) => shape).join('\n')
  return toHex(blake2b(new TextEncoder().encode(shapes), { dkLen: 8 }))
}

function kindsIn(stored: Uint8Array): Kinds | undefined {
  if (stored.length !== ALL.length) return undefined
  return new Map(ALL.map((read, i) => [read, KINDS[stored[i] ?? 0] ?? 'absent']))
}

function kindsOf(runtime: Runtime): Kinds {
  return new Map(
    ALL.map((read): readonly [object, Kind] => {
      const shape =
        read.kind === 'api'
          ? apiShape(runtime, read.api, read.method)
          : itemShape(runtime, read.pallet, read.item)
      return [read, shape === undefined ? 'absent' : shape === read.shape ? 'plain' : 'other']
    }),
  )
}

function byHand<T>(
  read: Pick<PlainApi<never, T> | PlainItem<never, T>, 'byHand'>,
  bytes: Uint8Array,
): { readonly read: T } | undefined {
  try {
    const cursor = cursorOf(bytes)
    const value = read.byHand(cursor)
    cursor.end()
    return { read: value }
  } catch (cause) {
    if (cause instanceof WalletError || cause instanceof RangeError) return undefined
    throw cause
  }
}
