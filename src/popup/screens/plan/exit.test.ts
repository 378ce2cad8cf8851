/** What is taken out and what stays: each position is one or the other, and a lock that covers several is shared in order. */
import { describe, expect, it } from 'vitest'
import type { StakePosition } from '#shared/domain/positions.ts'
import { alphaRao, netuid, rao, raoPerAlpha, TAO } from '#shared/domain/units.ts'
import { aPosition, keyOfSeed, ME } from '../../../../test/build/staking-topics.ts'
import { idOf, type PositionRow } from '../positions/rows.ts'
import { type ExitFrom, exitOf, isDust } from './exit.ts'

const row = (seed: number, given: Partial<StakePosition> = {}): PositionRow => {
  const position = aPosition({
    hotkey: keyOfSeed(seed),
    netuid: netuid(1),
    alpha: alphaRao(100n * TAO),
    worth: rao(10n * TAO),
    ...given,
  })
  return { id: idOf(position), position, name: '', symbol: '', validator: '', perYear: undefined }
}
const prices = [
  { netuid: netuid(1), price: raoPerAlpha(TAO / 10n) },
  { netuid: netuid(2), price: raoPerAlpha(TAO / 10n) },
]
const planned = (rows: readonly PositionRow[], given: Partial<ExitFrom> = {}) => {
  const { legs, stays, later } = exitOf({
    rows,
    positions: { prices, availability: null },
    isOpen: () => true,
    isChosen: () => true,
    sweepsDust: false,
    feeEach: rao(1_500_000n),
    ...given,
  })
  return {
    amounts: legs.map(({ id, values }) => [id, values['amount']]),
    stays: stays.map(({ id, alpha, why }) => [id, alpha, why]),
    later,
  }
}

describe('taking out', () => {
  const [one, two] = [row(1), row(2, { netuid: netuid(2) })]

  it('is one leg for each position, of all of it as the chain counts it', () => {
    const { legs } = exitOf({
      rows: [one],
      positions: { prices, availability: null },
      isOpen: () => true,
      isChosen: () => true,
      sweepsDust: false,
      feeEach: rao(0n),
    })
    expect(legs).toMatchObject([{ id: one.id, operation: 'remove-stake', values: { amount: 'max' } }])
  })
  it('leaves out what is not ticked, without a word', () => {
    expect(planned([one, two], { isChosen: ({ id }) => id === two.id })).toEqual({
      amounts: [[two.id, 'max']],
      stays: [],
      later: 0,
    })
  })
  it('shares what a lock leaves free among the positions of a subnet, and says what stays', () => {
    const other = row(3)
    const availability = [
      {
        coldkey: ME,
        netuid: netuid(1),
        total: alphaRao(200n * TAO),
        locked: alphaRao(50n * TAO),
        available: alphaRao(150n * TAO),
      },
    ]
    expect(planned([one, other], { positions: { prices, availability } })).toEqual({
      amounts: [
        [one.id, 'max'],
        [other.id, { exactly: (50n * TAO).toString() }],
      ],
      stays: [[other.id, 50n * TAO, 'locked']],
      later: 0,
    })
  })
  it.each([
    ['where trading has not begun', one, { isOpen: () => false }, 'closed'],
    ['what is worth nothing', row(4, { worth: rao(0n) }), {}, 'refused'],
    ['dust that is not swept', row(5, { worth: rao(1_499_999n) }), {}, 'dust'],
  ] as const)('leaves %s, and says so', (_, given, terms, why) => {
    const { amounts, stays } = planned([given], terms)
    expect(amounts).toEqual([])
    expect(stays).toEqual([[given.id, given.position.alpha, why]])
  })
  it('takes dust with it where it is to be swept', () => {
    const dust = row(5, { worth: rao(1_499_999n) })
    expect(isDust(dust, rao(1_500_000n))).toBe(true)
    expect(planned([dust], { sweepsDust: true }).amounts).toEqual([[dust.id, 'max']])
  })
  it('takes forty at once, and says how many are left for the next plan', () => {
    const { amounts, later } = planned(Array.from({ length: 43 }, (_, at) => row(at)))
    expect([amounts.length, later]).toEqual([40, 3])
  })
})
