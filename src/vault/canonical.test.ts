import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from './canonical.ts'
import { fromUtf8 } from './secret.ts'

describe('canonical JSON', () => {
  it('sorts keys at every depth and writes no spaces', () => {
    expect(fromUtf8(canonical({ b: [{ d: 1, c: null }], a: 'é"' }))).toBe(
      '{"a":"é\\"","b":[{"c":null,"d":1}]}',
    )
  })
  it('means what it was made of, and is the same for the same meaning', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value = JSON.parse(text)
        const written = fromUtf8(canonical(value))
        expect(JSON.parse(written)).toEqual(value)
        expect(fromUtf8(canonical(JSON.parse(written)))).toBe(written)
      }),
    )
  })
  it('leaves out what is undefined, as JSON does', () => {
    expect(fromUtf8(canonical({ a: undefined, b: 1 }))).toBe('{"b":1}')
  })
})
