// swap_hotkey and swap_hotkey_v2: another key in the place of a hotkey, everywhere or on one subnet (SubtensorModule, spec 424).
import { slotsOf } from '../../chain/slots.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import type { RateLimitKey } from '../../runtime/declared/types/subtensor.ts'
import { type AccountId, type Context, fail } from '../context.ts'
import { behaviour, signed } from '../dispatch.ts'
import { type HotkeyMove, moveHotkeyOn, stakersOf } from './hotkey-move.ts'
import { isSubnetAccount } from './hotkeys.ts'
import { isTooSoon, noteDone } from './rate-limit.ts'
import { recycle } from './recycle.ts'
import { poolValue } from './shares.ts'
import { isHotkey, ownerOf } from './staking.ts'
import { netuids, ROOT } from './subnets.ts'

const slots = slotsOf(SubtensorModule)
const limits = SubtensorModule.constants

interface Wanted extends HotkeyMove {
  readonly coldkey: AccountId
  /** Undefined for all subnets. */
  readonly netuid: number | undefined
}

const paceOf = (coldkey: AccountId): RateLimitKey => ({ type: 'LastTxBlock', value: coldkey })

/** In the order of the chain's own checks. */
function check(c: Context, { coldkey, from, to, netuid }: Wanted): void {
  const isMine = (hotkey: AccountId): boolean => isHotkey(c, hotkey) && ownerOf(c, hotkey) === coldkey
  if (!isMine(from) || (isHotkey(c, to) && !isMine(to))) throw fail(SubtensorModule, 'NonAssociatedColdKey')
  if (from === to) throw fail(SubtensorModule, 'NewHotKeyIsSameWithOld')
  if (isSubnetAccount(c, to)) throw fail(SubtensorModule, 'CannotUseSystemAccount')
  if (isTooSoon(c, paceOf(coldkey), c.read(slots.TxRateLimit)))
    throw fail(SubtensorModule, 'HotKeySetTxRateLimitExceeded')
  const where = netuid === undefined ? netuids(c) : [netuid]
  if (where.some((each) => c.read(slots.IsNetworkMember, to, each)))
    throw fail(SubtensorModule, 'HotKeyAlreadyRegisteredInSubNet')
  const isClean = c.read(slots.RootClaimable, to).length === 0 && poolValue(c, to, ROOT) === 0n
  if (where.includes(ROOT) && !isClean) throw fail(SubtensorModule, 'NewHotKeyNotCleanForRootSwap')
}

function own(c: Context, { coldkey, from, to }: Wanted, isEverywhere: boolean): void {
  c.write(slots.Owner, [to], coldkey)
  const hotkeys = [...new Set([...c.read(slots.OwnedHotkeys, coldkey), to])]
  if (isEverywhere) c.remove(slots.Owner, from)
  c.write(slots.OwnedHotkeys, [coldkey], isEverywhere ? hotkeys.filter((each) => each !== from) : hotkeys)
}

function pay(c: Context, coldkey: AccountId, cost: bigint): void {
  if (!recycle(c, coldkey, cost)) throw fail(SubtensorModule, 'NotEnoughBalanceToPaySwapHotKey')
}

function swapOn(c: Context, netuid: number, wanted: Wanted): void {
  const { coldkey, from, to } = wanted
  const last = c.read(slots.LastHotkeySwapOnNetuid, netuid, coldkey)
  if (last + limits.HotkeySwapOnSubnetInterval.value >= BigInt(c.blockNumber))
    throw fail(SubtensorModule, 'HotKeySwapOnSubnetIntervalNotPassed')
  pay(c, coldkey, limits.KeySwapOnSubnetCost.value)
  own(c, wanted, false)
  moveHotkeyOn(c, netuid, wanted)
  noteDone(c, paceOf(coldkey))
  c.write(slots.LastHotkeySwapOnNetuid, [netuid, coldkey], BigInt(c.blockNumber))
  c.emit(SubtensorModule, 'HotkeySwappedOnSubnet', { coldkey, old_hotkey: from, new_hotkey: to, netuid })
}

function swapEverywhere(c: Context, wanted: Wanted): void {
  const { coldkey, from, to, keepsStake } = wanted
  pay(c, coldkey, limits.KeySwapCost.value)
  const stakers = new Set(netuids(c).flatMap((netuid) => stakersOf(c, netuid, from)))
  own(c, wanted, true)
  for (const netuid of netuids(c)) moveHotkeyOn(c, netuid, wanted)
  if (c.exists(slots.Delegates, from)) {
    c.write(slots.Delegates, [to], c.read(slots.Delegates, from))
    c.remove(slots.Delegates, from)
  }
  for (const staker of keepsStake ? [] : stakers) {
    const others = c.read(slots.StakingHotkeys, staker).filter((each) => each !== from && each !== to)
    c.write(slots.StakingHotkeys, [staker], [...others, to])
  }
  noteDone(c, paceOf(coldkey))
  c.emit(SubtensorModule, 'HotkeySwapped', { coldkey, old_hotkey: from, new_hotkey: to })
}

function swap(c: Context, wanted: Wanted): undefined {
  check(c, wanted)
  if (wanted.netuid === undefined) swapEverywhere(c, wanted)
  else swapOn(c, wanted.netuid, wanted)
}

export const hotkeySwapCalls = behaviour(SubtensorModule, {
  swap_hotkey: (c, origin, { hotkey: from, new_hotkey: to, netuid }) =>
    swap(c, { coldkey: signed(origin), from, to, netuid, keepsStake: false }),
  swap_hotkey_v2: (c, origin, { hotkey: from, new_hotkey: to, netuid, keep_stake: keepsStake }) =>
    swap(c, { coldkey: signed(origin), from, to, netuid, keepsStake }),
})
