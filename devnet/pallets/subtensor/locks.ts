// What conviction locks leave free: alpha that is locked stays on its subnet until it has decayed (spec 424).
import { slotsOf } from '../../chain/slots.ts'
import { lessOrZero } from '../../economy/fixed-point.ts'
import { decayed } from '../../economy/power.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import type { LockState } from '../../runtime/declared/types-subtensor.ts'
import { type AccountId, type Context, fail } from '../context.ts'
import { stakeOf } from './shares.ts'

const slots = slotsOf(SubtensorModule)

interface Lock {
  readonly hotkey: AccountId
  readonly state: LockState
}

/** The one lock of a coldkey on a subnet, as it was last written. */
function storedLock(c: Context, coldkey: AccountId, netuid: number): Lock | undefined {
  for (const [, , hotkey] of c.keys(slots.Lock, coldkey, netuid)) {
    const state = c.read(slots.Lock, coldkey, netuid, hotkey)
    if (state) return { hotkey, state }
  }
  return undefined
}

/** The lock of a coldkey on a subnet as it stands now: its mass decays unless it is perpetual. */
export function lockOf(c: Context, coldkey: AccountId, netuid: number): Lock | undefined {
  const stored = storedLock(c, coldkey, netuid)
  if (!stored) return undefined
  const now = BigInt(c.blockNumber)
  const { locked_mass, last_update } = stored.state
  const age = { over: lessOrZero(now, last_update), under: c.read(slots.UnlockRate) }
  // Absent means decaying; only a written `false` is perpetual.
  const perpetual = c.read(slots.DecayingLock, coldkey, netuid) === false
  const mass = perpetual ? locked_mass : decayed(locked_mass, age)
  return { ...stored, state: { ...stored.state, locked_mass: mass, last_update: now } }
}

/** All alpha of a coldkey on a subnet, with whichever validator. */
export const alphaOf = (c: Context, coldkey: AccountId, netuid: number): bigint =>
  c
    .read(slots.StakingHotkeys, coldkey)
    .reduce((sum, hotkey) => sum + stakeOf(c, { hotkey, coldkey, netuid }), 0n)

export interface Availability {
  readonly total: bigint
  readonly locked: bigint
  readonly available: bigint
}

export function availability(c: Context, coldkey: AccountId, netuid: number): Availability {
  const total = alphaOf(c, coldkey, netuid)
  const locked = lockOf(c, coldkey, netuid)?.state.locked_mass ?? 0n
  return { total, locked, available: lessOrZero(total, locked) }
}

/** Refuses to let more leave a subnet than is not locked there. */
export function requireAvailable(c: Context, coldkey: AccountId, netuid: number, amount: bigint): void {
  if (availability(c, coldkey, netuid).available < amount) throw fail(SubtensorModule, 'StakeUnavailable')
}
