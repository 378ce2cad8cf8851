import { describe, expect, it } from 'vitest'
import { LEG_WORDS, legTitle } from './legs.ts'

describe('one call among several', () => {
  it('is counted from one, and keeps a path that is deeper', () => {
    expect(legTitle('calls.0')).toBe('Call 1')
    expect(legTitle('calls.11')).toBe('Call 12')
    expect(legTitle('call.calls.2')).toBe('call.calls.2')
  })
  it('that was not run is not said to have failed', () => {
    expect(LEG_WORDS.skipped.word).not.toBe(LEG_WORDS.failed.word)
  })
})
