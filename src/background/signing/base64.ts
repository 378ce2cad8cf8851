/** Bytes as base64, by the browser's own means: a codec for it would double what the worker has to read at every wake. */

/** As many as may be the arguments of one call. */
const PART = 0x8000

/** What was written so far, as long as its bytes are kept: a third of a megabyte takes longer than the rest of a review. */
const written = new WeakMap<Uint8Array, string>()

/** @param bytes that do not change */
export function base64Of(bytes: Uint8Array): string {
  const text = written.get(bytes) ?? write(bytes)
  written.set(bytes, text)
  return text
}

function write(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += PART)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + PART)))
  return btoa(parts.join(''))
}
