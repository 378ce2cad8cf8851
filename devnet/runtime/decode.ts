// The guarded way to decode: scale-ts reads a view from the start of its memory, and says nothing of bytes left over.
import { Binary, createDecoder } from '@polkadot-api/substrate-bindings'
import type { Ty } from './node.ts'

/**
 * Decodes one value at an offset, and says where it ends, so that the caller can take the raw slice of a part of an
 * extrinsic. Throws if the input ends early or an index is unknown.
 */
export function decodeAt<T>(ty: Ty<T>, input: Uint8Array, offset = 0): { value: T; end: number } {
  const rest = input.slice(offset)
  const { value, read } = measured(ty)(rest)
  if (read > rest.length) throw new RangeError(`input ends ${read - rest.length} bytes early`)
  return { value, end: offset + read }
}

/** Decodes a value that must fill the input. Throws on bytes left over. */
export function decodeAll<T>(ty: Ty<T>, input: Uint8Array): T {
  const { value, end } = decodeAt(ty, input)
  if (end !== input.length) throw new RangeError(`${input.length - end} bytes left over after ${ty.key}`)
  return value
}

export function encode<T>(ty: Ty<T>, value: NoInfer<T>): Uint8Array {
  return ty.codec.enc(value)
}

/** `hex('00ff')` or `hex('0x00ff')` as bytes. */
export function hex(text: string): Uint8Array {
  return Binary.fromHex(text.startsWith('0x') ? text : `0x${text}`)
}

export function toHex(input: Uint8Array): string {
  return Binary.toHex(input)
}

// All decoders of one value share a cursor, which scale-ts keeps as `i` on its own kind of byte array.
const measured = <T>(ty: Ty<T>) =>
  createDecoder((input) => {
    const value = ty.codec.dec(input)
    if (!('i' in input) || typeof input.i !== 'number') throw new TypeError('scale-ts has no cursor any more')
    return { value, read: input.i }
  })
