// lock_stake and its kin (SubtensorModule, spec 424).
import { slotsOf } from '../../chain/slots.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { type Context, fail } from '../context.ts'
import { behaviour, signed } from '../dispatch.ts'
import { ACCEPTS_LOCKED, alphaOf, dropLock, type Holder, lockOf, writeLock } from './locks.ts'
import { ownerOf, requireHotkey } from './staking.ts'

const slots = slotsOf(SubtensorModule)

function setPerpetual(c: Context, holder: Holder, enabled: boolean): void {
  const { coldkey, netuid } = holder
  // What has decayed so far has decayed by the old terms.
  const lock = lockOf(c, holder)
  if (enabled) c.write(slots.DecayingLock, [coldkey, netuid], false)
  else c.remove(slots.DecayingLock, coldkey, netuid)
  if (lock) writeLock(c, holder, lock)
}

export const lockStakeCalls = behaviour(SubtensorModule, {
  lock_stake: (c, origin, { hotkey, netuid, amount }) => {
    const holder = { coldkey: signed(origin), netuid }
    if (amount === 0n) throw fail(SubtensorModule, 'AmountTooLow')
    requireHotkey(c, hotkey)
    const lock = lockOf(c, holder)
    if (lock && lock.hotkey !== hotkey) throw fail(SubtensorModule, 'LockHotkeyMismatch')
    const mass = (lock?.mass ?? 0n) + amount
    if (alphaOf(c, holder) < mass) throw fail(SubtensorModule, 'InsufficientStakeForLock')
    writeLock(c, holder, { hotkey, mass, conviction: lock?.conviction ?? 0n })
    c.emit(SubtensorModule, 'StakeLocked', { coldkey: holder.coldkey, hotkey, netuid, amount })
    return undefined
  },
  move_lock: (c, origin, { destination_hotkey, netuid }) => {
    const holder = { coldkey: signed(origin), netuid }
    requireHotkey(c, destination_hotkey)
    const lock = lockOf(c, holder)
    if (!lock) throw fail(SubtensorModule, 'NoExistingLock')
    const stays = ownerOf(c, lock.hotkey) === ownerOf(c, destination_hotkey)
    dropLock(c, holder, lock.hotkey)
    writeLock(c, holder, {
      hotkey: destination_hotkey,
      mass: lock.mass,
      conviction: stays ? lock.conviction : 0n,
    })
    const { coldkey } = holder
    c.emit(SubtensorModule, 'LockMoved', { coldkey, origin_hotkey: lock.hotkey, destination_hotkey, netuid })
    return undefined
  },
  set_perpetual_lock: (c, origin, { netuid, enabled }) => {
    const coldkey = signed(origin)
    setPerpetual(c, { coldkey, netuid }, enabled)
    c.emit(SubtensorModule, 'PerpetualLockUpdated', { coldkey, netuid, enabled })
    return undefined
  },
  set_reject_locked_alpha: (c, origin, { enabled }) => {
    const coldkey = signed(origin)
    const flags = c.read(slots.AccountFlags, coldkey)
    const changed = enabled ? flags & ~ACCEPTS_LOCKED : flags | ACCEPTS_LOCKED
    if (changed === 0n) c.remove(slots.AccountFlags, coldkey)
    else c.write(slots.AccountFlags, [coldkey], changed)
    c.emit(SubtensorModule, 'RejectLockedAlphaUpdated', { coldkey, enabled })
    return undefined
  },
})
