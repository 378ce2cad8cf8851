import { describe, expect, it } from 'vitest'
import type { Crowdloan } from '#shared/domain/standing.ts'
import { rao } from '#shared/domain/units.ts'
import { aCrowdloan } from '../../../../test/build/staking-topics.ts'
import { stageWords, standingOf } from './stage.ts'

const word = (changed: Partial<Crowdloan>, block = 10) => standingOf(aCrowdloan(3, changed), block)

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
  it('is told by the time it is open, and by what it is once it takes nothing', () => {
    // 300 blocks of twelve seconds.
    expect(stageWords(aCrowdloan(3), 700)).toBe('about 60 minutes left')
    expect(stageWords(aCrowdloan(3, { finalized: true }), 700)).toBe('done')
  })
})
