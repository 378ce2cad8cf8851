// Swaps between TAO and a subnet's alpha as they change the state (stake_utils of SubtensorModule over Swap, spec 425).
import { slotsOf } from '../../chain/slots.ts'
import { lessOrZero } from '../../economy/fixed-point.ts'
import { type Fill, fill, LARGEST_INPUT, type Order, SwapRefusal } from '../../economy/swap.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { Swap } from '../../runtime/declared/swap.ts'
import { type Context, DispatchFailure, fail } from '../context.ts'
import { isDynamic, poolOf } from './subnets.ts'

const slots = slotsOf(SubtensorModule)

interface Trade extends Order {
  readonly netuid: number
  /** Leaves the swap fee out: the second leg of a move, a fee itself, a claim. */
  readonly feeless?: boolean
}

/** What a trade would do. Throws the Swap pallet's error. */
export function quote(c: Context, { netuid, feeless = false, ...order }: Trade): Fill {
  if (!isDynamic(c, netuid)) return { paidIn: order.amount, paidOut: order.amount, fee: 0n }
  const pool = poolOf(c, netuid)
  try {
    return fill(feeless ? { ...pool, feeRate: 0 } : pool, order)
  } catch (error) {
    throw error instanceof SwapRefusal ? fail(Swap, error.refusal) : error
  }
}

/** A quote, or nothing where the pool refuses. */
export function tryQuote(c: Context, trade: Trade): Fill | undefined {
  try {
    return quote(c, trade)
  } catch (error) {
    if (error instanceof DispatchFailure) return undefined
    throw error
  }
}

/** Trades, and counts it in the reserves. Money and shares are the caller's to move. */
export function trade(c: Context, order: Trade): Fill {
  const done = quote(c, order)
  const { netuid, side } = order
  const [alphaIn, tao] = [c.read(slots.SubnetAlphaIn, netuid), c.read(slots.SubnetTAO, netuid)]
  const out = c.read(slots.SubnetAlphaOut, netuid)
  const [staked, volume] = [c.read(slots.TotalStake), c.read(slots.SubnetVolume, netuid)]
  if (side === 'buy') {
    const gross = done.paidIn + done.fee
    c.write(slots.SubnetAlphaIn, [netuid], lessOrZero(alphaIn, done.paidOut))
    c.write(slots.SubnetAlphaOut, [netuid], out + done.paidOut)
    c.write(slots.SubnetTAO, [netuid], tao + done.paidIn)
    c.write(slots.TotalStake, [], staked + gross)
    c.write(slots.SubnetVolume, [netuid], volume + gross)
  } else {
    c.write(slots.SubnetAlphaIn, [netuid], alphaIn + done.paidIn)
    c.write(slots.SubnetAlphaOut, [netuid], lessOrZero(out, done.paidIn))
    c.write(slots.SubnetTAO, [netuid], lessOrZero(tao, done.paidOut))
    c.write(slots.TotalStake, [], lessOrZero(staked, done.paidOut))
    c.write(slots.SubnetVolume, [netuid], volume + done.paidOut)
  }
  return done
}

/** The most a trade may put in; without a pool there is no such bound. */
export function largestInput(c: Context, netuid: number, side: Order['side']): bigint | undefined {
  if (!isDynamic(c, netuid)) return undefined
  const { tao, alpha } = poolOf(c, netuid)
  return (side === 'buy' ? tao : alpha) * LARGEST_INPUT
}

/** One TAO per alpha, as calls write prices. */
const PAR = 10n ** 9n
const EVERYTHING = 2n ** 64n - 1n

/** How much can be traded before the price passes a limit. */
export function fillable(c: Context, netuid: number, side: Order['side'], limit: bigint): bigint {
  const most = largestInput(c, netuid, side)
  if (most === undefined) return (side === 'buy' ? limit >= PAR : limit <= PAR) ? EVERYTHING : 0n
  const { paidIn, fee } = quote(c, { netuid, side, amount: most, limit })
  return paidIn + fee
}
