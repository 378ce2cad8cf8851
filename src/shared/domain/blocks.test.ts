import { describe, expect, it } from 'vitest'
import { afterBlocks, printBlocks, printTime } from './blocks.ts'

describe('a number of blocks', () => {
  it.each([
    [36_000, '36,000 blocks, about 5 days'],
    [7_200, '7,200 blocks, about 24 hours'],
    [1, '1 block, about 1 minute'],
    [0, '0 blocks, about 1 minute'],
    [300, '300 blocks, about 60 minutes'],
    [432_000, '432,000 blocks, about 60 days'],
  ])('%i reads as a time, too', (blocks, text) => expect(printBlocks(blocks)).toBe(text))
  it('is told to the nearest', () => {
    expect(printTime(934_866)).toBe('130 days')
    expect(printTime(450)).toBe('90 minutes')
    expect(printTime(610)).toBe('2 hours')
  })
  it('has passed at a time that can be told beforehand', () => expect(afterBlocks(5, 1_000)).toBe(61_000))
})
