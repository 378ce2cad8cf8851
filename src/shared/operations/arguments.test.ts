import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHex } from '../domain/bytes.ts'
import { bytesOf, textIn } from './arguments.ts'

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

describe('text in the bytes of a call', () => {
  it('comes back as it was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(textIn(bytesOf(typed))).toBe(typed)
      }),
    )
  })
  it('is what a strict reader of UTF-8 reads, and bytes where that reads none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 8 }), (bytes) => {
        let read: string = toHex(bytes)
        try {
          read = strict.decode(bytes)
        } catch {
          // None.
        }
        expect(textIn(bytes)).toBe(read)
      }),
      { numRuns: 2000 },
    )
  })
})
