/** What a block says of one of its extrinsics, in order, by the names of the runtime that executed it. */
import { WalletError } from '#shared/domain/errors.ts'
import type { Runtime } from '#shared/runtime/metadata.ts'
import { itemOf } from './by-name.ts'

// twox128("System") ‖ twox128("Events"), of every Substrate chain.
export const EVENTS_KEY = '0x26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7'

export interface ChainEvent {
  readonly name: string
  /** By name where the runtime names them, in a list where it does not. Accounts are keys. */
  readonly fields: unknown
}

/** An enum value as the decoder gives it. */
interface Variant {
  readonly type: string
  readonly value?: unknown
}

/** @throws WalletError `unreadable` when the events do not decode */
export function eventsOf(runtime: Runtime, bytes: Uint8Array, index: number): readonly ChainEvent[] {
  try {
    const records = itemOf(runtime, 'System', 'Events')?.read(bytes) as readonly {
      readonly phase: Variant
      readonly event: Variant
    }[]
    return records
      .filter(({ phase }) => phase.type === 'ApplyExtrinsic' && phase.value === index)
      .map(({ event }) => {
        const inner = event.value as Variant
        return { name: `${event.type}.${inner.type}`, fields: inner.value }
      })
  } catch (cause) {
    throw new WalletError('unreadable', { why: 'events of another runtime' }, { cause })
  }
}

/** A named field; undefined where there is none of this name. */
export function fieldIn({ fields }: ChainEvent, name: string): unknown {
  return isObject(fields) ? fields[name] : undefined
}

/** The fields of an event without names, when there are as many of them as are known. */
export function listIn({ fields }: ChainEvent, count: number): readonly unknown[] | undefined {
  if (count === 1) return [fields]
  return Array.isArray(fields) && fields.length === count ? fields : undefined
}

export interface ChainError {
  readonly pallet: string
  readonly error: string
}

/** The error in a Result or a bare DispatchError; undefined for Ok. */
export function errorIn(value: unknown): ChainError | undefined {
  if (!isObject(value) || value['success'] === true) return undefined
  return nameOf(value['success'] === false ? value['value'] : value)
}

/**
 * A module's error by pallet and name, `Token.FundsUnavailable` and the like by their two words, the rest of
 * sp_runtime `DispatchError` as `Runtime.<name>`.
 */
export function nameOf(error: unknown): ChainError {
  const { type, value } = (isObject(error) ? error : {}) as Partial<Variant>
  const inner = (isObject(value) ? value : {}) as Partial<Variant>
  if (type === 'Module' && typeof inner.type === 'string') {
    const own = (isObject(inner.value) ? inner.value : {}) as Partial<Variant>
    return { pallet: inner.type, error: own.type ?? 'Unknown' }
  }
  if (typeof type === 'string' && typeof inner.type === 'string') return { pallet: type, error: inner.type }
  return { pallet: 'Runtime', error: typeof type === 'string' ? type : 'Unknown' }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
