// Conviction locks: alpha that stays on its subnet until it has decayed free (staking/lock of SubtensorModule, spec 424).
import { slotsOf } from '../../chain/slots.ts'
import { aged, type Lock, type Terms } from '../../economy/conviction.ts'
import { lessOrZero, smaller } from '../../economy/fixed-point.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { type AccountId, type Context, fail } from '../context.ts'
import { stakeOf } from './shares.ts'

const slots = slotsOf(SubtensorModule)

/** A coldkey on a subnet: it has one lock there, on one hotkey. */
export interface Holder {
  readonly coldkey: AccountId
  readonly netuid: number
}

export interface HeldLock extends Lock {
  readonly hotkey: AccountId
}

// Absent means decaying; only a written `false` is perpetual.
const isPerpetual = (c: Context, { coldkey, netuid }: Holder): boolean =>
  c.read(slots.DecayingLock, coldkey, netuid) === false

const termsOf = (c: Context, holder: Holder, hotkey: AccountId): Terms => ({
  unlockRate: c.read(slots.UnlockRate),
  maturityRate: c.read(slots.MaturityRate),
  perpetual: isPerpetual(c, holder),
  onOwner: c.read(slots.SubnetOwnerHotkey, holder.netuid) === hotkey,
})

/** The lock as it stands now; what is stored is of the block in which it was last touched. */
export function lockOf(c: Context, holder: Holder): HeldLock | undefined {
  for (const [, , hotkey] of c.keys(slots.Lock, holder.coldkey, holder.netuid)) {
    const stored = c.read(slots.Lock, holder.coldkey, holder.netuid, hotkey)
    if (!stored) continue
    const age = lessOrZero(BigInt(c.blockNumber), stored.last_update)
    const lock = { mass: stored.locked_mass, conviction: stored.conviction.bits }
    return { hotkey, ...aged(lock, age, termsOf(c, holder, hotkey)) }
  }
  return undefined
}

/** Writes a lock as of now; one with nothing in it is removed. */
export function writeLock(c: Context, holder: Holder, { hotkey, ...lock }: HeldLock): void {
  const { coldkey, netuid } = holder
  // As on a change of hotkey: a lock on the owner's is convinced at once.
  const { mass, conviction } = aged(lock, 0n, termsOf(c, holder, hotkey))
  if (mass === 0n && conviction === 0n) {
    dropLock(c, holder, hotkey)
    return
  }
  c.write(slots.Lock, [coldkey, netuid, hotkey], {
    locked_mass: mass,
    conviction: { bits: conviction },
    last_update: BigInt(c.blockNumber),
  })
  c.write(slots.LockingColdkeys, [netuid, hotkey, coldkey], undefined)
}

export function dropLock(c: Context, { coldkey, netuid }: Holder, hotkey: AccountId): void {
  c.remove(slots.Lock, coldkey, netuid, hotkey)
  c.remove(slots.LockingColdkeys, netuid, hotkey, coldkey)
}

/** All alpha of a coldkey on a subnet, with whichever validator. */
export const alphaOf = (c: Context, { coldkey, netuid }: Holder): bigint =>
  c
    .read(slots.StakingHotkeys, coldkey)
    .reduce((sum, hotkey) => sum + stakeOf(c, { hotkey, coldkey, netuid }), 0n)

/** Refuses to let more leave a subnet than is not locked there. */
export function requireAvailable(c: Context, holder: Holder, amount: bigint): void {
  const locked = lockOf(c, holder)?.mass ?? 0n
  if (lessOrZero(alphaOf(c, holder), locked) < amount) throw fail(SubtensorModule, 'StakeUnavailable')
}

/** Forgets a lock whose mass has decayed to nothing; asked after every stake that comes or goes. */
export function forgetEmptyLock(c: Context, holder: Holder): void {
  const lock = lockOf(c, holder)
  if (lock && lock.mass === 0n) dropLock(c, holder, lock.hotkey)
}

/** Bit 0 of an account's flags: it takes alpha that comes with a lock. */
export const ACCEPTS_LOCKED = 1n

/**
 * Lets the lock go with alpha that changes its owner, as far as more is given than was free. The receiver must take
 * locked alpha, and its own lock must be on the same hotkey.
 */
export function transferLock(c: Context, from: Holder, to: Holder, amount: bigint): void {
  const source = lockOf(c, from)
  if (from.coldkey === to.coldkey || amount === 0n || !source) return
  const free = lessOrZero(alphaOf(c, from), source.mass)
  const mass = smaller(lessOrZero(amount, free), source.mass)
  if (mass === 0n) return
  const target = lockOf(c, to)
  if (target && target.hotkey !== source.hotkey) throw fail(SubtensorModule, 'LockHotkeyMismatch')
  if ((c.read(slots.AccountFlags, to.coldkey) & ACCEPTS_LOCKED) === 0n)
    throw fail(SubtensorModule, 'AccountRejectsLockedAlpha')
  const conviction = (source.conviction * ((mass << 64n) / source.mass)) >> 64n
  writeLock(c, from, { ...source, mass: source.mass - mass, conviction: source.conviction - conviction })
  writeLock(c, to, {
    hotkey: source.hotkey,
    mass: mass + (target?.mass ?? 0n),
    conviction: conviction + (target?.conviction ?? 0n),
  })
}

/** The conviction behind a hotkey: of all who locked alpha on it, as U64F64 bits. */
export const convictionOf = (c: Context, netuid: number, hotkey: AccountId): bigint =>
  c
    .keys(slots.LockingColdkeys, netuid, hotkey)
    .reduce((sum, [, , coldkey]) => sum + (lockOf(c, { coldkey, netuid })?.conviction ?? 0n), 0n)
