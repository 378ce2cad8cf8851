import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rao, TAO } from '#shared/domain/units.ts'
import { grossFor } from './facts-swap.ts'

/** fee(a) = (a · floor(r · 2^64 / 65535)) >> 64 (pallet Swap, spec 424). */
const feeOf = (gross: bigint, rate: number): bigint => (gross * ((BigInt(rate) << 64n) / 65_535n)) >> 64n

describe('what is asked for so that a fee leaves an amount', () => {
  it('leaves exactly that amount, whatever the rate', () => {
    const nets = fc.bigInt({ min: 0n, max: 21_000_000n * TAO })
    fc.assert(
      fc.property(nets, fc.nat(10_000), (net, rate) => {
        const gross = grossFor(rao(net), rate)
        expect(gross - feeOf(gross, rate)).toBe(net)
      }),
    )
  })
  it('is the amount itself where nothing is charged', () => {
    expect(grossFor(rao(7n), 0)).toBe(7n)
  })
  it('is the least of those that do', () => {
    for (let net = 1n; net < 5000n; net++) {
      const gross = grossFor(rao(net), 33)
      expect(gross - 1n - feeOf(gross - 1n, 33)).toBeLessThan(net)
    }
  })
})
