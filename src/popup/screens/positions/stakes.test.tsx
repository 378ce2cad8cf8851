/**
 * The first screen shows what is staked, position by position, and nothing at all of what is hidden.
 * @vitest-environment happy-dom
 */
import { describe, expect, it } from 'vitest'
import type { ValuePoint } from '#shared/domain/history.ts'
import type { StakePosition } from '#shared/domain/positions.ts'
import { ok } from '#shared/domain/result.ts'
import { alphaRao, netuid, rao, TAO } from '#shared/domain/units.ts'
import { click, drawnAt, type } from '../../../../test/build/drawn.tsx'
import { drawScreen } from '../../../../test/build/drawn-wallet.tsx'
import {
  aPosition,
  keyOfSeed,
  MAIN,
  ME,
  NOW,
  somePositions,
  stakedTopics,
} from '../../../../test/build/staking-topics.ts'
import type { Sum } from '../home/holdings.ts'
import { setPreference } from '../home/preferences.ts'
import { ClaimCard } from './claim-card.tsx'
import { Stakes } from './stakes.tsx'
import { ValueLine } from './value-line.tsx'

const sum: Sum = {
  total: rao(0n),
  free: rao(0n),
  locked: rao(0n),
  reserved: rao(0n),
  root: rao(0n),
  subnets: rao(0n),
  claimable: rao(0n),
  positions: 1,
  missing: 0,
  unread: 0,
}

const open = drawnAt(NOW)
async function openStakes(
  positions: readonly StakePosition[],
  given: {
    readonly sum?: Partial<Sum>
    readonly past?: readonly ValuePoint[]
    readonly isBrief?: boolean
  } = {},
) {
  const background = {
    'history.earned': async () => ok({ earned: [] }),
    'history.value': async () => ok({ points: given.past ?? [] }),
  }
  const props = {
    network: 'finney',
    addresses: [ME],
    sum: { ...sum, positions: positions.length, ...given.sum },
    isAll: false,
    canSign: true,
  } as const
  const drawn = await drawScreen(
    open,
    <div className="body">
      <ValueLine
        network="finney"
        address={ME}
        isStaked={positions.length > 0}
        isBrief={given.isBrief ?? false}
      />
      <ClaimCard {...props} />
      <Stakes {...props} accounts={[MAIN]} />
    </div>,
    { background, topics: stakedTopics(somePositions(positions)) },
  )
  return { ...drawn, items: () => drawn.place.querySelectorAll('li').length }
}
const point = (at: number, free: bigint): ValuePoint => ({
  at,
  block: 1,
  free: rao(free),
  reserved: rao(0n),
  root: rao(0n),
  subnets: rao(0n),
})

describe('what is staked', () => {
  it('shows each position with its subnet, its validator, how much and what that is worth', async () => {
    const { text, button, navigation } = await openStakes([aPosition()])
    for (const part of ['Chutes', 'SN64', 'Northern Light', '3,021.55', '308.1170'])
      expect(text()).toContain(part)
    await click(button(/^.?Chutes/))
    expect(navigation.go).toHaveBeenCalledWith({
      kind: 'position',
      coldkey: ME,
      hotkey: keyOfSeed(9),
      netuid: 64,
    })
  })
  it('says that a validator without a seat earns nothing', async () => {
    const { text } = await openStakes([aPosition({ registered: false })])
    expect(text()).toContain('earns nothing')
  })
  it('leaves no digit of it in the page when amounts are hidden, nor whether it rose, and leads to more all the same', async () => {
    setPreference('hide-amounts', true)
    const { place, button, navigation } = await openStakes([aPosition()], {
      sum: { claimable: rao(777_000_000_000n) },
      past: [point(1, 555n * TAO), point(NOW, 556n * TAO)],
    })
    expect(place.innerHTML).not.toMatch(/308|3,?021|777|117|[+−]τ|"(good|bad)"|no change/)
    await click(button(/^Value over time/))
    expect(navigation.go).toHaveBeenCalledWith({ kind: 'value' })
  })
  it('draws at most forty of a thousand, and counts all', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => aPosition({ hotkey: keyOfSeed(at) }))
    const { items, text } = await openStakes(many)
    expect(items()).toBeLessThanOrEqual(40)
    expect(text()).toContain('Positions · 1,000')
  })
  it('is searched once there is too much to look through', async () => {
    const many = Array.from({ length: 20 }, (_, at) =>
      aPosition({ hotkey: keyOfSeed(100 + at), netuid: netuid(at === 3 ? 3 : 64) }),
    )
    const { place, text, items } = await openStakes(many)
    await type(place.querySelector('input'), 'templ')
    expect(items()).toBe(1)
    expect(text()).toContain('Templar')
    expect(text()).toContain('Positions · 1 of 20')
  })
  it('puts small ones away where that is wanted, and says what they are worth', async () => {
    const small = aPosition({ worth: rao(2_000_000n), alpha: alphaRao(1n), hotkey: keyOfSeed(8) })
    const { text, button, items } = await openStakes([aPosition(), small])
    expect(items()).toBe(2)
    await click(button('Hide'))
    expect(items()).toBe(1)
    expect(text()).toContain('1 position under τ0.01')
    await click(button('Show'))
    expect(items()).toBe(2)
  })
  it('leads to a claim of what root has earned', async () => {
    const { button, navigation, text } = await openStakes([aPosition()], {
      sum: { claimable: rao(1_200_000_000n) },
    })
    expect(text()).toContain('1.2000')
    await click(button('Claim'))
    expect(navigation.go).toHaveBeenCalledWith({ kind: 'operation', operation: 'claim-root' })
  })
  it('says how it went once it was seen twice, and leads to more from the start', async () => {
    const once = await openStakes([aPosition()], { past: [point(1, 5n)] })
    expect(once.button(/^Value over time/).textContent).not.toMatch(/\d/)
    const earlier = point(NOW - 3_600_000, 100n * TAO)
    const risen = await openStakes([aPosition()], { past: [earlier, point(NOW, 150n * TAO)] })
    expect(risen.button(/^Value: /).textContent).toMatch(/\+τ50.* in 60 minutes/)
    await click(risen.button(/^Value: /))
    expect(risen.navigation.go).toHaveBeenCalledWith({ kind: 'value' })
    const level = await openStakes([aPosition()], { past: [earlier, point(NOW, 100n * TAO)] })
    expect(level.text()).toContain('no change')
    const fallen = await openStakes([aPosition()], { past: [earlier, point(NOW, 99n * TAO)] })
    expect(fallen.text()).toContain('−τ1')
  })
  it('leads to how it went without words, where the block’s line has none to spare', async () => {
    const { button, text, navigation } = await openStakes([aPosition()], { isBrief: true })
    expect(text()).not.toContain('Value over')
    await click(button('Value over time'))
    expect(navigation.go).toHaveBeenCalledWith({ kind: 'value' })
  })
  it('is taken out or rebalanced from above the list, once there are two positions', async () => {
    const one = await openStakes([aPosition()])
    expect(one.text()).not.toMatch(/Take out|Rebalance/)
    const two = [aPosition(), aPosition({ hotkey: keyOfSeed(8) })]
    const { text, button, navigation } = await openStakes(two)
    expect(text()).toMatch(/Positions · 2.*Take out several.*Rebalance.*Chutes/)
    await click(button('Take out several'))
    expect(navigation.go).toHaveBeenCalledWith({ kind: 'plan', of: 'exit' })
  })
  it('is nothing at all where nothing is staked', async () => {
    const { text } = await openStakes([])
    expect(text()).toBe('')
  })
})
