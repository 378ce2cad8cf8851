/** What the wallet's worth consists of, largest first, with the small ones together. */
import { groupedWorth } from '#shared/domain/positions.ts'
import { type Rao, rao } from '#shared/domain/units.ts'
import type { PositionRow } from './rows.ts'

export interface Part {
  /** Its hue in the picture and in the legend: `part-root`, `part-1` to `part-5`, `part-rest`, `part-free`. */
  readonly key: string
  readonly label: string
  readonly worth: Rao
  /** Basis points of the whole, cut. */
  readonly share: number
}

export type By = 'subnet' | 'validator'

/** As many hues as can be told apart. */
const MOST_PARTS = 5

export interface PartsFrom {
  readonly rows: readonly PositionRow[]
  /** TAO that is not staked: a part of its own. */
  readonly free: Rao
  readonly by: By
  /** How a validator is called; subnets have their names in the rows. */
  readonly validatorName: (row: PositionRow) => string
}

export function partsOf({ rows, free, by, validatorName }: PartsFrom): readonly Part[] {
  const keyOf = ({ position }: PositionRow): string =>
    by === 'subnet' ? String(position.netuid) : position.hotkey
  const example = new Map(rows.map((row) => [keyOf(row), row]))
  const groups = groupedWorth(
    rows.map(({ position }) => position),
    (position) => (by === 'subnet' ? String(position.netuid) : position.hotkey),
  ).filter(({ worth }) => worth > 0n)
  const whole = groups.reduce((sum, { worth }) => sum + worth, free as bigint)
  const share = (worth: bigint): number => (whole === 0n ? 0 : Number((worth * 10_000n) / whole))
  const label = (key: string): string => {
    const row = example.get(key)
    if (row === undefined) return ''
    return by === 'validator' ? validatorName(row) : row.name || `Subnet ${row.position.netuid}`
  }
  const isRoot = (key: string): boolean => by === 'subnet' && key === '0'
  const coloured = groups.slice(0, MOST_PARTS).filter(({ key }) => !isRoot(key))
  const hue = (key: string): string =>
    isRoot(key) ? 'part-root' : `part-${coloured.findIndex((each) => each.key === key) + 1}`
  const rest = rao(groups.slice(MOST_PARTS).reduce((sum, { worth }) => sum + worth, 0n))
  const others = groups.length - MOST_PARTS
  return [
    ...groups
      .slice(0, MOST_PARTS)
      .map(({ key, worth }) => ({ key: hue(key), label: label(key), worth, share: share(worth) })),
    {
      key: 'part-rest',
      label: others === 1 ? '1 other' : `${others} others`,
      worth: rest,
      share: share(rest),
    },
    { key: 'part-free', label: 'Not staked', worth: free, share: share(free) },
  ].filter(({ worth }) => worth > 0n)
}
