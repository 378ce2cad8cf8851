/** The past of what was owned, as this wallet saw it: which stretch of it, and what it says. */
import type { Address } from '#shared/domain/address.ts'
import type { ValuePoint } from '#shared/domain/history.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import { useAnswer } from '../../reading/use-answer.ts'
import { changeOf } from '../../ui/chart/change.ts'
import { boundsOf, type Point } from '../../ui/chart/shape.ts'
import { useWallet } from '../../wallet.ts'

const HOUR_MS = 3600_000
const DAY_MS = 24 * HOUR_MS

export type Range = 'day' | 'week' | 'month' | 'quarter' | 'all'
const RANGES: readonly { readonly value: Range; readonly label: string; readonly ms: number }[] = [
  { value: 'day', label: '24 h', ms: DAY_MS },
  { value: 'week', label: '7 d', ms: 7 * DAY_MS },
  { value: 'month', label: '30 d', ms: 30 * DAY_MS },
  { value: 'quarter', label: '90 d', ms: 90 * DAY_MS },
  { value: 'all', label: 'All', ms: Number.MAX_SAFE_INTEGER },
]

/** From when on; rounded to the hour, so that the same question is asked again and not another. */
export function fromOf(range: Range, now: number): number {
  const ms = RANGES.find(({ value }) => value === range)?.ms ?? 0
  return Math.max(0, Math.floor((now - ms) / HOUR_MS) * HOUR_MS)
}

export interface Past {
  readonly points: readonly Point[]
  readonly first: Point
  readonly last: Point
  readonly least: bigint
  readonly most: bigint
  /** Basis points; undefined from nothing. */
  readonly change: number | undefined
}

/** Undefined for fewer than two points in time: of one moment there is nothing to tell. */
export function pastOf(points: readonly Point[]): Past | undefined {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined || first.at === last.at) return undefined
  return { points, first, last, ...boundsOf(points), change: changeOf(first.value, last.value) }
}

/** One stretch of a whole past. */
export interface Stretch {
  /** Undefined where fewer than two points are in it. */
  readonly past: Past | undefined
  /** Which one it is: the longest that shows more than a shorter one, where the chosen one does not. */
  readonly range: Range
  readonly ranges: readonly { readonly value: Range; readonly label: string; readonly disabled: boolean }[]
}

/** No stretch is told longer than what was seen: those that would show the same as a shorter one are not to be chosen. */
export function stretchOf(points: readonly Point[], chosen: Range, now: number): Stretch {
  const first = points[0]?.at ?? now
  const ranges = RANGES.map(({ value, label }, at) => {
    const shorter = RANGES[at - 1]?.value
    return { value, label, disabled: shorter !== undefined && first >= fromOf(shorter, now) }
  })
  const isOpen = ranges.some(({ value, disabled }) => value === chosen && !disabled)
  const range = isOpen ? chosen : (ranges.findLast(({ disabled }) => !disabled)?.value ?? chosen)
  const from = fromOf(range, now)
  return { past: pastOf(points.filter(({ at }) => at >= from)), range, ranges }
}

export function totalPoints(points: readonly ValuePoint[]): readonly Point[] {
  return points.map(({ at, free, reserved, root, subnets }) => ({
    at,
    value: free + reserved + root + subnets,
  }))
}

/** Curves grow by a point now and then, not with every block. */
const EVERY_BLOCKS = 5

export interface PastOf {
  readonly network: NetworkId
  /** Null for all accounts. */
  readonly account: Address | null
  readonly from: number
  /** The block that is shown; undefined asks nothing. */
  readonly block: number | undefined
}

export function usePast({ network, account, from, block }: PastOf): {
  readonly past: Past | undefined
  readonly isHere: boolean
} {
  const { background } = useWallet()
  const question =
    block === undefined
      ? undefined
      : { about: `${network} ${account ?? ''} ${from}`, asOf: Math.floor(block / EVERY_BLOCKS) }
  const { value, failure } = useAnswer(question, () => background['history.value']({ account, from }))
  return {
    past: value && pastOf(totalPoints(value.points)),
    isHere: value !== undefined || failure !== undefined,
  }
}
