// Made-up accounts, and numbers that look thrown but are the same in every run.
import { blake2b256, type Hex, toHex } from '../chain/bytes.ts'

/** An account nobody has the key of. */
export const madeUp = (kind: string, number: number): Hex =>
  toHex(blake2b256(new TextEncoder().encode(`taokey devnet ${kind} ${number}`)))

export interface Chance {
  /** A whole number from nothing to below `limit`. */
  readonly below: (limit: number) => number
  /** From `low` to `high`, small ones more often. */
  readonly between: (low: bigint, high: bigint) => bigint
}

// xorshift32: nothing here is a secret.
export function createChance(seed: number): Chance {
  let state = seed | 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  const below = (limit: number): number => next() % limit
  return {
    below,
    between: (low, high) => {
      const part = BigInt(below(1_000_000))
      // The square of a fraction of one.
      return low + ((high - low) * part * part) / 1_000_000_000_000n
    },
  }
}
