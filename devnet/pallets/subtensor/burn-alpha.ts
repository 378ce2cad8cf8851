// recycle_alpha, burn_alpha and add_stake_burn: alpha that is given up for nothing (SubtensorModule, spec 425).
import { slotsOf } from '../../chain/slots.ts'
import { smaller } from '../../economy/fixed-point.ts'
import { AlphaAssets } from '../../runtime/declared/alpha-assets.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { type Context, fail } from '../context.ts'
import { behaviour, signed } from '../dispatch.ts'
import { addStake } from './add-stake.ts'
import { requireAvailable } from './locks.ts'
import { type Position, stakeOf, takeFromPosition } from './shares.ts'
import { requireHotkey } from './staking.ts'
import { ROOT, requireSubnet, requireTrading } from './subnets.ts'

const { SubnetAlphaOut } = slotsOf(SubtensorModule)
const { AlphaBurned, AlphaRecycled, TotalAlphaIssuance } = slotsOf(AlphaAssets)

/** Takes alpha out of a position for good. Returns how much: never more than is there. */
function giveUp(c: Context, position: Position, wanted: bigint): bigint {
  const { coldkey, hotkey, netuid } = position
  requireSubnet(c, netuid)
  if (netuid === ROOT) throw fail(SubtensorModule, 'CannotBurnOrRecycleOnRootSubnet')
  requireTrading(c, netuid)
  requireHotkey(c, hotkey)
  const amount = smaller(wanted, stakeOf(c, position))
  if (c.read(SubnetAlphaOut, netuid) < amount) throw fail(SubtensorModule, 'InsufficientLiquidity')
  requireAvailable(c, { coldkey, netuid }, amount)
  takeFromPosition(c, position, amount)
  return amount
}

/** Burned alpha is nobody's, and stays issued. */
function burn(c: Context, position: Position, wanted: bigint): void {
  const { coldkey, hotkey, netuid } = position
  const amount = giveUp(c, position, wanted)
  c.write(AlphaBurned, [netuid], c.read(AlphaBurned, netuid) + amount)
  c.emit(SubtensorModule, 'AlphaBurned', [coldkey, hotkey, amount, netuid])
}

/** Recycled alpha was never issued. */
function recycle(c: Context, position: Position, wanted: bigint): void {
  const { coldkey, hotkey, netuid } = position
  const amount = giveUp(c, position, wanted)
  c.write(SubnetAlphaOut, [netuid], c.read(SubnetAlphaOut, netuid) - amount)
  c.write(TotalAlphaIssuance, [netuid], c.read(TotalAlphaIssuance, netuid) - amount)
  c.write(AlphaRecycled, [netuid], c.read(AlphaRecycled, netuid) + amount)
  c.emit(SubtensorModule, 'AlphaRecycled', [coldkey, hotkey, amount, netuid])
}

export const burnAlphaCalls = behaviour(SubtensorModule, {
  recycle_alpha: (c, origin, { hotkey, amount, netuid }) => {
    recycle(c, { coldkey: signed(origin), hotkey, netuid }, amount)
    return undefined
  },
  burn_alpha: (c, origin, { hotkey, amount, netuid }) => {
    burn(c, { coldkey: signed(origin), hotkey, netuid }, amount)
    return undefined
  },
  add_stake_burn: (c, origin, { hotkey, netuid, amount, limit }) => {
    const position = { coldkey: signed(origin), hotkey, netuid }
    const alpha = addStake(
      c,
      position,
      amount,
      limit === undefined ? undefined : { price: limit, partial: false },
    )
    burn(c, position, alpha)
    c.emit(SubtensorModule, 'AddStakeBurn', { netuid, hotkey, amount, alpha })
    return undefined
  },
})
