/** Every stored key, once: where it lies, what it holds, what it is until somebody writes it, and what clears it. */
import {
  boolean,
  type Codec,
  json,
  list,
  nullable,
  type Of,
  object,
  optional,
  record,
  text,
  uint,
} from '#shared/codec.ts'
import { Contacts } from '#shared/domain/account.ts'
import { Address } from '#shared/domain/address.ts'
import { Approval } from '#shared/domain/approval.ts'
import { Hash, Hex } from '#shared/domain/bytes.ts'
import { Directory, Names } from '#shared/domain/directory.ts'
import { NetworkFacts } from '#shared/domain/network-facts.ts'
import { Portfolio } from '#shared/domain/portfolio.ts'
import { Positions } from '#shared/domain/positions.ts'
import { DEFAULT_SETTINGS, Settings } from '#shared/domain/settings.ts'
import { Origin, Sites } from '#shared/domain/site.ts'
import { Spending } from '#shared/domain/site-rules.ts'
import { TxRecords } from '#shared/domain/transaction.ts'
import { Attempts, NO_ATTEMPTS } from '#shared/domain/vault.ts'

/** `local` lies on disk; `session` in the browser's memory, where it outlives the worker and not the browser. */
export type AreaName = 'local' | 'session'

export interface StoredKey<T> {
  readonly name: string
  readonly area: AreaName
  readonly codec: Codec<T>
  readonly initial: T
  /** `reset`: when a person gives the wallet up. `never`: it says what the rest is, or who must hear of the end. */
  readonly clearOn: 'reset' | 'never'
}

function key<T>(
  name: string,
  area: AreaName,
  { codec, initial, clearOn = 'reset' }: Pick<StoredKey<T>, 'codec' | 'initial'> & Partial<StoredKey<T>>,
): StoredKey<T> {
  return { name, area, codec, initial, clearOn }
}

/**
 * What an approval's signature was prepared with, kept before the room is asked: the same approval must ask for the
 * same bytes again when the worker died in between. `payload` is what is signed, unhashed.
 */
export const Prepared = object({
  account: Address,
  genesis: Hash,
  consentDigest: Hash,
  metadataHash: Hash,
  nonce: uint,
  birth: uint,
  birthHash: Hash,
  payload: Hex,
  /** Of what goes in an envelope: the author’s key. The envelope has the nonce before. */
  shieldKey: optional(Hex),
})
export type Prepared = Of<typeof Prepared>

/** When a site was turned away lately, and until when it is not asked about; ms since 1970. */
const Refused = object({ times: list(uint), silentUntil: uint })
export type Refused = Of<typeof Refused>

const Subscribers = list(object({ origin: Origin, tabId: uint, documentId: text }))

/** `block` is when those staked with were last asked for; of another chain's hotkeys nothing is kept. */
const KnownNames = object({ genesis: Hash, block: uint, names: Names })

export const keys = {
  /** Which shape everything else has. */
  schema: key<number>('schema', 'local', { codec: uint, initial: 1, clearOn: 'never' }),
  /** The second copy of the vault, unread here: the keeper alone says what it is (the first lies in IndexedDB). */
  vault: key('vault.sealed', 'local', { codec: nullable(json), initial: null }),
  /** Whether there ever was a vault: an empty store then means loss, not a new wallet. */
  hadVault: key<boolean>('vault.sentinel', 'local', { codec: boolean, initial: false }),
  attempts: key('vault.attempts', 'local', { codec: Attempts, initial: NO_ATTEMPTS }),
  contacts: key('contacts', 'local', { codec: Contacts, initial: [] }),
  settings: key('settings', 'local', { codec: Settings, initial: DEFAULT_SETTINGS }),
  sites: key('sites', 'local', { codec: Sites, initial: [] }),
  /** By origin: what has left for it on the day it last asked. */
  spendings: key<Readonly<Record<string, Spending>>>('sites.spent', 'local', {
    codec: record(text, Spending),
    initial: {},
  }),
  activity: key('activity', 'local', { codec: TxRecords, initial: [] }),
  /** The last picture: sums, which the first screen shows, apart from the positions, which may be thousands. */
  portfolio: key('portfolio', 'local', { codec: nullable(Portfolio), initial: null }),
  positions: key('positions', 'local', { codec: nullable(Positions), initial: null }),
  /** Subnets, and who is behind the hotkeys this wallet has met: what a list is drawn with before the chain answers. */
  directory: key('directory', 'local', { codec: nullable(Directory), initial: null }),
  names: key('names', 'local', { codec: nullable(KnownNames), initial: null }),
  network: key('network', 'local', { codec: nullable(NetworkFacts), initial: null }),
  /** Pending ones are rejected at lock and switch; what is left ends with the browser. */
  approvals: key('approvals', 'session', { codec: list(Approval), initial: [] }),
  /** Documents that are told when what their site sees changes, also that it is nothing any more. */
  subscribers: key('subscribers', 'session', { codec: Subscribers, initial: [], clearOn: 'never' }),
  /** The window in which sites' requests are decided. */
  approvalWindow: key('approvals.window', 'session', { codec: nullable(uint), initial: null }),
  /** By origin. */
  refusals: key<Readonly<Record<string, Refused>>>('refusals', 'session', {
    codec: record(text, Refused),
    initial: {},
  }),
  /** By approval. */
  prepared: key<Readonly<Record<string, Prepared>>>('prepared', 'session', {
    codec: record(text, Prepared),
    initial: {},
  }),
} as const
