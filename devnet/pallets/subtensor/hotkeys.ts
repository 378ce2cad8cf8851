// Whose a hotkey is, and how it comes to be somebody's (create_account_if_non_existent of SubtensorModule, spec 424).
import { slotsOf } from '../../chain/slots.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { type AccountId, type Context, fail } from '../context.ts'
import { isHotkey } from './staking.ts'
import { netuids, subnetAccount } from './subnets.ts'

const slots = slotsOf(SubtensorModule)

export const isSubnetAccount = (c: Context, account: AccountId): boolean =>
  netuids(c).some((netuid) => subnetAccount(netuid) === account)

/** Makes a hotkey nobody has one of the coldkey's. One that has an owner keeps it. */
export function associate(c: Context, coldkey: AccountId, hotkey: AccountId): void {
  if (isHotkey(c, hotkey)) return
  if (isSubnetAccount(c, hotkey)) throw fail(SubtensorModule, 'CannotUseSystemAccount')
  c.write(slots.Owner, [hotkey], coldkey)
  for (const list of [slots.OwnedHotkeys, slots.StakingHotkeys]) {
    const known = c.read(list, coldkey)
    if (!known.includes(hotkey)) c.write(list, [coldkey], [...known, hotkey])
  }
}
