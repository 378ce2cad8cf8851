/**
 * What a site asks is read by the room itself, and shown with the terms the site chose.
 * @vitest-environment happy-dom
 */
import { describe, expect, it } from 'vitest'
import { NETWORKS } from '#shared/domain/network.ts'
import { TAO } from '#shared/domain/units.ts'
import { click, pass } from '../../../../test/build/drawn.tsx'
import { aCall, B_KEY, openingSiteReviews, PAY } from '../../../../test/build/opened-site-review.tsx'
import { A5, aMessageRequest, aPayloadRequest, DAPP } from '../../../../test/build/site-requests.ts'
import { hasFinney } from '../../../../test/fixtures/finney.ts'
import { INERT_MS } from './gate.ts'

const STAKE = `0702${B_KEY}010000ca9a3b00000000`

const openReview = openingSiteReviews()

describe.runIf(hasFinney)('the review of a site’s request', () => {
  it('names the site in full, the account that signs, and what leaves', async () => {
    const { text } = await openReview(aCall(PAY))
    expect(text()).toContain(`${DAPP} asks`)
    expect(text()).toContain('Bob')
    expect(text()).toMatch(/Leavesτ1 to 5/)
  })

  it('says how many wait, and nothing of it when it is the only one', async () => {
    const { text } = await openReview(aCall(PAY), { waiting: 3 })
    expect(text()).toContain('1 of 3 that wait for you')
    expect((await openReview(aCall(PAY))).text()).not.toContain('that wait for you')
  })

  it('shows every call of a batch with its place, and what all of them take together', async () => {
    const { place, text } = await openReview(aCall(`0b0208${PAY}${STAKE}`))
    const steps = [...place.querySelectorAll('section')].map((each) => each.getAttribute('aria-label'))
    expect(steps).toEqual(['Call 1', 'Call 2'])
    expect(text()).toContain('Up to τ2 in all')
    expect(text()).toContain('Call 1: Balances.transfer_keep_alive stands among a call that stakes')
  })

  it('is agreed to with what the room counted, so that it counts for the day', async () => {
    const { button, decided } = await openReview(aCall(PAY))
    await click(button('Send'))
    expect(decided).toMatchObject([{ verdict: true, spends: TAO }])
  })
})

describe.runIf(hasFinney)('the terms a site chose', () => {
  it.each([
    ['0x05', 'τ0.000000005'],
    [`0x${'f'.repeat(32)}`, 'τ340,282,366,920,938,463,463,374,607,431.768211455'],
  ])('8.7-93 show a tip of %s to the last digit, under a danger that has to be held', async (tip, shown) => {
    const { text, hasButton } = await openReview(aPayloadRequest({ tip }))
    expect(text()).toContain(`A tip of ${shown} goes`)
    expect(hasButton(/^Hold to send/)).toBe(true)
  })

  it('8.7-98 are on the test network a loud mark over everything, and on Finney none', async () => {
    const onTest = aPayloadRequest({ genesisHash: NETWORKS.test.genesis })
    const { place, text } = await openReview(onTest, { network: 'test' })
    expect(place.querySelector('aside.strip')?.textContent).toBe('Test network: TAO here has no value')
    expect(text()).toContain('TEST network: nothing here is worth anything on Finney.')
    const finney = await openReview(aPayloadRequest())
    expect(finney.place.querySelector('aside.strip')).toBeNull()
    expect(finney.text()).not.toMatch(/test network/i)
  })

  it('8.7-98 are not to be agreed to where they are for another network than the chosen one', async () => {
    const onTest = aPayloadRequest({ genesisHash: NETWORKS.test.genesis })
    const { text, hasButton } = await openReview(onTest)
    expect(text()).toContain('This was asked for on Finney, and would be signed for Test.')
    expect(hasButton(/send/i)).toBe(false)
  })
})

describe.runIf(hasFinney)('a message', () => {
  it('is shown as it is signed, with its length', async () => {
    const { text, button, decided } = await openReview(aMessageRequest('hello\u202eolleh'))
    expect(text()).toContain('Message (13 bytes)')
    expect(text()).not.toContain('\u202e')
    await click(button('Sign'))
    expect(decided).toMatchObject([{ verdict: true, spends: 0n }])
  })

  it('of 32 bytes nobody can read has no button that agrees', async () => {
    const { text, hasButton } = await openReview(aMessageRequest(`0x${'ab'.repeat(32)}`))
    expect(text()).toContain('may be the fingerprint of a limit order')
    expect([hasButton(/sign/i), hasButton('Reject')]).toEqual([false, true])
  })

  it('that is a call is a danger, ticked and held', async () => {
    const { text, ticks, hold, decided } = await openReview(aMessageRequest(`0x${PAY}`))
    expect(text()).toContain('These bytes are a call of this chain')
    await hold()
    expect(decided).toEqual([])
    for (const tick of ticks()) await click(tick)
    await pass(INERT_MS)
    await hold()
    expect(decided).toHaveLength(1)
  })
})

describe.runIf(hasFinney)('a transaction with a digest of its metadata', () => {
  it('8.4-52 that is not the one it was read with is rejected by itself, and nobody can agree to it', async () => {
    const metadataHash = A5.digest.replace('80', '81')
    const { decided, hasButton } = await openReview(aPayloadRequest({ mode: 1, metadataHash }))
    // With the digest it was read with: by that the page hears why.
    expect(decided).toMatchObject([{ verdict: false, metadataHash: A5.digest }])
    expect(hasButton(/send/i)).toBe(false)
  })

  it('that is the right one waits for a person', async () => {
    const { decided, button } = await openReview(aPayloadRequest({ mode: 1, metadataHash: A5.digest }))
    expect(decided).toEqual([])
    await click(button('Send'))
    expect(decided).toMatchObject([{ verdict: true }])
  })
})
