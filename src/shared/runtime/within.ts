/** Bytes for scale-ts, which are read to their end and not beyond. */

/**
 * A copy: scale-ts reads from the start of the memory below a view, and a copy has nothing else in it. Past the end it gives
 * fewer bytes than a type is long and goes on, so that seven bytes could claim a list of a billion keys: here it throws.
 */
export function within(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice()
  const { buffer } = copy
  Object.defineProperty(buffer, 'slice', {
    value: (from: number, to: number): ArrayBuffer => {
      if (to > buffer.byteLength) throw new RangeError('more than there is')
      return ArrayBuffer.prototype.slice.call(buffer, from, to)
    },
  })
  return copy
}
