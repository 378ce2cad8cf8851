/**
 * What is held where, in shares; and no shares where amounts are hidden.
 * @vitest-environment happy-dom
 */
import { beforeEach, describe, expect, it } from 'vitest'
import { rao, TAO } from '#shared/domain/units.ts'
import { drawnAt } from '../../../../test/build/drawn.tsx'
import { drawScreen } from '../../../../test/build/drawn-wallet.tsx'
import { NOW, somePositions, stakedTopics } from '../../../../test/build/staking-topics.ts'
import { setPreference } from '../home/preferences.ts'
import { AllocationCard } from './allocation-card.tsx'

const open = drawnAt(NOW)
beforeEach(() => setPreference('hide-amounts', false))

const openCard = () =>
  drawScreen(open, <AllocationCard rows={[]} free={rao(TAO)} />, {
    background: {},
    topics: stakedTopics(somePositions([])),
  })

describe('the allocation', () => {
  it('says each part and its share', async () => {
    expect((await openCard()).text()).toMatch(/100\s?%/)
  })
  it('says no share while amounts are hidden', async () => {
    setPreference('hide-amounts', true)
    const { place, text } = await openCard()
    expect(text()).toContain('Amounts are hidden, and so are their shares.')
    expect(place.innerHTML).not.toMatch(/\d\s?%|τ/)
  })
})
