/** The popup: its first paint in a new browser, then the last known balance, then a fresh one. */
import { WALLET_PAGE } from '#shared/protocol/places.ts'
import { FLOOR, firstPaint, isWorkerRunning, OURS, pause, startBrowser } from './browser.ts'
import { ALICE, type Ground } from './ground.ts'
import type { Marks } from './in-page/marks.ts'
import { inPage } from './in-page.ts'
import { type Figure, figure, median, times } from './statistics.ts'

/** Long enough for the browser's own start to be over. */
const SETTLE_MS = 700

async function cold(folder: string, path: string): Promise<number> {
  const browser = await startBrowser([folder])
  try {
    await pause(SETTLE_MS)
    return await firstPaint(await browser.open(`${browser.origin(folder)}${path}`))
  } finally {
    await browser.close()
  }
}

export async function benchFirstPaint(runs: number): Promise<readonly Figure[]> {
  const samples = { floor: [] as number[], ours: [] as number[] }
  for (let run = 0; run < runs; run += 1) {
    samples.floor.push(await cold(FLOOR, '/page.html'))
    samples.ours.push(await cold(OURS, WALLET_PAGE))
  }
  return [figure('popup, new browser, to first paint', 'ms', samples, times(1.4))]
}

interface Opened {
  readonly paint: number
  readonly marks: Awaited<ReturnType<Marks['wait']>>
}

/** Opens the popup after the balance has changed on the chain, until the new balance stands there. */
async function openWithNews({ browser, chain, ours }: Ground): Promise<Opened> {
  await chain.faucet(ALICE.account, 1_000_000_000n)
  const tab = await browser.open(`${ours}${WALLET_PAGE}`, await inPage('marks'))
  const marks = await tab.evaluate<Opened['marks']>("marks.wait('fresh')")
  const paint = await firstPaint(tab)
  await tab.close()
  return { paint, marks }
}

async function floorPaint({ browser, floor }: Ground): Promise<number> {
  const tab = await browser.open(`${floor}/page.html`)
  const paint = await firstPaint(tab)
  await tab.close()
  return paint
}

interface Samples {
  readonly floor: number[]
  readonly paint: number[]
  readonly shown: number[]
  readonly cached: number[]
  readonly fresh: number[]
  readonly later: number[]
}

const none = (): Samples => ({ floor: [], paint: [], shown: [], cached: [], fresh: [], later: [] })

function keep(samples: Samples, floor: number, { paint, marks }: Opened): void {
  const { cached, fresh } = marks
  if (cached === undefined || fresh === undefined) throw new Error('the popup shows no balance')
  if (cached.painted === undefined) throw new Error('the browser does not say when the balance was painted')
  samples.floor.push(floor)
  samples.paint.push(paint)
  samples.shown.push(cached.painted)
  samples.cached.push(cached.at)
  samples.fresh.push(fresh.at)
  samples.later.push(fresh.at - cached.at)
}

/**
 * To the last known balance and a usable button, and from there to the balance of now.
 * @param floorStarts how long the floor's stopped worker takes to answer, ms, of the same run
 */
export async function benchBalances(
  ground: Ground,
  runs: number,
  floorStarts: readonly number[],
): Promise<readonly Figure[]> {
  const stopped = none()
  const running = none()
  const trips: number[] = []
  for (let run = 0; run < runs; run += 1) {
    await ground.forgetChain()
    await ground.stopWorker(ground.ours)
    const before = await floorPaint(ground)
    keep(stopped, before, await openWithNews(ground))
    await ground.forgetChain()
    if (!(await isWorkerRunning(ground.plain, ground.ours))) throw new Error('the worker stopped by itself')
    const again = await floorPaint(ground)
    keep(running, again, await openWithNews(ground))
    trips.push(
      ...(
        await ground.plain.evaluate<number[]>(`bench.roundTrips(${JSON.stringify(ground.chain.url)}, 12)`)
      ).slice(2),
    )
  }
  const trip = median(trips)
  const start = median(floorStarts)
  const allowed = {
    running: 2 * trip + 15,
    stopped: 2.5 * start + 4 * trip + 15,
  }
  return [
    figure('popup, warm, worker stopped, to first paint', 'ms', {
      floor: stopped.floor,
      ours: stopped.paint,
    }),
    figure(
      'popup to last known balance and a usable button, worker stopped',
      'ms',
      { floor: stopped.floor, ours: stopped.shown },
      times(3),
    ),
    figure('the same, worker running', 'ms', { floor: running.floor, ours: running.shown }, times(3)),
    figure('round trip to the chain, from a page', 'ms', { floor: [], ours: trips }),
    figure(
      'from there to a fresh balance, worker running, not connected',
      'ms',
      { floor: [], ours: running.later },
      { rule: `≤ 2 RTT + 15 = ${allowed.running.toFixed(1)}`, of: () => allowed.running },
    ),
    figure(
      'from there to a fresh balance, worker stopped',
      'ms',
      { floor: [], ours: stopped.later },
      {
        rule: `≤ 2.5 floor worker starts + 4 RTT + 15 = ${allowed.stopped.toFixed(1)}`,
        of: () => allowed.stopped,
      },
    ),
  ]
}
