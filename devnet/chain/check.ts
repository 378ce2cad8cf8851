// Who signed an extrinsic, and whether the signature covers exactly what was received: UncheckedExtrinsic::check.
import type { Outer } from '../runtime/declare.ts'
import { sameBytes } from './bytes.ts'
import { eraBirth } from './era.ts'
import { DecodeError, readExtrinsic, type SignedExtrinsic, signingBytes } from './extrinsic.ts'
import type { Release } from './release.ts'
import type { SignedBytes } from './signature.ts'
import { invalid, ValidityError } from './validity.ts'

/** What the chain says at the block in which an extrinsic would be included. */
export interface Surroundings {
  readonly release: Release
  readonly genesis: Uint8Array
  readonly blockNumber: number
  /** The remembered hash of a block, or `undefined`. */
  readonly blockHash: (number: number) => Uint8Array | undefined
  readonly verify: (signed: SignedBytes) => boolean
}

export interface Checked {
  readonly extrinsic: SignedExtrinsic
  readonly signer: string
  readonly call: Outer
  readonly length: number
}

/**
 * Decodes and verifies a submitted extrinsic, in the node's order: decode, look the signer up, work out the implicit parts,
 * verify. Throws FrameError, DecodeError or ValidityError.
 */
export function checkExtrinsic(bytes: Uint8Array, around: Surroundings): Checked {
  const extrinsic = readExtrinsic(bytes)
  const call = decodeCall(extrinsic.callBytes, around.release)
  if (extrinsic.kind === 'general') throw invalid('UnknownOrigin')
  if (extrinsic.kind === 'bare') {
    if (call.type === 'Timestamp') throw invalid('MandatoryValidation')
    throw new ValidityError({ kind: 'unknown', reason: 'NoUnsignedValidator' })
  }
  const { signer } = extrinsic
  if (!signer) throw cannotLookup()
  const message = messageOf(extrinsic, around)
  if (!around.verify({ scheme: extrinsic.scheme, signer, signature: extrinsic.signature, message }))
    throw invalid('BadProof')
  return { extrinsic, signer, call, length: bytes.length }
}

const cannotLookup = (): ValidityError => new ValidityError({ kind: 'unknown', reason: 'CannotLookup' })

function messageOf(extrinsic: SignedExtrinsic, around: Surroundings): Uint8Array {
  const { release, genesis } = around
  const { era, mode } = extrinsic
  const birthHash = era.kind === 'immortal' ? genesis : around.blockHash(eraBirth(era, around.blockNumber))
  if (!birthHash) throw invalid('AncientBirthBlock')
  const digest = mode === 1 ? release.digest() : undefined
  // A runtime built without its hash cannot know what mode 1 asks for, whatever was signed.
  if (mode === 1 && !digest) throw cannotLookup()
  const { spec_version: specVersion, transaction_version: transactionVersion } = release.version
  const implicit = { specVersion, transactionVersion, genesis, birthHash, digest }
  return signingBytes(extrinsic.callBytes, extrinsic.extraBytes, implicit)
}

/** Decodes call bytes. They must be the one encoding of what they say, to the last byte. */
export function decodeCall(bytes: Uint8Array, { runtime }: Release): Outer {
  let call: Outer
  let again: Uint8Array
  try {
    call = runtime.call.codec.dec(bytes.slice())
    again = runtime.call.codec.enc(call)
  } catch (cause) {
    throw new DecodeError('the call does not decode', { cause })
  }
  if (!sameBytes(again, bytes)) throw new DecodeError('the call has another encoding, or bytes are left over')
  return call
}
