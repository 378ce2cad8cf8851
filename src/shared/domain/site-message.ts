/** Bytes a page asks to sign (`SignerPayloadRaw`), and the wrap without which they could be a transaction. */
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { type Of, object } from '../codec.ts'
import { Address } from './address.ts'
import { fromHex, Hex, join, sameBytes, toHex } from './bytes.ts'
import type { Result } from './result.ts'
import { answered, ownFields, readAddress } from './site-payload.ts'
import { refuseField, type SiteRefusal } from './site-refusal.ts'

/** `data` are the bytes as the page meant them, without a wrap the wallet adds. */
export const SiteMessage = object({ address: Address, data: Hex })
export type SiteMessage = Of<typeof SiteMessage>

const BYTES_LIMIT = 64 * 1024
const OPEN = utf8ToBytes('<Bytes>')
const CLOSE = utf8ToBytes('</Bytes>')

/** A page's request in the wallet's form. `payload`, an older word for the type, means the same as `bytes`. */
export function readSiteMessage(plain: unknown): Result<SiteMessage, SiteRefusal> {
  return answered(() => {
    const fields = ownFields(plain)
    for (const field of ['method', 'genesisHash', 'era'])
      if (fields.has(field)) refuseField('R_CONFUSED', field)
    const type = fields.get('type') ?? 'bytes'
    if (type !== 'bytes' && type !== 'payload') refuseField('R_FIELD', 'type')
    const data = fields.get('data')
    if (typeof data !== 'string') refuseField('R_FIELD', 'data')
    const bytes = /^0x([0-9a-fA-F]{2})*$/.test(data) ? fromHex(data) : utf8ToBytes(data)
    if (bytes.length > BYTES_LIMIT) refuseField('R_SIZE', 'data')
    return { address: readAddress(fields), data: toHex(bytes) }
  })
}

/** The byte a wrapped message begins with: `<`. No message is signed for a runtime where something else begins with it. */
export const WRAP = 0x3c

/**
 * What is signed for a message: never hashed, and wrapped unless both ends of the wrap are there. No pallet and no limit
 * order begins with that byte (spec 424), so a wrapped message is neither.
 */
export function wrapMessage(data: Uint8Array): Uint8Array {
  return isWrapped(data) ? data : join(OPEN, data, CLOSE)
}

export function isWrapped(data: Uint8Array): boolean {
  return (
    data.length >= OPEN.length + CLOSE.length &&
    sameBytes(data.subarray(0, OPEN.length), OPEN) &&
    sameBytes(data.subarray(-CLOSE.length), CLOSE)
  )
}

/** What a message says, without a wrap. */
export function unwrapMessage(data: Uint8Array): Uint8Array {
  return isWrapped(data) ? data.subarray(OPEN.length, -CLOSE.length) : data
}
