import { describe, expect, it } from 'vitest'
import { rao } from '#shared/domain/units.ts'
import { aCrowdloan } from '../../../../test/build/staking-topics.ts'
import { numberIn, shownCrowdloans } from './shown.ts'

const given = { own: rao(1n) }
const loans = [
  aCrowdloan(12, { finalized: true, ...given }),
  aCrowdloan(3, given),
  aCrowdloan(2),
  aCrowdloan(1, { raised: rao(100n) }),
]
const ids = (typed: string, isOwn = false) =>
  shownCrowdloans(loans, { typed, isOwn, block: 10 }).map(({ id }) => id)

describe('a list of crowdloans to choose from', () => {
  it('begins with those that take something', () => {
    expect(ids('')).toEqual([3, 2, 12, 1])
  })
  it('has those whose number begins with what is typed', () => {
    expect(ids(' 1')).toEqual([12, 1])
    expect(ids('7')).toEqual([])
  })
  it('to take something back from has only those that still hold something of the account’s', () => {
    expect(ids('', true)).toEqual([3])
  })
})

describe('the number of a crowdloan', () => {
  it.each([
    ['0', 0],
    [' 17 ', 17],
    ['4294967295', 4_294_967_295],
  ])('is read from %j', (typed, number) => {
    expect(numberIn(typed)).toBe(number)
  })
  it.each(['', '1.5', '-1', '4294967296', 'one', '1e3'])('is not read from %j', (typed) => {
    expect(numberIn(typed)).toBeUndefined()
  })
})
