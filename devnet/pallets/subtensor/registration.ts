// burned_register and its kin: a seat on a subnet for a hotkey, paid through the pool, or on root for nothing (SubtensorModule, spec 425).
import { slotsOf } from '../../chain/slots.ts'
import { lessOrZero, smaller } from '../../economy/fixed-point.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { type AccountId, type Context, fail } from '../context.ts'
import { behaviour, signed } from '../dispatch.ts'
import { reducibleBalance, transfer } from '../money.ts'
import { associate } from './hotkeys.ts'
import { hotkeysOf } from './neurons.ts'
import { raisePrice } from './registration-price.ts'
import { hasFreeSeat, seatToTake, takeFreeSeat, takeSeatOf } from './seats.ts'
import { poolValue } from './shares.ts'
import { ownerOf } from './staking.ts'
import { ROOT, requireSubnet, subnetAccount, subnetExists } from './subnets.ts'
import { trade } from './swaps.ts'

const slots = slotsOf(SubtensorModule)

/** 18 %: what a validator of root takes unless it says otherwise. */
const USUAL_TAKE: number = SubtensorModule.constants.InitialDefaultDelegateTake.value

function requireRegistrable(c: Context, netuid: number): void {
  if (netuid === ROOT) throw fail(SubtensorModule, 'RegistrationNotPermittedOnRootSubnet')
  requireSubnet(c, netuid)
}

function requireNew(c: Context, netuid: number, hotkey: AccountId): void {
  if (c.exists(slots.Uids, netuid, hotkey)) throw fail(SubtensorModule, 'HotKeyAlreadyRegisteredInSubNet')
}

/** Buys alpha with the price and lets it vanish. The swap fee stays with the subnet, and is nobody's. */
function pay(c: Context, coldkey: AccountId, netuid: number, price: bigint): void {
  const paid = smaller(price, reducibleBalance(c, coldkey, 'preserve'))
  if (paid === 0n && price > 0n) throw fail(SubtensorModule, 'InsufficientBalance')
  transfer(c, coldkey, subnetAccount(netuid), paid, 'preserve')
  const { paidOut } = trade(c, { netuid, side: 'buy', amount: paid })
  c.write(slots.SubnetAlphaOut, [netuid], lessOrZero(c.read(slots.SubnetAlphaOut, netuid), paidOut))
}

function seat(c: Context, netuid: number, hotkey: AccountId): number {
  if (hasFreeSeat(c, netuid)) return takeFreeSeat(c, netuid, hotkey)
  const uid = c.read(slots.MaxAllowedUids, netuid) === 0 ? undefined : seatToTake(c, netuid)
  if (uid === undefined) throw fail(SubtensorModule, 'NoNeuronIdAvailable')
  takeSeatOf(c, netuid, uid, hotkey)
  return uid
}

function count(c: Context, netuid: number): void {
  c.write(slots.RegistrationsThisBlock, [netuid], c.read(slots.RegistrationsThisBlock, netuid) + 1)
}

/** The checks, the payment and the seat, in the order of do_register. */
function register(c: Context, coldkey: AccountId, netuid: number, hotkey: AccountId): void {
  requireRegistrable(c, netuid)
  if (!c.read(slots.NetworkRegistrationAllowed, netuid))
    throw fail(SubtensorModule, 'SubNetRegistrationDisabled')
  requireNew(c, netuid, hotkey)
  const price = c.read(slots.Burn, netuid)
  if (price > reducibleBalance(c, coldkey, 'expendable'))
    throw fail(SubtensorModule, 'NotEnoughBalanceToStake')
  associate(c, coldkey, hotkey)
  if (ownerOf(c, hotkey) !== coldkey) throw fail(SubtensorModule, 'NonAssociatedColdKey')
  const uid = seat(c, netuid, hotkey)
  pay(c, coldkey, netuid, price)
  raisePrice(c, netuid)
  count(c, netuid)
  c.write(
    slots.RAORecycledForRegistration,
    [netuid],
    c.read(slots.RAORecycledForRegistration, netuid) + price,
  )
  c.emit(SubtensorModule, 'NeuronRegistered', [netuid, uid, hotkey])
}

/** The validator of root with the least stake; of several, the one of the lowest number. */
function weakestOnRoot(c: Context): { readonly uid: number; readonly stake: bigint } | undefined {
  const [first, ...others] = hotkeysOf(c, ROOT).map((hotkey, uid) => ({
    uid,
    stake: poolValue(c, hotkey, ROOT),
  }))
  return first && others.reduce((least, each) => (each.stake < least.stake ? each : least), first)
}

function seatOnRoot(c: Context, hotkey: AccountId): number {
  if (hasFreeSeat(c, ROOT)) return takeFreeSeat(c, ROOT, hotkey)
  const weakest = weakestOnRoot(c)
  if (!weakest || weakest.stake >= poolValue(c, hotkey, ROOT))
    throw fail(SubtensorModule, 'StakeTooLowForRoot')
  takeSeatOf(c, ROOT, weakest.uid, hotkey)
  return weakest.uid
}

function registerOnRoot(c: Context, coldkey: AccountId, hotkey: AccountId): void {
  if (!subnetExists(c, ROOT)) throw fail(SubtensorModule, 'RootNetworkDoesNotExist')
  if (c.read(slots.RegistrationsThisBlock, ROOT) >= c.read(slots.MaxRegistrationsPerBlock, ROOT))
    throw fail(SubtensorModule, 'TooManyRegistrationsThisBlock')
  const most = c.read(slots.TargetRegistrationsPerInterval, ROOT) * 3
  const registered = c.read(slots.RegistrationsThisInterval, ROOT)
  if (registered >= most) throw fail(SubtensorModule, 'TooManyRegistrationsThisInterval')
  requireNew(c, ROOT, hotkey)
  associate(c, coldkey, hotkey)
  const uid = seatOnRoot(c, hotkey)
  if (!c.exists(slots.Delegates, hotkey)) c.write(slots.Delegates, [hotkey], USUAL_TAKE)
  c.write(slots.RegistrationsThisInterval, [ROOT], registered + 1)
  count(c, ROOT)
  c.emit(SubtensorModule, 'NeuronRegistered', [ROOT, uid, hotkey])
}

export const registrationCalls = behaviour(SubtensorModule, {
  burned_register: (c, origin, { netuid, hotkey }) => {
    register(c, signed(origin), netuid, hotkey)
    return undefined
  },
  // The work is not looked at any more.
  register: (c, origin, { netuid, hotkey }) => {
    register(c, signed(origin), netuid, hotkey)
    return undefined
  },
  register_limit: (c, origin, { netuid, hotkey, limit_price }) => {
    const coldkey = signed(origin)
    requireRegistrable(c, netuid)
    if (c.read(slots.Burn, netuid) > limit_price)
      throw fail(SubtensorModule, 'RegistrationPriceLimitExceeded')
    register(c, coldkey, netuid, hotkey)
    return undefined
  },
  root_register: (c, origin, { hotkey }) => {
    registerOnRoot(c, signed(origin), hotkey)
    return undefined
  },
  try_associate_hotkey: (c, origin, { hotkey }) => {
    associate(c, signed(origin), hotkey)
    return undefined
  },
})
