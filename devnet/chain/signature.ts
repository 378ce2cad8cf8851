// Checks signatures over signing bytes, and remembers the good ones so that inclusion does not check again.
import { ed25519 } from '@noble/curves/ed25519.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { verify as verifySr25519 } from '@scure/sr25519'
import { blake2b256, fromHex, type Hex, join, toHex } from './bytes.ts'
import type { Scheme } from './extrinsic.ts'

export interface SignedBytes {
  readonly scheme: Scheme
  readonly signer: Hex
  readonly signature: Uint8Array
  readonly message: Uint8Array
}

/** True when `signature` is the signer's over exactly these bytes. Malformed keys or signatures are false, not errors. */
export function verifySignature({ scheme, signer, signature, message }: SignedBytes): boolean {
  try {
    const key = fromHex(signer)
    if (scheme === 'sr25519') return verifySr25519(message, signature, key)
    // ed25519-zebra, which the node uses, follows ZIP-215.
    if (scheme === 'ed25519') return ed25519.verify(signature, message, key, { zip215: true })
    return verifyEcdsa(message, signature, key)
  } catch {
    return false
  }
}

// An ECDSA account id is the blake2-256 of the compressed public key, recovered from the signature.
function verifyEcdsa(message: Uint8Array, signature: Uint8Array, account: Uint8Array): boolean {
  const recovery = signature[64] ?? 0
  const noble = join(Uint8Array.of(recovery), signature.slice(0, 64))
  const point = secp256k1.recoverPublicKey(noble, blake2b256(message), { prehash: false })
  return toHex(blake2b256(point)) === toHex(account)
}

// One verification of sr25519 takes about 1.4 ms in JavaScript; a block of hundreds would otherwise take it twice.
const REMEMBERED = 20_000

/** `verifySignature` with a memory of what was found good. */
export function createVerifier(): (signed: SignedBytes) => boolean {
  const good = new Set<Hex>()
  return (signed) => {
    const scheme = new TextEncoder().encode(signed.scheme)
    const id = toHex(blake2b256(join(scheme, fromHex(signed.signer), signed.signature, signed.message)))
    if (good.has(id)) return true
    if (!verifySignature(signed)) return false
    if (good.size >= REMEMBERED) good.clear()
    good.add(id)
    return true
  }
}
