/**
 * A screen is read once, and when its file is gone the window says so.
 * @vitest-environment happy-dom
 */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Drawn, draw } from '../../test/build/drawn.tsx'
import { lazyScreen } from './lazy-screen.tsx'

const open: Drawn[] = []
afterEach(async () => {
  for (const drawn of open.splice(0)) await drawn.end()
})
const drawn = async (node: Parameters<typeof draw>[0]) => {
  const all = await draw(node)
  open.push(all)
  return all
}
const Hello = ({ name }: { readonly name: string }) => <p>Hello {name}</p>

describe('a screen that is read when it is gone to', () => {
  it('is shown with what it was given, and read once only', async () => {
    const load = vi.fn(async () => ({ Hello }))
    const Lazy = lazyScreen(load, (module) => module.Hello)
    expect((await drawn(<Lazy name="Ann" />)).text()).toBe('Hello Ann')
    expect((await drawn(<Lazy name="Bob" />)).text()).toBe('Hello Bob')
    expect(load).toHaveBeenCalledOnce()
  })
  it('whose file is gone asks to open the window anew', async () => {
    const Lazy = lazyScreen(
      () => Promise.reject(new Error('gone')),
      () => Hello,
    )
    expect((await drawn(<Lazy name="Ann" />)).text()).toContain('updated while this window was open')
  })
})
