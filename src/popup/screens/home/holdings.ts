/** What is held, added up: by one account or by all of them, and in which condition. */
import type { Account } from '#shared/domain/account.ts'
import type { Address } from '#shared/domain/address.ts'
import { type Balance, type Holder, holderIn, type Portfolio, wealthOf } from '#shared/domain/portfolio.ts'
import { less, type Rao, rao } from '#shared/domain/units.ts'

/** Everything that is shown, or one account. */
export type Scope = 'all' | Address

/**
 * `free` can be sent, `locked` is frozen in place, `reserved` is held by the chain, `root` and `subnets` are staked; together
 * they are the total. `claimable` is not in it: it counts once it is claimed.
 */
export interface Sum {
  readonly total: Rao
  readonly free: Rao
  readonly locked: Rao
  readonly reserved: Rao
  readonly root: Rao
  readonly subnets: Rao
  readonly claimable: Rao
  readonly positions: number
  /** Accounts the picture says nothing of: the total is then of the others only. */
  readonly missing: number
  /** Accounts whose stake it does not know: the total is then without it. */
  readonly unread: number
}

export type Part = 'free' | 'locked' | 'reserved' | 'root' | 'subnets'
const PARTS: readonly Part[] = ['free', 'locked', 'reserved', 'root', 'subnets']

/** The accounts a person wants to see, in their order. */
export function shownAccounts(accounts: readonly Account[]): readonly Account[] {
  return accounts.filter((account) => !account.hidden)
}

/** The account in front: the one that was chosen, as long as it is there and shown; else the first. */
export function frontOf(accounts: readonly Account[], chosen: Address | null): Account | undefined {
  const shown = shownAccounts(accounts)
  return shown.find(({ address }) => address === chosen) ?? shown[0]
}

/** The addresses the scope is about. */
export function addressesIn(accounts: readonly Account[], scope: Scope): readonly Address[] {
  return scope === 'all' ? shownAccounts(accounts).map(({ address }) => address) : [scope]
}

/** The sum over the scope; undefined when the picture knows none of it. */
export function sumOf(
  portfolio: Portfolio | undefined,
  accounts: readonly Account[],
  scope: Scope,
): Sum | undefined {
  const counted = addressesIn(accounts, scope)
  const known = counted
    .map((address) => holderIn(portfolio ?? null, address))
    .filter((holder) => holder !== undefined)
  if (known.length === 0) return undefined
  const add = (part: (holder: Holder) => bigint): Rao =>
    rao(known.reduce((sum, holder) => sum + part(holder), 0n))
  return {
    total: add(wealthOf),
    free: add(({ balance }) => balance.free - lockedOf(balance)),
    locked: add(({ balance }) => lockedOf(balance)),
    reserved: add(({ balance }) => balance.reserved),
    root: add(({ stake }) => stake?.root ?? 0n),
    subnets: add(({ stake }) => stake?.subnets ?? 0n),
    claimable: add(({ claimable }) => claimable ?? 0n),
    positions: known.reduce((count, { stake }) => count + (stake?.positions ?? 0), 0),
    missing: counted.length - known.length,
    unread: known.filter(({ stake }) => stake === null).length,
  }
}

/** The frozen part of what is free: a freeze is satisfied by what is reserved first (pallet_balances, spec 424). */
function lockedOf({ free, frozen, reserved }: Balance): bigint {
  const locked = less(frozen, reserved)
  return locked < free ? locked : free
}

export interface Share {
  readonly part: Part
  readonly amount: Rao
  /** Whole thousandths of the total, for a bar; never 0 for something that is there. */
  readonly permille: number
}

/** The parts that are not empty, largest share rounded down: a bar, not a sum. */
export function sharesOf(sum: Sum): readonly Share[] {
  if (sum.total === 0n) return []
  return PARTS.filter((part) => sum[part] > 0n).map((part) => ({
    part,
    amount: sum[part],
    permille: Math.max(1, Number((sum[part] * 1000n) / sum.total)),
  }))
}

/** Accounts whose name or address holds what was typed; all of them for nothing typed. */
export function findAccounts<T extends { readonly name: string; readonly address: Address }>(
  accounts: readonly T[],
  typed: string,
): readonly T[] {
  const plain = typed.trim().toLowerCase()
  if (plain === '') return accounts
  return accounts.filter(
    ({ name, address }) => name.toLowerCase().includes(plain) || address.toLowerCase().includes(plain),
  )
}
