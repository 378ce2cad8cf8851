import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Address } from './address.ts'
import { worthOf } from './price.ts'
import { type Holding, type Move, planRebalance, type Rebalance } from './rebalance.ts'
import { alphaRao, type Netuid, netuid, rao, raoPerAlpha, TAO } from './units.ts'

const ANN = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address
const BEN = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Address
const LEAST = rao(2_000_000n)
/** One TAO on root, a tenth for each further subnet. */
const priceOf = (at: Netuid) => raoPerAlpha(at === 0 ? TAO : TAO / (10n * BigInt(at)))
const at = (hotkey: Address, subnet: number) => ({ hotkey, netuid: netuid(subnet) })
const held = (hotkey: Address, subnet: number, alpha: bigint, available = alpha): Holding => ({
  ...at(hotkey, subnet),
  alpha: alphaRao(alpha),
  available: alphaRao(available),
})
const plan = (some: Partial<Rebalance>): readonly Move[] =>
  planRebalance({ holdings: [], targets: [], free: rao(0n), priceOf, least: LEAST, ...some })

describe('a rebalance', () => {
  it('of what is as it should be moves nothing', () => {
    const holdings = [held(ANN, 0, TAO), held(BEN, 0, TAO)]
    expect(plan({ holdings, targets: holdings.map((place) => ({ ...place, share: 5000 })) })).toEqual([])
  })
  it('within a subnet moves stake between validators and sells nothing', () => {
    expect(
      plan({
        holdings: [held(ANN, 1, 100n * TAO)],
        targets: [
          { ...at(ANN, 1), share: 2500 },
          { ...at(BEN, 1), share: 7500 },
        ],
      }),
    ).toMatchObject([{ kind: 'move', from: at(ANN, 1), to: at(BEN, 1), alpha: 75n * TAO }])
  })
  it('into another subnet swaps with the same validator', () => {
    expect(
      plan({ holdings: [held(ANN, 1, 100n * TAO)], targets: [{ ...at(ANN, 2), share: 10_000 }] }),
    ).toMatchObject([{ kind: 'swap', from: at(ANN, 1), to: at(ANN, 2), alpha: 100n * TAO }])
  })
  it('into another subnet with another validator moves first and swaps then, so that the trade has a limit', () => {
    expect(
      plan({ holdings: [held(ANN, 1, 100n * TAO)], targets: [{ ...at(BEN, 2), share: 10_000 }] }),
    ).toMatchObject([
      { kind: 'move', from: at(ANN, 1), to: at(BEN, 1), alpha: 100n * TAO },
      { kind: 'swap', from: at(BEN, 1), to: at(BEN, 2), alpha: 100n * TAO },
    ])
  })
  it('stakes free TAO, and frees what the targets leave over before it is spent', () => {
    expect(plan({ free: rao(10n * TAO), targets: [{ ...at(ANN, 0), share: 5000 }] })).toMatchObject([
      { kind: 'stake', to: at(ANN, 0), amount: 5n * TAO },
    ])
    const kinds = plan({
      holdings: [held(ANN, 1, 100n * TAO), held(BEN, 2, 100n * TAO)],
      targets: [{ ...at(ANN, 1), share: 4000 }],
    }).map(({ kind }) => kind)
    expect(kinds).toEqual(['unstake', 'unstake'])
  })
  it('counts what is kept as part of everything, and neither takes from it nor adds to it', () => {
    const given = {
      holdings: [held(ANN, 0, 2n * TAO)],
      kept: rao(2n * TAO),
      targets: [{ ...at(ANN, 0), share: 2500 }],
    }
    expect(plan(given)).toMatchObject([{ kind: 'unstake', from: at(ANN, 0), alpha: TAO }])
    expect(plan({ ...given, targets: [{ ...at(ANN, 0), share: 5000 }] })).toEqual([])
  })
  it('leaves alone what is off by less than the chain moves', () => {
    const holdings = [held(ANN, 0, TAO), held(BEN, 0, TAO + 3_999_999n)]
    expect(plan({ holdings, targets: holdings.map((place) => ({ ...place, share: 5000 })) })).toEqual([])
  })
  it('does not touch what is locked', () => {
    expect(
      plan({ holdings: [held(ANN, 1, 100n * TAO, 10n * TAO)], targets: [{ ...at(ANN, 0), share: 10_000 }] }),
    ).toMatchObject([{ kind: 'swap', alpha: 10n * TAO }])
  })
  it('refuses shares of more than everything, and a place named twice', () => {
    const target = { ...at(ANN, 1), share: 6000 }
    expect(() => plan({ targets: [target, { ...at(BEN, 1), share: 6000 }] })).toThrow(RangeError)
    expect(() => plan({ targets: [target, { ...target, share: 1 }] })).toThrow(RangeError)
  })

  const places = [0, 1, 2, 3].flatMap((subnet) => [at(ANN, subnet), at(BEN, subnet)])
  const amounts = fc.array(fc.bigInt(0n, 50n * TAO), { minLength: 8, maxLength: 8 })
  const shares = fc.array(fc.nat(1250), { minLength: 8, maxLength: 8 })

  it('sells nothing that is not there, and brings every place to its share but for what is too little to move', () => {
    fc.assert(
      fc.property(amounts, shares, fc.bigInt(0n, 50n * TAO), (held, wanted, free) => {
        const holdings = places.map((place, i) => ({
          ...place,
          alpha: alphaRao(held[i] ?? 0n),
          available: alphaRao(held[i] ?? 0n),
        }))
        const targets = places.map((place, i) => ({ ...place, share: wanted[i] ?? 0 }))
        const total = holdings.reduce((sum, { alpha, netuid: n }) => sum + worthOf(alpha, priceOf(n)), free)
        const moves = plan({ holdings, targets, free: rao(free) })
        const after = applied(moves, holdings, free)
        // No more than one pair for each side, and two moves for a pair.
        expect(moves.length).toBeLessThanOrEqual(2 * places.length)
        for (const { hotkey, netuid: n, share } of targets) {
          const has = after.get(`${n}/${hotkey}`) ?? 0n
          expect(has >= 0n).toBe(true)
          const off = worthOf(alphaRao(has), priceOf(n)) - (total * BigInt(share)) / 10_000n
          expect(off < 0n ? -off : off).toBeLessThan(BigInt(places.length + 1) * LEAST)
        }
        expect((after.get('free') ?? 0n) >= 0n).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

/** The moves at spot prices without fee or impact; alpha by place, and free TAO. */
function applied(moves: readonly Move[], holdings: readonly Holding[], free: bigint): Map<string, bigint> {
  const has = new Map(holdings.map(({ hotkey, netuid: n, alpha }) => [`${n}/${hotkey}`, alpha as bigint]))
  has.set('free', free)
  const add = (name: string, amount: bigint) => has.set(name, (has.get(name) ?? 0n) + amount)
  const name = ({ hotkey, netuid: n }: { hotkey: Address; netuid: Netuid }) => `${n}/${hotkey}`
  for (const move of moves) {
    const brings = 'alpha' in move ? worthOf(move.alpha, priceOf(move.from.netuid)) : move.amount
    if (move.kind === 'stake') add('free', -brings)
    else add(name(move.from), -move.alpha)
    if (move.kind === 'unstake') add('free', brings)
    else if (move.kind === 'move') add(name(move.to), move.alpha)
    else add(name(move.to), (brings * TAO) / priceOf(move.to.netuid))
  }
  return has
}
