// Addresses of this chain: SS58 of prefix 42, both ways.
import { AccountId } from '@polkadot-api/substrate-bindings'
import { fromHex, type Hex, toHex } from './bytes.ts'

const codec = AccountId(42)

export const showAddress = (account: Hex): string => codec.dec(fromHex(account))

/** The account of an address; throws when it is mistyped or of another kind of chain. */
export function readAddress(address: string): Hex {
  const account = codec.enc(address)
  // The codec reads any prefix; written again, an address of another chain looks different.
  if (codec.dec(account) !== address) throw new Error('the address is of another kind of chain')
  return toHex(account)
}
