import { describe, expect, it } from 'vitest'
import type { AccountKey } from '#shared/domain/address.ts'
import { addressOf } from '#shared/domain/address.ts'
import { alphaRao, netuid, rao } from '#shared/domain/units.ts'
import { partsOf } from './parts.ts'
import type { PositionRow } from './rows.ts'

const key = (seed: number) => `0x${seed.toString(16).padStart(2, '0').repeat(32)}` as AccountKey
const row = (subnet: number, worth: bigint, name: string, hotkey = key(subnet)): PositionRow => ({
  id: `${subnet} ${hotkey}`,
  position: {
    coldkey: addressOf(new Uint8Array(32)),
    hotkey,
    netuid: netuid(subnet),
    alpha: alphaRao(worth),
    worth: rao(worth),
    dividends: alphaRao(0n),
    registered: true,
  },
  name,
  symbol: '',
  validator: '',
  perYear: undefined,
})
const of = (rows: readonly PositionRow[], free: bigint, by: 'subnet' | 'validator' = 'subnet') =>
  partsOf({ rows, free: rao(free), by, validatorName: ({ position }) => position.hotkey.slice(0, 4) })

describe('what it consists of', () => {
  it('is each subnet with its share, and what is not staked', () => {
    const parts = of([row(0, 300n, 'Root'), row(64, 600n, 'Chutes')], 100n)
    expect(parts.map(({ key: hue, label, share }) => [hue, label, share])).toEqual([
      ['part-1', 'Chutes', 6000],
      ['part-root', 'Root', 3000],
      ['part-free', 'Not staked', 1000],
    ])
  })
  it('keeps two subnets of one name apart, and adds up the positions of one', () => {
    const parts = of([row(5, 1n, 'Twin'), row(6, 2n, 'Twin'), row(5, 4n, 'Twin', key(9))], 0n)
    expect(parts.map(({ worth }) => worth)).toEqual([5n, 2n])
  })
  it('puts all beyond five together', () => {
    const parts = of(
      Array.from({ length: 9 }, (_, at) => row(at + 1, BigInt(100 - at), '')),
      0n,
    )
    expect(parts).toHaveLength(6)
    expect(parts.at(-1)).toMatchObject({ key: 'part-rest', label: '4 others', worth: 374n })
    expect(parts[0]?.label).toBe('Subnet 1')
  })
  it('can be told by validator', () => {
    const parts = of(
      [row(1, 5n, 'A', key(7)), row(2, 6n, 'B', key(7)), row(3, 4n, 'C', key(8))],
      0n,
      'validator',
    )
    expect(parts.map(({ label, worth }) => [label, worth])).toEqual([
      ['0x07', 11n],
      ['0x08', 4n],
    ])
  })
  it('of nothing is nothing', () => {
    expect(of([], 0n)).toEqual([])
  })
})
