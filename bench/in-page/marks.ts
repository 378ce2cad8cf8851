/** Runs in the popup before its own scripts: notes when a person first sees their last known balance, and a fresh one. */

/** Milliseconds since navigation. `at`: in the document; `painted`: on the screen, on the clock of the first paint. */
interface Mark {
  readonly at: number
  readonly painted: number | undefined
}
type MarkName = 'button' | 'cached' | 'fresh'

export interface Marks {
  /** Resolves with every mark there is once the named one is. */
  wait(name: MarkName): Promise<Partial<Record<MarkName, Mark>>>
}

const at: Partial<Record<MarkName, number>> = {}
const painted: Partial<Record<MarkName, number>> = {}
const waiting = new Map<MarkName, (() => void)[]>()

function note(name: MarkName, isSo: boolean): void {
  if (!isSo || at[name] !== undefined) return
  at[name] = performance.now()
  for (const go of waiting.get(name) ?? []) go()
}

const buttonSaying = (text: string): HTMLButtonElement | undefined =>
  [...document.querySelectorAll('button')].find((button) => button.textContent?.trim() === text)

function look(): void {
  note('button', document.querySelector('button:enabled') !== null)
  const total = document.querySelector('section[aria-label="Total"]')
  const send = buttonSaying('Send')
  if (total === null || send === undefined || send.disabled || !/\d/.test(total.textContent ?? '')) return
  if (at.cached === undefined) for (const part of [send, total]) watchPaint(part)
  note('cached', true)
  note('fresh', !total.classList.contains('old'))
}

/** Set before the frame in which an element is first painted, this attribute has the browser tell when that was. */
function watchPaint(part: Element): void {
  for (const each of [part, ...part.querySelectorAll('*')]) each.setAttribute('elementtiming', 'cached')
}

new PerformanceObserver((list) => {
  for (const { startTime } of list.getEntries()) painted.cached = Math.max(painted.cached ?? 0, startTime)
}).observe({ type: 'element', buffered: true })

new MutationObserver(look).observe(document, {
  subtree: true,
  childList: true,
  attributes: true,
  characterData: true,
})

const marks: Marks = {
  wait: async (name) => {
    if (at[name] === undefined)
      await new Promise<void>((go) => waiting.set(name, [...(waiting.get(name) ?? []), go]))
    // Two frames: paint is told after it has happened.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    await new Promise((done) => setTimeout(done, 50))
    return Object.fromEntries(
      Object.entries(at).map(([each, when]) => [each, { at: when, painted: painted[each as MarkName] }]),
    )
  },
}
Object.assign(globalThis, { marks })
