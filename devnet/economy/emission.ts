// How much comes into being with a block (coinbase/block_emission of SubtensorModule, spec 424).

/** All TAO that can ever be, in rao; each subnet's alpha has the same bound. */
export const TOTAL_SUPPLY = 21_000_000_000_000_000n

const FIRST_EMISSION = 1_000_000_000n

/**
 * What a block brings when so much is issued already: one whole unit, halved each time that half of what was left is
 * issued. It goes by issuance and not by time, so that what is recycled comes again.
 */
export function blockEmission(issued: bigint): bigint {
  const left = TOTAL_SUPPLY - issued
  if (left <= 0n) return 0n
  let halvings = 0n
  while (left << (halvings + 1n) <= TOTAL_SUPPLY) halvings += 1n
  return FIRST_EMISSION >> halvings
}

/** Splits an amount by weights, each part floored. What the floors leave is in nobody's part. */
export function split(amount: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((all, weight) => all + weight, 0n)
  return weights.map((weight) => (sum === 0n ? 0n : (amount * weight) / sum))
}

/** A part of an amount in parts of 65 535, floored. */
export const partOf = (amount: bigint, u16: number): bigint => (amount * BigInt(u16)) / 65_535n
