/**
 * What a page asks to sign (`SignerPayloadJSON`), checked field by field and brought to one form. Clients write the same
 * thing in different ways: numbers of any width, fields left out or null. What is read here is what is shown and signed.
 */
import { boolean, list, nullable, type Of, object, shaped, text, uint } from '../codec.ts'
import { Address, addressOfAnyPrefix } from './address.ts'
import { Hash, Hex } from './bytes.ts'
import { fail, ok, type Result } from './result.ts'
import { RefusedRequest, refuseField, type SiteRefusal } from './site-refusal.ts'
import { Rao } from './units.ts'

/** One byte of nothing for a signature that never expires, else two (sp_runtime `Era`). */
export type Era = Hex & { readonly era: true }
export const Era = shaped<Era>(/^0x(00|[0-9a-f]{4})$/)

export const SitePayload = object({
  /** In the wallet's own prefix, whichever the page wrote. */
  address: Address,
  genesis: Hash,
  /** Hash of the block the life begins at; the genesis of one without end. */
  blockHash: Hash,
  /** Never signed, and left out by some: a hint where the life begins. */
  blockNumber: nullable(uint),
  era: Era,
  nonce: uint,
  tip: Rao,
  spec: uint,
  txVersion: uint,
  call: Hex,
  extensions: list(text),
  /** The digest of the metadata it was made with (mode 1), or null (mode 0). */
  metadataHash: nullable(Hash),
  /** Whether the page takes a whole transaction back; only then may the digest be added. */
  takesTransaction: boolean,
})
export type SitePayload = Of<typeof SitePayload>

const U32_MOST = 0xffff_ffffn
const U128_MOST = (1n << 128n) - 1n
/** A longer call is decoded for nobody. */
const CALL_BYTES_LIMIT = 512 * 1024

/** A page's request in the wallet's form. Keys it does not know are left out, and never signed. */
export function readSitePayload(plain: unknown): Result<SitePayload, SiteRefusal> {
  return answered(() => {
    const fields = ownFields(plain)
    // The kind of a request is the method that was called: one that also looks like the other kind is neither.
    for (const field of ['data', 'type']) if (fields.has(field)) refuseField('R_CONFUSED', field)
    if (fields.get('version') !== 4) refuseField('R_VERSION', 'version')
    // No fee is paid in an asset on this chain (no such extension, spec 424).
    if (present(fields, 'assetId')) refuseField('R_ASSET', 'assetId')
    return {
      address: readAddress(fields),
      genesis: readHash(fields, 'genesisHash'),
      blockHash: readHash(fields, 'blockHash'),
      blockNumber: present(fields, 'blockNumber') ? readU32(fields, 'blockNumber') : null,
      era: readEraField(fields),
      nonce: readU32(fields, 'nonce'),
      tip: tipOf(readNumber(fields, 'tip', U128_MOST)),
      spec: readU32(fields, 'specVersion'),
      txVersion: readU32(fields, 'transactionVersion'),
      call: readCall(fields),
      extensions: readExtensions(fields),
      metadataHash: readMode(fields),
      takesTransaction: fields.get('withSignedTransaction') === true,
    }
  })
}

/** The request's own fields, so that neither a prototype nor a key like `constructor` has a say. */
export function ownFields(plain: unknown): ReadonlyMap<string, unknown> {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) refuseField('R_FIELD', 'payload')
  return new Map(Object.entries(plain).filter(([, value]) => value !== undefined))
}

/** @throws RefusedRequest for what is no SS58 address of a 32-byte key */
export function readAddress(fields: ReadonlyMap<string, unknown>): Address {
  const written = fields.get('address')
  const address = typeof written === 'string' ? addressOfAnyPrefix(written) : undefined
  return address ?? refuseField('R_FIELD', 'address')
}

export function answered<T>(read: () => T): Result<T, SiteRefusal> {
  try {
    return ok(read())
  } catch (cause) {
    if (cause instanceof RefusedRequest) return fail(cause.refusal)
    throw cause
  }
}

