import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLink, cleanText } from './untrusted.ts'

describe('text that somebody wrote on the chain', () => {
  it.each([
    ['a name', 'Opentensor', 'Opentensor'],
    ['letters of any script', 'τaoshi ሰላም שלום', 'τaoshi ሰላም שלום'],
    ['marks that turn round what follows', 'safe\u202egnirts\u2066x', 'safe gnirts x'],
    ['letters that cannot be seen', 'Ta\u200bokey\u3164!', 'Ta okey !'],
    ['controls and lines', 'one\r\ntwo\tthree\u0000', 'one two three'],
    ['a heap of accents', `a${'\u0301'.repeat(30)}b`, 'á\u0301\u0301b'],
    ['spaces around it', '  a   b ', 'a b'],
    ['nothing', '', ''],
  ])('shows %s as a line of its own', (_what, written, shown) => {
    expect(cleanText(written)).toBe(shown)
  })
  it('is cut between letters, and says so', () => {
    expect(cleanText('𝜏'.repeat(48))).toBe('𝜏'.repeat(48))
    expect(cleanText('𝜏'.repeat(49))).toBe(`${'𝜏'.repeat(47)}…`)
    expect(cleanText('𝜏'.repeat(60))).toBe(`${'𝜏'.repeat(47)}…`)
    expect(cleanText('abcdef', 4)).toBe('abc…')
  })
  it('never holds a control, a mark of direction or two lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (written) => {
        const shown = cleanText(written)
        expect(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(shown)).toBe(false)
        expect([...shown].length).toBeLessThanOrEqual(48)
      }),
    )
  })
})

describe('a link that somebody wrote on the chain', () => {
  it.each(['https://taostats.io', 'https://a-b.example:8443/path?x=1#y'])('is kept: %s', (link) => {
    expect(cleanLink(` ${link} `)).toBe(link)
  })
  it.each([
    'http://example.com',
    'javascript:alert(1)',
    'https://user@example.com',
    'https://exаmple.com',
    'https://example.com/a b',
    `https://example.com/${'a'.repeat(300)}`,
    'taostats.io',
  ])('is nothing: %s', (link) => {
    expect(cleanLink(link)).toBe('')
  })
})
