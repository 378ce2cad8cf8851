import { describe, expect, it } from 'vitest'
import { decode, encode } from '../codec.ts'
import type { AccountKey } from './address.ts'
import { dailyReturn, Names, type Validator, Validators } from './directory.ts'
import { type AlphaRao, rao } from './units.ts'

const key = (n: number) => `0x${n.toString(16).padStart(64, '0')}` as AccountKey
const alpha = (n: bigint) => n as AlphaRao
const validator: Validator = {
  hotkey: key(1),
  coldkey: key(2),
  name: 'A name',
  source: 'chain',
  take: 11_796,
  stake: alpha(1_000_000_000_000n),
  weight: rao(1n),
  permit: true,
  active: true,
  dividends: alpha(500_000_000n),
  rootDividends: alpha(0n),
}

describe('validators', () => {
  it('cross a boundary unchanged, with and without a name or a take', () => {
    const list = [validator, { ...validator, name: '', source: 'none', take: undefined } as const]
    expect(decode(Validators, encode(Validators, list))).toEqual(list)
    const names = list.map(({ hotkey, name, source, take }) => ({
      hotkey,
      coldkey: undefined,
      name,
      source,
      take,
    }))
    expect(decode(Names, encode(Names, names))).toEqual(names)
  })
  it('return what an epoch gave over what is staked, for each epoch of a day', () => {
    // 0.5 of 1,000 in 360 blocks, twenty times a day: one percent.
    expect(dailyReturn(validator, { tempo: 360 })).toBe(10_000)
  })
  it('with nothing staked return nothing that can be told', () => {
    expect(dailyReturn({ ...validator, stake: alpha(0n) }, { tempo: 360 })).toBeUndefined()
    expect(dailyReturn(validator, { tempo: 0 })).toBeUndefined()
  })
})
