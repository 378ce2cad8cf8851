import { describe, expect, it } from 'vitest'
import type { Account } from '#shared/domain/account.ts'
import { addressOf } from '#shared/domain/address.ts'
import type { Subnet } from '#shared/domain/directory.ts'
import type { Offer } from '#shared/domain/offer.ts'
import { type DoableFrom, doableWith } from './doable.ts'

const address = addressOf(new Uint8Array(32))
const local = { kind: 'local', address, name: 'Main', hidden: false } as Account
const offered: Offer = { kind: 'offered' }
const offers = {
  'add-stake': offered,
  'remove-stake': offered,
  'swap-stake': offered,
  'transfer-stake': offered,
  'claim-root': offered,
}
const subnet = { open: true, transfers: true } as Subnet
const base: DoableFrom = { isRoot: false, account: local, subnet, offers, canLeave: true }
const why = (from: Partial<DoableFrom>, id: string) =>
  doableWith({ ...base, ...from }).find((each) => each.id === id)?.barred

describe('with a position', () => {
  it('everything can be done that this runtime has and this place allows', () => {
    expect(doableWith(base).map(({ id }) => id)).toEqual([
      'add-stake',
      'remove-stake',
      'swap-stake',
      'transfer-stake',
    ])
    expect(doableWith(base).every(({ barred }) => barred === undefined)).toBe(true)
  })
  it('dividends are claimed on root only', () => {
    expect(doableWith({ ...base, isRoot: true }).map(({ id }) => id)).toContain('claim-root')
  })
  it('of a watched account nothing can be done, and it says why', () => {
    const watched = { kind: 'watch', address, name: 'Cold', hidden: false } as Account
    for (const { barred } of doableWith({ ...base, account: watched })) expect(barred).toMatch(/key/)
  })
  it('what is locked stays, while more can be staked', () => {
    expect(why({ canLeave: false }, 'remove-stake')).toMatch(/locked/)
    expect(why({ canLeave: false }, 'add-stake')).toBeUndefined()
    expect(why({ canLeave: undefined }, 'remove-stake')).toBeUndefined()
  })
  it('nothing goes in or out of a subnet that has not started, and nothing to others where that is not allowed', () => {
    expect(why({ subnet: { ...subnet, open: false } }, 'add-stake')).toMatch(/not started/)
    expect(why({ subnet: { ...subnet, transfers: false } }, 'transfer-stake')).toMatch(/other accounts/)
    expect(why({ subnet: { ...subnet, transfers: false } }, 'remove-stake')).toBeUndefined()
  })
  it('what this runtime has otherwise is shown with the reason', () => {
    const hidden: Offer = { kind: 'hidden', why: 'changed', call: 'SubtensorModule.swap_stake' }
    expect(why({ offers: { ...offers, 'swap-stake': hidden } }, 'swap-stake')).toMatch(
      /other arguments for SubtensorModule.swap_stake/,
    )
  })
  it('what this runtime has no call for is left out', () => {
    const hidden: Offer = { kind: 'hidden', why: 'missing', call: 'SubtensorModule.swap_stake' }
    const listed = doableWith({ ...base, offers: { ...offers, 'swap-stake': hidden } })
    expect(listed.map(({ id }) => id)).toEqual(['add-stake', 'remove-stake', 'transfer-stake'])
  })
  it('nothing is left out while no runtime was read', () => {
    expect(doableWith({ ...base, offers: undefined }).length).toBeGreaterThan(4)
    expect(doableWith({ ...base, offers: {} }).length).toBeGreaterThan(4)
  })
})
