// The numbered seats of a subnet: a new hotkey takes the next, or that of the one who earned least (SubtensorModule, spec 425).
import { slotsOf } from '../../chain/slots.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import type { AccountId, Context } from '../context.ts'

const slots = slotsOf(SubtensorModule)

/** The lists that are kept by number, each with what a newcomer has there. */
const NUMBERS = [slots.Consensus, slots.Incentive, slots.Dividends, slots.ValidatorTrust]

export const hasFreeSeat = (c: Context, netuid: number): boolean =>
  c.read(slots.SubnetworkN, netuid) < c.read(slots.MaxAllowedUids, netuid)

/** Gives a hotkey the next number. Returns it. */
export function takeFreeSeat(c: Context, netuid: number, hotkey: AccountId): number {
  const uid = c.read(slots.SubnetworkN, netuid)
  c.write(slots.SubnetworkN, [netuid], uid + 1)
  sit(c, netuid, uid, hotkey)
  return uid
}

/** Gives a hotkey the number of another, which is registered no more. */
export function takeSeatOf(c: Context, netuid: number, uid: number, hotkey: AccountId): void {
  const old = c.read(slots.Keys, netuid, uid)
  for (const map of [slots.Uids, slots.Axons, slots.Prometheus, slots.NeuronCertificates])
    c.remove(map, netuid, old)
  c.remove(slots.IsNetworkMember, old, netuid)
  sit(c, netuid, uid, hotkey)
}

function sit(c: Context, netuid: number, uid: number, hotkey: AccountId): void {
  c.write(slots.Keys, [netuid, uid], hotkey)
  c.write(slots.Uids, [netuid, hotkey], uid)
  c.write(slots.IsNetworkMember, [hotkey, netuid], true)
  c.write(slots.BlockAtRegistration, [netuid, uid], BigInt(c.blockNumber))
  for (const list of NUMBERS) c.write(list, [netuid], withAt(c.read(list, netuid), uid, 0))
  c.write(slots.Emission, [netuid], withAt(c.read(slots.Emission, netuid), uid, 0n))
  c.write(slots.LastUpdate, [netuid], withAt(c.read(slots.LastUpdate, netuid), uid, BigInt(c.blockNumber)))
  c.write(slots.Active, [netuid], withAt(c.read(slots.Active, netuid), uid, true))
  c.write(slots.ValidatorPermit, [netuid], withAt(c.read(slots.ValidatorPermit, netuid), uid, false))
}

function withAt<T>(list: readonly T[], uid: number, value: T): T[] {
  const copy = [...list]
  copy[uid] = value
  return copy
}

/** Nobody takes the seat of the subnet's owner: its main hotkey's, or else that of the first it registered. */
function ownersSeats(c: Context, netuid: number): ReadonlySet<number> {
  const registered = c
    .read(slots.OwnedHotkeys, c.read(slots.SubnetOwner, netuid))
    .flatMap((hotkey) => c.read(slots.Uids, netuid, hotkey) ?? [])
    .sort((a, b) => registeredAt(c, netuid, a) - registeredAt(c, netuid, b) || a - b)
  const main = c.read(slots.Uids, netuid, c.read(slots.SubnetOwnerHotkey, netuid))
  const first = main === undefined ? registered : [main, ...registered]
  return new Set(first.slice(0, c.read(slots.ImmuneOwnerUidsLimit, netuid)))
}

const registeredAt = (c: Context, netuid: number, uid: number): number =>
  Number(c.read(slots.BlockAtRegistration, netuid, uid))

/** The seat that a newcomer takes: of who earned least, and of those who came first; a newcomer's only where none else is left. */
export function seatToTake(c: Context, netuid: number): number | undefined {
  const owners = ownersSeats(c, netuid)
  const emission = c.read(slots.Emission, netuid)
  const earned = (uid: number): bigint => emission[uid] ?? 0n
  const isNew = (uid: number): boolean =>
    c.blockNumber - registeredAt(c, netuid, uid) < c.read(slots.ImmunityPeriod, netuid)
  const seats = Array.from({ length: c.read(slots.SubnetworkN, netuid) }, (_, uid) => uid)
    .filter((uid) => !owners.has(uid))
    .sort(
      (a, b) =>
        Number(earned(a) > earned(b)) - Number(earned(a) < earned(b)) ||
        registeredAt(c, netuid, a) - registeredAt(c, netuid, b) ||
        a - b,
    )
  const settled = seats.filter((uid) => !isNew(uid))
  if (settled.length > c.read(slots.MinNonImmuneUids, netuid)) return settled[0]
  return seats.find(isNew)
}
