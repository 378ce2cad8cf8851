/** Addresses that look alike at both ends do not look alike in their pictures. */
import { describe, expect, it } from 'vitest'
import { type Address, addressOf } from '#shared/domain/address.ts'
import { gradientOf } from './avatar.tsx'

const some = Array.from({ length: 500 }, (_, seed) =>
  addressOf(new Uint8Array(32).map((_byte, at) => (at === 0 ? seed >> 8 : seed + at * 7) & 255)),
)

describe('the picture of an address', () => {
  it('is always the same', () => {
    for (const address of some.slice(0, 9)) expect(gradientOf(address)).toBe(gradientOf(address))
  })
  it('differs when one letter in the middle does', () => {
    const other =
      `${some[0]?.slice(0, 20)}${some[0]?.[20] === 'A' ? 'B' : 'A'}${some[0]?.slice(21)}` as Address
    expect(gradientOf(other)).not.toBe(gradientOf(some[0] ?? other))
  })
  it('is almost never that of another', () => {
    expect(new Set(some.map(gradientOf)).size).toBeGreaterThan(495)
  })
  it('has more than one hue', () => {
    for (const address of some) {
      const [first, second] = gradientOf(address).match(/#[0-9a-f]{6}/g) ?? []
      expect(first).not.toBe(second)
    }
  })
})
