// A ratio to a fractional power, scaled and floored: the big-integer routine on which the pool's curve rests.

export interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

/** Fractional bits of the logarithm and the exponential: 115 decimal digits. */
const BITS = 384n
const UNIT = 1n << BITS

/** Up to here the chain takes an exact root; beyond it trusts a series (safe-bigmath 013c499). */
const LARGEST_EXACT = 1024n

/**
 * floor(scale · base^exponent), for the powers of the Swap pallet's Balancer (spec 425; safe-bigmath 013c499).
 *
 * Everything is a plain integer without unit; `base` and `exponent` are positive or zero, and `scale` is positive.
 * Where the reduced exponent is at most 1024/1024 the floor is exact by comparison of whole numbers. Beyond, the
 * power is irrational unless the base is one, and 115 digits decide the floor. The chain's own series is coarser
 * there, and differs only with weights beyond about 95 % and inputs many times the reserve.
 *
 * @throws RangeError when a denominator is zero, where the chain gives no result.
 */
export function scaledPower(base: Fraction, exponent: Fraction, scale: bigint): bigint {
  if (base.under === 0n || exponent.under === 0n) throw new RangeError('a power needs denominators')
  if (base.over === 0n) return 0n
  const { over: p, under: q } = reduce(exponent)
  const { over: a, under: b } = reduce(base)
  if (p === 0n || a === b) return scale
  if (q === 1n && p <= LARGEST_EXACT) return (scale * a ** p) / b ** p

  const near = (scale * exponential((logarithm(a, b) * p) / q)) >> BITS
  if (p > LARGEST_EXACT || q > LARGEST_EXACT) return near
  return root((scale ** q * a ** p) / b ** p, q, near)
}

/** floor(scale · e^(−over/under)): what is left of something that decays. All are plain positive integers. */
export const decayed = (scale: bigint, { over, under }: Fraction): bigint =>
  (scale * exponential(-(over * UNIT) / under)) >> BITS

/** The floor of the q-th root, by Newton's descent from just above a guess that is right to 300 bits. */
function root(value: bigint, q: bigint, guess: bigint): bigint {
  if (value === 0n) return 0n
  let above = guess + (guess >> 300n) + 2n
  for (;;) {
    const next = ((q - 1n) * above + value / above ** (q - 1n)) / q
    if (next >= above) return above
    above = next
  }
}

function reduce({ over, under }: Fraction): Fraction {
  let [a, b] = [over, under]
  while (b > 0n) [a, b] = [b, a % b]
  return { over: over / a, under: under / a }
}

const bitLength = (value: bigint): bigint => BigInt(value.toString(2).length)

/** 2·artanh(z) in fixed point, |z| ≤ 1/3: the logarithm of (1 + z) / (1 − z). */
function twiceArtanh(z: bigint): bigint {
  const square = (z * z) >> BITS
  let sum = 0n
  let term = z
  for (let n = 1n; term / n !== 0n; n += 2n) {
    sum += term / n
    // Division and not a shift, so that a negative term dies out at zero.
    term = (term * square) / UNIT
  }
  return 2n * sum
}

const LN_2 = twiceArtanh(UNIT / 3n)

/** ln(a / b) in fixed point: the ratio is brought between ½ and 2 by a power of two. */
function logarithm(a: bigint, b: bigint): bigint {
  const twos = bitLength(a) - bitLength(b)
  const [over, under] = twos > 0n ? [a, b << twos] : [a << -twos, b]
  return twiceArtanh(((over - under) * UNIT) / (over + under)) + twos * LN_2
}

/** e^x in fixed point: the whole powers of two by shifting, the rest by its series. */
function exponential(x: bigint): bigint {
  const twos = x >= 0n ? x / LN_2 : -((LN_2 - 1n - x) / LN_2)
  const rest = x - twos * LN_2
  let sum = 0n
  let term = UNIT
  for (let n = 1n; term > 0n; n += 1n) {
    sum += term
    term = (term * rest) / (n * UNIT)
  }
  return twos >= 0n ? sum << twos : sum >> -twos
}
