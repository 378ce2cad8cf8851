import { describe, expect, it } from 'vitest'
import { decode, encode } from '#shared/codec.ts'
import { type AccountKey, addressOfKey } from '#shared/domain/address.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import { Positions } from '#shared/domain/positions.ts'
import { rao } from '#shared/domain/units.ts'
import type { ChainPicture } from '../chain/picture-rows.ts'
import { picturesOf } from './picture.ts'

const key = (n: number): AccountKey => `0x${n.toString(16).padStart(64, '0')}` as AccountKey
const [alice, bob, stranger] = [key(1), key(2), key(9)]
const accounts = [alice, bob].map((each) => ({ address: addressOfKey(each) }))
const hash = `0x${'11'.repeat(32)}` as Hash

const stake = (coldkey: AccountKey, hotkey: AccountKey, netuid: number, amount: bigint) => ({
  coldkey,
  hotkey,
  netuid,
  stake: amount,
  emission: 3n,
  registered: true,
})
const read = (more: Partial<ChainPicture> = {}): ChainPicture => ({
  block: { number: 700, hash },
  genesis: hash,
  spec: 424,
  balances: new Map([[addressOfKey(alice), { free: rao(5n), reserved: rao(1n), frozen: rao(0n) }]]),
  stakes: [
    stake(alice, key(20), 4, 10_000_000_000n),
    stake(alice, key(20), 0, 7n),
    stake(bob, key(21), 4, 2n),
  ],
  availability: [],
  prices: [
    { netuid: 0, price: 1_000_000_000n },
    { netuid: 4, price: 21_300_000n },
  ],
  claims: { kind: 'none' },
  network: { issued: 10n, staked: undefined, reward: 500_000_000n, safeModeUntil: undefined },
  ...more,
})
const take = (picture: ChainPicture, before: Positions | null = null) =>
  picturesOf(picture, { accounts, network: 'local', readAt: 1000, before })

describe('a picture', () => {
  it('values every position at the price of its block, root at what it is, the most valuable first', () => {
    const { portfolio, positions } = take(read())
    expect(positions.positions.map(({ netuid, alpha, worth }) => [netuid, alpha, worth])).toEqual([
      [4, 10_000_000_000n, 213_000_000n],
      [0, 7n, 7n],
      [4, 2n, 0n],
    ])
    expect(portfolio.accounts.map(({ stake: sum }) => sum)).toEqual([
      { root: 7n, subnets: 213_000_000n, positions: 2 },
      { root: 0n, subnets: 0n, positions: 1 },
    ])
    expect(positions.prices).toEqual([{ netuid: 4, price: 21_300_000n }])
  })
  it('stamps all of it with one block', () => {
    const { portfolio, positions, network } = take(read())
    for (const part of [portfolio, positions, network])
      expect(part).toMatchObject({
        block: { number: 700, hash },
        genesis: hash,
        network: 'local',
        readAt: 1000,
      })
  })
  it('crosses a boundary unchanged', () => {
    const { positions } = take(read())
    expect(decode(Positions, encode(Positions, positions))).toEqual(positions)
  })
  it('says nothing of stake where the runtime said nothing', () => {
    const { portfolio, positions } = take(read({ stakes: undefined, availability: undefined }))
    expect(portfolio.accounts.map(({ stake: sum, claimable }) => [sum, claimable])).toEqual([
      [null, null],
      [null, null],
    ])
    expect(positions.availability).toBeNull()
  })
  it('leaves out what a node tells of accounts nobody asked for', () => {
    const { positions } = take(read({ stakes: [stake(stranger, key(20), 4, 5n)] }))
    expect(positions.positions).toEqual([])
  })
  it('keeps of availability what is not all of it', () => {
    const row = { coldkey: alice, netuid: 4, total: 9n, locked: 0n, available: 9n }
    const { positions } = take(
      read({ availability: [row, { ...row, netuid: 5, locked: 4n, available: 5n }] }),
    )
    expect(positions.availability).toEqual([
      { coldkey: addressOfKey(alice), netuid: 5, total: 9n, locked: 4n, available: 5n },
    ])
  })
})

describe('safe mode', () => {
  const until = (safeModeUntil: number) =>
    take(read({ network: { ...read().network, safeModeUntil } })).network.safeModeUntil
  it('lasts until its last block', () => {
    expect(until(700)).toBe(700)
  })
  it('is over after it, even while it is still stored', () => {
    expect(until(699)).toBeNull()
  })
})

describe('what root has earned', () => {
  const onRoot = [stake(alice, key(20), 0, 7n), stake(alice, key(21), 0, 7n), stake(bob, key(20), 0, 7n)]
  const asked = (of: typeof onRoot, owed: readonly { netuid: number; alpha: bigint }[], block = 700) =>
    read({
      block: { number: block, hash },
      stakes: onRoot,
      claims: {
        kind: 'subnets',
        of,
        owed: of.flatMap(({ coldkey, hotkey }) => owed.map((each) => ({ coldkey, hotkey, ...each }))),
      },
    })
  const claimable = (picture: ReturnType<typeof take>) =>
    picture.portfolio.accounts.map((each) => each.claimable)

  it('is valued at the spot prices of the subnets it is of', () => {
    const picture = take(
      asked(onRoot, [
        { netuid: 4, alpha: 2_000_000_000n },
        { netuid: 4, alpha: 1n },
      ]),
    )
    expect(claimable(picture)).toEqual([85_200_000n, 42_600_000n])
  })
  it('is unknown of an account until all its positions were asked for', () => {
    const first = take(asked(onRoot.slice(0, 1), [{ netuid: 4, alpha: 2_000_000_000n }]))
    expect(claimable(first)).toEqual([null, null])
    const second = take(asked(onRoot.slice(1), [], 701), first.positions)
    expect(claimable(second)).toEqual([42_600_000n, 0n])
    expect(second.positions.claims?.map(({ block }) => block)).toEqual([701, 701, 700])
  })
  it('goes with the stake that earned it', () => {
    const first = take(asked(onRoot, [{ netuid: 4, alpha: 2_000_000_000n }]))
    const second = take({ ...asked([], []), stakes: onRoot.slice(0, 2) }, first.positions)
    expect(second.positions.claims?.map(({ coldkey }) => coldkey)).toEqual([
      accounts[0]?.address,
      accounts[0]?.address,
    ])
    expect(claimable(second)).toEqual([85_200_000n, 0n])
  })
  it('of a basket is told by coldkey, each in its turn', () => {
    const basket = (coldkey: AccountKey, owed: bigint) =>
      read({ stakes: onRoot, claims: { kind: 'basket', coldkey, owed } })
    const first = take(basket(alice, 11n))
    expect(claimable(first)).toEqual([11n, null])
    const second = take(basket(bob, 12n), first.positions)
    expect(claimable(second)).toEqual([11n, 12n])
    const third = take(basket(alice, 13n), second.positions)
    expect(claimable(third)).toEqual([13n, 12n])
  })
  it('of another chain is forgotten', () => {
    const first = take(read({ stakes: onRoot, claims: { kind: 'basket', coldkey: alice, owed: 11n } }))
    const other = {
      ...read({ stakes: onRoot, claims: { kind: 'basket', coldkey: bob, owed: 12n } }),
      genesis: key(5) as Hash,
    }
    expect(claimable(take(other, first.positions))).toEqual([null, 12n])
  })
  it('is nothing for who has nothing on root, and unknown where the runtime does not tell', () => {
    expect(claimable(take(read({ stakes: [] })))).toEqual([0n, 0n])
    expect(claimable(take(read({ stakes: onRoot })))).toEqual([null, null])
  })
})
