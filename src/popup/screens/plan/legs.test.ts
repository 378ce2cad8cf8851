import { describe, expect, it } from 'vitest'
import type { Trade } from '#shared/domain/trade.ts'
import { alphaRao, netuid, rao, raoPerAlpha, TAO } from '#shared/domain/units.ts'
import { barOf, lossOf, totalsOf } from './legs.ts'

const SUBNET = netuid(5)
const sale = (given: { alpha: bigint; got: bigint; least?: bigint; spot?: bigint; fee?: bigint }): Trade => ({
  gives: { alpha: alphaRao(given.alpha), netuid: SUBNET },
  gets: { rao: rao(given.got) },
  ...(given.least !== undefined && { atLeast: { rao: rao(given.least) } }),
  fee: { alpha: alphaRao(given.fee ?? 0n), netuid: SUBNET },
  spot: raoPerAlpha(given.spot ?? TAO),
  impact: 0,
})
const fromRoot: Trade = { gives: { rao: rao(TAO) }, gets: { rao: rao(TAO) }, impact: 0 }

describe('what legs bring together', () => {
  it('is the sum of what each brings, and of what each brings at least', () => {
    const trades = [sale({ alpha: TAO, got: 900n, least: 800n }), fromRoot]
    expect(totalsOf(trades)).toMatchObject({ gets: 900n + TAO, atLeast: 800n + TAO })
  })
  it('is measured by the price before the first of those that go to one pool', () => {
    const first = sale({ alpha: TAO, got: (TAO * 98n) / 100n })
    const second = sale({ alpha: TAO, got: (TAO * 94n) / 100n, spot: (TAO * 96n) / 100n })
    expect(totalsOf([first, second]).impact).toBe(400)
  })
  it('does not count the swap fee as a move of the price', () => {
    expect(totalsOf([sale({ alpha: TAO + 5n, fee: 5n, got: TAO })]).impact).toBe(0)
  })
  it('of none of them is nothing', () => {
    expect(totalsOf([])).toEqual({ gets: 0n, atLeast: 0n, impact: 0 })
  })
})

describe('what exchanges lose', () => {
  const price = raoPerAlpha(TAO / 2n)
  it('is what goes, less what comes, both at the prices before them', () => {
    const swap: Trade = {
      gives: { alpha: alphaRao(10n * TAO), netuid: SUBNET },
      gets: { alpha: alphaRao(9n * TAO), netuid: netuid(6) },
      impact: 0,
    }
    expect(lossOf([swap, fromRoot], () => price)).toEqual({ moved: 6n * TAO, lost: TAO / 2n })
  })
  it('is never below nothing', () => {
    expect(lossOf([sale({ alpha: TAO, got: TAO })], () => price).lost).toBe(0n)
  })
})

it('a leg is barred by what could only fail, not by what is to be known', () => {
  const note = { id: 'take', level: 'note', text: [] } as const
  const bar = { id: 'locked', level: 'danger', blocks: true, text: [] } as const
  expect(barOf({ trades: [], findings: [note] })).toBeUndefined()
  expect(barOf({ trades: [], findings: [note, bar] })).toBe(bar)
})
