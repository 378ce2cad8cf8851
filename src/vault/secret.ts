/** Secrets are bytes lent for the length of one call and overwritten when it ends, whatever happened in it. */

/** Fills a fresh array with that many unpredictable bytes; the worker's is `crypto.getRandomValues`. */
export type Random = (length: number) => Uint8Array

/** Milliseconds since 1970. */
export type Clock = () => number

/**
 * Lends a secret to `use` and wipes it afterwards. What `use` returns must not be a view of it.
 * Wiping is best effort: an engine may have copied the bytes, which is why locking also ends the whole worker.
 */
export function lend<T>(secret: Uint8Array, use: (secret: Uint8Array) => T): T {
  try {
    return use(secret)
  } finally {
    secret.fill(0)
  }
}

/** `lend` for a use that takes time: the secret is wiped when the promise settles. */
export async function lendWhile<T>(secret: Uint8Array, use: (secret: Uint8Array) => Promise<T>): Promise<T> {
  try {
    return await use(secret)
  } finally {
    secret.fill(0)
  }
}

/** The UTF-8 bytes of text, for the text that has to become a secret. */
export function toUtf8(text: string): Uint8Array {
  return encoder.encode(text)
}

/** Text of UTF-8 bytes; throws a TypeError where they are none. */
export function fromUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
