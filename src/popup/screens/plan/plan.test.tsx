/**
 * A plan is asked about whole, says what stays and why, and only what can go through is proposed.
 * @vitest-environment happy-dom
 */
import { describe, expect, it, vi } from 'vitest'
import type { StakePosition } from '#shared/domain/positions.ts'
import { fail, ok } from '#shared/domain/result.ts'
import type { Trade } from '#shared/domain/trade.ts'
import { netuid, rao, raoPerAlpha, TAO } from '#shared/domain/units.ts'
import { click, drawnAt, pass, type } from '../../../../test/build/drawn.tsx'
import { drawScreen } from '../../../../test/build/drawn-wallet.tsx'
import {
  aPosition,
  keyOfSeed,
  NOW,
  somePositions,
  stakedTopics,
  taken,
} from '../../../../test/build/staking-topics.ts'
import { REST_MS } from '../operation/quoter.ts'
import { Exit } from './exit-screen.tsx'
import type { PlanQuote, QuotedLeg } from './legs.ts'
import { Rebalance } from './rebalance-screen.tsx'

const LONG = 'A validator with a name that goes on and on, Zürich, no. 417'
const chutes = aPosition()
const templar = aPosition({ netuid: netuid(3), hotkey: keyOfSeed(7), worth: rao(20n * TAO) })
const prices = [
  { netuid: netuid(64), price: raoPerAlpha(101_970_000n) },
  { netuid: netuid(3), price: raoPerAlpha(6_619_118n) },
]
const sale = ({ netuid: of, alpha }: StakePosition, got: bigint): Trade => ({
  gives: { alpha, netuid: of },
  gets: { rao: rao(got) },
  atLeast: { rao: rao(got - TAO) },
  spot: raoPerAlpha(101_970_000n),
  impact: 66,
})
const BARRED: QuotedLeg = {
  trades: [],
  findings: [{ id: 'pool-refuses', level: 'danger', blocks: true, text: ['Its pool is all but empty.'] }],
}

interface Asked {
  readonly legs: readonly { readonly operation: string; readonly values: Readonly<Record<string, unknown>> }[]
  readonly whole: boolean
  readonly tolerance: number
}
interface Given {
  readonly positions?: readonly StakePosition[] | null
  readonly quoted?: (asked: Asked) => Partial<PlanQuote>
  readonly isAway?: boolean
  readonly of?: 'exit' | 'rebalance'
}

const open = drawnAt(NOW)
async function openPlan({ positions = [chutes, templar], quoted, isAway = false, of = 'exit' }: Given = {}) {
  const asked: Asked[] = []
  const proposed: Asked[] = []
  const answer = (plan: Asked): PlanQuote => ({
    fee: rao(3_000_000n),
    own: null,
    after: rao(300n * TAO),
    legs: plan.legs.map((_, at) => ({
      trades: [sale(at === 0 ? chutes : templar, 300n * TAO)],
      findings: [],
    })),
    findings: [],
    block: { number: '6912004', hash: taken.block.hash },
    shieldable: true,
    ...quoted?.(plan),
  })
  const background = {
    'plans.quote': async (plan: Asked) => {
      asked.push(plan)
      return isAway ? fail({ code: 'offline', details: undefined }) : ok(answer(plan))
    },
    'plans.propose': async (plan: Asked) => {
      proposed.push(plan)
      return ok({ approval: '1' })
    },
    'history.earned': async () => ok({ earned: [] }),
  }
  const onReview = vi.fn()
  const topics = stakedTopics(positions && somePositions(positions, { prices }), LONG)
  const screen = of === 'exit' ? <Exit onReview={onReview} /> : <Rebalance onReview={onReview} />
  const drawn = await drawScreen(open, screen, { background, topics })
  await pass(REST_MS)
  await pass(REST_MS)
  const goOn = async () => {
    await click(drawn.button('Review'))
    await pass(REST_MS)
  }
  return { ...drawn, asked, proposed, onReview, goOn }
}

