/** The popup: its first paint in a new browser, then the last known balance, then a fresh one. */
import { WALLET_PAGE } from '#shared/protocol/places.ts'
import { FLOOR, firstPaint, isWorkerRunning, OURS, pause, startBrowser } from './browser.ts'
import { ALICE, type Ground } from './ground.ts'
import type { Marks } from './in-page/marks.ts'
import { inPage } from './in-page.ts'
import { type Figure, figure, interleaved, type Limit, median, times } from './statistics.ts'

/** Each waits until the worker has nobody to keep its connection for. */
const UNCONNECTED_RUNS = 3
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
  const samples = await interleaved(runs, {
    floor: () => cold(FLOOR, '/page.html'),
    ours: () => cold(OURS, WALLET_PAGE),
  })
  return [figure('popup, new browser, to first paint', 'ms', samples, times(1.4))]
}

interface Opened {
  readonly paint: number
  readonly marks: Awaited<ReturnType<Marks['wait']>>
}

/** What was shown last: every opening must show something else. */
const lastTotals = new WeakMap<object, string>()

/** Opens the popup after the balance has changed on the chain, until the new balance stands there. */
async function openWithNews({ browser, chain, ours }: Ground): Promise<Opened> {
  await chain.faucet(ALICE.account, 1_000_000_000n)
  const tab = await browser.open(`${ours}${WALLET_PAGE}`, await inPage('marks'))
  const marks = await tab.evaluate<Opened['marks']>("marks.wait('fresh')")
  const paint = await firstPaint(tab)
  const total = await tab.evaluate<string>('marks.total()')
  await tab.close()
  if (total === lastTotals.get(browser)) throw new Error(`the fresh balance is the old one: ${total}`)
  lastTotals.set(browser, total)
  return { paint, marks }
}

async function floorPaint({ browser, floor }: Ground): Promise<number> {
  const tab = await browser.open(`${floor}/page.html`)
  const paint = await firstPaint(tab)
  await tab.close()
  return paint
}

interface PopupSamples {
  readonly floor: number[]
  /** The static shell, and the last known balance in it, before any script of ours is through. */
  readonly paint: number[]
  readonly first: number[]
  /** The same balance with a button that can be pressed. */
  readonly usable: number[]
  /** From there to the balance of now, both as they come into the document. */
  readonly later: number[]
}

const none = (): PopupSamples => ({ floor: [], paint: [], first: [], usable: [], later: [] })

async function take(ground: Ground, samples: PopupSamples): Promise<void> {
  samples.floor.push(await floorPaint(ground))
  const { paint, marks } = await openWithNews(ground)
  const { first, cached, fresh } = marks
  if (cached?.painted === undefined || fresh === undefined)
    throw new Error('the popup shows no balance, or the browser does not say when')
  samples.paint.push(paint)
  if (first?.painted !== undefined) samples.first.push(first.painted)
  samples.usable.push(cached.painted)
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
  const unconnected = none()
  const trips: number[] = []
  for (let run = 0; run < runs; run += 1) {
    await ground.settle()
    await ground.stopWorker(ground.ours)
    await take(ground, stopped)
    await ground.settle()
    if (!(await isWorkerRunning(ground.plain, ground.ours))) throw new Error('the worker stopped by itself')
    await take(ground, running)
    const url = JSON.stringify(ground.chain.url)
    const [, , ...settled] = await ground.plain.evaluate<number[]>(`bench.roundTrips(${url}, 12)`)
    trips.push(...settled)
  }
  for (let run = 0; run < Math.min(runs, UNCONNECTED_RUNS); run += 1) {
    await ground.forgetChain()
    if (!(await isWorkerRunning(ground.plain, ground.ours))) throw new Error('the worker stopped by itself')
    await take(ground, unconnected)
  }
  const trip = median(trips)
  return [
    told('popup, warm, worker stopped, to first paint', stopped, 'paint'),
    ...(stopped.first.length === 0
      ? []
      : [told('popup to last known balance, in the static shell', stopped, 'first')]),
    told('popup to last known balance and a usable button, worker stopped', stopped, 'usable', times(3)),
    told('the same, worker running', running, 'usable', times(3)),
    figure('round trip to the chain, from a page', 'ms', { floor: [], ours: trips }),
    figure(
      'from there to a fresh balance, worker running',
      'ms',
      { floor: [], ours: running.later },
      within('2 RTT + 15', 2 * trip + 15),
    ),
    figure('the same, its connection given up', 'ms', { floor: [], ours: unconnected.later }),
    figure(
      'from there to a fresh balance, worker stopped',
      'ms',
      { floor: [], ours: stopped.later },
      within('2.5 floor workers + 4 RTT + 15', 2.5 * median(floorStarts) + 4 * trip + 15),
    ),
  ]
}

function told(
  name: string,
  samples: PopupSamples,
  what: 'paint' | 'first' | 'usable',
  limit?: Limit,
): Figure {
  return figure(name, 'ms', { floor: samples.floor, ours: samples[what] }, limit)
}

function within(words: string, ms: number): Limit {
  return { rule: `≤ ${words} = ${ms.toFixed(1)}`, of: () => ms }
}
