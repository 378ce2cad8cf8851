import { describe, expect, it } from 'vitest'
import { type AccountKey, addressOfKey } from '#shared/domain/address.ts'
import type { Subnet, Validator } from '#shared/domain/directory.ts'
import { alphaRao, netuid, rao } from '#shared/domain/units.ts'
import {
  firstSort,
  shownValidators,
  type ValidatorSort,
  validatorRows,
  validatorSorts,
} from './validator-rows.ts'

const key = (seed: number) => `0x${seed.toString(16).padStart(2, '0').repeat(32)}` as AccountKey
const validator = (seed: number, name: string, stake: bigint, dividends: bigint, take = 0): Validator => ({
  hotkey: key(seed),
  coldkey: key(seed + 100),
  name,
  source: name === '' ? 'none' : 'chain',
  take,
  stake: alphaRao(stake),
  weight: rao(stake),
  permit: true,
  active: true,
  dividends: alphaRao(dividends),
  rootDividends: alphaRao(0n),
})
const all = [
  validator(1, 'Northern Light', 1_000_000n, 100n, 11_796),
  validator(2, 'Granite Stake', 5_000_000n, 0n, 65_535),
  validator(3, '', 200_000n, 40n),
]
const here = { netuid: netuid(64), tempo: 360 } as Subnet
const rows = validatorRows(all, here, new Set([key(3)]))
const shown = (by: ValidatorSort, typed = '', favourites: readonly AccountKey[] = []) =>
  shownValidators(rows, {
    typed,
    sort: { by, isTurned: false },
    isFavourite: (hotkey) => favourites.includes(hotkey),
  }).map(({ validator: { hotkey } }) => Number.parseInt(hotkey.slice(2, 4), 16))

describe('the list of validators', () => {
  it('estimates a year from the last epoch: dividends over stake, times the epochs of a day, times 365', () => {
    // 100 over a million, twenty epochs a day: 2,000 parts of a million a day, 73 percent a year.
    expect(rows.map(({ perYear }) => perYear)).toEqual([7300, 0, 14_600])
  })
  it('estimates nothing on root, nor where the subnet is not known', () => {
    const root = { netuid: netuid(0), tempo: 360 } as Subnet
    expect(validatorRows(all, root, new Set()).every(({ perYear }) => perYear === undefined)).toBe(true)
    expect(validatorRows(all, undefined, new Set())[0]?.perYear).toBeUndefined()
  })
  it('is not sorted by a return on root, where none can be told', () => {
    expect(validatorSorts(netuid(0)).map(({ by }) => by)).toEqual(['stake', 'take', 'yours'])
    expect(firstSort(netuid(0)).by).toBe('stake')
    expect(firstSort(netuid(64)).by).toBe('return')
  })
  it('stands in the order that was chosen', () => {
    expect(shown('return')).toEqual([3, 1, 2])
    expect(shown('stake')).toEqual([2, 1, 3])
    expect(shown('take')).toEqual([3, 1, 2])
    expect(shown('yours')).toEqual([3, 1, 2])
  })
  it('has those that were marked on top', () => {
    expect(shown('return', '', [key(2)])).toEqual([2, 3, 1])
  })
  it('is searched by name, and by the whole address of validator or owner', () => {
    expect(shown('return', 'granite')).toEqual([2])
    expect(shown('return', addressOfKey(key(3)))).toEqual([3])
    expect(shown('return', addressOfKey(key(101)))).toEqual([1])
    expect(shown('return', addressOfKey(key(77)))).toEqual([])
  })
})
