/** Consents of people, and the signatures they allow: one approval, one signature, over what was agreed to and nothing else. */

import type { Address } from '#shared/domain/address.ts'
import type { ApprovalId } from '#shared/domain/approval.ts'
import { fromHex, type Hash, sameBytes } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { AnyConsent, Consent, PayloadConsent } from '#shared/domain/extrinsic.ts'
import { isWrapped } from '#shared/domain/site-message.ts'
import { type PayloadFields, parsePayload } from '#shared/runtime/payload.ts'
import type { Clock } from './secret.ts'

/** How long an approval may wait for its signature, and how many may wait. */
const LIFE_MS = 120_000
const MOST_WAITING = 32
/** What was decided is kept until the lock, so that no answer is turned round; beyond this many the room asks for one. */
const MOST_DECIDED = 10_000
/** Reviews a window may have been shown and not decided. */
const MOST_SHOWN = 16

interface Token {
  consent: AnyConsent
  digest: Hash
  expiresAt: number
  /** How this runtime begins a call that carries an envelope; for what is shielded. */
  envelopeCall: Uint8Array | undefined
  /** What was signed, once it was, and what was asked for with it. */
  done?: { bytes: Uint8Array; beside: Uint8Array; signed: Uint8Array }
}

/** What a window was shown: the consent it stands for, and what only the room needs to carry it out. */
export interface ShownReview {
  consent: AnyConsent
  digest: Hash
  envelopeCall?: Uint8Array | undefined
  /** The room itself says no: a window that offers a button all the same gets nothing signed. */
  isBarred: boolean
  /** It is over the rules a person set: agreed to only after the password. */
  mustProve?: boolean
}
/** What one window has been shown; it may decide on nothing else. */
export type Shown = Map<ApprovalId, ShownReview>

interface SigningAsked {
  id: ApprovalId
  account: Address
  bytes: Uint8Array
  as: 'payload' | 'message' | 'shielded'
  beside?: Uint8Array
}

/** What the consent says beyond the bytes. */
export type Agreed = Pick<Token, 'consent' | 'envelopeCall'>

export interface Consents {
  /** Notes what a window was shown under an approval, in the place of what it was shown before. */
  show(shown: Shown, id: ApprovalId, review: ShownReview): void
  /**
   * A person's decision on what their window was shown.
   * Agreeing again to the very same thing is no second decision; rejecting takes back what was not signed yet.
   * @throws WalletError `stale` for a digest that window was not shown, `refused` for an approval decided before or one
   * that wants the password first
   */
  decide(shown: Shown, decision: { id: ApprovalId; digest: Hash; verdict: boolean }): void
  /** The password was given for what this window was shown. @throws WalletError `stale` for a digest it was not shown */
  prove(shown: Shown, review: { id: ApprovalId; digest: Hash }): void
  /** Whether the very same call was signed under another approval since the vault was opened. */
  hasSigned(id: ApprovalId, proposal: Pick<Consent, 'account' | 'genesis' | 'call'>): boolean
  /**
   * The signature of an approval: made once by `make`, and the same again for the same bytes until the token expires.
   * `as` says what the bytes are: what was agreed to as one is not signed as another. `beside` is what else goes into the
   * making and is no matter of consent, like the key of a shield.
   * @throws WalletError `refused`, `expired` or `unreadable`; `make` is called for none of these
   */
  sign(asked: SigningAsked, make: (bytes: Uint8Array, agreed: Agreed) => Uint8Array): Uint8Array
}

