/** When a person first sees that something is waited for. */
import type { Page } from 'playwright-core'

export interface Sample {
  /** Since the bar came into the document. */
  readonly ms: number
  readonly shown: boolean
}

/** Looks at the next progress bar in every frame, from its first on. Gives what was seen so far, as often as asked. */
export async function watchProgress(page: Page): Promise<() => Promise<readonly Sample[]>> {
  await page.evaluate(() => {
    const samples: Sample[] = []
    Object.assign(globalThis, { progressSeen: samples })
    const look = (bar: Element, since: number): void => {
      if (!bar.isConnected) return
      samples.push({ ms: performance.now() - since, shown: getComputedStyle(bar).opacity !== '0' })
      requestAnimationFrame(() => look(bar, since))
    }
    const observer = new MutationObserver(() => {
      const bar = document.querySelector('[role=progressbar]')
      if (bar === null) return
      observer.disconnect()
      look(bar, performance.now())
    })
    observer.observe(document, { childList: true, subtree: true })
  })
  return () => page.evaluate(() => (globalThis as unknown as { progressSeen: Sample[] }).progressSeen)
}
