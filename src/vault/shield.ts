/** Encrypts a signed extrinsic so that only the author of the block that takes it can read it (pallet MevShield, spec 424). */

import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js'
import { Bytes, compact, Twox128 } from '@polkadot-api/substrate-bindings'
import { join } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { ENVELOPE_CALL, ENVELOPE_OVERHEAD, takesEnvelopes } from '#shared/runtime/envelope-call.ts'
import type { Runtime } from '#shared/runtime/metadata.ts'
import { parsePayload, type SignedCall, signedFromPayload, termsLength } from '#shared/runtime/payload.ts'
import { lend, type Random } from './secret.ts'

/** ML-KEM-768 (FIPS 203): the key an author announces, and what it is told in. */
const KEY_LENGTH = 1184
const SEED_LENGTH = 32
const NONCE_LENGTH = 24

/** MevShield.submit_encrypted takes a BoundedVec of 8,192 bytes, of which the envelope itself needs 1,146. */
const LONGEST_ENVELOPE = 8192

/** The longest extrinsic, its length prefix included, that an envelope holds. */
export const LONGEST_SHIELDED = LONGEST_ENVELOPE - ENVELOPE_OVERHEAD

/**
 * The `ciphertext` of MevShield.submit_encrypted: which key, the key's own ciphertext with its length, nonce, box.
 * `extrinsic` is complete and signed, its length first; `key` is MevShield.NextKey as read at the best block.
 * @throws WalletError `refused` for a key that is none, or an extrinsic too long for an envelope
 */
export function sealForAuthor(extrinsic: Uint8Array, key: Uint8Array, random: Random): Uint8Array {
  if (extrinsic.length > LONGEST_SHIELDED) throw refused('too long to be shielded')
  const { cipherText, sharedSecret } = encapsulate(key, random)
  return lend(sharedSecret, (secret) => {
    const nonce = random(NONCE_LENGTH)
    // The shared secret itself is the key, and nothing else is authenticated: so the pallet's authors open it.
    const box = xchacha20poly1305(secret, nonce).encrypt(extrinsic)
    const length = Uint8Array.of(cipherText.length & 0xff, cipherText.length >> 8)
    return join(Twox128(key), length, cipherText, nonce, box)
  })
}

/**
 * How this runtime begins a call that carries an envelope: its pallet and its number.
 * @throws WalletError `unreadable` for a runtime without the call, or with another argument than the ciphertext alone
 */
export function envelopeCallOf(runtime: Runtime): Uint8Array {
  if (!takesEnvelopes(runtime)) throw new WalletError('unreadable', { why: 'no envelope in this runtime' })
  const empty = runtime.encodeCall({ name: ENVELOPE_CALL, args: { ciphertext: new Uint8Array() } })
  // No bytes are one: the number of them, which is zero.
  if (empty.at(-1) !== 0) throw new WalletError('unreadable', { why: 'no envelope in this runtime' })
  return empty.slice(0, -1)
}

/** An extrinsic that is signed, and with which key of an author to seal it. `call` is how its payload begins. */
export interface ToShield {
  readonly signed: SignedCall
  readonly payload: Uint8Array
  readonly key: Uint8Array
  readonly envelopeCall: Uint8Array
}

/**
 * The payload of the envelope: the extrinsic sealed, and the terms of its own payload again, with the nonce before.
 * @throws WalletError `refused` where there is no nonce before, or as sealing does; `unreadable`
 */
export function envelopePayload(
  { signed, payload, key, envelopeCall }: ToShield,
  random: Random,
): Uint8Array {
  const fields = parsePayload(payload, signed.call.length)
  const { nonce, tip } = fields
  if (nonce === 0) throw refused('no number before it')
  if (tip !== 0n) throw refused('a tip')
  const ciphertext = sealForAuthor(signedFromPayload(payload, signed), key, random)
  const afterNonce = termsLength(fields) - fields.era.length - compact.enc(nonce).length
  return join(
    envelopeCall,
    Bytes().enc(ciphertext),
    fields.era,
    compact.enc(nonce - 1),
    payload.slice(payload.length - afterNonce),
  )
}

function encapsulate(key: Uint8Array, random: Random): { cipherText: Uint8Array; sharedSecret: Uint8Array } {
  if (key.length !== KEY_LENGTH) throw refused('no shield key')
  return lend(random(SEED_LENGTH), (seed) => {
    try {
      return ml_kem768.encapsulate(key, seed)
    } catch (cause) {
      // FIPS 203 section 7.2: a key whose numbers are not below the modulus is none.
      throw new WalletError('refused', { why: 'no shield key' }, { cause })
    }
  })
}

function refused(why: string): WalletError<'refused'> {
  return new WalletError('refused', { why })
}
