/** The worker, stopped, until it answers: ours over the port a window opens, the floor's to one message. */
import type { Ground } from './ground.ts'
import { type Figure, figure, interleaved, times } from './statistics.ts'

const ASK_FLOOR = `(async () => {
  const started = performance.now()
  await chrome.runtime.sendMessage('hello')
  return performance.now() - started
})()`

export async function benchWorker(ground: Ground, runs: number): Promise<readonly Figure[]> {
  const floor = await ground.browser.open(`${ground.floor}/page.html`)
  const window = await ground.wallet()
  const samples = await interleaved(runs, {
    floor: async () => {
      await ground.stopWorker(ground.floor)
      return floor.evaluate<number>(ASK_FLOOR)
    },
    ours: async () => {
      await ground.stopWorker(ground.ours)
      return window.evaluate<number>('bench.answer()')
    },
  })
  await floor.close()
  await window.close()
  return [figure('worker, stopped, until it says how the vault is', 'ms', samples, times(3))]
}
