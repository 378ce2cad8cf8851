// Block headers: their SCALE bytes, their hash, and the JSON the node's RPC prints.
import { blake2b256, compactBytes, fromHex, type Hex, join, littleEndian, toHex } from './bytes.ts'

export interface Header {
  readonly parentHash: Hex
  readonly number: number
  readonly stateRoot: Uint8Array
  readonly extrinsicsRoot: Uint8Array
  /** Digest logs, each already in SCALE. */
  readonly logs: readonly Uint8Array[]
}

export const ZERO_HASH: Hex = `0x${'00'.repeat(32)}`

const AURA = new TextEncoder().encode('aura')

/** The pre-runtime log (kind 6) in which Aura names the slot. */
export const slotLog = (slot: bigint): Uint8Array =>
  join(Uint8Array.of(6), AURA, compactBytes(8n), littleEndian(slot, 8))

// Kind 8. Clients that only follow headers learn from it that the runtime changed.
export const RUNTIME_UPDATED_LOG = Uint8Array.of(8)

export function encodeHeader(header: Header): Uint8Array {
  return join(
    fromHex(header.parentHash),
    compactBytes(BigInt(header.number)),
    header.stateRoot,
    header.extrinsicsRoot,
    compactBytes(BigInt(header.logs.length)),
    ...header.logs,
  )
}

export const headerHash = (encoded: Uint8Array): Hex => toHex(blake2b256(encoded))

/** The header as `chain_getHeader` prints it: the number is a hex string (dedot fails on a JSON number). */
export const headerJson = (header: Header) => ({
  parentHash: header.parentHash,
  number: `0x${header.number.toString(16)}`,
  stateRoot: toHex(header.stateRoot),
  extrinsicsRoot: toHex(header.extrinsicsRoot),
  digest: { logs: header.logs.map(toHex) },
})
