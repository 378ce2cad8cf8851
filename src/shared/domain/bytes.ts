/** Bytes as text and back: 0x-hex at every boundary, `Uint8Array` inside. */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { shaped } from '../codec.ts'

export type Hex = `0x${string}`
export const Hex = shaped<Hex>(/^0x([0-9a-f]{2})*$/)
export type Hash = Hex & { readonly 32: true }
/** 32 bytes: a block hash, a genesis, a digest. */
export const Hash = shaped<Hash>(/^0x[0-9a-f]{64}$/)

export function toHex(bytes: Uint8Array): Hex {
  return `0x${bytesToHex(bytes)}`
}

/** @throws when the text is not whole bytes of hex */
export function fromHex(hex: string): Uint8Array {
  return hexToBytes(hex.startsWith('0x') ? hex.slice(2) : hex)
}

/** One array of all the bytes, in order. */
export function join(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
