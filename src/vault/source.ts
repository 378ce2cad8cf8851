/** What a person brings as a secret, the bytes it is kept as, and the way back to words. */

import { fromHex, join, toHex } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { SecretSource } from '#shared/domain/vault.ts'
import { miniSecretOf, type Root } from './derive.ts'
import type { Item } from './envelope.ts'
import { fromUtf8, lend, toUtf8 } from './secret.ts'
import { isEntropy, phraseOf, readPhrase } from './words.ts'

const SEED = /^(0x)?[0-9a-fA-F]{64}$/

/**
 * Lends the bytes a source is kept as: for words, the length of the entropy, the entropy and the phrase's password in
 * UTF-8; for a seed, its 32 bytes.
 * @throws WalletError `invalid-secret`
 */
export function withSourceBytes<T>(
  source: SecretSource,
  use: (secret: Uint8Array, kind: Item['kind']) => T,
): T {
  if (source.kind === 'seed') {
    const typed = source.seed.trim()
    if (!SEED.test(typed)) throw new WalletError('invalid-secret', { why: 'seed' })
    return lend(fromHex(typed), (seed) => use(seed, 'seed'))
  }
  return lend(readPhrase(source.words), (entropy) =>
    lend(toUtf8(source.password), (password) =>
      lend(join(Uint8Array.of(entropy.length), entropy, password), (secret) => use(secret, 'words')),
    ),
  )
}

/**
 * Lends what key pairs are derived from. A kept secret of 64 bytes is an expanded key that has no seed.
 * @throws WalletError `vault-damaged` when the bytes are not what `withSourceBytes` makes
 */
export function withRoot<T>(kind: Item['kind'], secret: Uint8Array, use: (root: Root) => T): T {
  if (kind === 'seed') return use({ kind: secret.length === 64 ? 'expanded' : 'mini', bytes: secret })
  const { entropy, password } = partsOf(secret)
  return lend(miniSecretOf(entropy, password), (bytes) => use({ kind: 'mini', bytes }))
}

/** A secret as its owner may write it down. What is returned is text, and cannot be wiped. */
export function revealed(kind: Item['kind'], secret: Uint8Array): { text: string; password: string } {
  if (kind === 'seed') return { text: toHex(secret), password: '' }
  const { entropy, password } = partsOf(secret)
  return { text: phraseOf(entropy), password }
}

function partsOf(secret: Uint8Array): { entropy: Uint8Array; password: string } {
  const length = secret[0] ?? 0
  const entropy = secret.subarray(1, 1 + length)
  if (!isEntropy(entropy) || entropy.length !== length) throw new WalletError('vault-damaged')
  return { entropy, password: fromUtf8(secret.subarray(1 + length)) }
}
