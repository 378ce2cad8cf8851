// Into a subnet, out of it, and within it: what all staking calls come down to (stake_utils of SubtensorModule, spec 425).
import { slotsOf } from '../../chain/slots.ts'
import { smaller, times } from '../../economy/fixed-point.ts'
import { AlphaAssets } from '../../runtime/declared/alpha-assets.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { type AccountId, type Context, fail } from '../context.ts'
import { reducibleBalance, transfer } from '../money.ts'
import { forgetEmptyLock, transferLock } from './locks.ts'
import { rememberColdkey, rootStakeChanged } from './root-claims.ts'
import { addToPosition, canAdd, type Position, stakeOf, takeFromPosition } from './shares.ts'
import { BURN_ACCOUNT, blockAuthor, priceOf, ROOT, subnetAccount } from './subnets.ts'
import { trade } from './swaps.ts'

const slots = slotsOf(SubtensorModule)
const { AlphaBurned } = slotsOf(AlphaAssets)

/** What a stake is worth at least (constant InitialMinStake). */
export const MIN_STAKE: bigint = SubtensorModule.constants.InitialMinStake.value

export const isHotkey = (c: Context, hotkey: AccountId): boolean => c.exists(slots.Owner, hotkey)

export const ownerOf = (c: Context, hotkey: AccountId): AccountId => c.read(slots.Owner, hotkey)

export function requireHotkey(c: Context, hotkey: AccountId): void {
  if (!isHotkey(c, hotkey)) throw fail(SubtensorModule, 'HotKeyAccountNotExists')
}

/** A hotkey that others stake to is a delegate, with its take written down. */
export function becomeDelegate(c: Context, { hotkey, coldkey }: Position): void {
  if (ownerOf(c, hotkey) === coldkey || c.exists(slots.Delegates, hotkey)) return
  c.write(slots.Delegates, [hotkey], c.read(slots.Delegates, hotkey))
}

interface Terms {
  /** Rao per whole alpha; what it does not let through is given back. */
  readonly limit?: bigint
  readonly feeless?: boolean
}

/** Moves TAO from the coldkey into the subnet and gives it alpha. Returns the alpha. */
export function stakeInto(c: Context, position: Position, amount: bigint, terms: Terms = {}): bigint {
  const { coldkey, hotkey, netuid } = position
  const account = subnetAccount(netuid)
  // The existential deposit silently stays where everything was to be staked.
  const reducible = reducibleBalance(c, coldkey, 'preserve')
  const tao = smaller(amount, reducible)
  if (tao === 0n && amount > 0n) throw fail(SubtensorModule, 'InsufficientBalance')
  if (tao > 0n) transfer(c, coldkey, account, tao, 'preserve')
  const { paidIn, paidOut, fee } = trade(c, { netuid, side: 'buy', amount: tao, ...terms })
  if (paidOut === 0n) throw fail(SubtensorModule, 'AmountTooLow')
  if (!canAdd(c, position, paidOut)) throw fail(SubtensorModule, 'InsufficientLiquidity')
  addToPosition(c, position, paidOut)
  rememberHotkey(c, position)
  transfer(c, account, blockAuthor(c) ?? BURN_ACCOUNT, fee, 'expendable')
  const unused = tao - paidIn - fee
  if (unused > 0n) transfer(c, account, coldkey, unused, 'expendable')
  forgetEmptyLock(c, position)
  stamp(c, position)
  if (netuid === ROOT) {
    rootStakeChanged(c, position, paidOut)
    rememberColdkey(c, coldkey)
  }
  c.emit(SubtensorModule, 'StakeAdded', [coldkey, hotkey, tao, paidOut, netuid, fee])
  return paidOut
}

interface Exit extends Terms {
  /** Who is given the TAO: the coldkey, unless it pays a fee with it. */
  readonly beneficiary?: AccountId
}

/** Sells alpha of a position. Returns the TAO it brought. */
export function unstakeFrom(c: Context, position: Position, amount: bigint, exit: Exit = {}): bigint {
  const { coldkey, hotkey, netuid } = position
  const { beneficiary = coldkey, ...terms } = exit
  const account = subnetAccount(netuid)
  takeFromPosition(c, position, amount)
  const { paidIn, paidOut, fee } = trade(c, { netuid, side: 'sell', amount, ...terms })
  const unused = amount - paidIn - fee
  if (unused > 0n) addToPosition(c, position, unused)
  transfer(c, account, beneficiary, paidOut, 'expendable')
  payFeeInAlpha(c, netuid, fee)
  if (netuid === ROOT) rootStakeChanged(c, position, -amount)
  forgetEmptyLock(c, position)
  stamp(c, position)
  c.emit(SubtensorModule, 'StakeRemoved', [coldkey, hotkey, paidOut, paidIn, netuid, fee])
  return paidOut
}

/** The fee of a sale is alpha: it is sold in its turn, without a fee, for the author. Where that fails, all fails. */
function payFeeInAlpha(c: Context, netuid: number, fee: bigint): void {
  const author = blockAuthor(c)
  if (author === undefined) {
    c.write(AlphaBurned, [netuid], c.read(AlphaBurned, netuid) + fee)
    return
  }
  const { paidOut } = trade(c, { netuid, side: 'sell', amount: fee, feeless: true })
  transfer(c, subnetAccount(netuid), author, paidOut, 'expendable')
}

/** Moves alpha to other keys on the same subnet, with neither fee nor price. Returns what it is worth in TAO. */
export function moveWithin(c: Context, from: Position, to: Position, amount: bigint): bigint {
  const { netuid } = from
  transferLock(c, from, to, amount)
  takeFromPosition(c, from, amount)
  if (netuid === ROOT) rootStakeChanged(c, from, -amount)
  becomeDelegate(c, to)
  addToPosition(c, to, amount)
  rememberHotkey(c, to)
  if (netuid === ROOT) rootStakeChanged(c, to, amount)
  const worth = times(amount, priceOf(c, netuid))
  if (worth < MIN_STAKE) throw fail(SubtensorModule, 'AmountTooLow')
  stamp(c, to)
  c.emit(SubtensorModule, 'StakeRemoved', [from.coldkey, from.hotkey, worth, amount, netuid, 0n])
  c.emit(SubtensorModule, 'StakeAdded', [to.coldkey, to.hotkey, worth, amount, netuid, 0n])
  return worth
}

/** Sells what an unstake left of a nomination where it is less than validators need accept. */
export function clearSmallNomination(c: Context, position: Position): void {
  const least = c.read(slots.NominatorMinRequiredStake)
  const price = priceOf(c, position.netuid)
  const stake = stakeOf(c, position)
  if (ownerOf(c, position.hotkey) === position.coldkey || stake === 0n || price === 0n) return
  if (stake < (least << 64n) / price) unstakeFrom(c, position, stake, { feeless: true })
}

/** The list from which a coldkey's positions are found again. Nothing is ever taken off it. */
export function rememberHotkey(c: Context, { coldkey, hotkey }: Position): void {
  const known = c.read(slots.StakingHotkeys, coldkey)
  if (!known.includes(hotkey)) c.write(slots.StakingHotkeys, [coldkey], [...known, hotkey])
}

const stamp = (c: Context, { coldkey, hotkey }: Position): void =>
  c.write(slots.LastColdkeyHotkeyStakeBlock, [coldkey, hotkey], BigInt(c.blockNumber))
