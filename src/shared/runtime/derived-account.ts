/** Accounts that no key belongs to: who they are follows from who made them (pallets Multisig and Utility, spec 424). */
import { blake2b } from '@noble/hashes/blake2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { compact, u16 } from '@polkadot-api/substrate-bindings'
import { type Address, addressOf, publicKeyOf } from '../domain/address.ts'
import { join, toHex } from '../domain/bytes.ts'

/** The account of several, of whom so many must agree (`multi_account_id`). The order they are named in means nothing. */
export function multisigAccount(signatories: readonly Address[], threshold: number): Address {
  const keys = signatories.map(publicKeyOf).toSorted((a, b) => (toHex(a) < toHex(b) ? -1 : 1))
  return made('modlpy/utilisuba', compact.enc(keys.length), ...keys, u16.enc(threshold))
}

/** The account an account has under a number (`derivative_account_id`). */
export function derivedAccount(of: Address, index: number): Address {
  return made('modlpy/utilisuba', publicKeyOf(of), u16.enc(index))
}

function made(purpose: string, ...parts: readonly Uint8Array[]): Address {
  return addressOf(blake2b(join(utf8ToBytes(purpose), ...parts), { dkLen: 32 }))
}
