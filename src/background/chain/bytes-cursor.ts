/** Reads SCALE by hand, one value after the other, where the shape of the bytes is known from before. */
import type { AccountKey } from '#shared/domain/address.ts'
import { toHex } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'

export interface Cursor {
  flag(): boolean
  u16(): number
  u32(): number
  u64(): bigint
  u128(): bigint
  i128(): bigint
  /** A compact of at most 64 bits. */
  compact(): bigint
  /** A compact that counts or numbers something. */
  count(): number
  key(): AccountKey
  list<T>(item: () => T): T[]
  /** @throws WalletError `unreadable` when bytes are left */
  end(): void
}

/** @throws WalletError `unreadable`, from every reading past the end or of what cannot stand there */
export function cursorOf(bytes: Uint8Array): Cursor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const take = (length: number): number => {
    if (at + length > bytes.length) refuse()
    at += length
    return at - length
  }
  const u64 = (): bigint => view.getBigUint64(take(8), true)
  const u128 = (): bigint => u64() | (u64() << 64n)
  const compact = (): bigint => {
    const first = view.getUint8(take(1))
    switch (first & 3) {
      case 0:
        return BigInt(first >> 2)
      case 1:
        return BigInt((first | (view.getUint8(take(1)) << 8)) >> 2)
      case 2:
        at -= 1
        return BigInt(view.getUint32(take(4), true) >>> 2)
      default: {
        const length = (first >> 2) + 4
        if (length > 8) refuse()
        let value = 0n
        const start = take(length)
        for (let i = length - 1; i >= 0; i--) value = (value << 8n) | BigInt(view.getUint8(start + i))
        return value
      }
    }
  }
  const count = (): number => {
    const value = compact()
    if (value >= 1n << 32n) refuse()
    return Number(value)
  }
  return {
    flag: () => {
      const byte = view.getUint8(take(1))
      if (byte > 1) refuse()
      return byte === 1
    },
    u16: () => view.getUint16(take(2), true),
    u32: () => view.getUint32(take(4), true),
    u64,
    u128,
    i128: () => BigInt.asIntN(128, u128()),
    compact,
    count,
    key: () => {
      const start = take(32)
      return toHex(bytes.subarray(start, start + 32)) as AccountKey
    },
    list: (item) => {
      const length = count()
      // Nothing is shorter than a byte: a length beyond what is left would only fill memory.
      if (length > bytes.length - at) refuse()
      return Array.from({ length }, item)
    },
    end: () => {
      if (at !== bytes.length) refuse()
    },
  }
}

function refuse(): never {
  throw new WalletError('unreadable', { why: 'bytes of another shape' })
}
