/**
 * The bytes that are signed and the bytes that are sent (extrinsic version 4). Thirteen extensions stand in
 * spec 424, of which these seven write something; any other that does is refused, because what it would
 * change is unknown.
 */
import { blake2b } from '@noble/hashes/blake2.js'
import { Bytes, compact, u32 } from '@polkadot-api/substrate-bindings'
import { type Address, publicKeyOf } from '../domain/address.ts'
import { fromHex, type Hash, join, toHex } from '../domain/bytes.ts'
import { WalletError } from '../domain/errors.ts'
import type { Consent } from '../domain/extrinsic.ts'
import type { Extension } from './metadata.ts'

/** First block of its life and how many blocks it lives (a power of two, 4 to 65,536). */
export interface Mortality {
  readonly birth: number
  readonly period: number
}

/** What is signed: the consent, and the mechanics filled in at the last moment. */
export interface Payload {
  readonly consent: Consent
  readonly nonce: number
  readonly mortality: Mortality
  /** Hash of the birth block. */
  readonly birthHash: Hash
}

const KNOWN = new Set([
  'CheckSpecVersion',
  'CheckTxVersion',
  'CheckGenesis',
  'CheckMortality',
  'CheckNonce',
  'ChargeTransactionPayment',
  'CheckMetadataHash',
])

/** @throws WalletError `unreadable` for an extension that writes bytes this wallet does not know */
export function checkExtensions(extensions: readonly Extension[]): void {
  const stranger = extensions.find((extension) => !extension.isEmpty && !KNOWN.has(extension.id))
  if (stranger !== undefined) throw new WalletError('unreadable', { why: `unknown extension ${stranger.id}` })
  const ids = extensions.filter((extension) => KNOWN.has(extension.id)).map((extension) => extension.id)
  if (ids.join() !== [...KNOWN].join())
    throw new WalletError('unreadable', { why: 'extensions in another order' })
}

/** sp_runtime `Era::Mortal`: low 4 bits log2(period) − 1, the rest the quantized phase. */
export function encodeEra({ birth, period }: Mortality): Uint8Array {
  const quantum = Math.max(period >> 12, 1)
  const phase = birth % period
  const value = Math.min(15, Math.max(1, Math.log2(period) - 1)) | ((phase / quantum) << 4)
  return Uint8Array.of(value & 0xff, value >> 8)
}

/** The newest life of `period` blocks that has begun at `current`. */
export function mortalityAt(current: number, period: number): Mortality {
  const quantum = Math.max(period >> 12, 1)
  return { birth: current - (current % quantum), period }
}

/** Call, explicit and implied bytes in their order; over 256 bytes the caller signs their hash (`signingBytes`). */
export function payloadBytes({ consent, nonce, mortality, birthHash }: Payload): Uint8Array {
  const { metadataHash } = consent
  return join(
    fromHex(consent.call),
    extraBytes({ consent, nonce, mortality }),
    u32.enc(consent.spec),
    u32.enc(consent.txVersion),
    fromHex(consent.genesis),
    fromHex(birthHash),
    metadataHash === null ? Uint8Array.of(0) : join(Uint8Array.of(1), fromHex(metadataHash)),
  )
}

/** What a key signs for these payload bytes (sp_runtime `SignedPayload::using_encoded`). */
export function signingBytes(payload: Uint8Array): Uint8Array {
  return payload.length > 256 ? blake2b(payload, { dkLen: 32 }) : payload
}

function extraBytes({ consent, nonce, mortality }: Omit<Payload, 'birthHash'>): Uint8Array {
  return join(
    encodeEra(mortality),
    compact.enc(nonce),
    compact.enc(consent.tip),
    Uint8Array.of(consent.metadataHash === null ? 0 : 1),
  )
}

const SIGNATURE_KINDS = { ed25519: 0, sr25519: 1 } as const

/** The signed extrinsic as it is broadcast, length first. `signature` is the bare 64 bytes. */
export function extrinsicBytes(
  payload: Payload,
  { signature, scheme }: { signature: Uint8Array; scheme: 'sr25519' | 'ed25519' },
): Uint8Array {
  return Bytes().enc(
    join(
      Uint8Array.of(0x84, 0),
      publicKeyOf(payload.consent.account),
      Uint8Array.of(SIGNATURE_KINDS[scheme]),
      signature,
      extraBytes(payload),
      fromHex(payload.consent.call),
    ),
  )
}

