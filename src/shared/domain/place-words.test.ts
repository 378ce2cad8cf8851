import { describe, expect, it } from 'vitest'
import { placeWords } from './place-words.ts'

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
