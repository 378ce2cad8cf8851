/** Popup → background. Two roles: the wallet's own screens, and the review. Neither may send the other's commands. */
import { boolean, list, nothing, nullable, object, optional, record, text, uint } from '../codec.ts'
import { Accounts, Contact, Contacts } from '../domain/account.ts'
import { AccountKey, Address } from '../domain/address.ts'
import { Approval, ApprovalId } from '../domain/approval.ts'
import { Hash } from '../domain/bytes.ts'
import { Finding } from '../domain/description.ts'
import { DirectoryView, Names, Validators } from '../domain/directory.ts'
import { EarnedPositions, PositionHistory, PricePoints, ValuePoints } from '../domain/history.ts'
import { NetworkView } from '../domain/network-facts.ts'
import { Offer } from '../domain/offer.ts'
import { Balance, ChainStatus, PortfolioView } from '../domain/portfolio.ts'
import { PositionsView } from '../domain/positions.ts'
import { Settings, SomeSettings } from '../domain/settings.ts'
import { Origin, Sites } from '../domain/site.ts'
import { Ruled, SiteRules } from '../domain/site-rules.ts'
import { Crowdloans, Identity, Powers, SwapStandings } from '../domain/standing.ts'
import { TxRecords } from '../domain/transaction.ts'
import { Netuid, Rao } from '../domain/units.ts'
import { Attempts, Base64, SealedVault, StoredVault, VaultStatus } from '../domain/vault.ts'
import { method, topic } from './contract.ts'
import { Draft, Plan, PlanQuote, Quote } from './estimates.ts'

const BlockPoint = object({ number: uint, hash: Hash })

const shared = {
  'vault.read': method(nothing, StoredVault, 'vault-damaged'),
  'vault.attempts': method(object({ attempts: Attempts }), nothing),
  'vault.store': method(object({ sealed: SealedVault }), nothing, 'stale', 'storage-full'),
  'vault.lock': method(nothing, nothing),
  'activity.retry': method(object({ tx: text }), nothing, 'not-found', 'offline'),
}

/** Role *wallet*. */
export const walletMethods = {
  ...shared,
  /** The raw copies as they lie in both stores, for a person to keep when neither reads. */
  'vault.rawCopies': method(nothing, object({ copies: list(text) })),
  /** Forgets vault, accounts, contacts, settings and history. Words on paper are the only way back. */
  'vault.reset': method(nothing, nothing),
  'contacts.save': method(object({ contact: Contact }), nothing),
  'contacts.remove': method(object({ address: Address }), nothing, 'not-found'),
  'settings.set': method(object({ settings: SomeSettings }), nothing, 'invalid-input'),
  /** Agrees to the genesis a node on this computer shows now. */
  'chain.trustLocal': method(object({ endpoint: text, genesis: Hash }), nothing, 'stale'),
  'chain.reconnect': method(nothing, nothing),
  'operations.quote': method(Draft, Quote, 'invalid-input', 'not-found', 'offline'),
  'operations.propose': method(
    Draft,
    object({ approval: ApprovalId }),
    'invalid-input',
    'not-found',
    'offline',
    'locked',
  ),
  'plans.quote': method(Plan, PlanQuote, 'invalid-input', 'not-found', 'offline'),
  'plans.propose': method(
    Plan,
    object({ approval: ApprovalId }),
    'invalid-input',
    'not-found',
    'offline',
    'locked',
  ),
  /** Which of the accounts a connected site sees. */
  'sites.setAccounts': method(object({ origin: Origin, accounts: list(Address) }), nothing, 'not-found'),
  /** What a connected site may ask for without the password; null is everything. */
  'sites.setRules': method(object({ origin: Origin, rules: nullable(SiteRules) }), nothing, 'not-found'),
  /** Forgets a site, connected or blocked: it may ask again. What it waits for is rejected. */
  'sites.forget': method(object({ origin: Origin }), nothing, 'not-found'),
  'sites.block': method(object({ origin: Origin }), nothing),
  /** The site in the tab that a person looks at, if it is one that can use the wallet. */
  'sites.inFront': method(nothing, object({ origin: nullable(Origin) })),
  'activity.forget': method(object({ tx: text }), nothing, 'not-found'),
  /** Everybody with a seat in a subnet who may validate there, in no order. */
  'directory.validators': method(
    object({ netuid: Netuid }),
    object({ netuid: Netuid, block: BlockPoint, validators: Validators }),
    'not-found',
    'offline',
  ),
  /** Who stakes with a validator, counted; null where the chain does not know it as one. */
  'directory.nominators': method(
    object({ hotkey: AccountKey }),
    object({ block: BlockPoint, nominators: nullable(uint) }),
    'offline',
  ),
  /** Oldest first; `account` null is all of them. `from` in ms since 1970. */
  'history.value': method(
    object({ account: nullable(Address), from: uint }),
    object({ points: ValuePoints }),
  ),
  'history.position': method(
    object({ coldkey: Address, hotkey: AccountKey, netuid: Netuid, from: uint }),
    PositionHistory,
  ),
  /** Of every position that has a past here what it has earned: a list is sorted by it. */
  'history.earned': method(nothing, object({ earned: EarnedPositions })),
  /** Prices of one subnet that were seen, oldest first. */
  'history.price': method(object({ netuid: Netuid, from: uint }), object({ points: PricePoints })),
  /** Of every subnet the first price that was seen since: what its price has changed from. */
  'history.pricesSince': method(object({ from: uint }), object({ points: PricePoints })),
  /** Who may act for an account, and what powers the live runtime knows. */
  'standing.powers': method(object({ account: Address }), Powers, 'not-found', 'offline'),
  /** Whether a coldkey swap of an account is announced, and the chain's terms for one. */
  'standing.swaps': method(object({ accounts: list(Address) }), SwapStandings, 'not-found', 'offline'),
  /** The newest first, with what the account has given. */
  'standing.crowdloans': method(object({ account: Address }), Crowdloans, 'not-found', 'offline'),
  /** What is published of an account, by the chain's names of its parts; nothing where nothing is. */
  'standing.identity': method(object({ account: Address }), Identity, 'not-found', 'offline'),
}

