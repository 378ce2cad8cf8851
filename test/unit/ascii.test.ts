import { describe, expect, it } from 'vitest'
import { ascii } from '../../build/ascii.ts'

const run = (code: string): unknown => new Function(`return ${code}`)()

describe('a script written in ASCII', () => {
  it('says the same in strings, templates and patterns', () => {
    for (const code of [
      "'τ’s 😀'",
      '`α ’\\n…`',
      "/[’😀]/u.test('😀')",
      "/^[＋－]$/.test('＋')",
      "({ 'é': 1 }).é",
    ]) {
      expect(ascii(code)).toMatch(/^[\x20-\x7e]*$/)
      expect(run(ascii(code))).toEqual(run(code))
    }
  })
  it('is left as it is where nothing is to be written otherwise', () => {
    expect(ascii("'\\u03c4 \\n' + `\n`")).toBe("'\\u03c4 \\n' + `\n`")
  })
})