export function createConsents({ clock }: { clock: Clock }): Consents {
  const tokens = new Map<ApprovalId, Token>()
  const decided = new Set<ApprovalId>()

  return {
    show: (shown, id, { consent, digest, envelopeCall, isBarred, mustProve = false }) => {
      shown.delete(id)
      shown.set(id, { consent, digest, envelopeCall, isBarred, mustProve })
      for (const oldest of [...shown.keys()].slice(0, -MOST_SHOWN)) shown.delete(oldest)
    },

    prove: (shown, { id, digest }) => {
      shown.set(id, { ...find(shown, id, digest), mustProve: false })
    },

    decide: (shown, { id, digest, verdict }) => {
      const seen = find(shown, id, digest)
      if (verdict && seen.isBarred) throw refused('not to be agreed to')
      if (verdict && seen.mustProve === true) throw refused('the password first')
      const now = clock()
      if (decided.has(id)) {
        const token = tokens.get(id)
        // After a failure elsewhere a person may think better of it: what waits must then not be signed behind the screen.
        if (!verdict && token?.done === undefined) {
          tokens.delete(id)
          return
        }
        if (!verdict || token?.digest !== digest || isSpent(token, now)) throw refused('decided before')
        // A window that closed too early may be asked again, for the same thing.
        if (token.done === undefined) token.expiresAt = now + LIFE_MS
        return
      }
      const waiting = [...tokens.values()].filter((token) => !token.done && token.expiresAt > now)
      if (waiting.length >= MOST_WAITING || decided.size >= MOST_DECIDED) throw refused('too many approvals')
      decided.add(id)
      if (!verdict) return
      const { consent, envelopeCall } = seen
      tokens.set(id, { consent, envelopeCall, digest, expiresAt: now + LIFE_MS })
    },

    hasSigned: (id, { account, genesis, call }) =>
      [...tokens].some(
        ([other, { consent, done }]) =>
          other !== id &&
          done !== undefined &&
          consent.kind !== 'message' &&
          consent.account === account &&
          consent.genesis === genesis &&
          consent.call === call,
      ),

    sign: ({ id, account, bytes, as, beside = NOTHING }, make) => {
      const token = tokens.get(id)
      if (token === undefined) throw refused(decided.has(id) ? 'rejected' : 'nobody agreed to this')
      if (token.expiresAt <= clock()) throw new WalletError('expired')
      if (account !== token.consent.account) throw refused('another account')
      const { done } = token
      if (done !== undefined) {
        if (!sameBytes(done.bytes, bytes) || !sameBytes(done.beside, beside))
          throw refused('signed before, over other bytes')
        return done.signed.slice()
      }
      if (SIGNED_AS[token.consent.kind] !== as) throw refused('another kind')
      checkBytes(token.consent, bytes)
      const signed = make(bytes, token)
      token.done = { bytes: bytes.slice(), beside: beside.slice(), signed }
      return signed.slice()
    },
  }
}

/** @throws WalletError `stale` */
function find(shown: Shown, id: ApprovalId, digest: Hash): ShownReview {
  const seen = shown.get(id)
  if (seen?.digest !== digest) throw new WalletError('stale', { moved: 'consent' })
  return seen
}

const NOTHING = new Uint8Array()
const SIGNED_AS = {
  extrinsic: 'payload',
  payload: 'payload',
  message: 'message',
  shielded: 'shielded',
} as const

/**
 * Compares what would be signed with what was agreed to.
 * @throws WalletError `refused` naming the field, or `unreadable`
 */
function checkBytes(consent: AnyConsent, bytes: Uint8Array): void {
  if (consent.kind === 'message') {
    // Without the wrap it could be a transaction, whatever was agreed to.
    if (!sameBytes(bytes, fromHex(consent.bytes)) || !isWrapped(bytes)) throw refused('another message')
    return
  }
  if (consent.kind === 'payload' && !sameBytes(bytes, fromHex(consent.payload)))
    throw refused('another payload')
  checkPayload(consent, bytes)
}

/** The call must stand first, byte for byte; what follows is parsed here, by code that did not build it. */
export function checkPayload(consent: Consent | PayloadConsent, payload: Uint8Array): void {
  const call = fromHex(consent.call)
  if (!sameBytes(payload.subarray(0, call.length), call)) throw refused('another call')
  const fields = parsePayload(payload, call.length)
  const moved = movedField(consent, fields)
  if (moved !== undefined) throw refused(moved)
}

function movedField(consent: Consent | PayloadConsent, fields: PayloadFields): string | undefined {
  if (fields.genesis !== consent.genesis) return 'another network'
  if (fields.spec !== consent.spec) return 'another runtime'
  if (fields.txVersion !== consent.txVersion) return 'another transaction version'
  if (fields.tip !== consent.tip) return 'another tip'
  if (consent.era !== null && (fields.period === null || fields.period > consent.era)) return 'a longer life'
  if (fields.metadataHash !== consent.metadataHash) return 'another metadata digest'
  if (consent.kind === 'payload' && fields.nonce !== consent.nonce) return 'another nonce'
  return undefined
}

/** Signed, and no longer given out. */
function isSpent({ done, expiresAt }: Token, now: number): boolean {
  return done !== undefined && expiresAt <= now
}

function refused(why: string): WalletError<'refused'> {
  return new WalletError('refused', { why })
}
