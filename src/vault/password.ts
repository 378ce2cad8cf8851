/** Whether a password is worth a vault: after theft of the file it is the only thing in the way. */

import { wordlist } from '@scure/bip39/wordlists/english.js'
import { WalletError } from '#shared/domain/errors.ts'

const LEAST_LENGTH = 10
const LEAST_BITS = 50

/** Roots of the passwords that head every leaked list, and rows of keyboards. */
const COMMON = [
  'password',
  'passwort',
  'passw0rd',
  'letmein',
  'welcome',
  'monkey',
  'dragon',
  'master',
  'shadow',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'iloveyou',
  'trustno',
  'superman',
  'batman',
  'michael',
  'jordan',
  'starwars',
  'qwertyuiop',
  'qwerty',
  'qwertz',
  'azerty',
  'asdfghjkl',
  'asdf',
  'zxcvbnm',
  'qazwsx',
  'changeme',
  'secret',
  'admin',
  'login',
  'hello',
  'freedom',
  'whatever',
  'bitcoin',
  'bittensor',
  'taokey',
  'wallet',
  'crypto',
  'coldkey',
  'january',
  'february',
  'april',
  'august',
  'september',
  'october',
  'november',
  'december',
  'monday',
  'friday',
  'sunday',
] as const

const COMMON_BITS = 6
const WORD_BITS = 11
const RUN_BITS = 6
const words = new Set(wordlist.filter((word) => word.length > 3))

/** @throws WalletError `weak-password`, with why */
export function checkPassword(password: string): void {
  if ([...password].length < LEAST_LENGTH) throw new WalletError('weak-password', { why: 'short' })
  // Trimmings go before signs are read as letters, or `password1!` would end in an `i`.
  const core = plain(password.toLowerCase().replace(/^[^a-z@$]+|[^a-z]+$/g, ''))
  if (COMMON.some((common) => common === core)) throw new WalletError('weak-password', { why: 'common' })
  if (estimateBits(password) < LEAST_BITS) throw new WalletError('weak-password', { why: 'guessable' })
}

/**
 * A cautious estimate of the guesses a password takes, as a power of two. Words, years, runs and repetitions count
 * as the one choice they are; everything else by the alphabets it was drawn from.
 */
export function estimateBits(password: string): number {
  const text = plain(password)
  const perCharacter = Math.log2(alphabetOf(password))
  let bits = 0
  let at = 0
  while (at < text.length) {
    const piece = longestPiece(text, at)
    bits += piece?.bits ?? perCharacter
    at += piece?.length ?? 1
  }
  return bits
}

interface Piece {
  length: number
  bits: number
}

function longestPiece(text: string, at: number): Piece | undefined {
  const pieces = [commonAt(text, at), wordAt(text, at), yearAt(text, at), runAt(text, at), repeatAt(text, at)]
  return pieces
    .filter((piece) => piece !== undefined)
    .reduce<Piece | undefined>(
      (best, piece) => (best && best.length >= piece.length ? best : piece),
      undefined,
    )
}

function commonAt(text: string, at: number): Piece | undefined {
  const found = COMMON.filter((common) => text.startsWith(common, at)).map((common) => common.length)
  return found.length === 0 ? undefined : { length: Math.max(...found), bits: COMMON_BITS }
}

function wordAt(text: string, at: number): Piece | undefined {
  for (let length = 8; length > 3; length--) {
    if (words.has(text.slice(at, at + length))) return { length, bits: WORD_BITS }
  }
  return undefined
}

function yearAt(text: string, at: number): Piece | undefined {
  return /^(19|20)\d\d/.test(text.slice(at, at + 4)) ? { length: 4, bits: RUN_BITS } : undefined
}

/** `abcd`, `4321`: each character one step from the last. */
function runAt(text: string, at: number): Piece | undefined {
  const step = (text.codePointAt(at + 1) ?? 0) - (text.codePointAt(at) ?? 0)
  if (Math.abs(step) > 1) return undefined
  let length = 2
  while ((text.codePointAt(at + length) ?? Number.NaN) - (text.codePointAt(at + length - 1) ?? 0) === step)
    length++
  return length < 3 ? undefined : { length, bits: RUN_BITS }
}

/** A stretch that stood earlier in the same password. */
function repeatAt(text: string, at: number): Piece | undefined {
  let length = 0
  while (at + length < text.length && text.slice(0, at).includes(text.slice(at, at + length + 1))) length++
  return length < 3 ? undefined : { length, bits: RUN_BITS }
}

/** Lower case, with the letters that people replace by signs put back. */
function plain(password: string): string {
  const letters: Readonly<Record<string, string>> = { '@': 'a', '0': 'o', $: 's', '!': 'i', '3': 'e' }
  const lower = password.toLowerCase()
  const restored = lower.replace(/[@0$!3]/g, (sign) => letters[sign] ?? sign)
  return /[a-z]{2}/.test(restored) ? restored : lower
}

function alphabetOf(password: string): number {
  const classes: [RegExp, number][] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/[0-9]/, 10],
    [/[\x20-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]/, 32],
    [/[^\x20-\x7e]/, 64],
  ]
  return classes.reduce((size, [letter, count]) => (letter.test(password) ? size + count : size), 1)
}
