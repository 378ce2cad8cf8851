import { describe, expect, it } from 'vitest'
import { callsWords, placeWords } from './call-words.ts'

describe('where a call stands inside another', () => {
  it.each([
    ['batch[36]', 'Call 37'],
    ['batch[1] › proxy', 'Call 2 › proxy'],
    ['batch_all[0] › force_batch[2]', 'Call 1 › call 3'],
    ['if_else.fallback', 'if_else.fallback'],
  ])('%s is told as %s', (path, words) => {
    expect(placeWords(path)).toBe(words)
  })
})

describe('several calls', () => {
  it.each([
    [['Unstake', 'Unstake', 'Unstake'], 'Unstake 3 times'],
    [['Unstake', 'Stake', 'Unstake'], 'Run 3 calls (Unstake, Stake)'],
    [['Send'], 'Send once'],
  ])('%j are told as %s', (verbs, words) => {
    expect(callsWords(verbs)).toBe(words)
  })
})
