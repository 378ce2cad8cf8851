/** The room's symmetric cryptography: XChaCha20-Poly1305, HKDF and HMAC over SHA-256, comparison in constant time. */

import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { lend, type Random, toUtf8 } from './secret.ts'

/** A nonce of 24 bytes and the ciphertext with its 16-byte tag at the end. */
export interface Sealed {
  nonce: Uint8Array
  box: Uint8Array
}

export const KEY_LENGTH = 32
const NONCE_LENGTH = 24
const TAG_LENGTH = 16

/**
 * Encrypts under a fresh random nonce. 192 bits of nonce need no counting, unlike AES-GCM's 96; and AES-GCM
 * through WebCrypto does not exist in a worker of opaque origin (Chromium 156).
 */
export function seal(key: Uint8Array, plain: Uint8Array, bound: Uint8Array, random: Random): Sealed {
  const nonce = random(NONCE_LENGTH)
  return { nonce, box: xchacha20poly1305(key, nonce, bound).encrypt(plain) }
}

/** Decrypts and lends what was inside; undefined if key, nonce, box or bound data are not the ones it was sealed with. */
export function unseal<T>(
  key: Uint8Array,
  sealed: Sealed,
  bound: Uint8Array,
  use: (plain: Uint8Array) => T,
): { value: T } | undefined {
  if (sealed.nonce.length !== NONCE_LENGTH || sealed.box.length < TAG_LENGTH) return undefined
  let plain: Uint8Array
  try {
    plain = xchacha20poly1305(key, sealed.nonce, bound).decrypt(sealed.box)
  } catch {
    // The library throws for a wrong tag alone once the lengths are right; the caller says what it means.
    return undefined
  }
  return lend(plain, (secret) => ({ value: use(secret) }))
}

/** A key for one purpose, from a key for many; `purpose` separates them. Lent, and wiped after use. */
export function withSubkey<T>(key: Uint8Array, purpose: string, use: (subkey: Uint8Array) => T): T {
  return lend(hkdf(sha256, key, undefined, toUtf8(purpose), KEY_LENGTH), use)
}

/**
 * What a stored record says of its key without telling it. The cipher does not commit to its key, so a box could be
 * made that opens under two passwords; and this tells a wrong password from a damaged file.
 */
export function commitment(key: Uint8Array): Uint8Array {
  return hkdf(sha256, key, undefined, toUtf8('commit/v1'), 16)
}

/** HMAC-SHA256. */
export function authenticate(key: Uint8Array, message: Uint8Array): Uint8Array {
  return hmac(sha256, key, message)
}

/** Whether two byte strings are equal, in a time that depends on their lengths only. */
export function equal(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false
  let difference = 0
  for (const [index, byte] of left.entries()) difference |= byte ^ (right[index] ?? 256)
  return difference === 0
}
