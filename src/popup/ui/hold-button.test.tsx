/**
 * What cannot be taken back takes two seconds of meaning it.
 * @vitest-environment happy-dom
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Drawn, draw, pass, send } from '../../../test/build/drawn.tsx'
import { HOLD_MS, HoldButton } from './hold-button.tsx'

let open: Drawn | undefined
beforeEach(() => void vi.useFakeTimers())
afterEach(async () => {
  await open?.end()
  vi.useRealTimers()
})

async function hold(disabled = false) {
  const onHeld = vi.fn()
  open = await draw(
    <HoldButton disabled={disabled} onHeld={onHeld}>
      Hold
    </HoldButton>,
  )
  const button = open.button(/Hold/)
  const pointer = (name: string) => send(button, new PointerEvent(name, { bubbles: true, button: 0 }))
  const key = (name: string, init: KeyboardEventInit) =>
    send(button, new KeyboardEvent(name, { bubbles: true, cancelable: true, ...init }))
  return { onHeld, button, pointer, key }
}

describe('a button that is held', () => {
  it('does nothing before the time is over', async () => {
    const { onHeld, pointer } = await hold()
    await pointer('pointerdown')
    await pass(HOLD_MS - 1)
    expect(onHeld).not.toHaveBeenCalled()
    await pass(1)
    expect(onHeld).toHaveBeenCalledOnce()
  })
  it.each(['pointerup', 'pointerout', 'pointercancel'])('starts over at %s', async (end) => {
    const { onHeld, pointer } = await hold()
    await pointer('pointerdown')
    await pass(HOLD_MS - 100)
    await pointer(end)
    await pass(HOLD_MS)
    expect(onHeld).not.toHaveBeenCalled()
  })
  it('starts over when it loses the focus', async () => {
    const { onHeld, button, pointer } = await hold()
    await pointer('pointerdown')
    await send(button, new FocusEvent('focusout', { bubbles: true }))
    await pass(HOLD_MS)
    expect(onHeld).not.toHaveBeenCalled()
  })
  it('is held by a key as well, whose repeats do not start it anew', async () => {
    const { onHeld, key } = await hold()
    await key('keydown', { key: ' ' })
    await pass(HOLD_MS / 2)
    await key('keydown', { key: ' ', repeat: true })
    await pass(HOLD_MS / 2)
    expect(onHeld).toHaveBeenCalledOnce()
  })
  it('lets go with the key', async () => {
    const { onHeld, key } = await hold()
    await key('keydown', { key: 'Enter' })
    await key('keyup', { key: 'Enter' })
    await pass(HOLD_MS)
    expect(onHeld).not.toHaveBeenCalled()
  })
  it('does nothing while it is disabled', async () => {
    const { onHeld, pointer } = await hold(true)
    await pointer('pointerdown')
    await pass(HOLD_MS)
    expect(onHeld).not.toHaveBeenCalled()
  })
  it('does nothing any more once it is gone', async () => {
    const { onHeld, pointer } = await hold()
    await pointer('pointerdown')
    await open?.end()
    await pass(HOLD_MS)
    expect(onHeld).not.toHaveBeenCalled()
  })
})
