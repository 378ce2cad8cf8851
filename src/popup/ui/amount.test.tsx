/**
 * No digit is lost: what is not shown is one tap away, and nothing that is there reads as nothing.
 * @vitest-environment happy-dom
 */
import { afterEach, describe, expect, it } from 'vitest'
import { click, type Drawn, draw } from '../../../test/build/drawn.tsx'
import { Amount, BigAmount, shownDigits, WholeAmount } from './amount.tsx'

const open: Drawn[] = []
afterEach(async () => {
  for (const drawn of open.splice(0)) await drawn.end()
})
const drawn = async (node: Parameters<typeof draw>[0]) => {
  const all = await draw(node)
  open.push(all)
  return all
}

describe('an amount', () => {
  it('shows four decimals and keeps all of them in its title', async () => {
    const { place, text } = await drawn(<Amount value={1_284_520_799_999n} />)
    expect(text()).toBe('τ1,284.5207')
    expect(place.querySelector('[title]')?.getAttribute('title')).toBe('τ 1284.520799999')
  })
  it('never rounds up', async () => {
    expect((await drawn(<Amount value={999_999_999n} />)).text()).toBe('τ0.9999')
  })
  it('shows more digits where four would read as nothing', () => {
    expect(shownDigits(500n)).toBe(8)
    expect(shownDigits(1n)).toBe(9)
    expect(shownDigits(0n)).toBe(4)
    expect(shownDigits(100_000n)).toBe(4)
  })
  it('that is agreed to is shown whole', async () => {
    expect((await drawn(<WholeAmount value={1_000_000_001n} />)).text()).toBe('τ1.000000001')
    expect((await drawn(<WholeAmount value={2_000_000_000n} unit="α" />)).text()).toBe('α2')
  })
})

describe('the one number of a screen', () => {
  it('shows all digits when it is pressed, and fewer again', async () => {
    const all = await drawn(<BigAmount value={1_284_520_799_999n} />)
    const button = all.button('τ1,284.5207')
    await click(button)
    expect(all.text()).toBe('τ1,284.520799999')
    await click(button)
    expect(all.text()).toBe('τ1,284.5207')
  })
})
