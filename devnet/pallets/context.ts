// What a pallet works with: typed storage, events, and failures that roll back what was done.
import type { Overlay } from '../chain/overlay.ts'
import { type AnySlot, keyOf, keysOf, type Slot } from '../chain/slots.ts'
import type { ErrorName, EventArgs, Outer, Pallet } from '../runtime/declare.ts'
import type { DispatchError } from '../runtime/declared/types/sp-runtime.ts'
import { variantsOf } from '../runtime/named.ts'

export type AccountId = string

/** An event before it is stored; `extrinsic` is `undefined` in the phases around the extrinsics. */
export interface Emitted {
  readonly extrinsic: number | undefined
  /** Whether it happened before the first extrinsic rather than after the last. */
  readonly opening: boolean
  readonly event: Outer
}

export interface Context {
  /** The block that is being made, and the extrinsic in it (`undefined` outside of any). */
  readonly blockNumber: number
  readonly extrinsicIndex: number | undefined
  readonly read: <K extends readonly unknown[], V, A>(slot: Slot<K, V, A>, ...key: K) => V | A
  readonly write: <K extends readonly unknown[], V, A>(
    slot: Slot<K, V, A>,
    key: NoInfer<K>,
    value: NoInfer<V>,
  ) => void
  readonly remove: <K extends readonly unknown[]>(slot: AnySlot<K>, ...key: K) => void
  readonly exists: <K extends readonly unknown[]>(slot: AnySlot<K>, ...key: K) => boolean
  /** The keys of all entries under the first keys of a map, in the order of storage. */
  readonly keys: <K extends readonly unknown[]>(slot: AnySlot<K>, ...first: Partial<K>) => readonly K[]
  readonly emit: <P extends Pallet, E extends keyof P['events'] & string>(
    pallet: P,
    event: E,
    fields: EventArgs<P, E>,
  ) => void
  /** Runs `work`; when it throws, its changes and events are undone and the error goes on. */
  readonly transaction: <T>(work: () => T) => T
}

/** A dispatch error on its way out of a handler. */
export class DispatchFailure extends Error {
  readonly error: DispatchError
  constructor(error: DispatchError) {
    super(`dispatch failed: ${error.type}`)
    this.error = error
  }
}

/** A pallet's own error: `fail(Balances, 'InsufficientBalance')`. */
export function fail<P extends Pallet>(pallet: P, name: ErrorName<P>): DispatchFailure {
  const index = variantsOf(pallet.errors ?? {}).find((variant) => variant.name === name)?.index ?? 0
  const error = `0x${index.toString(16).padStart(2, '0')}000000`
  return new DispatchFailure({ type: 'Module', value: { index: pallet.index, error } })
}

export function createContext(
  overlay: Overlay<Emitted>,
  at: {
    readonly blockNumber: number
    readonly extrinsicIndex: number | undefined
    readonly opening?: boolean
  },
): Context {
  const raw = <K extends readonly unknown[]>(slot: AnySlot<K>, key: K): Uint8Array | undefined =>
    overlay.get(keyOf(slot, key))
  return {
    ...at,
    read: (slot, ...key) => {
      const bytes = raw(slot, key)
      // scale-ts reads from the start of the underlying memory: never hand it a view.
      return bytes ? slot.item.value.codec.dec(bytes.slice()) : slot.item.fallback
    },
    write: (slot, key, value) => overlay.put(keyOf(slot, key), slot.item.value.codec.enc(value)),
    remove: (slot, ...key) => overlay.remove(keyOf(slot, key)),
    exists: (slot, ...key) => raw(slot, key) !== undefined,
    keys: (slot, ...first) => overlay.keys(keyOf(slot, first)).map((key) => keysOf(slot, key)),
    emit: (pallet, event, fields) =>
      overlay.record({
        extrinsic: at.extrinsicIndex,
        opening: at.opening === true,
        event: { type: pallet.name, value: { type: event, value: fields } },
      }),
    transaction: overlay.transaction,
  }
}
