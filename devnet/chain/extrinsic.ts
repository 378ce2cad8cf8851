// A received extrinsic cut into the raw slices that were signed. Nothing is ever re-encoded for a signature check.
import { blake2b256, createReader, type Hex, join, type Reader, toHex, u32Bytes } from './bytes.ts'
import { type Era, readEra } from './era.ts'

export type Scheme = 'ed25519' | 'sr25519' | 'ecdsa'

export interface SignedExtrinsic {
  readonly kind: 'signed'
  /** `undefined` when the address is not a plain account id: the lookup fails, as in the node. */
  readonly signer: Hex | undefined
  readonly scheme: Scheme
  readonly signature: Uint8Array
  readonly era: Era
  readonly nonce: number
  readonly tip: bigint
  /** CheckMetadataHash: 0 disabled, 1 enabled. */
  readonly mode: 0 | 1
  readonly extraBytes: Uint8Array
  readonly callBytes: Uint8Array
}

export type Extrinsic =
  | SignedExtrinsic
  | { readonly kind: 'bare'; readonly callBytes: Uint8Array }
  // Version 5 without a signature extension: decodable, but nobody's.
  | { readonly kind: 'general'; readonly callBytes: Uint8Array }

/** The outer frame (a byte vector) is wrong: the node refuses it before its runtime sees it. */
export class FrameError extends Error {}
/** The content cannot be decoded: in a node the runtime traps. */
export class DecodeError extends Error {}

/** Pool and block name of an extrinsic: blake2-256 of its bytes with the length prefix. */
export const extrinsicHash = (bytes: Uint8Array): Hex => toHex(blake2b256(bytes))

/** Cuts an extrinsic as it came over RPC (with its length prefix). Throws FrameError or DecodeError. */
export function readExtrinsic(bytes: Uint8Array): Extrinsic {
  const frame = createReader(bytes)
  let content: Uint8Array
  try {
    content = frame.take(Number(frame.compact(32)))
  } catch (cause) {
    throw new FrameError('the length prefix is wrong', { cause })
  }
  if (frame.left() > 0) throw new FrameError('bytes are left after the extrinsic')
  try {
    return readContent(createReader(content))
  } catch (cause) {
    throw new DecodeError('the extrinsic does not decode', { cause })
  }
}

function readContent(reader: Reader): Extrinsic {
  const version = reader.byte()
  if (version === 0x04 || version === 0x05) return { kind: 'bare', callBytes: reader.take(reader.left()) }
  if (version === 0x45) {
    if (reader.byte() !== 0) throw new Error('unknown extension version')
    readExtra(reader)
    return { kind: 'general', callBytes: reader.take(reader.left()) }
  }
  if (version !== 0x84) throw new Error(`unknown extrinsic version ${version}`)
  const signer = readAddress(reader)
  const { scheme, signature } = readSignature(reader)
  const extra = readExtra(reader)
  return { kind: 'signed', signer, scheme, signature, ...extra, callBytes: reader.take(reader.left()) }
}

// sp_runtime::MultiAddress: 0 Id, 1 Index(Compact<()>), 2 Raw, 3 Address32, 4 Address20.
function readAddress(reader: Reader): Hex | undefined {
  const kind = reader.byte()
  if (kind === 0) return toHex(reader.take(32))
  if (kind === 2) reader.take(Number(reader.compact(32)))
  else if (kind === 3) reader.take(32)
  else if (kind === 4) reader.take(20)
  else if (kind !== 1) throw new Error('unknown address kind')
  return undefined
}

function readSignature(reader: Reader): { scheme: Scheme; signature: Uint8Array } {
  const kind = reader.byte()
  if (kind === 0) return { scheme: 'ed25519', signature: reader.take(64) }
  if (kind === 1) return { scheme: 'sr25519', signature: reader.take(64) }
  if (kind === 2) return { scheme: 'ecdsa', signature: reader.take(65) }
  throw new Error('unknown signature kind')
}

/** The explicit parts of the thirteen extensions that have one: era, nonce, tip, metadata hash mode (spec 424). */
function readExtra(reader: Reader) {
  const { raw, value } = reader.measured(() => ({
    era: readEraBytes(reader),
    nonce: Number(reader.compact(32)),
    tip: reader.compact(64),
    mode: readMode(reader),
  }))
  return { ...value, extraBytes: raw }
}

function readEraBytes(reader: Reader): Era {
  const first = reader.byte()
  return readEra(first === 0 ? Uint8Array.of(0) : Uint8Array.of(first, reader.byte()))
}

function readMode(reader: Reader): 0 | 1 {
  const mode = reader.byte()
  if (mode === 0 || mode === 1) return mode
  throw new Error('unknown metadata hash mode')
}

export interface Implicit {
  readonly specVersion: number
  readonly transactionVersion: number
  readonly genesis: Uint8Array
  readonly birthHash: Uint8Array
  /** RFC-78 digest for mode 1. */
  readonly digest: Uint8Array | undefined
}

/** The bytes a signature covers: call ‖ extra ‖ implicit, and their blake2-256 when they are longer than 256. */
export function signingBytes(call: Uint8Array, extra: Uint8Array, implicit: Implicit): Uint8Array {
  const payload = join(
    call,
    extra,
    u32Bytes(implicit.specVersion),
    u32Bytes(implicit.transactionVersion),
    implicit.genesis,
    implicit.birthHash,
    implicit.digest ? join(Uint8Array.of(1), implicit.digest) : Uint8Array.of(0),
  )
  return payload.length > 256 ? blake2b256(payload) : payload
}
