/** From a secret (words, seed or expanded key) and a path to a key pair, as every Substrate tool derives it. */

import { ed25519 } from '@noble/curves/ed25519.js'
import { blake2b } from '@noble/hashes/blake2.js'
import { pbkdf2 } from '@noble/hashes/pbkdf2.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { getPublicKey, HDKD, secretFromSeed } from '@scure/sr25519'
import { join } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { type Junction, readPath } from './path.ts'
import { lend, type Random, toUtf8 } from './secret.ts'

export type Scheme = 'sr25519' | 'ed25519'

/** `secret`: sr25519, the 64-byte expanded key (scalar × 8, nonce half) its library signs with; ed25519, the 32-byte seed. */
export interface KeyPair {
  scheme: Scheme
  publicKey: Uint8Array
  secret: Uint8Array
}

/** Where a pair starts: a mini-secret of 32 bytes, or an expanded sr25519 key of 64 that has no seed any more. */
export type Root = { kind: 'mini'; bytes: Uint8Array } | { kind: 'expanded'; bytes: Uint8Array }

const MINI_LENGTH = 32
const EXPANDED_LENGTH = 64

/**
 * The mini-secret of a phrase. Substrate stretches the entropy, not the words: PBKDF2-HMAC-SHA512, 2048 rounds,
 * salt "mnemonic" and the phrase's password, first 32 of 64 bytes (substrate-bip39). The caller wipes it.
 */
export function miniSecretOf(entropy: Uint8Array, password = ''): Uint8Array {
  return lend(toUtf8(`mnemonic${password}`), (salt) =>
    lend(pbkdf2(sha512, entropy, salt, { c: 2048, dkLen: 64 }), (stretched) =>
      stretched.slice(0, MINI_LENGTH),
    ),
  )
}

/**
 * Lends the key pair at a path. sr25519 takes hard and soft junctions, ed25519 hard ones only; an expanded key is
 * sr25519's alone. `root` stays the caller's to wipe.
 * @throws WalletError `invalid-secret`, why `path` or `seed`
 */
export function withKeyPair<T>(
  root: Root,
  { path, scheme, random }: { path: string; scheme: Scheme; random: Random },
  use: (pair: KeyPair) => T,
): T {
  const junctions = readPath(path)
  if (root.bytes.length !== (root.kind === 'mini' ? MINI_LENGTH : EXPANDED_LENGTH)) {
    throw new WalletError('invalid-secret', { why: 'seed' })
  }
  return scheme === 'sr25519' ? withSr25519(root, junctions, random, use) : withEd25519(root, junctions, use)
}

/** A copy of the public key at a path. */
export function publicKeyAt(root: Root, at: { path: string; scheme: Scheme; random: Random }): Uint8Array {
  return withKeyPair(root, at, (pair) => pair.publicKey.slice())
}

function withSr25519<T>(
  root: Root,
  junctions: readonly Junction[],
  random: Random,
  use: (pair: KeyPair) => T,
): T {
  let secret: Uint8Array = root.kind === 'mini' ? secretFromSeed(root.bytes) : root.bytes.slice()
  try {
    for (const { hard, chainCode } of junctions) {
      const parent = secret
      secret = lend(parent, () =>
        // A soft child's nonce half is random by design; its scalar, and so its address, is not.
        hard ? HDKD.secretHard(parent, chainCode) : HDKD.secretSoft(parent, chainCode, random(32)),
      )
    }
    return use({ scheme: 'sr25519', publicKey: getPublicKey(secret), secret })
  } finally {
    secret.fill(0)
  }
}

const ED25519_TAG = Uint8Array.of(11 << 2, ...toUtf8('Ed25519HDKD'))

function withEd25519<T>(root: Root, junctions: readonly Junction[], use: (pair: KeyPair) => T): T {
  if (root.kind !== 'mini') throw new WalletError('invalid-secret', { why: 'seed' })
  let seed: Uint8Array = root.bytes.slice()
  try {
    for (const { hard, chainCode } of junctions) {
      if (!hard) throw new WalletError('invalid-secret', { why: 'path' })
      const parent = seed
      // sp-core ed25519 `derive_hard_junction`: blake2-256 of SCALE ("Ed25519HDKD", seed, chain code).
      seed = lend(parent, () =>
        lend(join(ED25519_TAG, parent, chainCode), (input) => blake2b(input, { dkLen: 32 })),
      )
    }
    return use({ scheme: 'ed25519', publicKey: ed25519.getPublicKey(seed), secret: seed })
  } finally {
    seed.fill(0)
  }
}
