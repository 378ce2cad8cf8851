// What a hotkey is on a subnet, given to another: seat, auto-stake, stake of everybody, dividends (swap_hotkey, spec 425).
import { slotsOf } from '../../chain/slots.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import type { AccountId, Context } from '../context.ts'
import { moveCounted } from './counted.ts'
import { addToPosition, stakeOf, takeFromPosition } from './shares.ts'
import { rememberHotkey } from './staking.ts'
import { ROOT } from './subnets.ts'

const slots = slotsOf(SubtensorModule)

export interface HotkeyMove {
  readonly from: AccountId
  readonly to: AccountId
  /** Whether what is staked stays with the old key. */
  readonly keepsStake: boolean
}

/** On one subnet. Locks go on naming the key they were made for: what the chain does with them is not simulated. */
export function moveHotkeyOn(c: Context, netuid: number, move: HotkeyMove): void {
  moveSeat(c, netuid, move)
  moveAutoStake(c, netuid, move)
  if (c.read(slots.SubnetOwnerHotkey, netuid) === move.from)
    c.write(slots.SubnetOwnerHotkey, [netuid], move.to)
  if (move.keepsStake) return
  moveDividends(c, netuid, move)
  for (const coldkey of stakersOf(c, netuid, move.from)) moveStake(c, netuid, coldkey, move)
  if (netuid === ROOT) moveClaims(c, move)
}

/** Everybody who has stake with a hotkey on a subnet, in the storage of both generations. */
export function stakersOf(c: Context, netuid: number, hotkey: AccountId): readonly AccountId[] {
  const keys = [...c.keys(slots.AlphaV2, hotkey), ...c.keys(slots.Alpha, hotkey)]
  return [...new Set(keys.filter(([, , of]) => of === netuid).map(([, coldkey]) => coldkey))]
}

function moveSeat(c: Context, netuid: number, { from, to }: HotkeyMove): void {
  const isMember = c.read(slots.IsNetworkMember, from, netuid)
  c.remove(slots.IsNetworkMember, from, netuid)
  c.write(slots.IsNetworkMember, [to, netuid], isMember)
  const uid = c.read(slots.Uids, netuid, from)
  if (!isMember || uid === undefined) return
  c.remove(slots.Uids, netuid, from)
  c.write(slots.Uids, [netuid, to], uid)
  c.write(slots.Keys, [netuid, uid], to)
}

function moveAutoStake(c: Context, netuid: number, { from, to }: HotkeyMove): void {
  if (!c.exists(slots.AutoStakeDestinationColdkeys, from, netuid)) return
  const coldkeys = c.read(slots.AutoStakeDestinationColdkeys, from, netuid)
  for (const coldkey of coldkeys) c.write(slots.AutoStakeDestination, [coldkey, netuid], to)
  c.remove(slots.AutoStakeDestinationColdkeys, from, netuid)
  c.write(slots.AutoStakeDestinationColdkeys, [to, netuid], coldkeys)
}

function moveDividends(c: Context, netuid: number, { from, to }: HotkeyMove): void {
  moveCounted(c, slots.TotalHotkeyAlphaLastEpoch, { from: [from, netuid], to: [to, netuid] })
  moveCounted(c, slots.AlphaDividendsPerSubnet, { from: [netuid, from], to: [netuid, to] })
}

function moveStake(c: Context, netuid: number, coldkey: AccountId, { from, to }: HotkeyMove): void {
  if (c.read(slots.RootClaimed, netuid, from, coldkey) > 0n)
    moveCounted(c, slots.RootClaimed, { from: [netuid, from, coldkey], to: [netuid, to, coldkey] })
  const old = { hotkey: from, coldkey, netuid }
  const alpha = stakeOf(c, old)
  if (alpha === 0n) return
  takeFromPosition(c, old, alpha)
  addToPosition(c, { ...old, hotkey: to }, alpha)
  rememberHotkey(c, { ...old, hotkey: to })
}

/** The rates by which root stake with a validator is owed alpha: with a new key that has none of its own. */
function moveClaims(c: Context, { from, to }: HotkeyMove): void {
  const rates = c.read(slots.RootClaimable, from)
  c.remove(slots.RootClaimable, from)
  if (rates.length > 0) c.write(slots.RootClaimable, [to], rates)
}
