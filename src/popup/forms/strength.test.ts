/** A password is called weak where it is; nothing is called unbreakable. */
import { describe, expect, it } from 'vitest'
import { guessBits, LEAST_LENGTH, strengthOf } from './strength.ts'

describe('the strength of a password', () => {
  it('is not enough below ten characters, whatever they are', () => {
    expect(LEAST_LENGTH).toBe(10)
    expect(strengthOf('aB3$xY9!q').enough).toBe(false)
    expect(strengthOf('aB3$xY9!q').say).toBe('1 more character.')
  })
  it.each(['aaaaaaaaaaaaaaaa', '1234567890123', 'abcdefghijklmnop', 'abcabcabcabcabc', '0987654321'])(
    'is not enough for rows and repeats: %s',
    (password) => {
      expect(strengthOf(password)).toMatchObject({ level: 1, enough: false })
    },
  )
  it.each(['kidney-lantern 42 oval', 'ovlqm xtrae wnbpz', 'R7#mq!zL0w@e'])('is enough for %s', (password) => {
    expect(strengthOf(password).enough).toBe(true)
  })
  it('grows with every character that is not to be foreseen', () => {
    expect(guessBits('kdwqmzxrtp')).toBeLessThan(guessBits('kdwqmzxrtpv'))
  })
})
