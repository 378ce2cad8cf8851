/** What shares amount to: nothing that nobody changed is moved, and the moves become legs the chain can count itself. */
import { describe, expect, it } from 'vitest'
import { addressOfKey } from '#shared/domain/address.ts'
import type { StakePosition } from '#shared/domain/positions.ts'
import type { Move } from '#shared/domain/rebalance.ts'
import { alphaRao, netuid, ROOT, rao, raoPerAlpha, TAO } from '#shared/domain/units.ts'
import { aPosition, keyOfSeed, ME, taken } from '../../../../test/build/staking-topics.ts'
import { idOf, type PositionRow } from '../positions/rows.ts'
import { legsOf, moveWords, placeOf, readShare, sharesFrom } from './shares.ts'
import { MOST_SLOTS, slotsFrom, usableFree } from './slots.ts'

const [subnet, other] = [netuid(1), netuid(2)]
const row = (seed: number, tao: bigint, given: Partial<StakePosition> = {}): PositionRow => {
  const position = aPosition({
    hotkey: keyOfSeed(seed),
    netuid: subnet,
    alpha: alphaRao(10n * tao * TAO),
    worth: rao(tao * TAO),
    ...given,
  })
  return { id: idOf(position), position, name: '', symbol: '', validator: '', perYear: undefined }
}
const prices = [
  { netuid: subnet, price: raoPerAlpha(TAO / 10n) },
  { netuid: other, price: raoPerAlpha(TAO / 10n) },
]
const at = (seed: number, of = subnet) => ({ hotkey: addressOfKey(keyOfSeed(seed)), netuid: of })
const id = (seed: number, of = subnet) => placeOf(at(seed, of))

const rows = [row(1, 50n), row(2, 30n)]
const free = rao(20n * TAO)
const shared = (shares: Readonly<Record<string, string>>, added: readonly ReturnType<typeof at>[] = []) => {
  const { slots, staked } = slotsFrom({ rows, free, choice: { shares, added } })
  return sharesFrom({ slots, positions: { prices, availability: null }, staked, free })
}
const movesOf = (...given: Parameters<typeof shared>): readonly Move[] => {
  const told = shared(...given)
  return told.kind === 'moves' ? told.moves : expect.fail(told.kind)
}

describe('a share', () => {
  it.each([
    ['12.5', 1250],
    ['100', 10_000],
    ['0', 0],
    ['', 0],
    [' 7 % ', 700],
    ['100.01', 'problem'],
    ['1.234', 'problem'],
    ['-1', 'problem'],
    ['many', 'problem'],
  ] as const)('typed as %j is read as %s', (typed, read) => {
    expect(readShare(typed)).toBe(read)
  })
})

describe('shares', () => {
  it('that nobody changed move nothing', () => {
    expect(shared({})).toEqual({ kind: 'moves', free: 2000, moves: [] })
  })
  it('of which one is lowered leave what is over as free TAO, and every other place as it is', () => {
    const told = shared({ [id(1)]: '40' })
    expect(told).toMatchObject({ kind: 'moves', free: 3000 })
    expect(movesOf({ [id(1)]: '40' })).toMatchObject([{ kind: 'unstake', from: at(1), alpha: 100n * TAO }])
  })
  it('reach a place that was added, from one that gives as much', () => {
    const moves = movesOf({ [id(1)]: '40', [id(3, other)]: '10' }, [at(3, other)])
    expect(moves.map(({ kind }) => kind)).toEqual(['move', 'swap'])
  })
  it('come out of free TAO where nothing else gives', () => {
    expect(movesOf({ [id(2)]: '45' })).toEqual([
      { kind: 'stake', to: expect.objectContaining(at(2)), amount: 15n * TAO },
    ])
  })
  it('of more than everything are refused, with their sum', () => {
    expect(shared({ [id(2)]: '60' })).toEqual({ kind: 'too-much', total: 11_000 })
    expect(shared({ [id(1)]: '90', [id(2)]: '20' })).toEqual({ kind: 'too-much', total: 11_000 })
  })
  it('of which one is none are refused, and it is told which', () => {
    expect(shared({ [id(2)]: 'x' })).toEqual({ kind: 'problem', id: id(2) })
  })
  it('do not move what is locked', () => {
    const { slots, staked } = slotsFrom({ rows, free, choice: { shares: { [id(1)]: '0' }, added: [] } })
    const lock = { coldkey: ME, netuid: subnet, total: alphaRao(800n * TAO), locked: alphaRao(700n * TAO) }
    const availability = [{ ...lock, available: alphaRao(100n * TAO) }]
    const told = sharesFrom({ slots, positions: { prices, availability }, staked, free })
    expect(told).toMatchObject({ moves: [{ kind: 'unstake', alpha: 100n * TAO }] })
  })
})

