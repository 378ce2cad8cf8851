/** What is wrong with something typed is said as a sentence, and about that very thing. */
import { describe, expect, it } from 'vitest'
import { parseAddress } from '#shared/domain/address.ts'
import { parseTao } from '#shared/domain/units.ts'
import { addressProblem, amountProblem, waitWords } from './problems.ts'

const sayAddress = (typed: string) => {
  const parsed = parseAddress(typed)
  return parsed.ok ? undefined : addressProblem(parsed.error)
}
const sayAmount = (typed: string) => {
  const parsed = parseTao(typed)
  return parsed.ok ? undefined : amountProblem(parsed.error)
}

describe('an address', () => {
  it.each([
    ['', /paste an address/],
    ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', /Ethereum/],
    ['5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQ0', /“0” does not occur/],
    ['5Grwva', /not as long/],
    ['5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQZ', /check sum/],
    ['15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5', /another network \(prefix 0\)/],
  ])('%j is told what is wrong with it', (typed, says) => {
    expect(sayAddress(typed)).toMatch(says)
  })
  it('that is right is told nothing', () => {
    expect(sayAddress(' 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY ')).toBeUndefined()
  })
})

describe('an amount', () => {
  it.each([
    ['', /Type an amount/],
    ['1e9', /digits/],
    ['-1', /digits/],
    ['0.0000000001', /nine decimals/],
    ['99999999999', /not that much/],
    ['0', /more than zero/],
  ])('%j is told what is wrong with it', (typed, says) => {
    expect(sayAmount(typed)).toMatch(says)
  })
})

describe('a wait', () => {
  it.each([
    [1, '1 second'],
    [1000, '1 second'],
    [1001, '2 seconds'],
    [59_000, '59 seconds'],
    [60_000, '1 minute'],
    [61_000, '2 minutes'],
    [3_600_000, '1 hour'],
    [3_600_001, '2 hours'],
  ])('of %i ms is over when it says so: %s', (ms, says) => {
    expect(waitWords(ms)).toBe(says)
  })
})
