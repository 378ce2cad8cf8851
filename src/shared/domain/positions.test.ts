import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, encode } from '../codec.ts'
import { type AccountKey, addressOf } from './address.ts'
import {
  availableOn,
  byWorth,
  groupedWorth,
  type StakePosition,
  StakePositions,
  stakeSum,
  worthAt,
} from './positions.ts'
import { type AlphaRao, MOST_RAO, type Netuid, type RaoPerAlpha, rao, TAO } from './units.ts'

const coldkey = addressOf(new Uint8Array(32).fill(1))
const hotkey = (n: number) => `0x${n.toString(16).padStart(64, '0')}` as AccountKey
const position = (netuid: number, worth: bigint, of = 1): StakePosition => ({
  coldkey,
  hotkey: hotkey(of),
  netuid: netuid as Netuid,
  alpha: worth as AlphaRao,
  worth: rao(worth),
  dividends: 0n as AlphaRao,
  registered: true,
})

describe('a position', () => {
  it('crosses a boundary unchanged, among thousands', () => {
    const many = Array.from({ length: 3000 }, (_, at) => position(at % 129, BigInt(at) * TAO, at))
    expect(decode(StakePositions, encode(StakePositions, many))).toEqual(many)
  })
  it('is worth its alpha at the spot price, rounded down', () => {
    const price = 21_333_333n as RaoPerAlpha
    expect(worthAt(1_000_000_001n as AlphaRao, price, 4 as Netuid)).toBe(21_333_333n)
    expect(worthAt(46n as AlphaRao, price, 4 as Netuid)).toBe(0n)
  })
  it('on root is worth what it is', () => {
    expect(worthAt(7n as AlphaRao, undefined, 0 as Netuid)).toBe(7n)
  })
  it('in a subnet without a price is worth nothing that can be told', () => {
    expect(worthAt(7n as AlphaRao, undefined, 3 as Netuid)).toBe(0n)
  })
  it('never counts for more than its alpha brings at that price', () => {
    const amounts = fc.bigInt({ min: 0n, max: MOST_RAO })
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: 0n, max: TAO }), (alpha, price) => {
        const worth = worthAt(alpha as AlphaRao, price as RaoPerAlpha, 1 as Netuid)
        expect(worth * TAO <= alpha * price).toBe(true)
        expect((worth + 1n) * TAO > alpha * price).toBe(true)
      }),
    )
  })
})

describe('positions added up', () => {
  it('tell root apart from subnets and lose no rao', () => {
    const worths = fc.array(fc.tuple(fc.nat(128), fc.bigInt({ min: 0n, max: 10n ** 16n })), { maxLength: 50 })
    fc.assert(
      fc.property(worths, (held) => {
        const sum = stakeSum(held.map(([netuid, worth]) => position(netuid, worth)))
        expect(sum.root + sum.subnets).toBe(held.reduce((all, [, worth]) => all + worth, 0n))
        expect(sum.root).toBe(held.reduce((all, [netuid, worth]) => (netuid === 0 ? all + worth : all), 0n))
        expect(sum.positions).toBe(held.length)
      }),
    )
  })
  it('are grouped by what is asked for, the largest first', () => {
    const held = [position(1, 5n), position(2, 7n), position(1, 4n, 2)]
    expect(groupedWorth(held, ({ netuid }) => netuid)).toEqual([
      { key: 1, worth: 9n, positions: 2 },
      { key: 2, worth: 7n, positions: 1 },
    ])
  })
  it('stand in an order that does not depend on how they came', () => {
    const held = [position(1, 5n), position(2, 7n), position(1, 5n, 2), position(0, 5n)]
    const sorted = held.toSorted(byWorth)
    expect(held.toReversed().toSorted(byWorth)).toEqual(sorted)
    expect(sorted.map(({ netuid }) => netuid)).toEqual([2, 0, 1, 1])
  })
})

describe('what can leave a subnet', () => {
  const row = { coldkey, netuid: 4 as Netuid, total: 9n, locked: 5n, available: 4n } as never
  it('is told for each coldkey and subnet', () => {
    expect(availableOn({ availability: [row] }, { coldkey, netuid: 4 as Netuid })).toBe(row)
  })
  it('is not made up where nothing is said of it', () => {
    expect(availableOn({ availability: [row] }, { coldkey, netuid: 5 as Netuid })).toBeUndefined()
    expect(availableOn({ availability: null }, { coldkey, netuid: 4 as Netuid })).toBeUndefined()
  })
})
