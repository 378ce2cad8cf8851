/** The one place where a key meets a payload. Whoever calls it has already compared the payload with a consent. */

import { ed25519 } from '@noble/curves/ed25519.js'
import { sign as signSr25519 } from '@scure/sr25519'
import { signingBytes } from '#shared/runtime/payload.ts'
import type { KeyPair } from './derive.ts'
import { lend, type Random } from './secret.ts'

/**
 * A 64-byte signature over an extrinsic's payload (its hash, where it is longer than 256 bytes), without the scheme
 * byte of a MultiSignature.
 */
export function signExtrinsic(pair: KeyPair, payload: Uint8Array, random: Random): Uint8Array {
  return signBytes(pair, signingBytes(payload), random)
}

/**
 * A 64-byte signature over exactly these bytes: sr25519 in the context "substrate", ed25519 deterministic
 * (RFC 8032). Raw bytes of a site come here wrapped, and are never hashed.
 */
export function signBytes(pair: KeyPair, bytes: Uint8Array, random: Random): Uint8Array {
  if (pair.scheme === 'ed25519') return ed25519.sign(bytes, pair.secret)
  return lend(random(32), (nonceSeed) => signSr25519(pair.secret, bytes, nonceSeed))
}
