/** A power is called by what it does, and what does least is offered first. */
import { describe, expect, it } from 'vitest'
import { byReach, powerTitle } from './titles.ts'

const sorted = (...names: string[]): readonly string[] =>
  byReach(names.map((name) => ({ name }))).map(({ name }) => name)

describe('a kind of power', () => {
  it('is called by what it does', () => {
    expect(['NonCritical', 'Any'].map(powerTitle)).toEqual(['Nearly everything', 'Everything'])
  })
  it('without words goes by the chain’s name, and comes after all others', () => {
    expect(powerTitle('Brand')).toBe('Brand')
    expect(sorted('Brand', 'Any')).toEqual(['Any', 'Brand'])
  })
  it('comes after those that reach less, and everything after nearly everything', () => {
    expect(sorted('Any', 'NonCritical', 'Staking', 'Transfer', 'RootClaim')).toEqual([
      'RootClaim',
      'Staking',
      'Transfer',
      'NonCritical',
      'Any',
    ])
  })
})
