/** What is held, added up: by one account or by all of them, and in which condition. */
import type { Account } from '#shared/domain/account.ts'
import type { Address } from '#shared/domain/address.ts'
import { type Balance, balanceIn, type Portfolio } from '#shared/domain/portfolio.ts'
import { less, type Rao, rao } from '#shared/domain/units.ts'

/** Everything that is shown, or one account. */
export type Scope = 'all' | Address

/** `free` can be sent, `locked` is frozen in place, `reserved` is held by the chain; together they are the total. */
export interface Sum {
  readonly total: Rao
  readonly free: Rao
  readonly locked: Rao
  readonly reserved: Rao
  /** Accounts the picture says nothing of: the total is then of the others only. */
  readonly missing: number
}

export type Part = 'free' | 'locked' | 'reserved'
const PARTS: readonly Part[] = ['free', 'locked', 'reserved']

/** The accounts a person wants to see, in their order. */
export function shownAccounts(accounts: readonly Account[]): readonly Account[] {
  return accounts.filter((account) => !account.hidden)
}

/** The account in front: the one that was chosen, as long as it is there and shown; else the first. */
export function frontOf(accounts: readonly Account[], chosen: Address | null): Account | undefined {
  const shown = shownAccounts(accounts)
  return shown.find(({ address }) => address === chosen) ?? shown[0]
}

/** The sum over the scope; undefined when the picture knows none of it. */
export function sumOf(
  portfolio: Portfolio | undefined,
  accounts: readonly Account[],
  scope: Scope,
): Sum | undefined {
  const counted = scope === 'all' ? shownAccounts(accounts).map(({ address }) => address) : [scope]
  const known = counted
    .map((address) => balanceIn(portfolio ?? null, address))
    .filter((balance) => balance !== undefined)
  if (known.length === 0) return undefined
  const add = (part: (balance: Balance) => bigint): Rao =>
    rao(known.reduce((sum, balance) => sum + part(balance), 0n))
  return {
    total: add((balance) => balance.free + balance.reserved),
    free: add((balance) => balance.free - lockedOf(balance)),
    locked: add(lockedOf),
    reserved: add((balance) => balance.reserved),
    missing: counted.length - known.length,
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
