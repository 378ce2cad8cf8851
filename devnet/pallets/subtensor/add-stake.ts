// add_stake and add_stake_limit: TAO becomes alpha with a validator (SubtensorModule, spec 425).
import { smaller } from '../../economy/fixed-point.ts'
import { feeWithin } from '../../economy/pool.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { type Context, fail } from '../context.ts'
import { behaviour, signed } from '../dispatch.ts'
import { reducibleBalance } from '../money.ts'
import { canAdd, type Position } from './shares.ts'
import { becomeDelegate, MIN_STAKE, requireHotkey, stakeInto } from './staking.ts'
import { poolOf, requireSubnet, requireTrading } from './subnets.ts'
import { fillable, largestInput, tryQuote } from './swaps.ts'

/** The limit price of a call, and whether less than everything will do. */
export interface Limit {
  readonly price: bigint
  readonly partial: boolean
}

/** What is asked for must be the minimum and the swap fee on it. */
function leastWithFee(c: Context, netuid: number): bigint {
  const simulated = tryQuote(c, { netuid, side: 'buy', amount: MIN_STAKE })
  return MIN_STAKE + (simulated?.fee ?? feeWithin(poolOf(c, netuid), MIN_STAKE))
}

interface Wanted {
  readonly amount: bigint
  /** How much the limit price lets through. */
  readonly most: bigint
  readonly partial: boolean
}

/** The checks before an add, in the order of validate_add_stake. */
function check(c: Context, position: Position, { amount, most, partial }: Wanted): void {
  const { coldkey, hotkey, netuid } = position
  requireSubnet(c, netuid)
  requireTrading(c, netuid)
  if (amount < leastWithFee(c, netuid)) throw fail(SubtensorModule, 'AmountTooLow')
  if (!partial && amount > most) throw fail(SubtensorModule, 'SlippageTooHigh')
  const spent = smaller(amount, most)
  if (spent > reducibleBalance(c, coldkey, 'expendable'))
    throw fail(SubtensorModule, 'NotEnoughBalanceToStake')
  requireHotkey(c, hotkey)
  const simulated = tryQuote(c, { netuid, side: 'buy', amount: spent })
  if (!simulated) throw fail(SubtensorModule, 'InsufficientLiquidity')
  if (simulated.paidIn < MIN_STAKE) throw fail(SubtensorModule, 'AmountTooLow')
  if (simulated.paidOut === 0n || !canAdd(c, position, simulated.paidOut))
    throw fail(SubtensorModule, 'InsufficientLiquidity')
}

function requireWithinPool(c: Context, netuid: number, amount: bigint): void {
  const most = largestInput(c, netuid, 'buy')
  if (most !== undefined && amount > most) throw fail(SubtensorModule, 'InsufficientLiquidity')
}

/** Stakes, with or without a limit. Returns the alpha it bought. */
export function addStake(c: Context, position: Position, amount: bigint, limit?: Limit): bigint {
  const { netuid } = position
  requireWithinPool(c, netuid, amount)
  if (!limit) {
    check(c, position, { amount, most: amount, partial: false })
    return stakeInto(c, position, amount)
  }
  const most = fillable(c, netuid, 'buy', limit.price)
  check(c, position, { amount, most, partial: limit.partial })
  becomeDelegate(c, position)
  return stakeInto(c, position, smaller(amount, most), { limit: limit.price })
}

export const addStakeCalls = behaviour(SubtensorModule, {
  add_stake: (c, origin, { hotkey, netuid, amount_staked }) => {
    addStake(c, { coldkey: signed(origin), hotkey, netuid }, amount_staked)
    return undefined
  },
  add_stake_limit: (c, origin, { hotkey, netuid, amount_staked, limit_price, allow_partial }) => {
    const limit = { price: limit_price, partial: allow_partial }
    addStake(c, { coldkey: signed(origin), hotkey, netuid }, amount_staked, limit)
    return undefined
  },
})
