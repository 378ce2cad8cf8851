import { describe, expect, it } from 'vitest'
import { type AccountKey, addressOf, addressOfKey } from '#shared/domain/address.ts'
import type { Named, Subnet } from '#shared/domain/directory.ts'
import type { EarnedPosition } from '#shared/domain/history.ts'
import type { StakePosition } from '#shared/domain/positions.ts'
import { alphaRao, netuid, rao, TAO } from '#shared/domain/units.ts'
import { DUST, type PositionRow, rowsOf, shownOf } from './rows.ts'

const DAY = 24 * 3600_000
const key = (seed: number) => `0x${seed.toString(16).padStart(2, '0').repeat(32)}` as AccountKey
const me = addressOf(new Uint8Array(32).fill(1))
const other = addressOf(new Uint8Array(32).fill(2))
const position = (subnet: number, worth: bigint, hotkey = key(9), coldkey = me): StakePosition => ({
  coldkey,
  hotkey,
  netuid: netuid(subnet),
  alpha: alphaRao(worth * 2n),
  worth: rao(worth),
  dividends: alphaRao(0n),
  registered: true,
})
const known = {
  subnet: (id: number) =>
    ({ 3: { name: 'Templar', symbol: 'γ' }, 64: { name: 'Chutes', symbol: 'ش' } })[id] as Subnet | undefined,
  validator: (hotkey: AccountKey) => (hotkey === key(9) ? ({ name: 'Northern Light' } as Named) : undefined),
}
const rows = (positions: readonly StakePosition[], earned: readonly EarnedPosition[] = []) =>
  rowsOf({ positions, of: new Set([me]), known, earned })
const choice = { typed: '', sort: { by: 'worth', isTurned: false }, hidesDust: false } as const
const names = (shown: readonly PositionRow[]) => shown.map(({ position: { netuid: id } }) => id)

describe('the rows of positions', () => {
  it('are those of the accounts in view', () => {
    expect(rows([position(3, TAO), position(64, TAO, key(9), other)])).toHaveLength(1)
  })
  it('bear the names of the chain, and Root for root', () => {
    const [root, chutes] = rows([position(0, TAO), position(64, TAO, key(8))])
    expect([root?.name, chutes?.name, chutes?.symbol]).toEqual(['Root', 'Chutes', 'ش'])
    expect([root?.validator, chutes?.validator]).toEqual(['Northern Light', ''])
  })
  it('know a year’s yield once a day was seen, and not before', () => {
    const earned = (days: number): EarnedPosition => ({
      coldkey: me,
      hotkey: key(9),
      netuid: netuid(3),
      alpha: alphaRao((2n * TAO) / 100n),
      worth: rao(TAO / 100n),
      since: 0,
      until: days * DAY,
      sure: true,
    })
    const held = position(3, TAO + TAO / 100n)
    expect(rows([held], [earned(0.5)])[0]?.perYear).toBeUndefined()
    // One percent in ten days is 36.5 in a year.
    expect(rows([held], [earned(10)])[0]?.perYear).toBe(3650)
  })
})

describe('what is shown of them', () => {
  const all = rows([position(3, 5n * TAO), position(64, 9n * TAO), position(0, DUST - 1n, key(8))])
  it('stands in the order that was chosen', () => {
    expect(names(shownOf(all, choice).rows)).toEqual([64, 3, 0])
    expect(names(shownOf(all, { ...choice, sort: { by: 'name', isTurned: false } }).rows)).toEqual([64, 0, 3])
  })
  it('leaves out dust where that is wanted, and says how much that is', () => {
    expect(shownOf(all, choice)).toMatchObject({ dust: 1, dustWorth: DUST - 1n })
    expect(names(shownOf(all, { ...choice, hidesDust: true }).rows)).toEqual([64, 3])
  })
  it('is found by name, number, validator and the whole address of one', () => {
    const found = (typed: string) => names(shownOf(all, { ...choice, typed, hidesDust: true }).rows)
    expect(found('chut')).toEqual([64])
    expect(found('sn3')).toEqual([3])
    expect(found('northern')).toEqual([64, 3])
    expect(found(addressOfKey(key(8)))).toEqual([0])
    expect(found('nobody')).toEqual([])
  })
})
