// Bytes as the chain code needs them: hex text, joins, the little-endian numbers and compact lengths of SCALE.
import { blake2b } from '@noble/hashes/blake2.js'
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js'

/** Lower-case hex with `0x`. */
export type Hex = `0x${string}`

export const toHex = (bytes: Uint8Array): Hex => `0x${bytesToHex(bytes)}`

/** Reads `0x` hex of an even number of digits; throws on anything else. */
export function fromHex(text: string): Uint8Array {
  if (!text.startsWith('0x')) throw new Error('hex must start with 0x')
  return hexToBytes(text.slice(2))
}

export const isHex = (value: unknown): value is Hex =>
  typeof value === 'string' && /^0x([0-9a-fA-F]{2})*$/.test(value)

export const join = (...parts: readonly Uint8Array[]): Uint8Array => concatBytes(...parts)

export const blake2b256 = (bytes: Uint8Array): Uint8Array => blake2b(bytes, { dkLen: 32 })

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i])

/** An unsigned number in `size` little-endian bytes; throws when it does not fit. */
export function littleEndian(value: bigint, size: number): Uint8Array {
  const out = new Uint8Array(size)
  let rest = value
  for (let i = 0; i < size; i++) {
    out[i] = Number(rest & 0xffn)
    rest >>= 8n
  }
  if (rest !== 0n) throw new Error(`number does not fit ${size} bytes`)
  return out
}

export const u32Bytes = (value: number): Uint8Array => littleEndian(BigInt(value), 4)

function readLittleEndian(bytes: Uint8Array): bigint {
  let value = 0n
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i] ?? 0)
  return value
}

/** SCALE compact of an unsigned number below 2^536. */
export function compactBytes(value: bigint): Uint8Array {
  if (value < 1n << 6n) return littleEndian(value << 2n, 1)
  if (value < 1n << 14n) return littleEndian((value << 2n) | 1n, 2)
  if (value < 1n << 30n) return littleEndian((value << 2n) | 2n, 4)
  const size = Math.max(4, Math.ceil(value.toString(16).length / 2))
  return join(Uint8Array.of(((size - 4) << 2) | 3), littleEndian(value, size))
}

/** A cursor over received bytes: every take is an own copy, so no decoder ever sees a view. */
export interface Reader {
  readonly left: () => number
  readonly take: (length: number) => Uint8Array
  readonly byte: () => number
  /** A canonical compact of at most `bits` bits; a longer form than needed throws, as it does in the node. */
  readonly compact: (bits: number) => bigint
  /** What `read` took, as raw bytes, beside what it made of them. */
  readonly measured: <T>(read: () => T) => { readonly raw: Uint8Array; readonly value: T }
}

export function createReader(bytes: Uint8Array): Reader {
  let at = 0
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new Error('not enough data')
    const part = bytes.slice(at, at + length)
    at += length
    return part
  }
  const byte = (): number => take(1)[0] ?? 0
  const compact = (bits: number): bigint => {
    const from = at
    const mode = (bytes[at] ?? 0) & 3
    const value =
      mode === 3 ? readLittleEndian(take((byte() >> 2) + 4)) : readLittleEndian(take(1 << mode)) >> 2n
    if (value >> BigInt(bits) !== 0n) throw new Error('compact out of range')
    if (compactBytes(value).length !== at - from) throw new Error('compact is not canonical')
    return value
  }
  const measured = <T>(read: () => T): { raw: Uint8Array; value: T } => {
    const from = at
    const value = read()
    return { raw: bytes.slice(from, at), value }
  }
  return { left: () => bytes.length - at, take, byte, compact, measured }
}

/** Orders hex keys as the bytes they stand for. */
export const byteOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
