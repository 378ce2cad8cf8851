/** Sums of what is held are exact, and what is not known is never counted as nothing. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Account } from '#shared/domain/account.ts'
import { addressOf } from '#shared/domain/address.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import type { Balance, Portfolio, StakeSum } from '#shared/domain/portfolio.ts'
import { rao } from '#shared/domain/units.ts'
import { findAccounts, sharesOf, sumOf } from './holdings.ts'

const HASH = `0x${'11'.repeat(32)}` as Hash
const account = (seed: number, hidden = false): Account => ({
  kind: 'watch',
  address: addressOf(new Uint8Array(32).fill(seed)),
  name: `Account ${seed}`,
  hidden,
})
const balance = (free: bigint, reserved = 0n, frozen = 0n): Balance => ({
  free: rao(free),
  reserved: rao(reserved),
  frozen: rao(frozen),
})
type Held = readonly [Account, Balance, StakeSum | null, bigint | null]
const staking = (held: readonly Held[]): Portfolio => ({
  network: 'finney',
  genesis: HASH,
  block: { number: 1, hash: HASH },
  readAt: 0,
  accounts: held.map(([{ address }, balance, stake, claimable]) => ({
    address,
    balance,
    stake,
    claimable: claimable === null ? null : rao(claimable),
  })),
})
const picture = (held: readonly (readonly [Account, Balance])[]): Portfolio =>
  staking(held.map(([who, balance]) => [who, balance, null, null]))
const a = account(1)
const b = account(2)
const hidden = account(3, true)

describe('the sum', () => {
  it('is of all accounts that are shown', () => {
    const held = picture([
      [a, balance(5n, 1n)],
      [b, balance(7n)],
      [hidden, balance(100n)],
    ])
    expect(sumOf(held, [a, b, hidden], 'all')).toMatchObject({
      total: 13n,
      free: 12n,
      locked: 0n,
      reserved: 1n,
      missing: 0,
    })
  })

  it('counts what is staked, and what can be claimed not before it is', () => {
    const held = staking([[a, balance(5n), { root: rao(20n), subnets: rao(300n), positions: 3 }, 4000n]])
    expect(sumOf(held, [a], 'all')).toMatchObject({
      total: 325n,
      root: 20n,
      subnets: 300n,
      claimable: 4000n,
      positions: 3,
      unread: 0,
    })
  })

  it('says of how many accounts it does not know what is staked', () => {
    const held = staking([
      [a, balance(5n), { root: rao(20n), subnets: rao(0n), positions: 1 }, 0n],
      [b, balance(7n), null, null],
    ])
    expect(sumOf(held, [a, b], 'all')).toMatchObject({ total: 32n, unread: 1 })
  })

  it('is of one account alone when that is in front', () => {
    const held = picture([
      [a, balance(5n)],
      [b, balance(7n)],
    ])
    expect(sumOf(held, [a, b], b.address)?.total).toBe(7n)
  })

  it('says how many accounts it does not know', () => {
    expect(sumOf(picture([[a, balance(5n)]]), [a, b], 'all')).toMatchObject({ total: 5n, missing: 1 })
  })

  it('is unknown, not zero, when nothing is known', () => {
    expect(sumOf(undefined, [a], 'all')).toBeUndefined()
    expect(sumOf(picture([]), [a], a.address)).toBeUndefined()
  })

  it('counts a freeze only where it reaches beyond what is reserved', () => {
    expect(sumOf(picture([[a, balance(10n, 3n, 5n)]]), [a], 'all')).toMatchObject({ free: 8n, locked: 2n })
    expect(sumOf(picture([[a, balance(10n, 3n, 2n)]]), [a], 'all')).toMatchObject({ free: 10n, locked: 0n })
  })

  it('loses no rao: its parts make the total', () => {
    const amount = fc.bigInt({ min: 0n, max: 21_000_000n * 10n ** 9n })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(amount, amount, amount, amount, amount), { minLength: 1, maxLength: 20 }),
        (rows) => {
          const accounts = rows.map((_, i) => account(i + 1))
          const held = rows.map(([f, r, z, root, subnets], i): Held => {
            const stake = { root: rao(root), subnets: rao(subnets), positions: 1 }
            return [accounts[i] ?? a, balance(f, r, z), stake, 0n]
          })
          const sum = sumOf(staking(held), accounts, 'all')
          expect(sum && sum.free + sum.locked + sum.reserved + sum.root + sum.subnets).toBe(sum?.total)
          expect(sum?.total).toBe(
            rows.reduce((all, [f, r, , root, subnets]) => all + f + r + root + subnets, 0n),
          )
        },
      ),
    )
  })
})

describe('the bar', () => {
  it('has no part for what is empty', () => {
    const sum = sumOf(picture([[a, balance(10n)]]), [a], 'all')
    expect(sum && sharesOf(sum).map(({ part }) => part)).toEqual(['free'])
  })

  it('shows even the smallest part', () => {
    const sum = sumOf(picture([[a, balance(10n ** 16n, 1n)]]), [a], 'all')
    expect(sum && sharesOf(sum).map(({ permille }) => permille)).toEqual([999, 1])
  })

  it('is empty when nothing is held', () => {
    const sum = sumOf(picture([[a, balance(0n)]]), [a], 'all')
    expect(sum && sharesOf(sum)).toEqual([])
  })
})

describe('a search among accounts', () => {
  it('finds by any part of a name or an address', () => {
    expect(findAccounts([a, b], 'count 2')).toEqual([b])
    expect(findAccounts([a, b], a.address.slice(10, 20))).toEqual([a])
  })

  it('finds all for nothing, and nothing for what is nowhere', () => {
    expect(findAccounts([a, b], '  ')).toEqual([a, b])
    expect(findAccounts([a, b], 'zebra')).toEqual([])
  })
})
