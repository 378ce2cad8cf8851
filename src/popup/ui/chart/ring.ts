/** Parts of a whole as arcs of a ring. */

export interface Slice {
  readonly key: string
  readonly amount: bigint
}

export interface Arc {
  readonly key: string
  /** Where it begins and how long it is, of a ring of 1,000. */
  readonly from: number
  readonly length: number
}

const WHOLE = 1000n

/** Nothing that is there is too small to be seen; what that takes comes off the largest. */
export function arcsOf(slices: readonly Slice[]): readonly Arc[] {
  const there = slices.filter(({ amount }) => amount > 0n)
  const sum = there.reduce((all, { amount }) => all + amount, 0n)
  if (sum === 0n) return []
  const lengths = there.map(({ amount }) => Math.max(4, Number((amount * WHOLE) / sum)))
  const largest = lengths.indexOf(Math.max(...lengths))
  const left = Number(WHOLE) - lengths.reduce((all, each) => all + each, 0)
  let from = 0
  return there.map(({ key }, at) => {
    const length = (lengths[at] ?? 0) + (at === largest ? left : 0)
    const arc = { key, from, length }
    from += length
    return arc
  })
}
