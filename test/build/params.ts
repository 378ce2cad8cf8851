/** Any params an operation can have, with 0, 1, the largest u64 and every option among them. */
import fc from 'fast-check'
import { addressOf } from '#shared/domain/address.ts'
import { MOST_RAO, netuid as netuidOf } from '#shared/domain/units.ts'

export const address = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(addressOf)
export const amount = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(0n, 1n, MOST_RAO) },
  { weight: 3, arbitrary: fc.bigInt({ min: 0n, max: MOST_RAO }) },
)
const netuid = fc.oneof(fc.constantFrom(0, 1, 65_535), fc.integer({ min: 0, max: 65_535 })).map(netuidOf)
const limit = fc.option(fc.record({ price: amount, allowPartial: fc.boolean() }), { nil: undefined })
const one = <K extends string>(kind: K, rest: Record<string, fc.Arbitrary<unknown>> = {}) =>
  fc.record({ kind: fc.constant(kind), ...rest })

/** Every entry of the registry needs one: the laws fail for an operation without. */
export const anyParams: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'add-stake': fc.record({ hotkey: address, netuid, amount, limit }),
  'remove-stake': fc.record({
    hotkey: address,
    netuid,
    sale: fc.oneof(
      one('part', { alpha: amount, limit }),
      one('all', { limit: fc.option(amount, { nil: undefined }) }),
    ),
  }),
  transfer: fc.record({
    to: address,
    amount: fc.oneof(one('exactly', { rao: amount }), one('all')),
    keepAlive: fc.boolean(),
  }),
}
