/** The worker, stopped, until it answers: ours over the port a window opens, the floor's to one message. */
import type { Ground } from './ground.ts'
import { type Figure, figure, times } from './statistics.ts'

const ASK_FLOOR = `(async () => {
  const started = performance.now()
  await chrome.runtime.sendMessage('hello')
  return performance.now() - started
})()`

export async function benchWorker(ground: Ground, runs: number): Promise<readonly Figure[]> {
  const samples = { floor: [] as number[], ours: [] as number[] }
  const floor = await ground.browser.open(`${ground.floor}/page.html`)
  const window = await ground.wallet()
  for (let run = 0; run < runs; run += 1) {
    await ground.stopWorker(ground.floor)
    samples.floor.push(await floor.evaluate<number>(ASK_FLOOR))
    await ground.stopWorker(ground.ours)
    samples.ours.push(await window.evaluate<number>('bench.answer()'))
  }
  await floor.close()
  await window.close()
  return [figure('worker, stopped, until it says how the vault is', 'ms', samples, times(3))]
}
