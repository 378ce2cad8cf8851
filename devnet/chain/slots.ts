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
import { type Hex, join, toHex } from './bytes.ts'

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
  const hashed = keys.map((key, i) => {
    const part = hashers[i]
    if (!part) throw new Error('more keys than the storage item has')
    return HASH[part.hasher](part.ty.codec.enc(key))
  })
  return `${slot.prefix}${toHex(join(...hashed)).slice(2)}`
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
