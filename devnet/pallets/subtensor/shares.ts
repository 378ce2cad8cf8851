// Who owns what part of a validator's alpha: the share pool, in the storage of both generations (spec 424).
import { slotsOf } from '../../chain/slots.ts'
import {
  fromInteger,
  fromU64F64,
  minus,
  plus,
  type SafeFloat,
  timesOver,
  toInteger,
} from '../../economy/safe-float.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import type { AccountId, Context } from '../context.ts'

const slots = slotsOf(SubtensorModule)

/** What a coldkey has with a validator on a subnet. */
export interface Position {
  readonly hotkey: AccountId
  readonly coldkey: AccountId
  readonly netuid: number
}

/** All alpha with a validator on a subnet, whosesoever. */
export const poolValue = (c: Context, hotkey: AccountId, netuid: number): bigint =>
  c.read(slots.TotalHotkeyAlpha, hotkey, netuid)

/** An entry of the older map stands before one of the newer, until it is written. */
function shareOf(c: Context, { hotkey, coldkey, netuid }: Position): SafeFloat {
  return c.exists(slots.Alpha, hotkey, coldkey, netuid)
    ? fromU64F64(c.read(slots.Alpha, hotkey, coldkey, netuid).bits)
    : c.read(slots.AlphaV2, hotkey, coldkey, netuid)
}

function allShares(c: Context, { hotkey, netuid }: Position): SafeFloat {
  return c.exists(slots.TotalHotkeyShares, hotkey, netuid)
    ? fromU64F64(c.read(slots.TotalHotkeyShares, hotkey, netuid).bits)
    : c.read(slots.TotalHotkeySharesV2, hotkey, netuid)
}

/** The alpha of a position, floored. */
export const stakeOf = (c: Context, position: Position): bigint =>
  toInteger(
    timesOver(
      fromInteger(poolValue(c, position.hotkey, position.netuid)),
      shareOf(c, position),
      allShares(c, position),
    ),
  )

/**
 * Every position of a coldkey that has shares, by validator and then by subnet. The list of its hotkeys may name some that
 * have none left.
 */
export const positionsOf = (c: Context, coldkey: AccountId): Position[] =>
  c.read(slots.StakingHotkeys, coldkey).flatMap((hotkey) => {
    const keys = [...c.keys(slots.AlphaV2, hotkey, coldkey), ...c.keys(slots.Alpha, hotkey, coldkey)]
    const subnets = [...new Set(keys.map(([, , netuid]) => netuid))].sort((a, b) => a - b)
    return subnets.map((netuid) => ({ hotkey, coldkey, netuid }))
  })

/** The shares that `amount` of alpha buys now. */
function sharesFor(c: Context, position: Position, amount: bigint): SafeFloat {
  const all = allShares(c, position)
  if (all.mantissa === 0n) return fromInteger(amount)
  return timesOver(fromInteger(amount), all, fromInteger(poolValue(c, position.hotkey, position.netuid)))
}

/** Whether so little would still buy a share. */
export const canAdd = (c: Context, position: Position, amount: bigint): boolean =>
  allShares(c, position).mantissa === 0n || sharesFor(c, position, amount).mantissa !== 0n

export function addToPosition(c: Context, position: Position, amount: bigint): void {
  const shares = sharesFor(c, position, amount)
  writeShares(c, position, plus(shareOf(c, position), shares), plus(allShares(c, position), shares))
  addToPool(c, position.hotkey, position.netuid, amount)
}

/** Nothing happens when there is less than `amount`. */
export function takeFromPosition(c: Context, position: Position, amount: bigint): void {
  if (amount > stakeOf(c, position)) return
  const shares = sharesFor(c, position, amount)
  writeShares(c, position, minus(shareOf(c, position), shares), minus(allShares(c, position), shares))
  addToPool(c, position.hotkey, position.netuid, -amount)
}

/** Raises the worth of all shares at once: how dividends reach everyone who staked. */
export function addToPool(c: Context, hotkey: AccountId, netuid: number, amount: bigint): void {
  const value = poolValue(c, hotkey, netuid) + amount
  if (value > 0n) c.write(slots.TotalHotkeyAlpha, [hotkey, netuid], value)
  else c.remove(slots.TotalHotkeyAlpha, hotkey, netuid)
}

function writeShares(c: Context, position: Position, share: SafeFloat, all: SafeFloat): void {
  const { hotkey, coldkey, netuid } = position
  c.remove(slots.Alpha, hotkey, coldkey, netuid)
  c.remove(slots.TotalHotkeyShares, hotkey, netuid)
  if (share.mantissa === 0n) c.remove(slots.AlphaV2, hotkey, coldkey, netuid)
  else c.write(slots.AlphaV2, [hotkey, coldkey, netuid], share)
  if (all.mantissa === 0n) c.remove(slots.TotalHotkeySharesV2, hotkey, netuid)
  else c.write(slots.TotalHotkeySharesV2, [hotkey, netuid], all)
}
