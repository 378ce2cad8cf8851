/** Calls whose bytes this wallet knows without anybody's metadata, so that one reading can be held against the other. */

import { compact } from '@polkadot-api/substrate-bindings'
import { fits } from '#shared/codec.ts'
import { type Address, publicKeyOf } from '#shared/domain/address.ts'
import { join, sameBytes } from '#shared/domain/bytes.ts'
import type { Call } from '#shared/domain/extrinsic.ts'
import { transfer } from '#shared/operations/transfer.ts'

// Balances is pallet 5, and its calls have kept their numbers as long as they exist (spec 393 to 425).
const BALANCES = 5

/** Whether these bytes are this call by the wallet's own knowledge; false also for a call it has none of. */
export function isAsBuiltIn({ name, args }: Call, bytes: Uint8Array): boolean {
  const { calls } = transfer
  switch (name) {
    case 'Balances.transfer_allow_death':
    case 'Balances.transfer_keep_alive':
      return (
        fits(calls[name], args) &&
        sameBytes(
          bytes,
          transferBytes(
            name === 'Balances.transfer_keep_alive' ? 3 : 0,
            args.dest.value,
            compact.enc(args.value),
          ),
        )
      )
    case 'Balances.transfer_all':
      return (
        fits(calls[name], args) &&
        sameBytes(bytes, transferBytes(4, args.dest.value, Uint8Array.of(args.keep_alive ? 1 : 0)))
      )
    default:
      return false
  }
}

/** Pallet, call, `MultiAddress::Id` and what follows it. */
function transferBytes(call: number, to: Address, rest: Uint8Array): Uint8Array {
  return join(Uint8Array.of(BALANCES, call, 0), publicKeyOf(to), rest)
}
