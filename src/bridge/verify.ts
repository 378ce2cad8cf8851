/** Whether a signature is the account's over exactly these bytes: the last look before it leaves for the background. */

import { ed25519 } from '@noble/curves/ed25519.js'
import { blake2b } from '@noble/hashes/blake2.js'
import { hexToBytes } from '@noble/hashes/utils.js'
import { verify as verifySr25519 } from '@scure/sr25519'

/** A signature as the room gives it. `account` is SS58 of prefix 42; `payload` and `signature` are 0x-hex. */
export interface Signed {
  account: string
  scheme: 'sr25519' | 'ed25519'
  payload: string
  signature: string
}

// Longer payloads are signed by their hash (sp-runtime, SignedPayload::using_encoded; spec 424).
const LONGEST_BARE = 256

/** False also for anything that is no address, no hex, or of the wrong length. */
export function isSignedBy({ payload, ...signed }: Signed): boolean {
  return isMark(signed, payload, (bytes) =>
    bytes.length > LONGEST_BARE ? blake2b(bytes, { dkLen: 32 }) : bytes,
  )
}

/** The same for a message, which is never hashed. */
export function isMessageSignedBy({
  bytes,
  ...signed
}: Omit<Signed, 'payload'> & { bytes: string }): boolean {
  return isMark(signed, bytes, (message) => message)
}

function isMark(
  { account, scheme, signature }: Omit<Signed, 'payload'>,
  hex: string,
  messageOf: (bytes: Uint8Array) => Uint8Array,
): boolean {
  try {
    const key = keyBehind(account)
    const message = messageOf(hexToBytes(hex.slice(2)))
    const mark = hexToBytes(signature.slice(2))
    if (key === undefined || mark.length !== 64) return false
    return scheme === 'sr25519' ? verifySr25519(message, mark, key) : ed25519.verify(mark, message, key)
  } catch {
    return false
  }
}

const DIGITS = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/**
 * The key in an SS58 address of prefix 42: one byte of prefix, 32 of key, two of checksum, in base 58. The checksum is
 * not looked at: under a key mistyped by one letter no signature of the account's verifies.
 */
function keyBehind(address: string): Uint8Array | undefined {
  let number = 0n
  for (const letter of address) {
    const digit = DIGITS.indexOf(letter)
    if (digit < 0) return undefined
    number = number * 58n + BigInt(digit)
  }
  const bytes = hexToBytes(number.toString(16).padStart(70, '0'))
  return bytes.length === 35 && bytes[0] === 42 ? bytes.slice(1, 33) : undefined
}
