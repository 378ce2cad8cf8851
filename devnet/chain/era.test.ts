import { describe, expect, it } from 'vitest'
import { fromHex } from './bytes.ts'
import { eraBirth, eraDeath, mortalEra, readEra } from './era.ts'

// The examples of polkadot-js and of Substrate's own tests.
const EXAMPLES: readonly (readonly [`0x${string}`, number, number])[] = [
  ['0xe401', 32, 30],
  ['0xe503', 64, 62],
  ['0xe607', 128, 126],
  ['0x4e9c', 32_768, 20_000],
]

describe('era', () => {
  it.each(EXAMPLES)('reads %s as period %i and phase %i', (bytes, period, phase) => {
    expect(readEra(fromHex(bytes))).toEqual({ kind: 'mortal', period, phase })
  })

  it('refuses a phase that is not below the period', () => {
    expect(() => readEra(Uint8Array.of(0x11, 0xff))).toThrow('period and phase')
  })

  it('refuses a period below four', () => {
    expect(() => readEra(Uint8Array.of(0x10, 0x00))).toThrow('period and phase')
  })

  it('is born at the last block of its phase, and dies one period later', () => {
    const era = readEra(fromHex('0xe503'))
    expect(eraBirth(era, 62)).toBe(62)
    expect(eraBirth(era, 125)).toBe(62)
    expect(eraBirth(era, 126)).toBe(126)
    expect(eraDeath(era, 70)).toBe(126)
    expect(eraDeath({ kind: 'immortal' }, 70)).toBeUndefined()
  })

  it('writes eras that are born at the block they were made for', () => {
    for (const period of [4, 8, 64, 2048])
      for (const current of [0, 1, 63, 64, 1000, 123_456]) {
        const era = readEra(mortalEra(period, current))
        expect(eraBirth(era, current)).toBe(current)
      }
  })
})
