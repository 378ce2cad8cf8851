/** What the popup and the worker hold in memory after a collection of garbage. */
import { WALLET_PAGE, WORKER_SCRIPT } from '#shared/protocol/places.ts'
import { heapOf } from './browser.ts'
import { ALICE, BOB, type Ground } from './ground.ts'
import { inPage } from './in-page.ts'
import { atMost, type Figure, figure } from './statistics.ts'

async function popupHeaps({ browser, floor, ours }: Ground): Promise<readonly [number, number]> {
  const bare = await browser.open(`${floor}/page.html`)
  const floorHeap = await heapOf(bare)
  await bare.close()
  const tab = await browser.open(`${ours}${WALLET_PAGE}`, await inPage('marks'))
  await tab.evaluate("marks.wait('fresh')")
  const heap = await heapOf(tab)
  await tab.close()
  return [floorHeap, heap]
}

async function workerHeaps(ground: Ground): Promise<readonly [number, number]> {
  const { browser, floor, ours } = ground
  await ground.stopWorker(ours)
  const bare = await browser.open(`${floor}/page.html`)
  await bare.evaluate("chrome.runtime.sendMessage('hello')")
  const floorWorker = await browser.find(`${floor}/floor-worker.js`)
  const floorHeap = floorWorker && (await heapOf(floorWorker))
  await bare.close()
  const window = await ground.wallet()
  await window.evaluate(`bench.propose('${ALICE.address}', '${BOB}')`)
  const worker = await browser.find(`${ours}${WORKER_SCRIPT}`)
  const heap = worker && (await heapOf(worker))
  await window.close()
  if (floorHeap === undefined || heap === undefined) throw new Error('a worker was not found')
  return [floorHeap, heap]
}

export async function benchMemory(ground: Ground, runs: number): Promise<readonly Figure[]> {
  const popup = { floor: [] as number[], ours: [] as number[] }
  const worker = { floor: [] as number[], ours: [] as number[] }
  for (let run = 0; run < runs; run += 1) {
    const [floorPopup, ourPopup] = await popupHeaps(ground)
    popup.floor.push(floorPopup)
    popup.ours.push(ourPopup)
    const [floorWorker, ourWorker] = await workerHeaps(ground)
    worker.floor.push(floorWorker)
    worker.ours.push(ourWorker)
  }
  return [
    figure('heap of the popup, with the bridge in it', 'MB', popup, atMost(6)),
    figure('heap of the worker, metadata loaded', 'MB', worker, atMost(6)),
  ]
}
