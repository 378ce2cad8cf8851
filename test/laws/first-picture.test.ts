/** The popup reads two stored keys by name before anything else runs: their names are those the background declares. */
import { describe, expect, it } from 'vitest'
import { keys } from '../../src/background/storage/keys.ts'
import { FIRST_KEYS } from '../../src/popup/first-picture.ts'

describe('the keys of the first picture', () => {
  it.each(Object.entries(FIRST_KEYS))('%s is what the background stores', (name, key) => {
    const declared = keys[name as keyof typeof FIRST_KEYS]
    expect(declared.name).toBe(key)
    expect(declared.area).toBe('local')
  })
  it('hold nothing secret: portfolio and settings, and no third', () => {
    expect(Object.keys(FIRST_KEYS)).toEqual(['portfolio', 'settings'])
  })
})
