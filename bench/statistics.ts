/** Medians, and how a figure is judged. */

export function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b)
  const low = sorted[Math.floor((sorted.length - 1) / 2)]
  const high = sorted[Math.floor(sorted.length / 2)]
  if (low === undefined || high === undefined) throw new Error('nothing was measured')
  return (low + high) / 2
}

export type Unit = 'ms' | 'kB' | 'MB' | 'calls' | 'pages' | 'rows'

export interface Limit {
  /** In words. */
  readonly rule: string
  /** In the figure's unit, made of the floor's median. */
  of(floor: number): number
}

export interface Samples {
  /** What the limit is made of, measured in the same run; empty where the limit is a number. */
  readonly floor: readonly number[]
  readonly ours: readonly number[]
}

/** One line of the table. `samples` are raw, in the order they were taken. */
export interface Figure {
  readonly name: string
  readonly unit: Unit
  readonly floor: number | undefined
  readonly ours: number
  /** Absent for what is only told. */
  readonly limit: number | undefined
  readonly rule: string
  readonly verdict: 'met' | 'MISSED' | ''
  readonly samples: Samples
}

/** A figure of medians. Without a limit it is told and not judged. */
export function figure(name: string, unit: Unit, samples: Samples, rule?: Limit): Figure {
  const floor = samples.floor.length === 0 ? undefined : median(samples.floor)
  const ours = median(samples.ours)
  const limit = rule?.of(floor ?? 0)
  const verdict = limit === undefined ? '' : ours <= limit ? 'met' : 'MISSED'
  return { name, unit, floor, ours, limit, rule: rule?.rule ?? '', verdict, samples }
}

/** Takes both kinds turn by turn, each first every other time, so that what else the machine does falls on both alike. */
export async function interleaved(
  runs: number,
  { floor, ours }: { floor(): Promise<number>; ours(): Promise<number> },
): Promise<Samples> {
  const samples = { floor: [] as number[], ours: [] as number[] }
  for (let run = 0; run < runs; run += 1) {
    if (run % 2 === 0) samples.floor.push(await floor())
    samples.ours.push(await ours())
    if (run % 2 === 1) samples.floor.push(await floor())
  }
  return samples
}

export function times(factor: number, plus = 0): Limit {
  return {
    rule: plus === 0 ? `≤ ${factor}×` : `≤ ${factor}× + ${plus}`,
    of: (floor) => floor * factor + plus,
  }
}

export function atMost(value: number): Limit {
  return { rule: `≤ ${value}`, of: () => value }
}

const shown = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1))

export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, unit, floor, ours, rule, verdict }) => [
    name,
    floor === undefined ? '' : shown(floor),
    `${shown(ours)} ${unit}`,
    floor === undefined || floor === 0 ? '' : `${(ours / floor).toFixed(2)}×`,
    rule,
    verdict,
  ])
  const all = [['what', 'floor', 'Taokey', 'ratio', 'at most', ''], ...rows]
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