describe('the list of places', () => {
  it('holds the largest positions alone, and what is added once', () => {
    const many = Array.from({ length: MOST_SLOTS + 5 }, (_, seed) => row(seed, BigInt(seed + 1)))
    const added = [at(MOST_SLOTS + 4), at(99, other)]
    const { slots } = slotsFrom({ rows: many, free, choice: { shares: {}, added } })
    expect(slots).toHaveLength(MOST_SLOTS + 1)
    expect(slots.at(-1)).toMatchObject({ id: id(99, other), share: 0 })
  })
  it('looks at free TAO but for a tenth of one, which fees are paid from', () => {
    const holding = (tao: bigint) => ({
      ...taken,
      accounts: [
        {
          address: ME,
          balance: { free: rao(tao), reserved: rao(0n), frozen: rao(0n) },
          stake: null,
          claimable: null,
        },
      ],
    })
    expect(usableFree(holding(TAO), ME)).toBe((TAO * 9n) / 10n - 500n)
    expect(usableFree(holding(TAO / 10n), ME)).toBe(0n)
    expect(usableFree(null, ME)).toBe(0n)
  })
})

describe('a move', () => {
  const moves: readonly Move[] = [
    { kind: 'unstake', from: at(2), alpha: alphaRao(300n * TAO) },
    { kind: 'move', from: at(1), to: at(4), alpha: alphaRao(7n) },
    { kind: 'swap', from: at(4), to: at(4, other), alpha: alphaRao(7n) },
    { kind: 'stake', to: at(1, ROOT), amount: rao(9n) },
  ]
  it('is a leg of its own operation, and the whole of a position is counted by the chain', () => {
    expect(legsOf(moves, rows).map(({ operation, values }) => [operation, values['amount']])).toEqual([
      ['remove-stake', 'max'],
      ['move-stake', { exactly: '7' }],
      ['swap-stake', { exactly: '7' }],
      ['add-stake', { exactly: '9' }],
    ])
  })
  it('is never of everything where more comes to the place first', () => {
    const both: readonly Move[] = [
      { kind: 'move', from: at(1), to: at(2), alpha: alphaRao(7n) },
      { kind: 'swap', from: at(2), to: at(2, other), alpha: alphaRao(300n * TAO) },
    ]
    expect(legsOf(both, rows)[1]?.values['amount']).toEqual({ exactly: String(300n * TAO) })
  })
  it('says how much goes from where to where', () => {
    const said = moves.map((move) => moveWords(move).filter((span) => typeof span !== 'string'))
    expect(said).toEqual([
      [{ alpha: 300n * TAO, netuid: subnet }, { address: at(2).hotkey }],
      [{ alpha: 7n, netuid: subnet }, { address: at(1).hotkey }, { address: at(4).hotkey }],
      [{ alpha: 7n, netuid: subnet }, { address: at(4).hotkey }, { netuid: other }],
      [{ rao: 9n }, { netuid: ROOT }, { address: at(1).hotkey }],
    ])
  })
})
