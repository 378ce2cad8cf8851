/**
 * A list that is searched says how many of its rows are shown.
 * @vitest-environment happy-dom
 */
import { describe, expect, it } from 'vitest'
import type { StakePosition } from '#shared/domain/positions.ts'
import { ok } from '#shared/domain/result.ts'
import { drawnAt, type } from '../../../../test/build/drawn.tsx'
import { drawScreen } from '../../../../test/build/drawn-wallet.tsx'
import { aPosition, NOW, somePositions, stakedTopics } from '../../../../test/build/staking-topics.ts'
import { Subnets } from './subnets.tsx'

const open = drawnAt(NOW)

describe('the list of subnets', () => {
  it('counts what is shown: all, those found, or none', async () => {
    const { place, text } = await drawScreen(open, <Subnets />, {
      background: { 'history.pricesSince': async () => ok({ points: [] }) },
      topics: stakedTopics(null),
    })
    expect(text()).toContain('2 subnets · block')
    await type(place.querySelector('input'), 'templ')
    expect(text()).toContain('1 of 2 subnets · block')
    await type(place.querySelector('input'), 'nothing like it')
    expect(text()).toContain('0 of 2 subnets · block')
    expect(text()).toContain('No subnet of that name or number.')
  })
  it('says what a subnet is until something is staked', async () => {
    const says = async (positions: readonly StakePosition[]) => {
      const { text } = await drawScreen(open, <Subnets />, {
        background: { 'history.pricesSince': async () => ok({ points: [] }) },
        topics: stakedTopics(somePositions(positions)),
      })
      return text().includes('a coin of its own, its alpha')
    }
    expect(await says([])).toBe(true)
    expect(await says([aPosition()])).toBe(false)
  })
  it('promises no rows where nothing was read and no node answers', async () => {
    const { place, text } = await drawScreen(open, <Subnets />, {
      background: { 'history.pricesSince': async () => ok({ points: [] }) },
      topics: { chain: { kind: 'offline', network: 'finney', why: 'closed' } },
    })
    expect(text()).toContain('No node answers: nothing read yet')
    expect(place.querySelector('.skeleton')).toBeNull()
  })
})