/**
 * The same from the payload bytes that were signed: what is sent is cut out of what was compared, not built again.
 * @throws WalletError `unreadable`
 */
export function signedFromPayload(
  payload: Uint8Array,
  { account, call, signature, scheme }: SignedCall,
): Uint8Array {
  const { metadataHash } = parsePayload(payload, call.length)
  return Bytes().enc(
    join(
      Uint8Array.of(0x84, 0),
      publicKeyOf(account),
      Uint8Array.of(SIGNATURE_KINDS[scheme]),
      signature,
      payload.slice(call.length, payload.length - impliedLength(metadataHash)),
      call,
    ),
  )
}

/** How many bytes stand behind the call in a mortal payload without a tip. */
export function termsLength({ nonce, metadataHash }: Pick<PayloadFields, 'nonce' | 'metadataHash'>): number {
  return 2 + compact.enc(nonce).length + 1 + 1 + impliedLength(metadataHash)
}

/** Spec and transaction version, genesis, birth block, and whether there is a digest, with it. */
function impliedLength(metadataHash: Hash | null): number {
  return 4 + 4 + 32 + 32 + (metadataHash === null ? 1 : 33)
}

export interface SignedCall {
  readonly account: Address
  /** The bytes with which the payload begins. */
  readonly call: Uint8Array
  readonly signature: Uint8Array
  readonly scheme: 'sr25519' | 'ed25519'
}

/** How a block knows it: blake2-256 of its bytes. */
export function extrinsicHash(extrinsic: Uint8Array): Hash {
  return toHex(blake2b(extrinsic, { dkLen: 32 })) as Hash
}

/** What the vault room finds in payload bytes of a known call: every field by itself. */
export interface PayloadFields {
  readonly era: Uint8Array
  /** Null for one that never expires. */
  readonly period: number | null
  readonly nonce: number
  /** All that the bytes can say, which is more than a balance holds. */
  readonly tip: bigint
  readonly spec: number
  readonly txVersion: number
  readonly genesis: Hash
  readonly birthHash: Hash
  readonly metadataHash: Hash | null
}

/**
 * Reads what follows the call in payload bytes. Written apart from `payloadBytes` on purpose: the one that
 * signs does not trust the one that builds.
 * @throws WalletError `unreadable` when bytes are missing or left over
 */
export function parsePayload(payload: Uint8Array, callLength: number): PayloadFields {
  let at = callLength
  const take = (count: number): Uint8Array => {
    if (at + count > payload.length) throw new WalletError('unreadable', { why: 'payload too short' })
    const part = payload.slice(at, at + count)
    at += count
    return part
  }
  const takeCompact = (): bigint => {
    const first = take(1)
    const mode = (first[0] ?? 0) & 3
    const rest = mode === 0 ? 0 : mode === 1 ? 1 : mode === 2 ? 3 : ((first[0] ?? 0) >> 2) + 4
    const bytes = join(first, take(rest))
    const value = BigInt(compact.dec(bytes.slice()))
    if (compact.enc(value).length !== bytes.length)
      throw new WalletError('unreadable', { why: 'number not in its shortest form' })
    return value
  }
  const era = take(1)
  const eraBytes = era[0] === 0 ? era : join(era, take(1))
  const nonce = Number(takeCompact())
  const tip = takeCompact()
  const mode = take(1)[0]
  const spec = u32.dec(take(4))
  const txVersion = u32.dec(take(4))
  const genesis = toHex(take(32)) as Hash
  const birthHash = toHex(take(32)) as Hash
  const tag = take(1)[0]
  if (mode !== tag || (mode !== 0 && mode !== 1))
    throw new WalletError('unreadable', { why: 'metadata mode' })
  const metadataHash = mode === 1 ? (toHex(take(32)) as Hash) : null
  if (at !== payload.length) throw new WalletError('unreadable', { why: 'bytes left over' })
  const word = (eraBytes[0] ?? 0) | ((eraBytes[1] ?? 0) << 8)
  const period = eraBytes.length === 1 ? null : 2 << (word & 15)
  return { era: eraBytes, period, nonce, tip, spec, txVersion, genesis, birthHash, metadataHash }
}
