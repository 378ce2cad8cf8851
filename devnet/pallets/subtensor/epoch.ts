// The epoch of a subnet: what has accrued is handed out. Simpler than the chain: validators share by stake alone, as if all
// agreed about the miners, and the miners by their number.
import { slotsOf } from '../../chain/slots.ts'
import { partOf, split } from '../../economy/emission.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import type { AccountId, Context } from '../context.ts'
import { hotkeysOf, weightOf } from './neurons.ts'
import { layReady } from './root-claims.ts'
import { addToPool, addToPosition, poolValue } from './shares.ts'
import { isHotkey, ownerOf, rememberHotkey } from './staking.ts'

const slots = slotsOf(SubtensorModule)

const WHOLE = 65_535

/** Runs the epochs that are due, no more in one block than the chain allows; the others wait for the next. */
export function runEpochs(c: Context, subnets: readonly number[]): void {
  const now = BigInt(c.blockNumber)
  const due = subnets.filter(
    (netuid) => now - c.read(slots.LastEpochBlock, netuid) >= BigInt(c.read(slots.Tempo, netuid)),
  )
  const most = c.read(slots.MaxEpochsPerBlock)
  for (const netuid of due.slice(0, most)) runEpoch(c, netuid)
  for (const netuid of due.slice(most))
    c.emit(SubtensorModule, 'EpochDeferred', { netuid, from_block: now, to_block: now + 1n })
}

function runEpoch(c: Context, netuid: number): void {
  const now = BigInt(c.blockNumber)
  const hotkeys = hotkeysOf(c, netuid)
  const permits = c.read(slots.ValidatorPermit, netuid)
  const validators = hotkeys.filter((_, uid) => permits[uid])
  const miners = hotkeys.filter((_, uid) => !permits[uid])
  payOwner(c, netuid)
  const incentives = payMiners(c, netuid, miners)
  const dividends = payValidators(c, netuid, validators)
  payRoot(c, netuid, validators)
  const earned = (hotkey: AccountId): bigint => (incentives.get(hotkey) ?? 0n) + (dividends.get(hotkey) ?? 0n)
  c.write(slots.Emission, [netuid], hotkeys.map(earned))
  c.write(slots.Incentive, [netuid], scaled(hotkeys.map((hotkey) => incentives.get(hotkey) ?? 0n)))
  c.write(slots.Dividends, [netuid], scaled(hotkeys.map((hotkey) => dividends.get(hotkey) ?? 0n)))
  c.write(slots.LastEpochBlock, [netuid], now)
  c.write(slots.LastMechansimStepBlock, [netuid], now)
  c.write(slots.BlocksSinceLastStep, [netuid], 0n)
}

/** Parts of 65 535 of the sum. */
function scaled(amounts: readonly bigint[]): number[] {
  const sum = amounts.reduce((all, amount) => all + amount, 0n)
  return amounts.map((amount) => (sum === 0n ? 0 : Number((amount * BigInt(WHOLE)) / sum)))
}

type Pot = typeof slots.PendingOwnerCut

/** Empties a pot by weights. What the floors leave stays in it for the next time, so that nothing vanishes. */
function share(
  c: Context,
  pot: Pot,
  netuid: number,
  weights: ReadonlyMap<AccountId, bigint>,
): Map<AccountId, bigint> {
  const amount = c.read(pot, netuid)
  const parts = split(amount, [...weights.values()])
  const given = parts.reduce((sum, part) => sum + part, 0n)
  c.write(pot, [netuid], amount - given)
  return new Map([...weights.keys()].map((hotkey, i) => [hotkey, parts[i] ?? 0n]))
}

function payOwner(c: Context, netuid: number): void {
  const [hotkey, coldkey] = [c.read(slots.SubnetOwnerHotkey, netuid), c.read(slots.SubnetOwner, netuid)]
  if (!isHotkey(c, hotkey)) return
  for (const [, amount] of share(c, slots.PendingOwnerCut, netuid, new Map([[hotkey, 1n]])))
    stakeFor(c, hotkey, coldkey, netuid, amount)
}

/** Gives alpha to a position out of nothing that was not issued before. */
function stakeFor(c: Context, hotkey: AccountId, coldkey: AccountId, netuid: number, amount: bigint): void {
  if (amount === 0n) return
  addToPosition(c, { hotkey, coldkey, netuid }, amount)
  rememberHotkey(c, { hotkey, coldkey, netuid })
}

/** The first miner has most. Where its owner chose a hotkey for it, the alpha is staked there. */
function payMiners(c: Context, netuid: number, miners: readonly AccountId[]): Map<AccountId, bigint> {
  const weights = new Map(miners.map((hotkey, i) => [hotkey, BigInt(miners.length - i)]))
  const parts = share(c, slots.PendingServerEmission, netuid, weights)
  for (const [hotkey, incentive] of parts) {
    const owner = ownerOf(c, hotkey)
    const destination = c.read(slots.AutoStakeDestination, owner, netuid)
    stakeFor(c, destination ?? hotkey, owner, netuid, incentive)
    if (destination !== undefined)
      c.emit(SubtensorModule, 'AutoStakeAdded', { netuid, destination, hotkey, owner, incentive })
  }
  return parts
}

/** What is left when the validator has kept its take, which is staked for its owner. */
function afterTake(c: Context, hotkey: AccountId, netuid: number, amount: bigint): bigint {
  const take = partOf(amount, c.read(slots.Delegates, hotkey))
  stakeFor(c, hotkey, ownerOf(c, hotkey), netuid, take)
  return amount - take
}

/** Raises what every share with a validator is worth. One that nobody staked to has no shares to raise. */
function payValidators(c: Context, netuid: number, validators: readonly AccountId[]): Map<AccountId, bigint> {
  const weights = new Map(validators.map((hotkey) => [hotkey, weightOf(c, hotkey, netuid).total]))
  const parts = share(c, slots.PendingValidatorEmission, netuid, weights)
  for (const [hotkey, amount] of parts) {
    const before = poolValue(c, hotkey, netuid)
    c.write(slots.TotalHotkeyAlphaLastEpoch, [hotkey, netuid], before)
    const rest = afterTake(c, hotkey, netuid, amount)
    if (before > 0n) addToPool(c, hotkey, netuid, rest)
    else stakeFor(c, hotkey, ownerOf(c, hotkey), netuid, rest)
    c.write(slots.AlphaDividendsPerSubnet, [netuid, hotkey], rest)
  }
  return parts
}

/** Lays ready what is for the root stakers of each validator. */
function payRoot(c: Context, netuid: number, validators: readonly AccountId[]): void {
  const weights = new Map(validators.map((hotkey) => [hotkey, weightOf(c, hotkey, netuid).tao]))
  for (const [hotkey, amount] of share(c, slots.PendingRootAlphaDivs, netuid, weights)) {
    const rest = afterTake(c, hotkey, netuid, amount)
    if (rest > 0n) layReady(c, hotkey, netuid, rest)
    c.write(slots.RootAlphaDividendsPerSubnet, [netuid, hotkey], rest)
  }
}
