// What an extrinsic costs: base, length and weight (TransactionPayment of spec 424; the multiplier is constantly one).
import { BASE_EXTRINSIC, EXTENSIONS } from '../pallets/weights.ts'

export interface FeeParts {
  readonly base: bigint
  readonly length: bigint
  readonly weight: bigint
}

/** Perbill 500 000 of a weight: 0.0005 rao per picosecond, to the nearest rao, halves down. */
export const weightToFee = (refTime: bigint): bigint => (refTime + 999n) / 2000n

/** One rao per encoded byte. */
export const lengthToFee = (length: number): bigint => BigInt(length)

/** The parts of the inclusion fee of an extrinsic of `length` bytes whose call weighs `refTime`; the tip is extra. */
export const feeParts = (length: number, refTime: bigint): FeeParts => ({
  base: weightToFee(BASE_EXTRINSIC),
  length: lengthToFee(length),
  weight: weightToFee(refTime + EXTENSIONS),
})

export const feeTotal = ({ base, length, weight }: FeeParts): bigint => base + length + weight
