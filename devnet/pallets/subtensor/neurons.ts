// Who is registered on a subnet, in the order of their numbers, and what stands behind them.
import { slotsOf } from '../../chain/slots.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import type { AccountId, Context } from '../context.ts'
import { poolValue } from './shares.ts'
import { ROOT } from './subnets.ts'

const slots = slotsOf(SubtensorModule)

/** The hotkeys of a subnet; their place is their uid. */
export const hotkeysOf = (c: Context, netuid: number): AccountId[] =>
  Array.from({ length: c.read(slots.SubnetworkN, netuid) }, (_, uid) => c.read(slots.Keys, netuid, uid))

export interface Weight {
  readonly alpha: bigint
  /** TAO on root. */
  readonly tao: bigint
  /** Alpha, and TAO by its weight: what the share of dividends goes by. */
  readonly total: bigint
}

/** What stands behind a hotkey on a subnet. Children and parents do not count here: this devnet knows none. */
export function weightOf(c: Context, hotkey: AccountId, netuid: number): Weight {
  const alpha = poolValue(c, hotkey, netuid)
  const tao = poolValue(c, hotkey, ROOT)
  return { alpha, tao, total: alpha + ((tao * c.read(slots.TaoWeight)) >> 64n) }
}
