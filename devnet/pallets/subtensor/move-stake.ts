// move_stake, transfer_stake and swap_stake: alpha to another validator, owner or subnet (SubtensorModule, spec 425).
import { slotsOf } from '../../chain/slots.ts'
import { product, ratio, smaller, times } from '../../economy/fixed-point.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { type Context, fail } from '../context.ts'
import { behaviour, signed } from '../dispatch.ts'
import { transfer } from '../money.ts'
import type { Limit } from './add-stake.ts'
import { requireAvailable } from './locks.ts'
import { type Position, stakeOf } from './shares.ts'
import { becomeDelegate, MIN_STAKE, moveWithin, requireHotkey, stakeInto, unstakeFrom } from './staking.ts'
import { isDynamic, poolOf, priceOf, ROOT, requireSubnet, requireTrading } from './subnets.ts'
import { fillable, tryQuote } from './swaps.ts'

const { TransferToggle } = slotsOf(SubtensorModule)

const PAR = 10n ** 9n
const EVERYTHING = 2n ** 64n - 1n

/**
 * How much of the origin's alpha can be moved before the ratio of the two prices falls below a limit. Between two pools
 * the chain reckons as if both were of constant product, whatever their weights (get_max_amount_move).
 */
function movable(c: Context, origin: number, destination: number, limit: bigint): bigint {
  const [from, to] = [isDynamic(c, origin), isDynamic(c, destination)]
  if (!from && !to) return limit > PAR ? 0n : EVERYTHING
  if (!from) {
    if (limit === 0n) return EVERYTHING
    return fillable(c, destination, 'buy', times(PAR, ratio(PAR, limit)))
  }
  if (!to) return fillable(c, origin, 'sell', limit)
  const [one, two] = [poolOf(c, origin), poolOf(c, destination)]
  if ([one.tao, two.tao, one.alpha, two.alpha].includes(0n)) return 0n
  const bound = ratio(limit, PAR)
  if (bound > ratio(priceOf(c, origin), priceOf(c, destination))) return 0n
  if (limit === 0n) return EVERYTHING
  const sum = one.tao + two.tao
  const gained = ratio(product(two.alpha << 64n, ratio(one.tao, sum)), bound)
  const given = product(one.alpha << 64n, ratio(two.tao, sum))
  return gained > given ? (gained - given) >> 64n : 0n
}

interface Transition {
  readonly from: Position
  readonly to: Position
  readonly amount: bigint
  readonly limit?: Limit
  /** A change of owner, which a subnet can forbid. */
  readonly transfer?: boolean
}

/** The checks before a transition, in the order of validate_stake_transition. */
function check(c: Context, { from, to, amount, limit, ...rest }: Transition, most: bigint): void {
  const across = from.netuid !== to.netuid
  if (from.coldkey === to.coldkey && from.hotkey === to.hotkey && !across)
    throw fail(SubtensorModule, 'SameNetuid')
  requireSubnet(c, from.netuid)
  requireSubnet(c, to.netuid)
  requireTrading(c, from.netuid)
  requireTrading(c, to.netuid)
  requireHotkey(c, from.hotkey)
  requireHotkey(c, to.hotkey)
  if (across) {
    const simulated = tryQuote(c, { netuid: from.netuid, side: 'sell', amount })
    if (!simulated) throw fail(SubtensorModule, 'InsufficientLiquidity')
    if (simulated.paidOut <= MIN_STAKE) throw fail(SubtensorModule, 'AmountTooLow')
    if (limit && !limit.partial && amount > most) throw fail(SubtensorModule, 'SlippageTooHigh')
  }
  if (rest.transfer)
    for (const netuid of [from.netuid, to.netuid])
      if (!c.read(TransferToggle, netuid)) throw fail(SubtensorModule, 'TransferDisallowed')
  if (across) requireAvailable(c, from, amount)
}

/** Moves stake. Returns what it was worth in TAO. */
function transition(c: Context, wanted: Transition): bigint {
  const { from, to, limit } = wanted
  // A fee paid in alpha has made the position smaller by now.
  const stake = stakeOf(c, from)
  const amount = smaller(wanted.amount, stake)
  const across = from.netuid !== to.netuid
  const most = across && limit ? movable(c, from.netuid, to.netuid, limit.price) : amount
  check(c, { ...wanted, amount }, most)
  const moved = smaller(amount, most)
  if (!across) return moveWithin(c, from, to, moved)

  // One swap fee for the two swaps: on the sale, and on the purchase only where the sale has none.
  const fromRoot = from.netuid === ROOT
  const tao = unstakeFrom(c, from, moved, { feeless: fromRoot })
  // What is too little to stake stays in the free balance.
  if (tao < MIN_STAKE) return tao
  if (from.coldkey !== to.coldkey) transfer(c, from.coldkey, to.coldkey, tao, 'expendable')
  becomeDelegate(c, to)
  stakeInto(c, to, tao, { feeless: !fromRoot })
  return tao
}

export const moveStakeCalls = behaviour(SubtensorModule, {
  move_stake: (c, origin, args) => {
    const coldkey = signed(origin)
    const { origin_hotkey, destination_hotkey, origin_netuid, destination_netuid } = args
    const from = { coldkey, hotkey: origin_hotkey, netuid: origin_netuid }
    const to = { coldkey, hotkey: destination_hotkey, netuid: destination_netuid }
    const tao = transition(c, { from, to, amount: args.alpha_amount })
    const moved = [coldkey, origin_hotkey, origin_netuid, destination_hotkey, destination_netuid] as const
    c.emit(SubtensorModule, 'StakeMoved', [...moved, tao])
    return undefined
  },
  transfer_stake: (c, origin, args) => {
    const coldkey = signed(origin)
    const { destination_coldkey, hotkey, origin_netuid, destination_netuid } = args
    const from = { coldkey, hotkey, netuid: origin_netuid }
    const to = { coldkey: destination_coldkey, hotkey, netuid: destination_netuid }
    const tao = transition(c, { from, to, amount: args.alpha_amount, transfer: true })
    const moved = [coldkey, destination_coldkey, hotkey, origin_netuid, destination_netuid] as const
    c.emit(SubtensorModule, 'StakeTransferred', [...moved, tao])
    return undefined
  },
  swap_stake: (c, origin, { hotkey, origin_netuid, destination_netuid, alpha_amount }) => {
    const coldkey = signed(origin)
    const from = { coldkey, hotkey, netuid: origin_netuid }
    const tao = transition(c, { from, to: { ...from, netuid: destination_netuid }, amount: alpha_amount })
    c.emit(SubtensorModule, 'StakeSwapped', [coldkey, hotkey, origin_netuid, destination_netuid, tao])
    return undefined
  },
  swap_stake_limit: (c, origin, args) => {
    const coldkey = signed(origin)
    const { hotkey, origin_netuid, destination_netuid, alpha_amount: amount } = args
    const from = { coldkey, hotkey, netuid: origin_netuid }
    const limit = { price: args.limit_price, partial: args.allow_partial }
    const tao = transition(c, { from, to: { ...from, netuid: destination_netuid }, amount, limit })
    c.emit(SubtensorModule, 'StakeSwapped', [coldkey, hotkey, origin_netuid, destination_netuid, tao])
    return undefined
  },
})
