/** Secret phrases: making one, and telling which word of a typed one is wrong without repeating it. */

import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { WalletError } from '#shared/domain/errors.ts'
import { lend, type Random } from './secret.ts'

/** How many words a phrase may have (BIP-39), and how many bytes of entropy that is. */
const ENTROPY_LENGTHS: Readonly<Record<number, number>> = { 12: 16, 15: 20, 18: 24, 21: 28, 24: 32 }

const known = new Set(wordlist)

/** A new phrase. Its entropy comes from `random` and from nowhere else. */
export function newPhrase(words: 12 | 24, random: Random): string {
  return lend(random(words === 12 ? 16 : 32), (entropy) => entropyToMnemonic(entropy, wordlist))
}

/** The words of a phrase, as the recovery screen shows them. */
export function phraseOf(entropy: Uint8Array): string {
  return entropyToMnemonic(entropy, wordlist)
}

/**
 * The entropy of a typed phrase: case, line breaks and repeated spaces are forgiven, nothing else is.
 * @throws WalletError `invalid-secret`: `word` with the place (from 1) of the first word that is not in the list,
 * `count`, or `checksum` when the words are known but do not belong together.
 */
export function readPhrase(typed: string): Uint8Array {
  const words = typed.normalize('NFKD').trim().toLowerCase().split(/\s+/)
  const stranger = words.findIndex((word) => !known.has(word))
  // A wrong word is named before a wrong count: it is what the person can see while still typing.
  if (typed.trim() !== '' && stranger >= 0) {
    throw new WalletError('invalid-secret', { why: 'word', word: stranger + 1 })
  }
  if (ENTROPY_LENGTHS[words.length] === undefined) throw new WalletError('invalid-secret', { why: 'count' })
  try {
    return mnemonicToEntropy(words.join(' '), wordlist)
  } catch {
    // Words and count are right by now; the library's own error would carry the words, so it is not a cause.
    throw new WalletError('invalid-secret', { why: 'checksum' })
  }
}

/** Whether these bytes are the entropy of some phrase. */
export function isEntropy(bytes: Uint8Array): boolean {
  return Object.values(ENTROPY_LENGTHS).includes(bytes.length)
}
