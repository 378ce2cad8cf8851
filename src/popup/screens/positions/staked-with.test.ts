import { describe, expect, it } from 'vitest'
import { addressOfKey } from '#shared/domain/address.ts'
import { netuid, rao } from '#shared/domain/units.ts'
import { aPosition, keyOfSeed } from '../../../../test/build/staking-topics.ts'
import type { PositionRow } from './rows.ts'
import { foundAmong, stakedWith } from './staked-with.ts'

const row = (seed: number, subnet: number, worth: bigint, validator = ''): PositionRow => ({
  id: `${subnet} ${seed}`,
  position: aPosition({ hotkey: keyOfSeed(seed), netuid: netuid(subnet), worth: rao(worth) }),
  name: '',
  symbol: '',
  validator,
  perYear: undefined,
})
const all = stakedWith([row(1, 0, 5n, 'Wending'), row(2, 1, 6n), row(1, 3, 2n, 'Wending')])

describe('whom one stakes with', () => {
  it('is told once each, with all that is staked there, the most first', () => {
    expect(all).toEqual([
      { hotkey: keyOfSeed(1), name: 'Wending', positions: 2, worth: 7n },
      { hotkey: keyOfSeed(2), name: '', positions: 1, worth: 6n },
    ])
  })
  it('is found by name, or by the whole address', () => {
    expect(foundAmong(all, 'wend').map(({ name }) => name)).toEqual(['Wending'])
    expect(foundAmong(all, addressOfKey(keyOfSeed(2))).map(({ positions }) => positions)).toEqual([1])
    expect(foundAmong(all, 'nobody')).toEqual([])
  })
})