function present(fields: ReadonlyMap<string, unknown>, field: string): boolean {
  return fields.has(field) && fields.get(field) !== null
}

/** Whole bytes of hex in any case, as lower case. */
function hexOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^0x(?:[0-9a-f]{2})*$/i.test(value) && value.startsWith('0x')
    ? value.toLowerCase()
    : undefined
}

function readHash(fields: ReadonlyMap<string, unknown>, field: string): Hash {
  const hex = hexOf(fields.get(field))
  return hex?.length === 66 ? (hex as Hash) : refuseField('R_FIELD', field)
}

/** Big-endian hex of any width: clients pad it to its type, to even digits, or not at all. */
function readNumber(fields: ReadonlyMap<string, unknown>, field: string, most: bigint): bigint {
  const written = fields.get(field)
  if (typeof written !== 'string' || !/^0x[0-9a-fA-F]+$/.test(written)) refuseField('R_FIELD', field)
  const value = BigInt(written)
  return value <= most ? value : refuseField('R_FIELD', field)
}

function readU32(fields: ReadonlyMap<string, unknown>, field: string): number {
  return Number(readNumber(fields, field, U32_MOST))
}

/** All of a u128, of which a balance of this chain could hold but a part: shown as it stands. */
function tipOf(value: bigint): Rao {
  return value as Rao
}

function readCall(fields: ReadonlyMap<string, unknown>): Hex {
  const hex = hexOf(fields.get('method'))
  if (hex === undefined) refuseField('R_METHOD', 'method')
  if ((hex.length - 2) / 2 > CALL_BYTES_LIMIT) refuseField('R_SIZE', 'method')
  return hex as Hex
}

function readEraField(fields: ReadonlyMap<string, unknown>): Era {
  const hex = hexOf(fields.get('era'))
  if (hex === undefined || (hex !== '0x00' && hex.length !== 6)) refuseField('R_ERA', 'era')
  const era = hex as Era
  return lifeOf(era) === undefined ? refuseField('R_ERA', 'era') : era
}

function readExtensions(fields: ReadonlyMap<string, unknown>): readonly string[] {
  const names = fields.get('signedExtensions')
  const isList = Array.isArray(names) && names.every((name) => typeof name === 'string')
  return isList ? names : refuseField('R_EXT_LIST', 'signedExtensions')
}

/** Mode 1 comes with a digest, mode 0 (or none) with none. */
function readMode(fields: ReadonlyMap<string, unknown>): Hash | null {
  const mode = fields.has('mode') ? fields.get('mode') : 0
  if (mode !== 0 && mode !== 1) refuseField('R_MODE', 'mode')
  const hex = hexOf(fields.get('metadataHash'))
  if (mode === 0) return present(fields, 'metadataHash') ? refuseField('R_MODE', 'metadataHash') : null
  return hex?.length === 66 ? (hex as Hash) : refuseField('R_MODE', 'metadataHash')
}

export type Life =
  | { readonly kind: 'immortal' }
  | { readonly kind: 'mortal'; readonly period: number; readonly phase: number }

/** What an era says; undefined for two bytes that are none (sp_runtime `Era::decode`). */
export function lifeOf(era: Era): Life | undefined {
  if (era.length === 4) return { kind: 'immortal' }
  const word = Number.parseInt(era.slice(4, 6) + era.slice(2, 4), 16)
  const period = 2 << (word & 15)
  const phase = (word >> 4) * Math.max(period >> 12, 1)
  return period >= 4 && phase < period ? { kind: 'mortal', period, phase } : undefined
}

/** The block a life has begun at, seen from another (sp_runtime `Era::birth`). Its last block is `birth + period - 1`. */
export function birthAt({ period, phase }: Extract<Life, { kind: 'mortal' }>, current: number): number {
  return Math.floor((Math.max(current, phase) - phase) / period) * period + phase
}
