/** Values as the dynamic decoder gives them, narrowed by name: what is missing or of another kind is said, never guessed. */
import type { AccountKey } from '#shared/domain/address.ts'
import { fromHex } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'

export function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return refuse(name)
  return Object.entries(value).find(([key]) => key === name)?.[1]
}

export function bigOf(value: unknown): bigint {
  if (typeof value === 'bigint') return value
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : refuse('number')
}

export function uintOf(value: unknown): number {
  const big = bigOf(value)
  return big >= 0n && big <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(big) : refuse('uint')
}

export function flagOf(value: unknown): boolean {
  return typeof value === 'boolean' ? value : refuse('flag')
}

export function keyIn(value: unknown): AccountKey {
  return typeof value === 'string' && /^0x[0-9a-f]{64}$/.test(value)
    ? (value as AccountKey)
    : refuse('account')
}

export function listOf<T>(value: unknown, item: (each: unknown) => T): T[] {
  return Array.isArray(value) ? value.map(item) : refuse('list')
}

export function pairOf(value: unknown): readonly [unknown, unknown] {
  return Array.isArray(value) && value.length === 2 ? [value[0], value[1]] : refuse('pair')
}

/** Undefined for None. */
export function maybeOf<T>(value: unknown, item: (each: unknown) => T): T | undefined {
  return value === undefined || value === null ? undefined : item(value)
}

/** The bytes of a Vec<u8>, and of the Vec<Compact<u8>> that some runtime APIs of Subtensor write names as. */
export function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value
  if (typeof value === 'string') return fromHex(value)
  return Uint8Array.from(listOf(value, uintOf))
}

export function textOf(value: unknown): string {
  return new TextDecoder().decode(bytesOf(value))
}

function refuse(what: string): never {
  throw new WalletError('unreadable', { why: `a runtime that keeps this otherwise: ${what}` })
}
