/** SS58 addresses of prefix 42 and the public keys behind them. Two addresses are equal when their keys are. */
import { blake2b } from '@noble/hashes/blake2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base58 } from '@scure/base'
import { shaped } from '../codec.ts'
import { fromHex, type Hash, join, sameBytes, toHex } from './bytes.ts'
import { fail, ok, type Result } from './result.ts'

declare const ss58: unique symbol
/** Canonical SS58 text of prefix 42 (generic Substrate, what Subtensor uses: System.SS58Prefix, spec 424). */
export type Address = string & { readonly [ss58]: 42 }
/** The shape only; whoever reads what a person or a page wrote uses `parseAddress`, which checks the sum. */
export const Address = shaped<Address>(/^5[1-9A-HJ-NP-Za-km-z]{46,47}$/)

/**
 * The same as a public key in hex: what long lists hold. An address costs a hash and a division by 58, so it is made
 * where it is shown.
 */
export type AccountKey = Hash & { readonly account: true }
export const AccountKey = shaped<AccountKey>(/^0x[0-9a-f]{64}$/)

const PREFIX = 42
const KEY_LENGTH = 32
const SUM_LENGTH = 2
const SALT = utf8ToBytes('SS58PRE')

/** The SS58 checksum: first bytes of blake2b-512 over "SS58PRE" and the body (docs.substrate.io, SS58). */
function checksum(body: Uint8Array): Uint8Array {
  return blake2b(join(SALT, body), { dkLen: 64 }).slice(0, SUM_LENGTH)
}

/** The address of a 32-byte public key. */
export function addressOf(publicKey: Uint8Array): Address {
  if (publicKey.length !== KEY_LENGTH) throw new RangeError('a public key has 32 bytes')
  const body = join(Uint8Array.of(PREFIX), publicKey)
  return base58.encode(join(body, checksum(body))) as Address
}

export type AddressProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'ethereum' }
  | { readonly kind: 'characters'; readonly found: string }
  | { readonly kind: 'length' }
  | { readonly kind: 'checksum' }
  | { readonly kind: 'other-network'; readonly prefix: number }

/** The canonical address of what a person pasted, or what is wrong with it. */
export function parseAddress(typed: string): Result<Address, AddressProblem> {
  const plain = typed.trim()
  if (plain === '') return fail({ kind: 'empty' })
  if (/^0x[0-9a-fA-F]{40}$/.test(plain)) return fail({ kind: 'ethereum' })
  const stranger = /[^1-9A-HJ-NP-Za-km-z]/.exec(plain)?.[0]
  if (stranger !== undefined) return fail({ kind: 'characters', found: stranger })
  if (plain.length < 46 || plain.length > 50) return fail({ kind: 'length' })
  const bytes = base58.decode(plain)
  const first = bytes[0] ?? 0
  const prefixLength = first < 64 ? 1 : 2
  const body = bytes.slice(0, -SUM_LENGTH)
  if (body.length !== prefixLength + KEY_LENGTH) return fail({ kind: 'length' })
  if (!sameBytes(checksum(body), bytes.slice(-SUM_LENGTH))) return fail({ kind: 'checksum' })
  if (first !== PREFIX) return fail({ kind: 'other-network', prefix: widePrefix(bytes) })
  return ok(addressOf(body.slice(1)))
}

/** The same key's address of prefix 42, from text in any network's prefix; undefined for what is no such text. */
export function addressOfAnyPrefix(written: string): Address | undefined {
  if (written !== written.trim()) return undefined
  const parsed = parseAddress(written)
  if (parsed.ok) return parsed.value
  if (parsed.error.kind !== 'other-network') return undefined
  return addressOf(base58.decode(written).slice(-KEY_LENGTH - SUM_LENGTH, -SUM_LENGTH))
}

/** The 32 bytes behind an address. @throws when the text is no valid address */
export function publicKeyOf(address: Address): Uint8Array {
  const parsed = parseAddress(address)
  if (!parsed.ok) throw new RangeError(`not an address: ${parsed.error.kind}`)
  return base58.decode(parsed.value).slice(1, 1 + KEY_LENGTH)
}

export function addressOfKey(key: AccountKey): Address {
  return addressOf(fromHex(key))
}

/** @throws when the text is no valid address */
export function keyOf(address: Address): AccountKey {
  return toHex(publicKeyOf(address)) as AccountKey
}

/** blake2b-256 of the public key: how a coldkey swap is announced (SubtensorModule, spec 424). */
export function keyHash(address: Address): Hash {
  return toHex(blake2b(publicKeyOf(address), { dkLen: KEY_LENGTH })) as Hash
}

/** Prefixes from 64 on take two bytes with their bits interleaved (SS58 registry). */
function widePrefix(bytes: Uint8Array): number {
  const [a = 0, b = 0] = bytes
  return a < 64 ? a : ((a & 0x3f) << 2) | (b >> 6) | ((b & 0x3f) << 8)
}

/** So many letters alike at both ends together, the first left out, make one address look like another. */
const ALIKE = 5

/**
 * Whether two different addresses look the same where people look: at their ends. Who makes one to be mistaken grinds for
 * about three letters at each. Of prefix 42 all begin with 5 and one of C to H, and the rest is as good as random at base 58:
 * one pair in 13 million is alike by chance, so that among 500 known addresses one stranger in 27,000 is.
 */
export function looksLike(a: Address, b: Address): boolean {
  if (a === b) return false
  let start = 1
  while (a[start] === b[start]) start += 1
  let end = 1
  while (a.at(-end) === b.at(-end)) end += 1
  return start - 1 + (end - 1) >= ALIKE
}

/** `5Grwva…KutQY`. */
export function shorten(address: Address): string {
  return `${address.slice(0, 6)}…${address.slice(-5)}`
}
