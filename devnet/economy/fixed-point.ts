// U64F64, the chain's fixed point (an integer of 128 bits, 64 of them a fraction), as far as the Swap pallet uses it.

/** One, as U64F64 bits. */
export const ONE: bigint = 1n << 64n

export const U64_MAX: bigint = ONE - 1n

const U128_MAX = (1n << 128n) - 1n

export const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b)

export const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b)

/** `a − b`, or zero: the chain's `saturating_sub` on unsigned numbers. */
export const lessOrZero = (a: bigint, b: bigint): bigint => (a > b ? a - b : 0n)

export const toU64 = (value: bigint): bigint => smaller(value, U64_MAX)

/** `a / b` of two integers as U64F64 bits, floored to 2⁻⁶⁴; zero where `b` is (the chain's `safe_div`). */
export const ratio = (a: bigint, b: bigint): bigint => (b === 0n ? 0n : smaller((a << 64n) / b, U128_MAX))

/** The product of two U64F64, floored to 2⁻⁶⁴ and saturating, as bits. */
export const product = (a: bigint, b: bigint): bigint => smaller((a * b) >> 64n, U128_MAX)

/** An integer times a U64F64, floored to an integer and saturating at the largest u64. */
export const times = (amount: bigint, factor: bigint): bigint => toU64((amount * factor) >> 64n)
