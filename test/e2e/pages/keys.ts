/** The wallet without a pointer: what a person who works by keys can reach, and what they see of where they are. */
import type { Page } from 'playwright-core'

/** More stops than any screen has. */
const STOPS = 60

/** Where the focus is. */
interface Stop {
  /** As it is read out. */
  readonly name: string
  readonly tag: string
  /** Whether an outline or a shadow shows it, on the control or around it. */
  readonly isShown: boolean
}

export interface Hands {
  /** Tabs to the control of that name; every stop on the way has to be seen. `backwards` with Shift. */
  to(name: string | RegExp, backwards?: 'backwards'): Promise<void>
  press(...keys: readonly string[]): Promise<void>
  type(text: string): Promise<void>
  /** Tabs there and presses Enter. */
  go(name: string | RegExp, backwards?: 'backwards'): Promise<void>
  at(): Promise<Stop>
}

export function handsOn(page: Page): Hands {
  const at = () => page.evaluate(stop)
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const to: Hands['to'] = async (name, backwards) => {
    const isThere = (stands: Stop) =>
      typeof name === 'string' ? stands.name === name : name.test(stands.name)
    const passed: string[] = []
    for (let stops = 0; stops < STOPS; stops += 1) {
      const stands = await at()
      if (stands.tag !== 'body' && isThere(stands)) return
      await press(backwards === undefined ? 'Tab' : 'Shift+Tab')
      const next = await at()
      passed.push(next.name.slice(0, 40))
      // Past the last control the focus leaves the page, and comes back to its first.
      if (next.tag !== 'body' && !next.isShown)
        throw new Error(`no ring shows that “${next.name}” has the focus`)
    }
    throw new Error(`“${String(name)}” is not reached by keys; passed: ${passed.join(' | ')}`)
  }
  return {
    at,
    press,
    to,
    type: (text) => page.keyboard.type(text),
    go: async (name, backwards) => {
      await to(name, backwards)
      await press('Enter')
    },
  }
}

/** Runs in the page. */
function stop(): Stop {
  const element = document.activeElement ?? document.body
  const labelled = element.getAttribute('aria-labelledby')
  const label = labelled === null ? null : document.getElementById(labelled)
  const own = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
  const text = own ? element.labels?.[0]?.innerText : (label ?? (element as HTMLElement)).innerText
  const around = element.closest('.input, .card.field')
  const isShown = [element, ...(own && around !== null ? [around] : [])].some((each) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each)
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
  })
  const name = (element.getAttribute('aria-label') ?? text ?? '').replace(/\s+/g, ' ').trim()
  return { name, tag: element.localName, isShown }
}