/** Role *approve*. */
export const approveMethods = {
  ...shared,
  /** What the room needs to decode, and what the chain's facts add to its findings. */
  'approvals.material': method(
    object({ id: ApprovalId }),
    object({
      approval: Approval,
      /** Null where the bytes are no call and no network is at hand. */
      metadata: nullable(Base64),
      fee: nullable(Rao),
      own: nullable(Balance),
      /** Who pays the fee, where that is not the account that signs. */
      payer: nullable(Address),
      findings: list(Finding),
      /** The rules of the site that asks, where a person set some. */
      ruled: nullable(Ruled),
    }),
    'not-found',
    'expired',
    'offline',
    'stale',
  ),
  /**
   * `digest` is the room's; the background computes it again from its own proposal and `metadataHash`.
   * Answers once the transaction is stored as signed; its life is then told by `activity`. `spends` is what the room counted
   * in a site's request, and counts for that site's day.
   */
  'approvals.decide': method(
    object({
      id: ApprovalId,
      verdict: boolean,
      digest: Hash,
      metadataHash: nullable(Hash),
      spends: optional(Rao),
    }),
    object({ tx: optional(text) }),
    'locked',
    'stale',
    'expired',
    'not-found',
    'offline',
    'refused',
    'invalid-transaction',
  ),
  /** Lets a site that asked to connect see these accounts. */
  'approvals.connect': method(
    object({ id: ApprovalId, accounts: list(Address) }),
    nothing,
    'locked',
    'stale',
    'expired',
    'not-found',
  ),
  /** Whether this page stands in the window that was opened for what sites ask. */
  'approvals.here': method(nothing, object({ isOwnWindow: boolean })),
  /** Rejects everything a site asks for, now and from now on. */
  'approvals.block': method(object({ id: ApprovalId }), nothing, 'not-found'),
}

export const popupTopics = {
  vault: topic(VaultStatus),
  accounts: topic(Accounts),
  contacts: topic(Contacts),
  settings: topic(Settings),
  sites: topic(Sites),
  approvals: topic(list(Approval)),
  portfolio: topic(PortfolioView),
  /** Of the same reading as `portfolio`. */
  positions: topic(PositionsView),
  /** Subnets. Read while somebody watches. */
  directory: topic(DirectoryView),
  /** Who is behind the hotkeys this wallet has met: those staked with, and those of subnets looked at. */
  names: topic(Names),
  network: topic(NetworkView),
  activity: topic(TxRecords),
  chain: topic(ChainStatus),
  /** Of each operation by id, whether the live runtime has it; empty until a runtime was read. */
  offers: topic(record(text, Offer)),
}
