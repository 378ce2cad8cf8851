// Moving TAO between accounts: what pallet_balances does below its calls (fungible traits and reserves, spec 424).
import { slotsOf } from '../chain/slots.ts'
import { Balances } from '../runtime/declared/balances.ts'
import {
  accountOf,
  addConsumer,
  addProvider,
  canLoseProvider,
  dropConsumer,
  dropProvider,
  storeData,
} from './account.ts'
import { type AccountId, type Context, DispatchFailure, fail } from './context.ts'

const { TotalIssuance } = slotsOf(Balances)

/** Below this an account does not exist. */
const EXISTENTIAL_DEPOSIT: bigint = Balances.constants.ExistentialDeposit.value

export type Preservation = 'expendable' | 'preserve'

type TokenError = 'FundsUnavailable' | 'OnlyProvider' | 'BelowMinimum' | 'Frozen' | 'NotExpendable'
const tokenError = (type: TokenError): DispatchFailure =>
  new DispatchFailure({ type: 'Token', value: { type } })

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b)
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b)
const lessOrZero = (a: bigint, b: bigint): bigint => larger(a - b, 0n)

const freeBalance = (c: Context, who: AccountId): bigint => accountOf(c, who).data.free

export const totalBalance = (c: Context, who: AccountId): bigint => {
  const { free, reserved } = accountOf(c, who).data
  return free + reserved
}

/** What may leave the free balance: all that is not frozen, and not the existential deposit where the account must live. */
export function reducibleBalance(c: Context, who: AccountId, preservation: Preservation): bigint {
  const { free, reserved, frozen } = accountOf(c, who).data
  const mustLive = preservation === 'preserve' || (free > 0n && !canLoseProvider(c, who))
  const untouchable = larger(lessOrZero(frozen, reserved), mustLive ? EXISTENTIAL_DEPOSIT : 0n)
  return lessOrZero(free, untouchable)
}

/** The checks of `can_withdraw`, in its order; throws the token error a caller sees. */
function checkWithdraw(c: Context, who: AccountId, amount: bigint, preservation: Preservation): void {
  if (amount === 0n) return
  const left = freeBalance(c, who) - amount
  if (left < 0n) throw tokenError('FundsUnavailable')
  if (amount > reducibleBalance(c, who, 'expendable')) throw tokenError('Frozen')
  if (left >= EXISTENTIAL_DEPOSIT) return
  if (!canLoseProvider(c, who)) throw tokenError('OnlyProvider')
  if (preservation === 'preserve') throw tokenError('NotExpendable')
}

/** True when `amount` can be taken and the account is left untouched in kind: the test for fees in the pool. */
export function canPay(c: Context, who: AccountId, amount: bigint): boolean {
  const left = freeBalance(c, who) - amount
  return left >= EXISTENTIAL_DEPOSIT && amount <= reducibleBalance(c, who, 'expendable')
}

/** Moves `amount`, with the event. A receiver that would hold less than the existential deposit is refused. */
export function transfer(
  c: Context,
  from: AccountId,
  to: AccountId,
  amount: bigint,
  how: Preservation,
): void {
  checkWithdraw(c, from, amount, how)
  if (amount > 0n && freeBalance(c, to) + amount < EXISTENTIAL_DEPOSIT) throw tokenError('BelowMinimum')
  // A transfer to oneself changes nothing and says nothing.
  if (from === to) return
  changeFree(c, from, -smaller(amount, reducibleBalance(c, from, how)))
  changeFree(c, to, amount)
  c.emit(Balances, 'Transfer', { from, to, amount })
}

/** Takes `amount` and keeps the account alive, with the event; throws when it cannot. */
export function withdraw(c: Context, who: AccountId, amount: bigint): void {
  if (amount > reducibleBalance(c, who, 'preserve')) throw tokenError('FundsUnavailable')
  changeFree(c, who, -amount)
  c.emit(Balances, 'Withdraw', { who, amount })
}

