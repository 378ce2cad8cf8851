/** Derivation paths as Substrate writes them: `//hard/soft`, each junction a 32-byte chain code. */

import { blake2b } from '@noble/hashes/blake2.js'
import { WalletError } from '#shared/domain/errors.ts'
import { toUtf8 } from './secret.ts'

export interface Junction {
  hard: boolean
  chainCode: Uint8Array
}

const CODE_LENGTH = 32
const MOST_JUNCTIONS = 16
const LARGEST_NUMBER = (1n << 64n) - 1n

/**
 * Reads `//hard/soft//0`; the empty path has no junctions. A password (`///…`) is no part of it: a path is public.
 *
 * Junctions on which the field's tools disagree are refused rather than guessed, because the same text would give two
 * different accounts: hexadecimal and numbers past 64 bits (bytes and 256 bits for polkadot-js, text for
 * sp-core's `DeriveJunction`), and `+7` (a number for sp-core, text for polkadot-js).
 * @throws WalletError `invalid-secret` with why `path`
 */
export function readPath(path: string): Junction[] {
  if (!/^(\/\/?[^/]+)*$/.test(path)) throw new WalletError('invalid-secret', { why: 'path' })
  const parts = path.match(/\/\/?[^/]+/g) ?? []
  if (parts.length > MOST_JUNCTIONS) throw new WalletError('invalid-secret', { why: 'path' })
  return parts.map((part) => {
    const hard = part.startsWith('//')
    return { hard, chainCode: chainCodeOf(part.slice(hard ? 2 : 1)) }
  })
}

function chainCodeOf(code: string): Uint8Array {
  if (/^\d+$/.test(code)) return numberCode(code)
  // polkadot-js brings text to NFC first and sp-core does not: the same letters in another form are another account.
  const disputed = /^0x([0-9a-f]{2})*$/i.test(code) || /^\+\d+$/.test(code) || code !== code.normalize('NFC')
  if (disputed) throw new WalletError('invalid-secret', { why: 'path' })
  const text = toUtf8(code)
  return padded(Uint8Array.of(...compactLength(text.length), ...text))
}

/** A u64, little endian. */
function numberCode(digits: string): Uint8Array {
  const number = BigInt(digits)
  if (number > LARGEST_NUMBER) throw new WalletError('invalid-secret', { why: 'path' })
  const code = new Uint8Array(CODE_LENGTH)
  new DataView(code.buffer).setBigUint64(0, number, true)
  return code
}

/** Anything longer than a chain code is hashed to one (sp-core `DeriveJunction::soft`). */
function padded(encoded: Uint8Array): Uint8Array {
  if (encoded.length > CODE_LENGTH) return blake2b(encoded, { dkLen: CODE_LENGTH })
  const code = new Uint8Array(CODE_LENGTH)
  code.set(encoded)
  return code
}

/** SCALE's compact length, of which a junction needs two sizes. */
function compactLength(length: number): number[] {
  if (length < 64) return [length << 2]
  if (length < 16_384) return [((length << 2) | 1) & 0xff, length >> 6]
  throw new WalletError('invalid-secret', { why: 'path' })
}
