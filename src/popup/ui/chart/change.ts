/** How much something changed, in basis points, and as a person reads it. */

const BASIS = 10_000n

/** From one value to another, cut towards none: no change is told larger than it is. Undefined from nothing. */
export function changeOf(from: bigint, to: bigint): number | undefined {
  if (from <= 0n) return undefined
  return Number(((to - from) * BASIS) / from)
}

/** `+1.4%`, `−12.85%`, `0%`, `+1,240%`: with its sign, two decimals while they mean something. */
export function printChange(points: number): string {
  const size = Math.abs(points)
  const sign = points > 0 ? '+' : points < 0 ? '−' : ''
  return `${sign}${printShare(size)}`
}

/** `18%`, `0.05%`, `1,240%`: basis points without a sign. */
export function printShare(points: number): string {
  const percent = points / 100
  return `${percent.toLocaleString('en-GB', { maximumFractionDigits: percent >= 1000 ? 0 : 2 })}%`
}

/** A take, which the chain holds in parts of 65,535: `18%`, `9.5%`. Rounded to the nearest hundredth. */
export function printTake(take: number): string {
  return printShare(Math.round((take * 10_000) / 65_535))
}
