/** How a screen is looked at: by axe in both themes, at its edges, for what still moves, and in pictures for people. */
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright-core'

const THEMES = ['dark', 'light'] as const
/** Everything that says how it conforms, what is good practice, and what is still tried out. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'experimental']
const POPUP = { width: 360, height: 600 }
const TAB = { width: 1000, height: 760 }
/** The same two at 200 %, as Chrome lays them out: it gives a popup no more than 600 of its own pixels in height. */
const MAGNIFIED = { popup: { width: 360, height: 300 }, tab: { width: 500, height: 380 } }
const PICTURES = resolve(import.meta.dirname, '../../../test-out/screens')

export interface Looker {
  /** What is wrong with the screen in view, one line each; pictures are left as `<theme>-<name>.png`. */
  look(page: Page, name: string): Promise<readonly string[]>
  /** Every screen looked at so far. */
  readonly seen: readonly string[]
}

export function createLooker(): Looker {
  const seen: string[] = []
  return {
    seen,
    look: async (page, name) => {
      seen.push(name)
      await mkdir(PICTURES, { recursive: true })
      // What is still being read from the disk is no screen yet.
      for (const opening of [page.getByRole('progressbar', { name: 'Opening' }), page.locator('.shell')])
        await opening.waitFor({ state: 'detached' })
      const found: string[] = []
      for (const theme of THEMES) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        await settled(page)
        found.push(...(await judge(page)).map((what) => `${theme} ${name}: ${what}`))
        await page.screenshot({ path: resolve(PICTURES, `${theme}-${name}.png`) })
      }
      found.push(...(await atEdges(page)).map((what) => `${name}: ${what}`))
      await page.setViewportSize(TAB)
      found.push(...(await atEdges(page)).map((what) => `${name} in a tab: ${what}`))
      await page.screenshot({ path: resolve(PICTURES, `tab-${name}.png`) })
      for (const [what, size] of Object.entries(MAGNIFIED)) {
        await page.setViewportSize(size)
        found.push(...(await atEdges(page)).map((where) => `${name} in a ${what} at 200 %: ${where}`))
      }
      await page.setViewportSize(POPUP)
      await page.emulateMedia({ colorScheme: 'dark' })
      return found
    },
  }
}

/**
 * The other theme's colours are there: they are faded to within a millisecond, and drawn with the next frame. What is out
 * of view the browser leaves half way.
 */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame)
    for (const fading of document.getAnimations()) if (fading instanceof CSSTransition) fading.finish()
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
  })
}

/** What axe finds. Its text is evaluated by the debugger: the page's policy would let in no script. */
export async function judge(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  return page.evaluate(async (rules) => {
    const { axe: judging } = globalThis as unknown as { axe: typeof axe }
    const { violations } = await judging.run(document, {
      runOnly: rules,
      resultTypes: ['violations'],
      preload: false,
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary = '' }) =>
          `${id} at ${target.join(' ')}: ${failureSummary.split('\n').slice(1).join(' ')}`,
      ),
    )
  }, RULES)
}

/** What sticks out, what is cut off, and what moves although a person asked for stillness. */
async function atEdges(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const called = (element: Element): string => {
      const { className } = element
      const say =
        typeof className === 'string' && className !== '' ? `.${className.replaceAll(' ', '.')}` : ''
      return `${element.localName}${say} “${element.textContent.trim().slice(0, 40)}”`
    }
    const page = document.documentElement
    if (page.scrollHeight > innerHeight) found.push(`the page is ${page.scrollHeight} high in ${innerHeight}`)
    if (page.scrollWidth > innerWidth) found.push(`the page is ${page.scrollWidth} wide in ${innerWidth}`)
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const style = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      const isSeen = element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
      if (!isSeen || box.width < 2 || element.closest('.unseen, .progress') !== null) continue
      const isHeld = element.parentElement?.closest('.cut') !== null
      if (!isHeld && (box.right > innerWidth + 1 || box.left < -1))
        found.push(`${called(element)} sticks out of the view`)
      const isCut = element.scrollWidth > element.clientWidth + 1 && style.display !== 'inline'
      const isMeant = style.textOverflow === 'ellipsis' || element.localName === 'input'
      if (isCut && style.overflowX !== 'visible' && !isMeant) found.push(`${called(element)} is cut off`)
    }
    for (const animation of document.getAnimations()) {
      const { duration, iterations } = animation.effect?.getComputedTiming() ?? {}
      if (animation.playState === 'running' && Number(duration) > 1 && iterations !== 0)
        found.push(`something moves for ${String(duration)} ms, ${String(iterations)} times`)
    }
    return found
  })
}
