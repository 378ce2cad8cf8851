import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPassword, estimateBits } from './password.ts'
import { newPhrase } from './words.ts'

const why = (password: string): string | undefined => {
  try {
    checkPassword(password)
    return undefined
  } catch (error) {
    return (error as { details: { why: string } }).details.why
  }
}

describe('a password', () => {
  it.each(['', 'x7#kQ', 'abcdefghi', '🦒🦒🦒🦒🦒🦒🦒🦒🦒'])(
    'is too short under ten characters: %j',
    (password) => {
      expect(why(password)).toBe('short')
    },
  )
  it.each(['password123', 'P@ssw0rd!!', '1234passwort', 'bittensor2024', 'qwertyuiop', '!!letmein!!'])(
    'is common when it is a well-known one with trimmings: %j',
    (password) => {
      expect(why(password)).toBe('common')
    },
  )
  it.each([
    'aaaaaaaaaaaaaaaaaaaa',
    '12345678901234567890',
    'abcdefghijklmnopqrstuvwxyz',
    'hellohellohellohello',
    'abcabcabcabcabcabc',
    'januarysummer1987',
    'wallet cryptomoney',
    '19871988198919901991',
    'abandon ability able',
  ])('is guessable when it is made of few choices: %j', (password) => {
    expect(why(password)).toBe('guessable')
  })
  it.each([
    'correct horse battery staple',
    'kT9$wq!zLp',
    'vexed jumbo glyph quartz',
    'ein langer Satz mit Zahlen 47',
    'мой очень длинный пароль',
  ])('is good enough: %j', (password) => {
    expect(why(password)).toBeUndefined()
  })
  it('of six random words is good enough, every time', () => {
    for (let n = 0; n < 200; n++) {
      const phrase = newPhrase(12, (length) => crypto.getRandomValues(new Uint8Array(length)))
      expect(why(phrase.split(' ').slice(0, 6).join(' '))).toBeUndefined()
    }
  })
  it('is never judged stronger than its alphabet and length allow', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 40 }), (password) => {
        expect(estimateBits(password)).toBeLessThanOrEqual(password.length * Math.log2(95 + 1) + 1e-9)
      }),
    )
  })
  it('is judged without delay, however long it is', () => {
    expect(estimateBits('ab'.repeat(2000))).toBeLessThan(100)
  })
})
