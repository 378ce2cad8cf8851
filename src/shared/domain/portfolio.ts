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

/** Where and when a picture was taken; `readAt` in ms since 1970. */
export const taken = {
  network: NetworkId,
  genesis: Hash,
  block: object({ number: uint, hash: Hash }),
  readAt: uint,
}

/** Everything an account has staked, in TAO at the spot prices of the block; on root TAO is staked as TAO. */
export const StakeSum = object({ root: Rao, subnets: Rao, positions: uint })
export type StakeSum = Of<typeof StakeSum>

/** `stake` and `claimable` are null where the runtime did not say. `claimable` is what root has earned and is not claimed. */
export const Holder = object({
  address: Address,
  balance: Balance,
  stake: nullable(StakeSum),
  claimable: nullable(Rao),
})
export type Holder = Of<typeof Holder>

export const Portfolio = object({ ...taken, accounts: list(Holder) })
export type Portfolio = Of<typeof Portfolio>
/** The last picture, if there is one, and whether it was read on the present connection. */
export const PortfolioView = object({ portfolio: nullable(Portfolio), fresh: boolean })
export type PortfolioView = Of<typeof PortfolioView>

/** Undefined for an account that was not asked for. */
export function holderIn(portfolio: Portfolio | null, address: Address): Holder | undefined {
  return portfolio?.accounts.find((row) => row.address === address)
}

/** What an account holds in a picture: nothing where the chain knows no such account, unknown where it was not asked. */
export function balanceIn(portfolio: Portfolio | null, address: Address): Balance | undefined {
  return holderIn(portfolio, address)?.balance
}

/** All an account owns, in TAO: free, reserved and staked. What can be claimed counts once it is. */
export function wealthOf({ balance, stake }: Holder): Rao {
  return rao(totalOf(balance) + (stake === null ? 0n : stake.root + stake.subnets))
}

/** Undefined for an account that was not asked for. */
export function wealthIn(portfolio: Portfolio | null, address: Address): Rao | undefined {
  const holder = holderIn(portfolio, address)
  return holder && wealthOf(holder)
}

export function wealthOfAll(portfolio: Portfolio): Rao {
  return rao(portfolio.accounts.reduce((sum, holder) => sum + wealthOf(holder), 0n))
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
