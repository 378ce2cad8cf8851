/** Arguments of calls that are no amounts, addresses or subnets: what the runtime's types look like once decoded. */
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { bounded, literal, nothing, type Of, object, optional, text } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { toHex } from '../domain/bytes.ts'

export const U16 = bounded<number>(0, 0xffff)
export const U32 = bounded<number>(0, 0xffff_ffff)

/** MultiAddress, of which Subtensor's lookup accepts `Id` alone (spec 424). */
export const Account = object({ type: literal('Id'), value: Address })

/** An enum of names that hold nothing, like ProxyType. */
export const Name = object({ type: text, value: optional(nothing) })

export function account(value: Address): Of<typeof Account> {
  return { type: 'Id', value }
}

export function name(type: string): Of<typeof Name> {
  return { type, value: undefined }
}

/** Text as chains keep it. Bytes that are no UTF-8 are shown as what they are. */
export function textIn(bytes: Uint8Array): string {
  const hex = toHex(bytes)
  try {
    // The language's own reader of UTF-8, and a strict one: whatever is none it throws at.
    return decodeURIComponent(hex.slice(2).replace(/../g, '%$&'))
  } catch {
    return hex
  }
}

/** Halves of letters, which no keyboard types, have no bytes. */
export function bytesOf(typed: string): Uint8Array {
  return utf8ToBytes(typed.replace(/\p{Cs}/gu, ''))
}
