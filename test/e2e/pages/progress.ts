/** When a person first sees that something is waited for. */
import type { Page } from 'playwright-core'

export interface Sample {
  /** Since the bar was first drawn. */
  readonly ms: number
  readonly shown: boolean
}

/** Looks at the next progress bar in every frame, from its first on. Gives what was seen so far, as often as asked. */
export async function watchProgress(page: Page): Promise<() => Promise<readonly Sample[]>> {
  await page.evaluate(() => {
    const samples: Sample[] = []
    Object.assign(globalThis, { progressSeen: samples })
    const look = (bar: Element, since: () => number): void => {
      if (!bar.isConnected) return
      samples.push({
        ms: Number(document.timeline.currentTime) - since(),
        shown: getComputedStyle(bar).opacity !== '0',
      })
      requestAnimationFrame(() => look(bar, since))
    }
    const observer = new MutationObserver(() => {
      const bar = document.querySelector('[role=progressbar]')
      if (bar === null) return
      observer.disconnect()
      const came = Number(document.timeline.currentTime)
      // The browser says itself when it first drew the bar: frames are late on a machine that is busy.
      const [fading] = bar.getAnimations()
      if (fading !== undefined) {
        // So late that none may come in time: the bar is taken there, and back to its beginning.
        for (const ms of [0, 140, 279]) {
          fading.currentTime = ms
          samples.push({ ms, shown: getComputedStyle(bar).opacity !== '0' })
        }
        fading.currentTime = 0
      }
      look(bar, () => Number(fading?.startTime ?? came))
    })
    observer.observe(document, { childList: true, subtree: true })
  })
  return () => page.evaluate(() => (globalThis as unknown as { progressSeen: Sample[] }).progressSeen)
}
