// SafeFloat, the decimal float that share pools count in (crate share_pool, spec 424): twenty-one digits and an exponent.

export interface SafeFloat {
  readonly mantissa: bigint
  readonly exponent: bigint
}

/** A mantissa is above a tenth of this and at most this, or zero. */
const MOST = 10n ** 21n
const LEAST = MOST / 10n

export const ZERO: SafeFloat = { mantissa: 0n, exponent: 0n }

/** Brings a mantissa between its bounds, dropping digits that do not fit. */
function normal(mantissa: bigint, exponent: bigint): SafeFloat {
  if (mantissa === 0n) return ZERO
  let [digits, power] = [mantissa, exponent]
  while (digits > MOST) [digits, power] = [digits / 10n, power + 1n]
  while (digits <= LEAST) [digits, power] = [digits * 10n, power - 1n]
  return { mantissa: digits, exponent: power }
}

export const fromInteger = (value: bigint): SafeFloat => normal(value, 0n)

/** What a U64F64 of the older storage stands for; its fraction is divided first, as the chain does. */
export function fromU64F64(bits: bigint): SafeFloat {
  const fraction = bits & (2n ** 64n - 1n)
  const part = fromInteger(fraction)
  const whole = fromInteger(2n ** 64n)
  const divided = normal((part.mantissa * MOST) / whole.mantissa, part.exponent - whole.exponent - 21n)
  return plus(fromInteger(bits >> 64n), divided)
}

// The chain caps the power when two numbers lie so far apart that the smaller one has no digit left.
const power = (exponent: bigint): bigint => 10n ** (exponent > 22n ? 22n : exponent)

/** Both mantissas under the larger exponent; what falls off the smaller one is dropped. */
function aligned(a: SafeFloat, b: SafeFloat): readonly [bigint, bigint, bigint] {
  const apart = a.exponent - b.exponent
  return apart >= 0n
    ? [a.mantissa, b.mantissa / power(apart), a.exponent]
    : [a.mantissa / power(-apart), b.mantissa, b.exponent]
}

export function plus(a: SafeFloat, b: SafeFloat): SafeFloat {
  if (a.mantissa === 0n) return b
  if (b.mantissa === 0n) return a
  const [left, right, exponent] = aligned(a, b)
  return normal(left + right, exponent)
}

/** `a − b`, and zero where b is larger. */
export function minus(a: SafeFloat, b: SafeFloat): SafeFloat {
  if (a.mantissa === 0n || b.mantissa === 0n) return a
  const [left, right, exponent] = aligned(a, b)
  return normal(left > right ? left - right : 0n, exponent)
}

/** `a · b / c`, floored to the digits that fit; zero where c is. */
export function timesOver(a: SafeFloat, b: SafeFloat, c: SafeFloat): SafeFloat {
  if (c.mantissa === 0n) return ZERO
  return normal((a.mantissa * b.mantissa) / c.mantissa, a.exponent + b.exponent - c.exponent)
}

/** The integer below, and the largest u64 where it is larger. */
export function toInteger({ mantissa, exponent }: SafeFloat): bigint {
  const whole = exponent >= 0n ? mantissa * power(exponent) : mantissa / power(-exponent)
  const largest = 2n ** 64n - 1n
  return whole < largest ? whole : largest
}
