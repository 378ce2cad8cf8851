/** Devnet's runtime with the calls that came to the chain after it: what a wallet meets once the chain has gone on. */

import { runtime as declared } from '../../devnet/runtime/declared/runtime.ts'
import { AccountId32 } from '../../devnet/runtime/declared/types/primitives.ts'
import { derive } from '../../devnet/runtime/derive.ts'
import { generate } from '../../devnet/runtime/metadata.ts'
import type { VariantShapes } from '../../devnet/runtime/named.ts'
import { u16, u64 } from '../../devnet/runtime/ty.ts'
import { type Runtime, readMetadata } from '../../src/shared/runtime/metadata.ts'

/** With the arguments of the chain's own generated list (spec 448). */
const NEWER: VariantShapes = {
  claim_root_with_hotkey: { hotkey: AccountId32 },
  set_min_collateral: { netuid: u16, hotkey: AccountId32, min_locked: u64 },
  stake_into_basket: { hotkey: AccountId32, amount_staked: u64 },
  transfer_stake_and_hotkey: {
    destination_coldkey: AccountId32,
    origin_hotkey: AccountId32,
    destination_hotkey: AccountId32,
    origin_netuid: u16,
    destination_netuid: u16,
    alpha_amount: u64,
  },
}

/** Devnet's runtime, its staking calls changed. */
export function upgradedRuntime(change: (calls: VariantShapes) => VariantShapes): Runtime {
  return readMetadata(
    generate(
      derive(declared, {
        pallet: (pallet) =>
          pallet.name === 'SubtensorModule' && pallet.calls
            ? { ...pallet, calls: change(pallet.calls) }
            : pallet,
      }),
      16,
    ),
  )
}

export function newerRuntime(): Runtime {
  return upgradedRuntime((calls) => ({ ...calls, ...NEWER }))
}
