/**
 * What a review says, and whose word it is.
 * @vitest-environment happy-dom
 */
import { describe, expect, it } from 'vitest'
import { shorten } from '#shared/domain/address.ts'
import type { Approval } from '#shared/domain/approval.ts'
import type { Named } from '#shared/domain/directory.ts'
import { approval, NOBODY, openingReviews, proposal, to } from '../../../../test/build/opened-review.tsx'

const { openReview } = openingReviews()

describe('a review', () => {
  it('says the sentence of the room as its biggest text, to the last digit', async () => {
    const { place } = await openReview()
    expect(place.querySelector('.say')?.textContent).toMatch(/^Send τ10\.500000001 to 5/)
  })

  it('shows the whole address of who gets it', async () => {
    const { place } = await openReview()
    expect(place.querySelector('.groups')?.getAttribute('aria-label')).toBe(to)
  })

  it('keeps the address beside a name that is only the background’s word', async () => {
    const { place } = await openReview({ names: () => 'Savings' })
    expect(place.querySelector('.say')?.textContent).toBe(`Send τ10.500000001 to Savings (${shorten(to)}).`)
  })

  it('quotes what somebody calls himself on the chain, after what this wallet calls him', async () => {
    const known = { ...NOBODY, validator: () => ({ name: '  Old\nMill ' }) as Named }
    const { place } = await openReview({ known })
    expect(place.querySelector('.say')?.textContent).toBe(
      `Send τ10.500000001 to “Old Mill” (${shorten(to)}).`,
    )
    const given = await openReview({ known, names: () => 'Savings' })
    expect(given.place.querySelector('.say')?.textContent).toBe(
      `Send τ10.500000001 to Savings (${shorten(to)}).`,
    )
  })

  it('calls an own account what the room calls it', async () => {
    const { place } = await openReview({
      names: () => 'Not its name',
      own: [{ address: to, name: 'Savings' }],
    })
    expect(place.querySelector('.say')?.textContent).toBe('Send τ10.500000001 to Savings.')
  })

  it('names who asks as it stands in the consent, whatever the list of approvals says', async () => {
    const requester = { kind: 'site', origin: 'https://example.org' } as const
    const { text } = await openReview({
      shown: { ...approval, request: { kind: 'proposal', proposal: { ...proposal, requester } } },
      listed: approval,
    })
    expect(text()).toContain('https://example.org asks')
  })

  it('says that the chain checks what was read, and in the details by which runtime', async () => {
    const { text } = await openReview()
    expect(text()).toContain('Checked by the chain')
    expect(text()).toContain('spec 424, transactions version')
  })

  it('says that it relies on the node where the chain does not check', async () => {
    const unchecked: Approval = {
      ...approval,
      request: { kind: 'proposal', proposal: { ...proposal, checksMetadata: false } },
    }
    const { text } = await openReview({ shown: unchecked })
    expect(text()).toContain('These details rely on your node')
    expect(text()).not.toContain('Checked by the chain')
  })
})
