/** The call inside a signed extrinsic of this wallet's own. */
import { type Address, addressOf } from '#shared/domain/address.ts'
import type { DecodedCall, Runtime } from '#shared/runtime/metadata.ts'

export interface OwnCall {
  readonly signer: Address
  readonly call: DecodedCall
}

// As `extrinsicBytes` writes it: length, version 4 and signed, MultiAddress::Id, signature, mortal era, nonce, tip, mode.
const VERSION = 0x84
const ID = 0
const SIGNATURES = [0, 1]

/** Undefined for bytes of another make, and for a call that this runtime does not know. */
export function ownCallIn(extrinsic: Uint8Array, runtime: Runtime): OwnCall | undefined {
  let at = widthAt(extrinsic, 0)
  const start = at
  if (extrinsic[start] !== VERSION || extrinsic[start + 1] !== ID) return undefined
  at += 34
  if (!SIGNATURES.includes(extrinsic[at] ?? -1)) return undefined
  at += 65
  at += extrinsic[at] === 0 ? 1 : 2
  at += widthAt(extrinsic, at)
  at += widthAt(extrinsic, at)
  at += 1
  try {
    const signer = addressOf(extrinsic.slice(start + 2, start + 34))
    return { signer, call: runtime.decodeCall(extrinsic.slice(at)) }
  } catch {
    // It ran, so it was a call of some runtime: what came of it is told without its parts.
    return undefined
  }
}

/** How many bytes a compact takes. */
function widthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  const mode = first & 3
  return mode < 3 ? ([1, 2, 4][mode] ?? 1) : (first >> 2) + 5
}
