/**
 * A person's own clicks and keys put off the lock, and the room is not told of each.
 * @vitest-environment happy-dom
 */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Drawn, draw, send } from '../../test/build/drawn.tsx'
import { useTouch } from './use-touch.ts'

const open: Drawn[] = []
afterEach(async () => {
  for (const drawn of open.splice(0)) await drawn.end()
})

function Touched({ isOpen, touch }: { readonly isOpen: boolean; readonly touch: () => void }) {
  useTouch(isOpen, touch)
  return null
}

async function touched(isOpen: boolean) {
  const touch = vi.fn()
  open.push(await draw(<Touched isOpen={isOpen} touch={touch} />))
  return touch
}
const press = (isTrusted = true) => send(window, new KeyboardEvent('keydown', { key: 'a' }), isTrusted)

describe('touching', () => {
  it('is told once for keys in quick succession', async () => {
    const touch = await touched(true)
    await press()
    await press()
    expect(touch).toHaveBeenCalledTimes(1)
  })
  it('is not told of what a script does', async () => {
    const touch = await touched(true)
    await press(false)
    expect(touch).not.toHaveBeenCalled()
  })
  it('is not told while there is nothing to lock', async () => {
    const touch = await touched(false)
    await press()
    expect(touch).not.toHaveBeenCalled()
  })
})
