/** Positions out of a node's answer, in fresh processes: how the time grows with their number, against dynamic decoding. */
import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { type Figure, figure, interleaved, median, times } from './statistics.ts'

const execute = promisify(execFile)
/** Of so many, the limit is on the dynamic decoder's time. */
const JUDGED = 1_000
const MOST = 5_000
const CURVE = [1, 10, 100] as const

async function once(how: 'dynamic' | 'ours', count: number): Promise<number> {
  const script = resolve(import.meta.dirname, 'positions-once.ts')
  const { stdout } = await execute(process.execPath, ['--import', 'tsx', script, how, String(count)])
  return Number(stdout)
}

export async function benchPositions(runs: number): Promise<readonly Figure[]> {
  const few: Figure[] = []
  for (const count of CURVE) few.push(told(count, await taken(runs, count)))
  const judged = await taken(runs, JUDGED)
  const most = await taken(runs, MOST)
  const first = median(judged.ours)
  return [
    ...few,
    figure(`${words(JUDGED)}; floor: dynamic decoding`, 'ms', judged, times(0.35)),
    figure(
      `${words(MOST)}; floor: 1,000`,
      'ms',
      { floor: judged.ours, ours: most.ours },
      {
        rule: '≤ 6×',
        of: () => first * 6,
      },
    ),
  ]
}

const taken = (runs: number, count: number) =>
  interleaved(runs, { floor: () => once('dynamic', count), ours: () => once('ours', count) })

const words = (count: number): string => `${count.toLocaleString('en-GB')} positions decoded, cold`

function told(count: number, samples: Awaited<ReturnType<typeof taken>>): Figure {
  return figure(`${words(count)}; floor: dynamic decoding`, 'ms', samples)
}
