/** Runs in the popup: walks to a list as a person does, goes down it, and counts the rows that are in the document. */

const STEPS = 24

async function until<T>(look: () => T | null | undefined): Promise<T> {
  for (;;) {
    const found = look()
    if (found !== null && found !== undefined) return found
    await new Promise(requestAnimationFrame)
  }
}

function scrollerOf(element: Element): Element {
  const { parentElement } = element
  if (parentElement === null || element.scrollHeight > element.clientHeight + 100) return element
  return scrollerOf(parentElement)
}

const lists = {
  /** Presses the first control of this text once it is there. */
  async press(text: string): Promise<void> {
    const control = await until(() =>
      [...document.querySelectorAll<HTMLElement>('button')].find(
        (each) => each.textContent?.trim() === text || each.getAttribute('aria-label') === text,
      ),
    )
    control.click()
  },

  /** The most rows the list of this name has in the document at a time, and how many it says it has. */
  async rows(label: string): Promise<{ readonly most: number; readonly all: number }> {
    const list = await until(() => document.querySelector(`ul[aria-label="${label}"]:has(li)`))
    const scroller = scrollerOf(list.parentElement ?? list)
    let most = 0
    for (let step = 0; step <= STEPS; step += 1) {
      scroller.scrollTop = (scroller.scrollHeight * step) / STEPS
      await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      most = Math.max(most, list.querySelectorAll(':scope > li').length)
    }
    return { most, all: Number(list.querySelector('li')?.getAttribute('aria-setsize')) }
  },
}
export type Lists = typeof lists

Object.assign(globalThis, { lists })
