import { describe, expect, it } from 'vitest'
import type { AccountKey } from '#shared/domain/address.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import type { Directory, Subnet } from '#shared/domain/directory.ts'
import { alphaRao, netuid, rao, raoPerAlpha, TAO } from '#shared/domain/units.ts'
import { type SubnetSort, shownSubnets, subnetRows } from './subnet-rows.ts'

const HASH = `0x${'01'.repeat(32)}` as Hash
const owner = HASH as AccountKey
const subnet = (id: number, name: string, price: bigint, pool: bigint): Subnet => ({
  netuid: netuid(id),
  name,
  source: 'chain',
  symbol: 'α',
  price: raoPerAlpha(price),
  averagePrice: raoPerAlpha(price),
  pool: { tao: rao(pool), alpha: alphaRao(pool) },
  alphaOut: alphaRao(0n),
  volume: rao(0n),
  emission: { tao: rao(BigInt(id)), toPool: alphaRao(0n), toStakers: alphaRao(0n) },
  owner,
  ownerHotkey: owner,
  registeredAt: 0,
  tempo: 360,
  open: true,
  transfers: true,
  about: { description: '', url: '', repository: '', discord: '', contact: '' },
})
const directory: Directory = {
  network: 'finney',
  genesis: HASH,
  block: { number: 1, hash: HASH },
  readAt: 0,
  subnets: [
    subnet(0, 'root', TAO, 0n),
    subnet(3, 'Templar', 20_000_000n, 100n * TAO),
    subnet(64, 'Chutes', 100_000_000n, 900n * TAO),
    subnet(120, 'Affine', 50_000_000n, 300n * TAO),
  ],
}
const before = [{ at: 0, block: 0, netuid: netuid(3), price: raoPerAlpha(10_000_000n) }]
const rows = subnetRows(directory, before)
const shown = (by: SubnetSort, typed = '', favourites: readonly number[] = []) =>
  shownSubnets(rows, {
    typed,
    sort: { by, isTurned: false },
    isFavourite: (id) => favourites.includes(id),
  }).map((row) => Number(row.subnet.netuid))

describe('the list of subnets', () => {
  it('is without root, which has no price', () => {
    expect(rows.map((row) => Number(row.subnet.netuid))).toEqual([3, 64, 120])
  })
  it('tells how a price went as far as it was seen, and nothing where it was not', () => {
    expect(rows.map(({ change }) => change)).toEqual([10_000, undefined, undefined])
  })
  it('stands in the order that was chosen', () => {
    expect(shown('cap')).toEqual([64, 120, 3])
    expect(shown('price')).toEqual([64, 120, 3])
    expect(shown('emission')).toEqual([120, 64, 3])
    expect(shown('number')).toEqual([3, 64, 120])
    expect(shown('change')).toEqual([3, 64, 120])
  })
  it('has those that were marked on top, in the same order', () => {
    expect(shown('cap', '', [3, 120])).toEqual([120, 3, 64])
  })
  it('is searched by name and number', () => {
    expect(shown('cap', 'CHU')).toEqual([64])
    expect(shown('cap', 'sn12')).toEqual([120])
    expect(shown('cap', '3')).toEqual([3])
  })
})
