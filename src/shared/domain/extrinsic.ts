/** What is agreed to and what is signed: two different things, the second checked against the first. */
import { blake2b } from '@noble/hashes/blake2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { boolean, encode, literal, nullable, type Of, object, optional, text, uint, union } from '../codec.ts'
import { Address } from './address.ts'
import { Hash, Hex, toHex } from './bytes.ts'
import { Rao } from './units.ts'

/** A decoded runtime call: `Balances.transfer_keep_alive` and its arguments by name. Not yet understood. */
export interface Call {
  readonly name: `${string}.${string}`
  readonly args: Readonly<Record<string, unknown>>
}

// 64 blocks ≈ 13 minutes: long enough to read a review, short enough that a forgotten extrinsic dies.
// The runtime remembers 2,400 block hashes (System.BlockHashCount, spec 424).
export const MORTALITY = 64
// A shielded extrinsic and its envelope live no longer: the chain refuses an envelope that does (CheckMortality of Subtensor,
// spec 424), and the key it is sealed with is good for one block.
export const SHIELDED_MORTALITY = 8

export const Requester = union('kind', [
  object({ kind: literal('wallet') }),
  object({ kind: literal('site'), origin: text }),
])
export type Requester = Of<typeof Requester>

/**
 * What a person agrees to. Nonce and birth block are mechanics filled in later; everything that decides what
 * the signature can do is here. `metadataHash` is the RFC-78 digest the vault room computed (mode 1), or null
 * where the runtime carries none (mode 0). `era` is the longest life in blocks. `shielded`: the call is signed to be sent in
 * an envelope only, whose own signature comes with it; the envelope has the same terms and no tip.
 */
export const Consent = object({
  kind: literal(['extrinsic', 'shielded']),
  account: Address,
  genesis: Hash,
  spec: uint,
  txVersion: uint,
  call: Hex,
  tip: Rao,
  era: uint,
  metadataHash: nullable(Hash),
  requester: Requester,
})
export type Consent = Of<typeof Consent>

/**
 * What a person agrees to when a site asks for a transaction: what its call does, and the very bytes that are signed.
 * `era` is how many blocks it can live, null for ever.
 */
const PayloadConsent = object({
  kind: literal('payload'),
  account: Address,
  genesis: Hash,
  spec: uint,
  txVersion: uint,
  call: Hex,
  tip: Rao,
  nonce: uint,
  era: nullable(uint),
  metadataHash: nullable(Hash),
  requester: Requester,
  /** Call, extra and implied, unhashed. */
  payload: Hex,
})
export type PayloadConsent = Of<typeof PayloadConsent>

/** The same for bytes that are no transaction: exactly these are signed, with their wrap, and never hashed. */
const MessageConsent = object({
  kind: literal('message'),
  account: Address,
  bytes: Hex,
  requester: Requester,
})
export type MessageConsent = Of<typeof MessageConsent>

export const SiteConsent = union('kind', [PayloadConsent, MessageConsent])
export type SiteConsent = Of<typeof SiteConsent>
export const AnyConsent = union('kind', [Consent, SiteConsent])
export type AnyConsent = Of<typeof AnyConsent>

/** What the wallet proposes to sign, before the vault room has added its digest. */
export const Proposal = object({
  account: Address,
  genesis: Hash,
  spec: uint,
  txVersion: uint,
  call: Hex,
  tip: Rao,
  era: uint,
  requester: Requester,
  /** Whether the runtime was seen to carry a metadata hash (probed, never assumed). */
  checksMetadata: boolean,
  /** Whether it goes in an envelope that only the author of the block it is for can open. */
  shielded: optional(boolean),
})
export type Proposal = Of<typeof Proposal>

/** The consent a proposal becomes once the room knows the metadata digest. */
export function consentTo(proposal: Proposal, digest: Hash): Consent {
  const { checksMetadata, shielded = false, ...rest } = proposal
  const kind = shielded ? 'shielded' : 'extrinsic'
  return { kind, ...rest, metadataHash: checksMetadata ? digest : null }
}

const DOMAIN = 'taokey/consent/v1'

/** blake2b-256 over the consent in a canonical form: sorted keys, no spaces. */
export function consentDigest(consent: AnyConsent): Hash {
  const canonical = JSON.stringify([DOMAIN, sorted(encode(AnyConsent, consent))])
  return toHex(blake2b(utf8ToBytes(canonical), { dkLen: 32 })) as Hash
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)])
}
