/** Makes sure that there is exactly one offscreen document and that it is ours. Whoever needs the room may ask at any time. */

/** What the browser offers, narrowed: offscreen documents by their full addresses. */
export interface OffscreenDocuments {
  list(): Promise<readonly string[]>
  /** Rejects while there is one already. */
  create(): Promise<void>
  close(): Promise<void>
}

const TRIES = 40
const FIRST_WAIT_MS = 20

/**
 * Returns when the document at `address` is the only one. Takes no lock: a hostile worker could hold it for ever. Two
 * callers may both try to create; the browser lets one, and the other looks again.
 * @throws the last refusal of the browser, after about fifteen seconds
 */
export async function ensureOneRoom(
  address: string,
  documents: OffscreenDocuments,
  wait: (ms: number) => Promise<void>,
): Promise<void> {
  let refusal: unknown
  for (let tries = 0; tries < TRIES; tries++) {
    const found = await documents.list()
    if (found.length === 1 && found[0] === address) return
    try {
      if (found.length > 0) await documents.close()
      await documents.create()
    } catch (cause) {
      refusal = cause
      await wait(FIRST_WAIT_MS * (tries + 1))
    }
  }
  throw new Error('the room cannot be started', { cause: refusal })
}
