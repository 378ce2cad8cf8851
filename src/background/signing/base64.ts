/** Bytes as base64, by the browser's own means: a codec for it would double what the worker has to read at every wake. */

/** As many as may be the arguments of one call. */
const PART = 0x8000

export function base64Of(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += PART)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + PART)))
  return btoa(parts.join(''))
}
