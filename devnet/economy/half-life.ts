// Decay by a half-life, block by block, in the Q32 numbers of registration prices (utils of SubtensorModule, spec 425).

const ONE = 1n << 32n
const HALF = 1n << 31n

const product = (a: bigint, b: bigint): bigint => (a * b) >> 32n

/** By squaring, floored at every step: as the chain does it, so that the last digits agree. */
function power(base: bigint, exponent: number): bigint {
  let result = ONE
  let factor = base
  for (let rest = exponent; rest > 0; rest >>= 1) {
    if (rest % 2 === 1) result = product(result, factor)
    factor = product(factor, factor)
  }
  return result
}

const factors = new Map<number, bigint>()

/** The largest factor that, taken a half-life of times, gives no more than a half. Searched once for each. */
function factorOf(halfLife: number): bigint {
  const known = factors.get(halfLife)
  if (known !== undefined) return known
  let low = 0n
  let high = ONE
  while (low + 1n < high) {
    const middle = (low + high) >> 1n
    if (power(middle, halfLife) > HALF) high = middle
    else low = middle
  }
  factors.set(halfLife, low)
  return low
}

/** What is left of a value after one block. Without a half-life, all of it. */
export const decayed = (value: bigint, halfLife: number): bigint =>
  halfLife === 0 ? value : product(value, factorOf(halfLife))
