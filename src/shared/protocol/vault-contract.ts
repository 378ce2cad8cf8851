/**
 * Popup ⇄ vault room, on the window's own port: whatever carries a secret, a password or a consent. The
 * background has commands of its own (`room-commands.ts`) and sees none of these.
 */
import { boolean, list, literal, nothing, nullable, type Of, object, optional, text, uint } from '../codec.ts'
import { Account, Accounts, Scheme, SecretId } from '../domain/account.ts'
import { Address } from '../domain/address.ts'
import { ApprovalId } from '../domain/approval.ts'
import { Hash } from '../domain/bytes.ts'
import { Description, Effect, Finding, Span, Step } from '../domain/description.ts'
import { Consent, Proposal, SiteConsent } from '../domain/extrinsic.ts'
import { SigningRequest } from '../domain/site-request.ts'
import { Ruled } from '../domain/site-rules.ts'
import { Rao } from '../domain/units.ts'
import { Attempts, Base64, Derivation, SealedVault, SecretSource, VaultStatus } from '../domain/vault.ts'
import { method } from './contract.ts'

/** The vault after a change: the caller stores it (`vault.store` of the popup contract) before it shows success. */
const Changed = object({ sealed: SealedVault })
const Unlocking = object({ sealed: SealedVault, attempts: Attempts, password: text, autoLockMinutes: uint })
/**
 * A wrong password is an answer, not a failure: the caller must store the new count before it shows anything.
 * `sealed` is there when the unlock strengthened the vault's parameters.
 */
const Unlocked = object({
  attempts: Attempts,
  outcome: literal(['unlocked', 'wrong-password', 'wait']),
  sealed: optional(SealedVault),
})

const shared = {
  'room.status': method(nothing, VaultStatus),
  'room.unlock': method(Unlocking, Unlocked, 'vault-damaged'),
  'room.lock': method(nothing, nothing),
  /** A click or a key: puts off the automatic lock. */
  'room.touch': method(nothing, nothing),
}

/** Role *wallet*: unlock, secrets, accounts. */
export const vaultWalletMethods = {
  ...shared,
  /** As they stand under the vault's MAC: what the background says they are is held against it. */
  'room.accounts': method(nothing, object({ accounts: Accounts }), 'locked'),
  'room.newWords': method(object({ count: literal([12, 24]) }), object({ words: text })),
  /** Which account a source and derivation give, without keeping anything. `invalid-secret` says which word. */
  'room.preview': method(
    object({ source: SecretSource, derivation: Derivation }),
    object({ address: Address }),
    'invalid-secret',
  ),
  /** A first vault, left unlocked. Without a source it holds watched accounts only. */
  'room.create': method(
    object({
      password: text,
      autoLockMinutes: uint,
      first: nullable(object({ source: SecretSource, derivation: Derivation, name: text })),
    }),
    Changed,
    'weak-password',
    'invalid-secret',
  ),
  'room.addSecret': method(
    object({ source: SecretSource, derivation: Derivation, name: text }),
    Changed,
    'locked',
    'invalid-secret',
    'duplicate',
  ),
  /** Another account of a secret that is there. */
  'room.derive': method(
    object({ secret: SecretId, derivation: Derivation, name: text }),
    Changed,
    'locked',
    'invalid-secret',
    'not-found',
    'duplicate',
  ),
  'room.watch': method(object({ address: Address, name: text }), Changed, 'locked', 'duplicate'),
  /**
   * The same accounts renamed, hidden or in another order, or fewer of them. A secret goes with its last account.
   * Anything else that differs is refused.
   */
  'room.setAccounts': method(object({ accounts: Accounts }), Changed, 'locked', 'not-found', 'refused'),
  'room.changePassword': method(
    object({ from: text, to: text, attempts: Attempts }),
    object({
      attempts: Attempts,
      outcome: literal(['changed', 'wrong-password', 'wait']),
      sealed: optional(SealedVault),
    }),
    'locked',
    'weak-password',
  ),
  /** The words (and derivation password, if any) or seed behind an account, after the password. */
  'room.reveal': method(
    object({ account: Address, password: text, attempts: Attempts }),
    object({
      attempts: Attempts,
      outcome: literal(['revealed', 'wrong-password', 'wait']),
      secret: optional(
        object({ kind: literal(['words', 'seed']), text, password: text, path: text, scheme: Scheme }),
      ),
    }),
    'locked',
    'not-found',
  ),
}

const shown = {
  account: Account,
  /** What the vault's own accounts are called: these names stand under its MAC. */
  own: list(object({ address: Address, name: text })),
  description: Description,
  /** The calls inside it, each before what is inside it in turn. */
  steps: list(Step),
  effects: list(Effect),
  findings: list(Finding),
  /** blake2b-256 of the consent: what `room.consent` and `approvals.decide` name. */
  digest: Hash,
  callName: text,
}

/** What the room says of a proposal after it has decoded the bytes itself. */
export const Review = object({
  ...shown,
  consent: Consent,
  /** RFC-78 digest of the metadata the call was decoded with. */
  metadataHash: Hash,
})
export type Review = Of<typeof Review>

/** The same of what a site asks. `metadataHash` is null where a message was read without metadata. */
export const SiteReview = object({
  ...shown,
  consent: SiteConsent,
  metadataHash: nullable(Hash),
  /** TAO that leaves, as far as it can be counted. */
  spends: Rao,
  /** Why the password is asked for, over a site's rules; none where it is not. */
  over: list(list(Span)),
})
export type SiteReview = Of<typeof SiteReview>

/** Role *approve*: describe and consent. */
export const vaultApproveMethods = {
  ...shared,
  /** `metadata` are the runtime's bytes in base64, from the background, which need not be believed. */
  'room.describe': method(
    object({ id: ApprovalId, proposal: Proposal, metadata: Base64 }),
    Review,
    'locked',
    'not-found',
    'unreadable',
    'stale',
  ),
  /** The same for what a site asks to be signed. A message can be read without metadata; a transaction cannot. */
  'room.describeSite': method(
    object({
      id: ApprovalId,
      request: SigningRequest,
      metadata: nullable(Base64),
      /** What the background says the site's rules are: it can have a request looked at less closely, and no more. */
      ruled: optional(nullable(Ruled)),
    }),
    SiteReview,
    'locked',
    'not-found',
    'unreadable',
    'stale',
    'refused',
  ),
  /** The password again, for a request over its site's rules: without it the room takes no consent. */
  'room.prove': method(
    object({ id: ApprovalId, digest: Hash, password: text, attempts: Attempts }),
    object({ attempts: Attempts, outcome: literal(['proved', 'wrong-password', 'wait']) }),
    'locked',
    'stale',
  ),
  /** Only for a digest this room has described on this very port. One approval yields one signature. */
  'room.consent': method(
    object({ id: ApprovalId, digest: Hash, verdict: boolean }),
    nothing,
    'locked',
    'stale',
    'refused',
  ),
}
