/**
 * What a site asks is agreed to only after all that its review demands: every tick, and the password.
 * @vitest-environment happy-dom
 */
import { describe, expect, it } from 'vitest'
import type { Ruled } from '#shared/domain/site-rules.ts'
import { rao, TAO } from '#shared/domain/units.ts'
import { click, type Drawn, pass, type } from '../../../../test/build/drawn.tsx'
import { aCall, B_KEY, openingSiteReviews, PAY } from '../../../../test/build/opened-site-review.tsx'
import { PASSWORD } from '../../../../test/build/room.ts'
import { aMessageRequest } from '../../../../test/build/site-requests.ts'
import { hasFinney } from '../../../../test/fixtures/finney.ts'
import { INERT_MS } from './gate.ts'

const TIGHT: Ruled = { rules: { cap: rao(TAO / 2n), asks: null }, spent: rao(0n) }

const openReview = openingSiteReviews()

describe.runIf(hasFinney)('a finding that must be ticked', () => {
  // Proxy.announce shows only a fingerprint; AdminUtils.swap_authorities is a call the wallet has no words for.
  const OPAQUE = `100600${B_KEY}${'ab'.repeat(32)}`
  const UNKNOWN = '130000'

  it('keeps the button from working until it is', async () => {
    const { decided, ticks, hold } = await openReview(aCall(OPAQUE))
    expect(ticks()).toHaveLength(1)
    await hold()
    expect(decided).toEqual([])
    for (const tick of ticks()) await click(tick)
    await pass(INERT_MS)
    await hold()
    expect(decided).toHaveLength(1)
  })

  it('works no longer when the tick is taken back', async () => {
    const { decided, ticks, hold } = await openReview(aCall(OPAQUE))
    for (const tick of [...ticks(), ...ticks()]) await click(tick)
    await pass(INERT_MS)
    await hold()
    expect(decided).toEqual([])
  })

  it('is one for each, and one of several is not enough', async () => {
    const { decided, ticks, hold } = await openReview(aCall(`0b0208${OPAQUE}${UNKNOWN}`))
    expect(ticks().length).toBeGreaterThan(1)
    await click(ticks()[0] ?? document)
    await pass(INERT_MS)
    await hold()
    expect(decided).toEqual([])
  })
})

describe.runIf(hasFinney)('a request over the rules of its site', () => {
  const password = ({ place }: Drawn) => place.querySelector('.review input[type=password]')

  it('says why, and is not agreed to without the password', async () => {
    const drawn = await openReview(aCall(PAY), { ruled: TIGHT })
    expect(drawn.text()).toContain('Over your rules for this site.')
    expect(drawn.text()).toContain('your limit is τ0.5 a day')
    await click(drawn.button('Send'))
    expect(drawn.decided).toEqual([])
  })

  it('is agreed to with it, after the room has seen it', async () => {
    const drawn = await openReview(aCall(PAY), { ruled: TIGHT })
    await type(password(drawn), PASSWORD)
    await pass(INERT_MS)
    await click(drawn.button('Send'))
    await pass(1)
    expect(drawn.decided).toMatchObject([{ verdict: true }])
    expect(drawn.counts).toEqual([0])
  })

  it('is not agreed to with a wrong one, which counts and is forgotten', async () => {
    const drawn = await openReview(aCall(PAY), { ruled: TIGHT })
    await type(password(drawn), 'not the password')
    await pass(INERT_MS)
    await click(drawn.button('Send'))
    await pass(1)
    expect(drawn.text()).toContain('Wrong password.')
    expect(drawn.counts).toEqual([1])
    expect(drawn.decided).toEqual([])
    expect(password(drawn)).toHaveProperty('value', '')
  })

  it('asks for none where nothing can be agreed to', async () => {
    const drawn = await openReview(aMessageRequest(`0x${'ab'.repeat(32)}`), { ruled: TIGHT })
    expect(password(drawn)).toBeNull()
    expect(drawn.hasButton(/sign/i)).toBe(false)
  })

  it('asks for nothing more where it keeps to them', async () => {
    const drawn = await openReview(aCall(PAY), {
      ruled: { rules: { cap: rao(TAO), asks: ['pay'] }, spent: rao(0n) },
    })
    expect(password(drawn)).toBeNull()
    await click(drawn.button('Send'))
    expect(drawn.decided).toHaveLength(1)
  })
})
