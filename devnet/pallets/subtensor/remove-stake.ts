// remove_stake and its kin: alpha becomes TAO in the free balance (SubtensorModule, spec 425).
import { slotsOf } from '../../chain/slots.ts'
import { smaller } from '../../economy/fixed-point.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { type Context, DispatchFailure, fail } from '../context.ts'
import { behaviour, signed } from '../dispatch.ts'
import type { Limit } from './add-stake.ts'
import { requireAvailable } from './locks.ts'
import { type Position, stakeOf } from './shares.ts'
import { clearSmallNomination, MIN_STAKE, requireHotkey, stakeInto, unstakeFrom } from './staking.ts'
import { netuids, ROOT, requireSubnet, requireTrading } from './subnets.ts'
import { fillable, largestInput, tryQuote } from './swaps.ts'

const { SubtokenEnabled } = slotsOf(SubtensorModule)

interface Wanted {
  readonly amount: bigint
  /** How much the limit price lets through. */
  readonly most: bigint
  readonly partial: boolean
}

/** The checks before a removal, in the order of validate_remove_stake. */
function check(c: Context, position: Position, { amount, most, partial }: Wanted): void {
  const { coldkey, hotkey, netuid } = position
  requireSubnet(c, netuid)
  if (amount === 0n) throw fail(SubtensorModule, 'AmountTooLow')
  const left = stakeOf(c, position) - amount
  if (left < 0n) throw fail(SubtensorModule, 'NotEnoughStakeToWithdraw')
  const simulated = tryQuote(c, { netuid, side: 'sell', amount })
  if (!simulated) throw fail(SubtensorModule, 'InsufficientLiquidity')
  // However little a position is worth, all of it may go.
  if (left > 0n && simulated.paidOut < MIN_STAKE) throw fail(SubtensorModule, 'AmountTooLow')
  if (!partial && amount > most) throw fail(SubtensorModule, 'SlippageTooHigh')
  requireHotkey(c, hotkey)
  requireAvailable(c, { coldkey, netuid }, amount)
}

function requireWithinPool(c: Context, netuid: number, amount: bigint): void {
  const most = largestInput(c, netuid, 'sell')
  if (most !== undefined && amount > most) throw fail(SubtensorModule, 'InsufficientLiquidity')
}

function removeAtMarket(c: Context, position: Position, wanted: bigint): void {
  requireTrading(c, position.netuid)
  // A fee paid in alpha has made the position smaller by now.
  const stake = stakeOf(c, position)
  const amount = smaller(wanted, stake)
  requireWithinPool(c, position.netuid, amount)
  check(c, position, { amount, most: amount, partial: false })
  unstakeFrom(c, position, amount)
  clearSmallNomination(c, position)
}

function removeToLimit(c: Context, position: Position, amount: bigint, limit: Limit): void {
  requireWithinPool(c, position.netuid, amount)
  const most = fillable(c, position.netuid, 'sell', limit.price)
  check(c, position, { amount, most, partial: limit.partial })
  unstakeFrom(c, position, smaller(amount, most), { limit: limit.price })
  clearSmallNomination(c, position)
}

/** Sells a whole position where nothing speaks against it. Returns the TAO it brought. */
function removeIfPossible(c: Context, position: Position): bigint {
  const amount = stakeOf(c, position)
  try {
    check(c, position, { amount, most: amount, partial: false })
  } catch (error) {
    if (error instanceof DispatchFailure) return 0n
    throw error
  }
  const tao = unstakeFrom(c, position, amount)
  clearSmallNomination(c, position)
  return tao
}

const trading = (c: Context): number[] => netuids(c).filter((netuid) => c.read(SubtokenEnabled, netuid))

export const removeStakeCalls = behaviour(SubtensorModule, {
  remove_stake: (c, origin, { hotkey, netuid, amount_unstaked }) => {
    removeAtMarket(c, { coldkey: signed(origin), hotkey, netuid }, amount_unstaked)
    return undefined
  },
  remove_stake_limit: (c, origin, { hotkey, netuid, amount_unstaked, limit_price, allow_partial }) => {
    const limit = { price: limit_price, partial: allow_partial }
    removeToLimit(c, { coldkey: signed(origin), hotkey, netuid }, amount_unstaked, limit)
    return undefined
  },
  remove_stake_full_limit: (c, origin, { hotkey, netuid, limit_price }) => {
    requireSubnet(c, netuid)
    const position = { coldkey: signed(origin), hotkey, netuid }
    const all = stakeOf(c, position)
    if (limit_price === undefined) removeAtMarket(c, position, all)
    else removeToLimit(c, position, all, { price: limit_price, partial: false })
    return undefined
  },
  unstake_all: (c, origin, { hotkey }) => {
    const coldkey = signed(origin)
    requireHotkey(c, hotkey)
    for (const netuid of trading(c)) removeIfPossible(c, { coldkey, hotkey, netuid })
    return undefined
  },
  unstake_all_alpha: (c, origin, { hotkey }) => {
    const coldkey = signed(origin)
    requireHotkey(c, hotkey)
    const tao = trading(c)
      .filter((netuid) => netuid !== ROOT)
      .reduce((sum, netuid) => sum + removeIfPossible(c, { coldkey, hotkey, netuid }), 0n)
    stakeInto(c, { coldkey, hotkey, netuid: ROOT }, tao)
    return undefined
  },
})
