/**
 * A screen that cannot be drawn is told of, and not gone back to.
 * @vitest-environment happy-dom
 */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Drawn, draw } from '../../test/build/drawn.tsx'
import { Mishap } from './mishap.tsx'

let open: Drawn | undefined
afterEach(async () => {
  await open?.end()
  vi.restoreAllMocks()
})

function Broken(): never {
  throw new Error('drawn wrongly')
}

describe('a screen that breaks', () => {
  it('leaves a sentence and a way on', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    open = await draw(
      <Mishap>
        <Broken />
      </Mishap>,
    )
    expect(open.text()).toContain('Nothing is lost')
    expect(open.hasButton('Open the wallet anew')).toBe(true)
  })
  it('is shown as it is when it does not', async () => {
    open = await draw(<Mishap>fine</Mishap>)
    expect(open.text()).toBe('fine')
  })
})
