/** Every error a person can meet has a sentence, and says what to do. */
import { describe, expect, it } from 'vitest'
import { readMetadata } from '#shared/runtime/metadata.ts'
import { finneyMetadata, hasFinney } from '../../../../test/fixtures/finney.ts'
import { ACCOUNTS } from './account-errors.ts'
import { OTHERS } from './other-errors.ts'
import { STAKING } from './staking-errors.ts'
import { SUBNETS } from './subnet-errors.ts'
import { knownWords } from './words.ts'

const all = [STAKING, ACCOUNTS, SUBNETS, ...Object.values(OTHERS)].flatMap((names) => Object.entries(names))

/** Pallets whose every error has words: those of the calls this wallet makes or explains. */
const WHOLE = ['SubtensorModule', 'Proxy', 'Utility', 'Swap', 'Crowdloan', 'MevShield', 'LimitOrders']
/** Of no call a person signs. */
const APART = new Set([
  'Proxy.AnnouncementDepositInvariantViolated',
  'Swap.FeeRateTooHigh',
  'Swap.InvalidTickRange',
  'Swap.InvalidLiquidityValue',
])

describe('an error of the chain', () => {
  it.each(all)('%s is a sentence and what to do', (_name, words) => {
    for (const sentence of words) expect(sentence).toMatch(/^[A-Z][^\n]*\.$/)
  })
  it('stands in one place alone', () => {
    const names = [STAKING, ACCOUNTS, SUBNETS].flatMap((some) => Object.keys(some))
    expect(new Set(names).size).toBe(names.length)
  })
  it.runIf(hasFinney).each(WHOLE)('of %s has words, whichever it is', (pallet) => {
    const { lookup } = readMetadata(finneyMetadata())
    const errors = lookup.metadata.pallets.find(({ name }) => name === pallet)?.errors
    const entry = lookup(typeof errors === 'object' ? errors.type : (errors ?? 0))
    if (entry.type !== 'enum') throw new Error(`${pallet} has no errors`)
    const wordless = Object.keys(entry.value)
      .filter((error) => !APART.has(`${pallet}.${error}`))
      .filter((error) => knownWords({ pallet, error }) === undefined)
    expect(wordless).toEqual([])
  })
  it('without words is none of every object', () => {
    expect(knownWords({ pallet: 'SubtensorModule', error: 'constructor' })).toBeUndefined()
    expect(knownWords({ pallet: 'constructor', error: 'name' })).toBeUndefined()
  })
})
