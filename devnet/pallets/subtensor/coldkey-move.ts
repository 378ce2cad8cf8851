// Everything an account has, given to another: identity, subnets, hotkeys, stake with its locks, TAO (do_swap_coldkey, spec 425).
import { slotsOf } from '../../chain/slots.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { type AccountId, type Context, fail } from '../context.ts'
import { reducibleBalance, transfer } from '../money.ts'
import { moveCounted } from './counted.ts'
import { dropLock, lockOf, writeLock } from './locks.ts'
import { rememberColdkey } from './root-claims.ts'
import { addToPosition, stakeOf, takeFromPosition } from './shares.ts'
import { isHotkey } from './staking.ts'
import { netuids, ROOT } from './subnets.ts'

const slots = slotsOf(SubtensorModule)

interface Move {
  readonly from: AccountId
  readonly to: AccountId
}

/** Gives `to` all that is `from`'s but reserves: what lies in deposits stays where it is. */
export function moveColdkey(c: Context, from: AccountId, to: AccountId): void {
  if (c.read(slots.StakingHotkeys, to).length > 0) throw fail(SubtensorModule, 'ColdKeyAlreadyAssociated')
  if (isHotkey(c, to)) throw fail(SubtensorModule, 'NewColdKeyIsHotkey')
  const move = { from, to }
  moveIdentity(c, move)
  for (const netuid of netuids(c)) {
    if (c.read(slots.SubnetOwner, netuid) === from) c.write(slots.SubnetOwner, [netuid], to)
    moveAutoStake(c, move, netuid)
    for (const hotkey of c.read(slots.StakingHotkeys, from)) moveStake(c, move, hotkey, netuid)
  }
  c.write(slots.StakingHotkeys, [to], c.read(slots.StakingHotkeys, from))
  c.remove(slots.StakingHotkeys, from)
  moveHotkeys(c, move)
  for (const netuid of netuids(c)) moveLock(c, move, netuid)
  if (c.exists(slots.AccountFlags, from)) c.write(slots.AccountFlags, [to], c.read(slots.AccountFlags, from))
  c.remove(slots.AccountFlags, from)
  transfer(c, from, to, reducibleBalance(c, from, 'expendable'), 'expendable')
  c.emit(SubtensorModule, 'ColdkeySwapped', { old_coldkey: from, new_coldkey: to })
}

/** An identity the new key has already is kept. */
function moveIdentity(c: Context, { from, to }: Move): void {
  const identity = c.read(slots.IdentitiesV2, from)
  if (!identity || c.exists(slots.IdentitiesV2, to)) return
  c.write(slots.IdentitiesV2, [to], identity)
  c.remove(slots.IdentitiesV2, from)
}

function moveAutoStake(c: Context, { from, to }: Move, netuid: number): void {
  const hotkey = c.read(slots.AutoStakeDestination, from, netuid)
  if (hotkey === undefined) return
  c.remove(slots.AutoStakeDestination, from, netuid)
  c.write(slots.AutoStakeDestination, [to, netuid], hotkey)
  const others = c.read(slots.AutoStakeDestinationColdkeys, hotkey, netuid).filter((each) => each !== from)
  c.write(slots.AutoStakeDestinationColdkeys, [hotkey, netuid], [...others, to])
}

function moveStake(c: Context, { from, to }: Move, hotkey: AccountId, netuid: number): void {
  const old = { hotkey, coldkey: from, netuid }
  const alpha = stakeOf(c, old)
  if (alpha > 0n) {
    takeFromPosition(c, old, alpha)
    addToPosition(c, { ...old, coldkey: to }, alpha)
    if (netuid === ROOT) rememberColdkey(c, to)
  }
  if (c.read(slots.RootClaimed, netuid, hotkey, from) > 0n)
    moveCounted(c, slots.RootClaimed, { from: [netuid, hotkey, from], to: [netuid, hotkey, to] })
}

function moveHotkeys(c: Context, { from, to }: Move): void {
  const moved = c.read(slots.OwnedHotkeys, from)
  for (const hotkey of moved) c.write(slots.Owner, [hotkey], to)
  c.write(slots.OwnedHotkeys, [to], [...new Set([...c.read(slots.OwnedHotkeys, to), ...moved])])
  c.remove(slots.OwnedHotkeys, from)
}

function moveLock(c: Context, { from, to }: Move, netuid: number): void {
  const [old, held] = [
    { coldkey: from, netuid },
    { coldkey: to, netuid },
  ]
  const lock = lockOf(c, old)
  const terms = c.read(slots.DecayingLock, from, netuid)
  if (terms !== undefined) {
    c.write(slots.DecayingLock, [to, netuid], terms)
    c.remove(slots.DecayingLock, from, netuid)
  }
  if (!lock) return
  if ((lockOf(c, held)?.mass ?? 0n) > 0n) throw fail(SubtensorModule, 'ActiveLockExists')
  dropLock(c, old, lock.hotkey)
  writeLock(c, held, lock)
}
