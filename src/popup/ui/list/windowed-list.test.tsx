/**
 * A list of thousands is a few dozen rows to the page, and all of its rows to a person.
 * @vitest-environment happy-dom
 */
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { click, type Drawn, draw, send } from '../../../../test/build/drawn.tsx'
import { ListRow } from './list-row.tsx'
import { SortTabs } from './sort-tabs.tsx'
import { Star } from './star.tsx'
import { MOST_ROWS } from './window.ts'
import { ROW_HEIGHT, WindowedList } from './windowed-list.tsx'

const VIEW = 480
const open: Drawn[] = []
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(VIEW)
  // The page of the test has no layout: a list lies at the top of its screen, less what was scrolled.
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    const scrolled = this.closest('.body')?.scrollTop ?? 0
    return new DOMRect(0, this.localName === 'ul' ? -scrolled : 0, 328, VIEW)
  })
})
afterEach(async () => {
  for (const drawn of open.splice(0)) await drawn.end()
  vi.restoreAllMocks()
})

const focus = (element: HTMLElement) => act(async () => element.focus())
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at)
async function openList(rows: readonly number[], onOpen: (row: number) => void = () => {}) {
  const list = (shown: readonly number[]) => (
    <div className="body">
      <WindowedList label="Subnets" rows={shown} keyOf={String}>
        {(row, tabIndex) => <ListRow title={`Row ${row}`} tabIndex={tabIndex} onClick={() => onOpen(row)} />}
      </WindowedList>
    </div>
  )
  const drawn = await draw(list(rows))
  open.push(drawn)
  const scroller = drawn.place.querySelector('.body') ?? document.body
  return {
    ...drawn,
    items: () => [...drawn.place.querySelectorAll('li')],
    show: (shown: readonly number[]) => drawn.redraw(list(shown)),
    scrollTo: async (top: number) => {
      scroller.scrollTop = top
      await send(scroller, new Event('scroll'))
    },
    press: (key: string) =>
      send(
        document.activeElement ?? document.body,
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      ),
  }
}

describe('a list of four thousand', () => {
  it('puts at most forty rows into the page, wherever one is in it', async () => {
    const { items, scrollTo } = await openList(numbers(4000))
    for (const row of [0, 7, 2000, 3999]) {
      await scrollTo(row * ROW_HEIGHT)
      expect(items().length).toBeLessThanOrEqual(MOST_ROWS)
      expect(items().some((item) => item.textContent === `Row ${row}`)).toBe(true)
    }
  })
  it('tells each row its place among all of them', async () => {
    const { items, scrollTo } = await openList(numbers(4000))
    await scrollTo(2000 * ROW_HEIGHT)
    const item = items().find(({ textContent }) => textContent === 'Row 2000')
    expect(item?.getAttribute('aria-posinset')).toBe('2001')
    expect(item?.getAttribute('aria-setsize')).toBe('4000')
  })
  it('is as high as all of its rows, so that its bar tells the truth', async () => {
    const { place } = await openList(numbers(4000))
    expect(place.querySelector('ul')?.style.height).toBe(`${4000 * ROW_HEIGHT}px`)
  })
  it('is one stop for Tab', async () => {
    const { place } = await openList(numbers(4000))
    expect(place.querySelectorAll('[tabindex="0"]').length).toBe(1)
  })
  it('is walked by arrows, pages and its ends, and the focus goes along', async () => {
    const { button, press } = await openList(numbers(4000))
    await focus(button('Row 0'))
    const walked: (string | null | undefined)[] = []
    for (const key of ['ArrowDown', 'PageDown', 'End', 'ArrowDown', 'ArrowUp', 'Home', 'ArrowUp']) {
      await press(key)
      walked.push(document.activeElement?.textContent)
    }
    expect(walked).toEqual(['Row 1', 'Row 9', 'Row 3999', 'Row 3999', 'Row 3998', 'Row 0', 'Row 0'])
  })
  it('keeps the focus on its row while that is scrolled far out of view', async () => {
    const { button, scrollTo, items } = await openList(numbers(4000))
    await focus(button('Row 3'))
    await scrollTo(3000 * ROW_HEIGHT)
    expect(document.activeElement?.textContent).toBe('Row 3')
    expect(items().length).toBeLessThanOrEqual(MOST_ROWS)
  })
  it('keeps the focus on its row when the order changes', async () => {
    const { button, show } = await openList(numbers(4000))
    await focus(button('Row 3'))
    await show(numbers(4000).reverse())
    expect(document.activeElement?.textContent).toBe('Row 3')
  })
  it('leads on from a row', async () => {
    const onOpen = vi.fn()
    const { button } = await openList(numbers(4000), onOpen)
    await click(button('Row 5'))
    expect(onOpen).toHaveBeenCalledWith(5)
  })
})

describe('a list that grows shorter', () => {
  it('shows what is left', async () => {
    const { items, show, scrollTo } = await openList(numbers(4000))
    await scrollTo(3000 * ROW_HEIGHT)
    await scrollTo(0)
    await show([7])
    expect(items().map(({ textContent }) => textContent)).toEqual(['Row 7'])
    await show([])
    expect(items()).toEqual([])
  })
})

describe('the ways to sort', () => {
  const options = [
    { by: 'worth', label: 'Value', goes: 'down', of: () => 0 },
    { by: 'name', label: 'Name', goes: 'up', of: () => 0 },
  ] as const
  it('turn round when the one that holds is pressed', async () => {
    const onChange = vi.fn()
    const drawn = await draw(
      <SortTabs options={options} value={{ by: 'worth', isTurned: false }} onChange={onChange} />,
    )
    open.push(drawn)
    await click(drawn.button(/^Value/))
    await click(drawn.button('Name'))
    expect(onChange.mock.calls).toEqual([
      [{ by: 'worth', isTurned: true }],
      [{ by: 'name', isTurned: false }],
    ])
  })
  it('say which way they go', async () => {
    const drawn = await draw(
      <SortTabs options={options} value={{ by: 'worth', isTurned: true }} onChange={() => {}} />,
    )
    open.push(drawn)
    expect(drawn.text()).toContain('Value ↑, rising')
  })
})

describe('a star', () => {
  it('says whether it is on, and of what', async () => {
    const onChange = vi.fn()
    const drawn = await draw(<Star name="Chutes" isOn onChange={onChange} />)
    open.push(drawn)
    const star = drawn.button('Favourite: Chutes')
    expect(star.getAttribute('aria-pressed')).toBe('true')
    await click(star)
    expect(onChange).toHaveBeenCalledWith(false)
  })
})
