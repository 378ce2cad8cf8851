/**
 * Agreeing takes a person and a review that stood still; rejecting takes nothing.
 * @vitest-environment happy-dom
 */
import { describe, expect, it } from 'vitest'
import type { Hash } from '#shared/domain/bytes.ts'
import { click, clickTwice, pass, send } from '../../../../test/build/drawn.tsx'
import { approval, danger, METADATA, openingReviews, review } from '../../../../test/build/opened-review.tsx'
import { INERT_MS } from './gate.ts'

const { openReview, resize } = openingReviews()

describe('who hears the review', () => {
  it('is told what is asked once it is read, and again at either button', async () => {
    const { place, button } = await openReview({ readsMs: 500, isEarly: true, findings: [danger] })
    const heard = place.querySelector('[aria-live=polite]')
    expect(heard?.textContent).not.toContain('Send')
    await pass(500)
    expect(place.querySelector('[aria-live=polite]')).toBe(heard)
    expect(heard?.querySelector('.say')?.textContent).toMatch(/^Send τ10.500000001/)
    expect(heard?.querySelector('.note.danger')).not.toBeNull()
    for (const each of [button('Reject'), button(/^Hold to send/)])
      expect(each.getAttribute('aria-describedby')).toBe(heard?.id)
  })
})

describe('agreeing', () => {
  it('does nothing until the review has stood still for the whole wait', async () => {
    const { button, said } = await openReview()
    await pass(INERT_MS - 10)
    await click(button('Send'))
    expect(said).toEqual([])
  })

  it('tells the room first, then the background, both of the digest the room gave', async () => {
    const { button, said, heard } = await openReview()
    await pass(INERT_MS)
    await click(button('Send'))
    const { id } = approval
    expect(said).toEqual([
      { consent: { id, digest: review.digest, verdict: true } },
      { decide: { id, digest: review.digest, verdict: true, metadataHash: METADATA } },
    ])
    expect(heard.agreed).toHaveBeenCalledWith('tx')
  })

  it('is to what was read before the screen stood, where that was read', async () => {
    const digest = `0x${'ea'.repeat(32)}` as Hash
    const material = { approval, metadata: '', fee: null, own: null, payer: null, findings: [], ruled: null }
    const { button, said } = await openReview({
      ahead: { kind: 'read', material, review: { ...review, digest } },
    })
    await pass(INERT_MS)
    await click(button('Send'))
    expect(said[0]).toEqual({ consent: { id: approval.id, digest, verdict: true } })
  })

  it('is to what is read now, where reading ahead failed', async () => {
    const failure = { code: 'offline', details: undefined } as const
    const { button, said } = await openReview({ ahead: { kind: 'failed', failure } })
    await pass(INERT_MS)
    await click(button('Send'))
    expect(said[0]).toEqual({ consent: { id: approval.id, digest: review.digest, verdict: true } })
  })

  it('is not possible to a script', async () => {
    const { button, said } = await openReview()
    await pass(INERT_MS)
    await click(button('Send'), false)
    expect(said).toEqual([])
  })

  it('is inert while the room still reads, however long that takes', async () => {
    const { button, said } = await openReview({ readsMs: 5000, isEarly: true })
    await pass(3 * INERT_MS)
    await click(button('Reading…'))
    await pass(5000 - 3 * INERT_MS)
    await click(button('Send'))
    expect(said).toEqual([])
    await pass(INERT_MS)
    await click(button('Send'))
    expect(said).toHaveLength(2)
  })

  it('waits anew when the layout changes', async () => {
    const { button, said } = await openReview()
    await pass(INERT_MS)
    resize()
    await click(button('Send'))
    expect(said).toEqual([])
    await pass(INERT_MS)
    await click(button('Send'))
    expect(said).toHaveLength(2)
  })

  it('waits anew when the window gets the focus back', async () => {
    const { button, said } = await openReview()
    await pass(INERT_MS)
    await send(window, new Event('blur'))
    await pass(10 * INERT_MS)
    await click(button('Send'))
    await send(window, new Event('focus'))
    await click(button('Send'))
    expect(said).toEqual([])
    await pass(INERT_MS)
    await click(button('Send'))
    expect(said).toHaveLength(2)
  })

  it('waits anew for a focus gained without one having been lost in sight', async () => {
    const { button, said } = await openReview()
    await pass(INERT_MS)
    await send(window, new Event('focus'))
    await click(button('Send'))
    expect(said).toEqual([])
  })

  it('happens once, however often the button is pressed', async () => {
    const { button, said } = await openReview()
    await pass(INERT_MS)
    const agree = button('Send')
    await clickTwice(agree)
    await click(agree)
    expect(said).toHaveLength(2)
  })

  it('goes no further when the room refuses', async () => {
    const { button, said, heard, text } = await openReview({ refuses: true })
    await pass(INERT_MS)
    await click(button('Send'))
    expect(said).toHaveLength(1)
    expect(heard.agreed).not.toHaveBeenCalled()
    expect(text()).toContain('The wallet refused this.')
  })
})

describe('a decision that comes too late', () => {
  it('leads back to the wallet, not to the same review again', async () => {
    const { button, hasButton, text, heard } = await openReview({ isUpgraded: true })
    await pass(INERT_MS)
    await click(button('Send'))
    expect(text()).toContain('The chain was upgraded')
    expect([hasButton('Send'), hasButton('Review again')]).toEqual([false, false])
    await click(button('Back to the wallet'))
    expect(heard.rejected).toHaveBeenCalled()
  })
})

describe('a review that cannot be agreed to', () => {
  it('offers rejecting alone when a finding refuses', async () => {
    const { hasButton } = await openReview({ findings: [{ id: 'no', level: 'refuse', text: ['No.'] }] })
    expect([hasButton('Reject'), hasButton('Send')]).toEqual([true, false])
  })

  it('offers rejecting alone when it could only fail', async () => {
    const { hasButton } = await openReview({ facts: [{ ...danger, blocks: true }] })
    expect(hasButton(/send/i)).toBe(false)
  })

  it('is one for another network than it was asked on', async () => {
    const { hasButton, text } = await openReview({ shown: { ...approval, network: 'test' } })
    expect(text()).toContain('asked for on Test, and would be signed for Finney')
    expect(hasButton('Send')).toBe(false)
  })
})

describe('rejecting', () => {
  it('has the focus from the start', async () => {
    const { button } = await openReview()
    expect(document.activeElement).toBe(button('Reject'))
  })

  it('works at once, and tells the room and the background', async () => {
    const { button, said, heard } = await openReview()
    await click(button('Reject'))
    expect(said).toMatchObject([{ consent: { verdict: false } }, { decide: { verdict: false } }])
    expect(heard.rejected).toHaveBeenCalled()
  })

  it('takes back what was agreed to and not done, also when it cannot be read again', async () => {
    const { button, said, heard } = await openReview({ cutOff: 'deciding and reading' })
    await pass(INERT_MS)
    await click(button('Send'))
    await click(button('Review again'))
    await pass(1)
    said.splice(0)
    await click(button('Reject'))
    expect(said).toMatchObject([
      { consent: { digest: review.digest, verdict: false } },
      { decide: { verdict: false } },
    ])
    expect(heard.rejected).toHaveBeenCalled()
  })

  it('works before the room has read anything', async () => {
    const { button, said, heard } = await openReview({ readsMs: 5000, isEarly: true })
    await click(button('Reject'))
    expect(said).toMatchObject([{ decide: { verdict: false } }])
    expect(heard.rejected).toHaveBeenCalled()
  })
})
