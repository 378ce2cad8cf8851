// Typed places in storage: a declared item with its true key, so that the chain and its clients derive keys independently.
import {
  Blake2128,
  Blake2128Concat,
  Blake2256,
  Identity,
  Twox64Concat,
  Twox128,
  Twox256,
} from '@polkadot-api/substrate-bindings'
import type { HashedKey, HasherName, Pallet, StorageItem } from '../runtime/declare.ts'
import type { Erased } from '../runtime/node.ts'
import { fromHex, type Hex, join, toHex } from './bytes.ts'

/** A slot of whatever value. */
export type AnySlot<K extends readonly unknown[]> = Slot<K, Erased, Erased>

export interface Slot<K extends readonly unknown[], V, Absent> {
  readonly item: StorageItem<K, V, Absent>
  /** twox128(pallet prefix) ‖ twox128(item name). */
  readonly prefix: Hex
}

type SlotsOf<S> = {
  readonly [N in keyof S]: S[N] extends StorageItem<infer K, infer V, infer A> ? Slot<K, V, A> : never
}

/** The slots of a pallet, named as its items are. */
export function slotsOf<P extends Pallet>(pallet: P): SlotsOf<NonNullable<P['storage']>>
export function slotsOf(pallet: Pallet): Record<string, AnySlot<Erased>> {
  const entries = Object.entries(pallet.storage ?? {})
  return Object.fromEntries(
    entries.map(([name, item]) => [name, { item, prefix: itemPrefix(pallet.prefix ?? pallet.name, name) }]),
  )
}

function itemPrefix(pallet: string, item: string): Hex {
  const text = new TextEncoder()
  return toHex(join(Twox128(text.encode(pallet)), Twox128(text.encode(item))))
}

/** The storage key of an entry; with fewer keys than the item has, the prefix of all entries under them. */
export function keyOf<K extends readonly unknown[]>(slot: AnySlot<K>, keys: readonly unknown[]): Hex {
  const hashers: readonly HashedKey<Erased>[] = slot.item.keys
  let key: Hex = slot.prefix
  for (const [i, part] of keys.entries()) {
    const hasher = hashers[i]
    if (!hasher) throw new Error('more keys than the storage item has')
    key = `${key}${hashedKey(hasher, part).slice(2)}`
  }
  return key
}

// Accounts come again and again, in thousands of keys: their hashes are kept.
const remembered = new Map<string, Hex>()
const MOST_REMEMBERED = 50_000

function hashedKey({ hasher, ty }: HashedKey<Erased>, part: unknown): Hex {
  if (typeof part !== 'string') return toHex(HASH[hasher](ty.codec.enc(part)))
  const name = `${hasher} ${ty.key} ${part}`
  const known = remembered.get(name)
  if (known) return known
  const made = toHex(HASH[hasher](ty.codec.enc(part)))
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(name, made)
  return made
}

const HASH: Readonly<Record<HasherName, (bytes: Uint8Array) => Uint8Array>> = {
  Blake2128,
  Blake2256,
  Blake2128Concat,
  Twox128,
  Twox256,
  Twox64Concat,
  Identity,
}

/** What a hasher puts before the plain bytes of a key; the others leave nothing to read back. */
const DIGEST: Readonly<Partial<Record<HasherName, number>>> = {
  Identity: 0,
  Twox64Concat: 8,
  Blake2128Concat: 16,
}

/** The keys a storage key was made of. Throws where a hasher keeps none. */
export function keysOf<K extends readonly unknown[]>(slot: AnySlot<K>, key: Hex): K {
  const hashers: readonly HashedKey<Erased>[] = slot.item.keys
  let rest = fromHex(`0x${key.slice(slot.prefix.length)}`)
  const parts = hashers.map(({ hasher, ty }) => {
    const digest = DIGEST[hasher]
    if (digest === undefined) throw new Error(`a key under ${hasher} cannot be read back`)
    rest = rest.slice(digest)
    const part = ty.codec.dec(rest)
    rest = rest.slice(ty.codec.enc(part).length)
    return part
  })
  return parts as Erased
}
