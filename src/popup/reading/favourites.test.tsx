/**
 * What was marked stays marked, on its network only.
 * @vitest-environment happy-dom
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { click, type Drawn, draw } from '../../../test/build/drawn.tsx'
import { forget } from '../memory.ts'
import { useFavourites } from './favourites.ts'

function Probe({ network }: { readonly network: 'finney' | 'test' }) {
  const favourites = useFavourites('subnet', network)
  return (
    <button type="button" onClick={() => favourites.set(64, !favourites.has(64))}>
      {favourites.has(64) ? 'marked' : 'plain'}
    </button>
  )
}

const open: Drawn[] = []
const drawn = async (node: Parameters<typeof draw>[0]) => {
  const all = await draw(node)
  open.push(all)
  return all
}
beforeEach(() => localStorage.clear())
afterEach(async () => {
  for (const each of open.splice(0)) await each.end()
})

describe('a favourite', () => {
  it('is marked and unmarked, and is there when one comes back', async () => {
    const first = await drawn(<Probe network="finney" />)
    expect(first.text()).toBe('plain')
    await click(first.button('plain'))
    expect(first.text()).toBe('marked')
    expect((await drawn(<Probe network="finney" />)).text()).toBe('marked')
    await click(first.button('marked'))
    expect(first.text()).toBe('plain')
  })
  it('of one network is none of another', async () => {
    const here = await drawn(<Probe network="finney" />)
    await click(here.button('plain'))
    expect((await drawn(<Probe network="test" />)).text()).toBe('plain')
  })
  it('is forgotten with the wallet', async () => {
    const here = await drawn(<Probe network="finney" />)
    await click(here.button('plain'))
    forget()
    expect(localStorage.length).toBe(0)
  })
})