describe('taking out', () => {
  it('begins with everything, and shows what each brings and what all bring at least', async () => {
    const { text, asked } = await openPlan()
    expect(asked.at(-1)?.legs.map(({ operation }) => operation)).toEqual(['remove-stake', 'remove-stake'])
    expect(asked.at(-1)).toMatchObject({ whole: false, tolerance: 50 })
    expect(text()).toContain('2 of 2 ticked')
    expect(text()).toMatch(/You get aboutτ600\.0000At least, if all go throughτ598\.0000/)
    expect(text()).toContain(LONG)
  })
  it('proposes just what is ticked, and leads back to it as it stood', async () => {
    const { box, goOn, proposed, onReview } = await openPlan()
    await click(box(/Templar/))
    await pass(REST_MS)
    await goOn()
    expect(proposed[0]?.legs).toHaveLength(1)
    expect(onReview).toHaveBeenCalledWith(
      expect.objectContaining({
        kind: 'plan',
        exit: expect.objectContaining({ left: [expect.any(String)] }),
      }),
    )
  })
  it('says what stays and why, and proposes the rest without it', async () => {
    const legs: readonly QuotedLeg[] = [{ trades: [sale(chutes, 300n * TAO)], findings: [] }, BARRED]
    const { text, goOn, proposed } = await openPlan({ quoted: () => ({ legs }) })
    expect(text()).toContain('stays. Its pool is all but empty.')
    expect(text()).toMatch(/You get aboutτ300/)
    await goOn()
    expect(proposed[0]?.legs).toHaveLength(1)
  })
  it('goes nowhere while no leg can go through, or something speaks against the whole', async () => {
    const none = await openPlan({ quoted: ({ legs }) => ({ legs: legs.map(() => BARRED) }) })
    expect(none.button('Review').disabled).toBe(true)
    const findings = [
      { id: 'no-fee', level: 'danger', blocks: true, text: ['There is not enough TAO.'] },
    ] as const
    const poor = await openPlan({ quoted: () => ({ findings }) })
    expect(poor.text()).toContain('There is not enough TAO.')
    expect(poor.button('Review').disabled).toBe(true)
  })
  it('says what becomes of the others when one fails, either way', async () => {
    const { text, place, asked } = await openPlan()
    expect(text()).toContain('the others go through all the same')
    const toggle = [...place.querySelectorAll('[role="switch"]')].find(
      (each) => each.textContent?.startsWith('All or nothing') === true,
    )
    await click(toggle ?? expect.fail('no switch'))
    await pass(REST_MS)
    expect(text()).toContain('none of them takes effect')
    expect(asked.at(-1)?.whole).toBe(true)
  })
  it('of dust is offered apart, once it is known what a leg costs', async () => {
    const dust = aPosition({ netuid: netuid(3), hotkey: keyOfSeed(8), worth: rao(900_000n) })
    const { text } = await openPlan({ positions: [chutes, dust] })
    expect(text()).toContain('One position brings less than taking it out adds to the fee.')
    expect(text()).toContain('stays: it brings less than it adds to the fee.')
  })
  it('of nothing says that there is nothing, and asks nothing', async () => {
    const { text, asked, button } = await openPlan({ positions: [] })
    expect(text()).toContain('nothing staked that could be taken out')
    expect(asked).toEqual([])
    expect(button('Review').disabled).toBe(true)
  })
  it('waits for positions that are not read yet, and invents none', async () => {
    const { place, asked } = await openPlan({ positions: null })
    expect(place.querySelectorAll('input[type=checkbox]')).toHaveLength(0)
    expect(asked).toEqual([])
  })
  it('says that no node answers, and sends nothing then', async () => {
    const { text, goOn, proposed } = await openPlan({ isAway: true })
    expect(text()).toContain('No node answers')
    await goOn()
    expect(proposed).toEqual([])
  })
})

describe('rebalancing', () => {
  it('asks nothing until a share is changed, and then about the moves that lead there', async () => {
    const { place, text, asked } = await openPlan({ of: 'rebalance' })
    expect(asked).toEqual([])
    expect(text()).toContain('Change a share')
    await type(place.querySelector('[aria-label^="Share of Templar"]'), '0')
    await pass(REST_MS)
    expect(asked.at(-1)?.legs).toMatchObject([{ operation: 'remove-stake', values: { amount: 'max' } }])
    expect(text()).toContain('One move')
  })
  it('says which share is none, and that there is no more than everything', async () => {
    const { place, text, button } = await openPlan({ of: 'rebalance' })
    const field = place.querySelector('[aria-label^="Share of Templar"]')
    await type(field, 'half')
    expect(text()).toContain('A share is percent')
    expect(field?.getAttribute('aria-invalid')).toBe('true')
    await type(field, '99')
    expect(text()).toContain('which is more than there is: lower another.')
    expect(button('Review').disabled).toBe(true)
  })
})
