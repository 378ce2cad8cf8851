/** The one place where a key meets a payload. Whoever calls it has already compared the payload with a consent. */

import { ed25519 } from '@noble/curves/ed25519.js'
import { sign as signSr25519 } from '@scure/sr25519'
import { fromHex, type Hex, join, toHex } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { signingBytes } from '#shared/runtime/payload.ts'
import type { Agreed } from './consents.ts'
import type { KeyPair } from './derive.ts'
import { lend, type Random } from './secret.ts'
import { envelopePayload } from './shield.ts'

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

const SIGNATURE_LENGTH = 64

/**
 * Both signatures of what goes in an envelope, and the payload of the envelope, one after another. What was agreed to is
 * signed first, sealed, and the envelope signed with the same key.
 * @throws WalletError `refused` for what was not agreed to as shielded
 */
export function signShielded(
  pair: KeyPair,
  { consent, envelopeCall, payload, key }: Agreed & { payload: Uint8Array; key: Uint8Array },
  random: Random,
): Uint8Array {
  if (consent.kind !== 'shielded' || envelopeCall === undefined)
    throw new WalletError('refused', { why: 'another kind' })
  const { account } = consent
  const signature = signExtrinsic(pair, payload, random)
  const signed = { account, call: fromHex(consent.call), signature, scheme: pair.scheme }
  const envelope = envelopePayload({ signed, payload, key, envelopeCall }, random)
  return join(signature, signExtrinsic(pair, envelope, random), envelope)
}

/** The three of them apart. */
export function partsOfShielded(signed: Uint8Array): { signature: Hex; envelope: Hex; payload: Hex } {
  const part = (from: number, to?: number): Hex => toHex(signed.slice(from, to))
  return {
    signature: part(0, SIGNATURE_LENGTH),
    envelope: part(SIGNATURE_LENGTH, 2 * SIGNATURE_LENGTH),
    payload: part(2 * SIGNATURE_LENGTH),
  }
}
