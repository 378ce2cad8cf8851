/**
 * Agreeing to what is dangerous takes holding, and the word that a finding asks for.
 * @vitest-environment happy-dom
 */
import { describe, expect, it } from 'vitest'
import { click, pass, send, type } from '../../../../test/build/drawn.tsx'
import { danger, empties, openingReviews } from '../../../../test/build/opened-review.tsx'
import { HOLD_MS } from '../../ui/hold-button.tsx'
import { INERT_MS } from './gate.ts'

const { openReview, resize } = openingReviews()

describe('a dangerous review', () => {
  const down = () => new PointerEvent('pointerdown', { bubbles: true, button: 0 })
  const up = () => new PointerEvent('pointerup', { bubbles: true })

  it('is agreed to by holding for two seconds', async () => {
    expect(HOLD_MS).toBe(2000)
    const { button, said } = await openReview({ findings: [danger] })
    await pass(INERT_MS)
    await send(button('Hold to send'), down())
    await pass(HOLD_MS - 1)
    expect(said).toEqual([])
    await pass(1)
    expect(said).toHaveLength(2)
  })

  it('is held by a key as well', async () => {
    const { button, said } = await openReview({ findings: [danger] })
    await pass(INERT_MS)
    await send(
      button('Hold to send'),
      new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true }),
    )
    await pass(HOLD_MS)
    expect(said).toHaveLength(2)
  })

  it('is not agreed to by a click', async () => {
    const { button, said } = await openReview({ findings: [danger] })
    await pass(INERT_MS)
    await click(button('Hold to send'))
    await pass(HOLD_MS)
    expect(said).toEqual([])
  })

  it('is not agreed to by letting go early', async () => {
    const { button, said } = await openReview({ findings: [danger] })
    await pass(INERT_MS)
    await send(button('Hold to send'), down())
    await pass(HOLD_MS - 1)
    await send(button('Keep holding…'), up())
    await pass(HOLD_MS)
    expect(said).toEqual([])
  })

  it('is let go of when the layout changes meanwhile', async () => {
    const { button, said } = await openReview({ findings: [danger] })
    await pass(INERT_MS)
    await send(button('Hold to send'), down())
    await pass(HOLD_MS / 2)
    resize()
    await pass(HOLD_MS)
    expect(said).toEqual([])
  })

  it('cannot be held by a script', async () => {
    const { button, said } = await openReview({ findings: [danger] })
    await pass(INERT_MS)
    await send(button('Hold to send'), down(), false)
    await pass(HOLD_MS)
    expect(said).toEqual([])
  })

  it('asks for its word before it can be held', async () => {
    const { button, place, said } = await openReview({ findings: [empties] })
    await pass(INERT_MS)
    await send(button('Hold to send'), down())
    await pass(HOLD_MS)
    expect(said).toEqual([])
    await type(place.querySelector('.review input'), 'EMPT')
    await pass(INERT_MS)
    await send(button('Hold to send'), down())
    await pass(HOLD_MS)
    expect(said).toEqual([])
    await type(place.querySelector('.review input'), 'EMPTY')
    await pass(INERT_MS)
    await send(button('Hold to send'), down())
    await pass(HOLD_MS)
    expect(said).toHaveLength(2)
  })

  it('asks for its word again when it is read again', async () => {
    const { button, place, said } = await openReview({ findings: [empties], cutOff: 'deciding' })
    await type(place.querySelector('.review input'), 'EMPTY')
    await pass(INERT_MS)
    await send(button('Hold to send'), down())
    await pass(HOLD_MS)
    expect(said).toHaveLength(2)
    await click(button('Review again'))
    await pass(1)
    expect(place.querySelector<HTMLInputElement>('.review input')?.value).toBe('')
  })

  it('is dangerous also when only the chain’s facts say so', async () => {
    const { hasButton } = await openReview({ facts: [danger] })
    expect(hasButton('Hold to send')).toBe(true)
  })
})
