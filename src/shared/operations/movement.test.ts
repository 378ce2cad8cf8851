import { describe, expect, it } from 'vitest'
import { NO_SWAP } from '../domain/price.ts'
import { alphaRao, MOST_RAO, netuid, raoPerAlpha, TAO } from '../domain/units.ts'
import { type MovementFacts, movementTrades } from './movement.ts'

describe('what a swap promises', () => {
  it('is no more than there can be, whatever its limit asks for', () => {
    const alpha = alphaRao(100n * TAO)
    const traded = { ...NO_SWAP, tao: TAO, alpha }
    const legs = { stake: alpha, moved: alpha, sale: traded, purchase: traded }
    const price = raoPerAlpha(TAO)
    const limit = { ratio: raoPerAlpha(MOST_RAO), allowPartial: false }
    const way = { from: netuid(1), to: netuid(2), quantity: { kind: 'all' } as const, limit }
    const [trade] = movementTrades(way, { legs, fromPrice: price, toPrice: price } as MovementFacts)
    expect(trade?.atLeast).toEqual({ alpha: MOST_RAO, netuid: 2 })
  })
})
