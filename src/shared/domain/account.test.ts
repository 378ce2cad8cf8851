import { describe, expect, it } from 'vitest'
import { NAME_LIMIT, tidyName } from './account.ts'

describe('a name', () => {
  it('is cut to what a row can hold, and has no odd spaces', () => {
    expect(tidyName('a'.repeat(40))).toBe('a'.repeat(40))
    expect(tidyName('a'.repeat(41))).toBe('a'.repeat(40))
    expect(tidyName(`  a\u202e\n b${'c'.repeat(60)}`)).toBe(`a b${'c'.repeat(NAME_LIMIT - 3)}`)
  })
  it('is never cut within a letter: each store keeps half a letter in its own way', () => {
    expect(tidyName(`${'a'.repeat(NAME_LIMIT - 1)}😀`)).toBe('a'.repeat(NAME_LIMIT - 1))
    expect(tidyName(`${'a'.repeat(NAME_LIMIT - 2)}😀`)).toBe(`${'a'.repeat(NAME_LIMIT - 2)}😀`)
  })
})