/** Gives `amount`, with the event. Less than the existential deposit does not make an account: the rest is lost. */
export function deposit(c: Context, who: AccountId, amount: bigint): void {
  const given = freeBalance(c, who) + amount < EXISTENTIAL_DEPOSIT ? 0n : amount
  if (given > 0n) changeFree(c, who, given)
  changeIssuance(c, given - amount)
  c.emit(Balances, 'Deposit', { who, amount: given })
}

/** Creates `amount` out of nothing: the faucet and the seeded world. */
export function mint(c: Context, who: AccountId, amount: bigint): void {
  changeIssuance(c, amount)
  changeFree(c, who, amount)
  c.emit(Balances, 'Minted', { who, amount })
}

/** Makes a free balance what it is told, from outside the chain. */
export function setFree(c: Context, who: AccountId, free: bigint): void {
  const by = free - freeBalance(c, who)
  changeIssuance(c, by)
  changeFree(c, who, by)
  c.emit(Balances, 'BalanceSet', { who, free })
}

export function burn(c: Context, who: AccountId, amount: bigint, how: Preservation): void {
  if (amount > reducibleBalance(c, who, how)) throw tokenError('FundsUnavailable')
  changeFree(c, who, -amount)
  changeIssuance(c, -amount)
  c.emit(Balances, 'Burned', { who, amount })
}

/** Moves free balance into reserve, for a deposit. */
export function reserve(c: Context, who: AccountId, amount: bigint): void {
  if (amount === 0n) return
  const { free, reserved, frozen } = accountOf(c, who).data
  if (free < amount) throw fail(Balances, 'InsufficientBalance')
  if (free - amount < lessOrZero(frozen, reserved + amount)) throw fail(Balances, 'LiquidityRestrictions')
  change(c, who, { free: -amount, reserved: amount })
  c.emit(Balances, 'Reserved', { who, amount })
}

/** Moves up to `amount` back from reserve. */
export function unreserve(c: Context, who: AccountId, amount: bigint): void {
  if (amount === 0n || totalBalance(c, who) === 0n) return
  const given = smaller(amount, accountOf(c, who).data.reserved)
  change(c, who, { free: given, reserved: -given })
  c.emit(Balances, 'Unreserved', { who, amount: given })
}

const changeFree = (c: Context, who: AccountId, free: bigint): void => change(c, who, { free, reserved: 0n })

function changeIssuance(c: Context, by: bigint): void {
  if (by !== 0n) c.write(TotalIssuance, [], c.read(TotalIssuance) + by)
}

/** `try_mutate_account`: reference counters follow the balances, dust is lost, birth and death have their events. */
function change(c: Context, who: AccountId, by: { readonly free: bigint; readonly reserved: bigint }): void {
  const { data: old } = accountOf(c, who)
  const isNew = old.free === 0n && old.reserved === 0n && old.frozen === 0n
  const data = { ...old, free: old.free + by.free, reserved: old.reserved + by.reserved }
  const provided = old.free >= EXISTENTIAL_DEPOSIT
  const provides = data.free >= EXISTENTIAL_DEPOSIT
  const consumed = old.reserved > 0n || old.frozen > 0n
  const consumes = data.reserved > 0n || data.frozen > 0n

  if (!provided && provides) addProvider(c, who)
  if (consumed && !consumes) dropConsumer(c, who)
  if (!consumed && consumes) addConsumer(c, who)
  // Last, because it may reap the account.
  if (provided && !provides) dropProvider(c, who)

  const dust = data.free < EXISTENTIAL_DEPOSIT && data.reserved === 0n ? data.free : 0n
  storeData(c, who, dust > 0n ? { ...data, free: 0n } : data)
  if (isNew) c.emit(Balances, 'Endowed', { account: who, free_balance: data.free })
  if (dust > 0n) {
    changeIssuance(c, -dust)
    c.emit(Balances, 'DustLost', { account: who, amount: dust })
  }
}
