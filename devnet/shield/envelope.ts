// The envelope of a shielded extrinsic: read by the pool for its shape, opened by the author whose key it names (spec 424).
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js'
import { Twox128 } from '@polkadot-api/substrate-bindings'
import { sameBytes } from '../chain/bytes.ts'
import type { Outer } from '../runtime/declare.ts'

interface Envelope {
  /** twox128 of the key it is for. */
  readonly keyHash: Uint8Array
  readonly kem: Uint8Array
  readonly nonce: Uint8Array
  readonly box: Uint8Array
}

const KEY_HASH = 16
const KEM_LENGTH = 1088
const NONCE = 24

/** The parts of an envelope, or `undefined` for bytes that are none. */
export function readEnvelope(bytes: Uint8Array): Envelope | undefined {
  const kemAt = KEY_HASH + 2
  const nonceAt = kemAt + KEM_LENGTH
  const boxAt = nonceAt + NONCE
  const length = (bytes[KEY_HASH] ?? 0) | ((bytes[KEY_HASH + 1] ?? 0) << 8)
  if (length !== KEM_LENGTH || bytes.length < boxAt) return undefined
  return {
    keyHash: bytes.slice(0, KEY_HASH),
    kem: bytes.slice(kemAt, nonceAt),
    nonce: bytes.slice(nonceAt, boxAt),
    box: bytes.slice(boxAt),
  }
}

export const isFor = ({ keyHash }: Envelope, publicKey: Uint8Array): boolean =>
  sameBytes(keyHash, Twox128(publicKey))

/** What is inside, or `undefined` where the key does not open it. */
export function openEnvelope({ kem, nonce, box }: Envelope, secretKey: Uint8Array): Uint8Array | undefined {
  try {
    return xchacha20poly1305(ml_kem768.decapsulate(kem, secretKey), nonce).decrypt(box)
  } catch {
    // A wrong tag, or fewer bytes than a tag has: the author drops it without a word.
    return undefined
  }
}

/** The ciphertext of a call that is an envelope, whatever is in it. */
export function ciphertextIn(call: Outer): Uint8Array | undefined {
  if (call.type !== 'MevShield' || call.value.type !== 'submit_encrypted') return undefined
  return (call.value.value as { readonly ciphertext: Uint8Array }).ciphertext
}
