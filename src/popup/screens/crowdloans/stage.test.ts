import { describe, expect, it } from 'vitest'
import { addressOf } from '#shared/domain/address.ts'
import type { Crowdloan } from '#shared/domain/standing.ts'
import { rao } from '#shared/domain/units.ts'
import { standingOf } from './stage.ts'

const loan: Crowdloan = {
  id: 3,
  creator: addressOf(new Uint8Array(32)),
  least: rao(1n),
  cap: rao(100n),
  raised: rao(50n),
  most: null,
  end: 1000,
  finalized: false,
  contributors: 4,
  seats: 500,
  own: rao(0n),
}
const word = (changed: Partial<Crowdloan>, block = 10) => standingOf({ ...loan, ...changed }, block)

describe('a crowdloan', () => {
  it('takes more while it is open', () => {
    expect(word({})).toEqual({ word: 'open', takes: true })
    expect(word({}, 999).takes).toBe(true)
  })
  it.each([
    [{ finalized: true }, 10, 'done'],
    [{}, 1000, 'over'],
    [{ raised: rao(100n) }, 10, 'full'],
    [{ contributors: 500 }, 10, 'no seat left'],
  ] as const)('with %o at block %i takes nothing: %s', (changed, block, said) => {
    expect(word(changed, block)).toEqual({ word: said, takes: false })
  })
  it('with no seat left takes more from who is among its contributors', () => {
    expect(word({ contributors: 500, own: rao(1n) }).takes).toBe(true)
  })
})
