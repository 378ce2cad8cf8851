/** What accounts hold at one block, and whether that block is recent. */
import { boolean, list, literal, nullable, type Of, object, optional, text, uint, union } from '../codec.ts'
import { Address } from './address.ts'
import { Hash } from './bytes.ts'
import { NetworkId } from './network.ts'
import { less, Rao, rao } from './units.ts'

/** `free` can be sent, less what is frozen; `reserved` is held by the chain for proxies, multisigs and the like. */
export const Balance = object({ free: Rao, reserved: Rao, frozen: Rao })
export type Balance = Of<typeof Balance>
export const NO_BALANCE: Balance = { free: rao(0n), reserved: rao(0n), frozen: rao(0n) }

// Balances.ExistentialDeposit, spec 424: 500 rao.
export const EXISTENTIAL_DEPOSIT = rao(500n)

/** Shown to a person as theirs. */
export function totalOf(balance: Balance): Rao {
  return rao(balance.free + balance.reserved)
}

/** free − max(keep, frozen − reserved): pallet_balances `reducible_balance`, spec 424. */
export function spendable(balance: Balance, keep: Rao): Rao {
  const locked = less(balance.frozen, balance.reserved)
  return less(balance.free, locked > keep ? locked : keep)
}

export const Portfolio = object({
  network: NetworkId,
  genesis: Hash,
  block: object({ number: uint, hash: Hash }),
  /** When this wallet read it, ms since 1970. */
  readAt: uint,
  accounts: list(object({ address: Address, balance: Balance })),
})
export type Portfolio = Of<typeof Portfolio>
/** The last picture, if there is one, and whether it was read on the present connection. */
export const PortfolioView = object({ portfolio: nullable(Portfolio), fresh: boolean })
export type PortfolioView = Of<typeof PortfolioView>

/** What an account holds in a picture: nothing where the chain knows no such account, unknown where it was not asked. */
export function balanceIn(portfolio: Portfolio | null, address: Address): Balance | undefined {
  return portfolio?.accounts.find((row) => row.address === address)?.balance
}

export function totalOfAll(portfolio: Portfolio): Rao {
  return rao(portfolio.accounts.reduce((sum, row) => sum + totalOf(row.balance), 0n))
}

/** How the wallet stands with the chain. */
export const ChainStatus = union('kind', [
  object({ kind: literal('connecting'), network: NetworkId }),
  object({
    kind: literal('online'),
    network: NetworkId,
    genesis: Hash,
    endpoint: text,
    spec: uint,
    best: uint,
    final: uint,
    /** When the best block arrived, ms since 1970. */
    bestAt: uint,
  }),
  object({ kind: literal('offline'), network: NetworkId, why: text, lastBlock: optional(uint) }),
  object({ kind: literal('wrong-chain'), network: NetworkId, endpoint: text, expected: Hash, got: Hash }),
  /** A node on this computer whose genesis nobody has agreed to yet; `before` when another was trusted there. */
  object({
    kind: literal('untrusted'),
    network: NetworkId,
    endpoint: text,
    genesis: Hash,
    before: nullable(Hash),
  }),
])
export type ChainStatus = Of<typeof ChainStatus>
