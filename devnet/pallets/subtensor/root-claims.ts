// Root dividends: alpha of every subnet that lies ready for those who stake on root (claim_root of SubtensorModule, spec 424).
import { slotsOf } from '../../chain/slots.ts'
import { lessOrZero } from '../../economy/fixed-point.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import type { RootClaimTypeEnum } from '../../runtime/declared/types/subtensor.ts'
import { type AccountId, type Context, DispatchFailure } from '../context.ts'
import { transfer } from '../money.ts'
import { addToPosition, type Position, poolValue, stakeOf } from './shares.ts'
import { ROOT, subnetAccount } from './subnets.ts'
import { trade } from './swaps.ts'

const slots = slotsOf(SubtensorModule)

// Rates and what they give are I96F32: thirty-two bits of fraction.
const FRACTION = 32n

/** Counts as claimed what new root stake did not earn, so that it takes nothing from those who were there before. */
export function rootStakeChanged(c: Context, { hotkey, coldkey }: Position, by: bigint): void {
  for (const [netuid, rate] of c.read(slots.RootClaimable, hotkey)) {
    const claimed = c.read(slots.RootClaimed, netuid, hotkey, coldkey)
    const share = ((by < 0n ? -by : by) * rate.bits) >> FRACTION
    const now = by < 0n ? lessOrZero(claimed, share) : claimed + share
    c.write(slots.RootClaimed, [netuid, hotkey, coldkey], now)
  }
}

/** Lays alpha ready for all who stake on root with a validator. What no root stake waits for goes to the owner. */
export function layReady(c: Context, hotkey: AccountId, netuid: number, amount: bigint): void {
  const root = poolValue(c, hotkey, ROOT)
  if (amount > root) {
    addToPosition(c, { hotkey, coldkey: c.read(slots.Owner, hotkey), netuid }, amount)
    return
  }
  const rates = new Map(c.read(slots.RootClaimable, hotkey))
  const bits = (rates.get(netuid)?.bits ?? 0n) + (amount << FRACTION) / root
  rates.set(netuid, { bits })
  c.write(
    slots.RootClaimable,
    [hotkey],
    [...rates].sort(([a], [b]) => a - b),
  )
}

/** What of it is a coldkey's, as I96F32 bits; below zero where more counts as claimed than there is. */
function owedBits(c: Context, { hotkey, coldkey }: Omit<Position, 'netuid'>, netuid: number): bigint {
  const rate = new Map(c.read(slots.RootClaimable, hotkey)).get(netuid)?.bits ?? 0n
  const stake = stakeOf(c, { hotkey, coldkey, netuid: ROOT })
  return rate * stake - (c.read(slots.RootClaimed, netuid, hotkey, coldkey) << FRACTION)
}

/** Collects for one validator and subnet. Less than the threshold stays; so does what the pool would not buy. */
function claimOne(c: Context, keys: Omit<Position, 'netuid'>, netuid: number, type: RootClaimTypeEnum): void {
  const bits = owedBits(c, keys, netuid)
  if (bits < c.read(slots.RootClaimableThreshold, netuid).bits) return
  const owed = bits >> FRACTION
  if (owed <= 0n) return
  const keeps = type.type === 'Keep' || (type.type === 'KeepSubnets' && type.value.subnets.includes(netuid))
  if (keeps) addToPosition(c, { ...keys, netuid }, owed)
  else if (!swapToRoot(c, keys, netuid, owed)) return
  const { hotkey, coldkey } = keys
  const claimed = c.read(slots.RootClaimed, netuid, hotkey, coldkey)
  c.write(slots.RootClaimed, [netuid, hotkey, coldkey], claimed + owed)
}

/** Sells what is owed, without a fee, and stakes the TAO on root with the same validator. */
function swapToRoot(c: Context, keys: Omit<Position, 'netuid'>, netuid: number, owed: bigint): boolean {
  try {
    c.transaction(() => {
      const { paidOut: tao } = trade(c, { netuid, side: 'sell', amount: owed, feeless: true })
      transfer(c, subnetAccount(netuid), subnetAccount(ROOT), tao, 'expendable')
      trade(c, { netuid: ROOT, side: 'buy', amount: tao })
      addToPosition(c, { ...keys, netuid: ROOT }, tao)
      rootStakeChanged(c, { ...keys, netuid: ROOT }, tao)
    })
    return true
  } catch (error) {
    if (error instanceof DispatchFailure) return false
    throw error
  }
}

/** Collects what is owed to a coldkey by all validators it ever staked to; on some subnets, or on all. */
export function claimFor(c: Context, coldkey: AccountId, subnets?: readonly number[]): void {
  const type = c.read(slots.RootClaimType, coldkey)
  for (const hotkey of c.read(slots.StakingHotkeys, coldkey))
    for (const [netuid] of c.read(slots.RootClaimable, hotkey))
      if (!subnets || subnets.includes(netuid)) claimOne(c, { hotkey, coldkey }, netuid, type)
  c.emit(SubtensorModule, 'RootClaimed', { coldkey })
}

/** The list that automatic claims draw from. */
export function rememberColdkey(c: Context, coldkey: AccountId): void {
  if (c.exists(slots.StakingColdkeys, coldkey)) return
  const count = c.read(slots.NumStakingColdkeys)
  c.write(slots.StakingColdkeysByIndex, [count], coldkey)
  c.write(slots.StakingColdkeys, [coldkey], count)
  c.write(slots.NumStakingColdkeys, [], count + 1n)
}
