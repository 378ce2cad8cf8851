import { mnemonicValidate } from '@polkadot/util-crypto'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEntropy, newPhrase, phraseOf, readPhrase } from './words.ts'

const zeros = (length: number) => new Uint8Array(length)
const twelve = 'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about'
const problemOf = (typed: string): unknown => {
  try {
    readPhrase(typed)
    return undefined
  } catch (error) {
    return { ...(error as { details: object }).details, code: (error as { code: string }).code }
  }
}

describe('a new phrase', () => {
  it('is what BIP-39 makes of the entropy', () => {
    expect(newPhrase(12, zeros)).toBe(twelve)
    expect(newPhrase(24, zeros)).toBe(`${'abandon '.repeat(23)}art`)
  })
  it('takes 16 or 32 bytes of randomness, once, and wipes them', () => {
    for (const [words, length] of [
      [12, 16],
      [24, 32],
    ] as const) {
      const asked: Uint8Array[] = []
      newPhrase(words, (wanted) => {
        const bytes = crypto.getRandomValues(new Uint8Array(wanted))
        asked.push(bytes)
        return bytes
      })
      expect(asked).toEqual([new Uint8Array(length)])
    }
  })
  it('is another one each time, and one that other wallets accept', () => {
    const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
    const phrases = Array.from({ length: 1000 }, (_, n) => newPhrase(n % 2 === 0 ? 12 : 24, random))
    expect(new Set(phrases).size).toBe(1000)
    for (const phrase of phrases.slice(0, 50)) expect(mnemonicValidate(phrase)).toBe(true)
  })
})

describe('a typed phrase', () => {
  it('gives back the entropy it was made of, at every length', () => {
    const entropy = fc
      .constantFrom(16, 20, 24, 28, 32)
      .chain((length) => fc.uint8Array({ minLength: length, maxLength: length }))
    fc.assert(
      fc.property(entropy, (bytes) => {
        expect(readPhrase(phraseOf(bytes))).toEqual(bytes)
        expect(isEntropy(bytes)).toBe(true)
      }),
    )
  })
  it('may be in capitals and broken over lines', () => {
    expect(readPhrase(`\n ${twelve.toUpperCase().replaceAll(' ', '\n  ')} `)).toEqual(zeros(16))
  })
  it('is refused with the place of the first word that is not in the list', () => {
    expect(problemOf(twelve.replace('about', 'abuot'))).toEqual({
      code: 'invalid-secret',
      why: 'word',
      word: 12,
    })
    expect(problemOf('abandon abandonn x')).toEqual({ code: 'invalid-secret', why: 'word', word: 2 })
  })
  it('is refused for its count when words are missing', () => {
    for (const typed of ['', '   ', 'abandon', twelve.slice(0, -6), `${twelve} about`]) {
      expect(problemOf(typed)).toEqual({ code: 'invalid-secret', why: 'count' })
    }
  })
  it('is refused for its checksum when known words do not belong together', () => {
    expect(problemOf(twelve.replace('about', 'abandon'))).toEqual({ code: 'invalid-secret', why: 'checksum' })
  })
  it('is repeated by no error', () => {
    for (const typed of [
      twelve.replace('about', 'abandon'),
      twelve.replace('about', 'secretword'),
      'zoo zoo',
    ]) {
      let told = ''
      try {
        readPhrase(typed)
      } catch (error) {
        told = `${String(error)} ${JSON.stringify(error)} ${String((error as Error).cause)}`
      }
      for (const word of ['abandon', 'secretword', 'zoo']) expect(told).not.toContain(word)
    }
  })
  it('is refused when two of its words were swapped, as far as a checksum can tell', () => {
    const caught = fc.sample(fc.uint8Array({ minLength: 32, maxLength: 32 }), 100).filter((bytes) => {
      const words = phraseOf(bytes).split(' ')
      const [first = '', second = ''] = words
      return first !== second && problemOf([second, first, ...words.slice(2)].join(' ')) !== undefined
    })
    // Eight bits of checksum miss one in 256.
    expect(caught.length).toBeGreaterThan(90)
  })
  it('knows the 2,048 words of the English list', () => {
    expect(wordlist).toHaveLength(2048)
  })
})
