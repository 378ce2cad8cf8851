/** Runs in the popup before its own scripts: notes when a person first sees their last known balance, and a fresh one. */

/**
 * `first`: the last known balance in the static shell. `button`: any button that can be pressed. `cached`: the total and
 * a usable Send. `fresh`: the total is the chain's of now.
 */
type MarkName = 'first' | 'button' | 'cached' | 'fresh'

/** Milliseconds since navigation. `at`: in the document; `painted`: on the screen, on the clock of the first paint. */
interface Mark {
  readonly at: number
  readonly painted: number | undefined
}

export interface Marks {
  /** Resolves with every mark there is once the named one is. */
  wait(name: MarkName): Promise<Partial<Record<MarkName, Mark>>>
  /** The total as it stood there when it was fresh. */
  total(): string
}

const at: Partial<Record<MarkName, number>> = {}
const painted: Partial<Record<string, number>> = {}
const waiting = new Set<() => void>()
let freshTotal = ''

/** @param parts what shows it: the browser is asked when these are painted */
function note(name: MarkName, isSo: boolean, parts: readonly Element[] = []): void {
  if (!isSo || at[name] !== undefined) return
  at[name] = performance.now()
  // Set before the frame in which an element is first painted, the attribute has the browser tell when that was.
  for (const part of parts)
    for (const each of [part, ...part.querySelectorAll('*')]) each.setAttribute('elementtiming', name)
  for (const go of waiting) go()
}

function look(): void {
  const first = document.querySelector<HTMLElement>('#first-total')
  if (first !== null) note('first', !first.hidden, [first])
  note('button', document.querySelector('button:enabled') !== null)
  const total = document.querySelector('section[aria-label^="Total"]')
  const send = [...document.querySelectorAll('button')].find((each) => each.textContent?.trim() === 'Send')
  if (total === null || send === undefined || send.disabled || !/\d/.test(total.textContent ?? '')) return
  note('cached', true, [send, total])
  if (at.fresh === undefined) freshTotal = total.querySelector('.amount')?.textContent ?? ''
  note('fresh', !total.classList.contains('old'))
}

new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const name = 'identifier' in entry ? String(entry.identifier) : ''
    painted[name] = Math.max(painted[name] ?? 0, entry.startTime)
  }
}).observe({ type: 'element', buffered: true })

new MutationObserver(look).observe(document, {
  subtree: true,
  childList: true,
  attributes: true,
  characterData: true,
})

const marks: Marks = {
  total: () => freshTotal,
  wait: async (name) => {
    while (at[name] === undefined) await new Promise<void>((go) => waiting.add(go))
    // Paint is told after it has happened.
    for (let looks = 0; at.cached !== undefined && painted['cached'] === undefined && looks < 100; looks += 1)
      await new Promise((done) => setTimeout(done, 20))
    return Object.fromEntries(
      Object.entries(at).map(([each, when]) => [each, { at: when, painted: painted[each] }]),
    )
  },
}
Object.assign(globalThis, { marks })
