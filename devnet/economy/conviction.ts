// How a conviction lock changes with time: its mass decays, and conviction grows out of it (staking/lock, spec 424).
import { ONE, product } from './fixed-point.ts'
import { decayed } from './power.ts'

export interface Lock {
  /** Alpha-rao that may not leave the subnet. */
  readonly mass: bigint
  /** U64F64 bits. */
  readonly conviction: bigint
}

export interface Terms {
  /** Blocks in which a mass falls to its e-th part; and in which conviction ripens. */
  readonly unlockRate: bigint
  readonly maturityRate: bigint
  /** A lock that does not decay. */
  readonly perpetual: boolean
  /** A lock on the hotkey of the subnet's owner, whose conviction is its mass at once. */
  readonly onOwner: boolean
}

// Below e⁻⁴⁰ the chain stops counting.
const MOST_LIVES = 40n

/**
 * e^(−age/rate) as U64F64 bits. The exact floor: the chain's own series for the exponential differs from it in the last
 * few of its 64 binary places, so that a mass here can be an alpha-rao or two beside the chain's.
 */
function left(age: bigint, rate: bigint): bigint {
  if (age === 0n) return ONE
  if (rate === 0n) return 0n
  return decayed(ONE, age > MOST_LIVES * rate ? { over: MOST_LIVES, under: 1n } : { over: age, under: rate })
}

/** A lock after `age` blocks. */
export function aged(lock: Lock, age: bigint, terms: Terms): Lock {
  const unlocking = left(age, terms.unlockRate)
  const ripening = left(age, terms.maturityRate)
  const mass = terms.perpetual ? lock.mass : (lock.mass * unlocking) >> 64n
  if (terms.onOwner) return { mass, conviction: mass << 64n }
  const kept = product(ripening, lock.conviction)
  return { mass, conviction: kept + product(lock.mass << 64n, gained(age, terms, unlocking, ripening)) }
}

/** The conviction that one alpha gains in so many blocks, as U64F64 bits. */
function gained(age: bigint, terms: Terms, unlocking: bigint, ripening: bigint): bigint {
  const { unlockRate, maturityRate, perpetual } = terms
  if (perpetual) return ONE - ripening
  if (unlockRate === 0n || maturityRate === 0n) return 0n
  if (unlockRate === maturityRate) return product((age << 64n) / maturityRate, ripening)
  const gain = (unlockRate * (unlocking - ripening)) / (unlockRate - maturityRate)
  return gain > 0n ? gain : 0n
}
