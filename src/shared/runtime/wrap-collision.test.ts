import { describe, expect, it } from 'vitest'
import { finneyMetadata, hasFinney } from '../../../test/fixtures/finney.ts'
import { readMetadata } from './metadata.ts'
import { wrapCollision } from './wrap-collision.ts'

describe.runIf(hasFinney)('a wrapped message', () => {
  const read = () => readMetadata(finneyMetadata())
  it('8.5-63 is nothing else on mainnet, whose orders are found to be looked at (RAW-3)', () => {
    const runtime = read()
    expect(wrapCollision(runtime)).toBeUndefined()
    expect(runtime.argumentTypesOf('LimitOrders.cancel_order')?.['order']).toMatchObject({
      type: 'enum',
      value: { V1: { idx: 0 } },
    })
  })
  it('8.5-63 could be a call where a pallet has the number it begins with (RAW-3)', () => {
    const palletAt = (index: number) => (index === 60 ? 'Newest' : undefined)
    expect(wrapCollision({ ...read(), palletAt })).toBe('Newest')
  })
  it('8.5-63 could be an order where a version of orders has it (RAW-3)', () => {
    const runtime = read()
    const order = runtime.argumentTypesOf('LimitOrders.cancel_order')?.['order']
    if (order?.type !== 'enum') throw new Error('orders of one form')
    const [version] = Object.values(order.value)
    if (version === undefined) throw new Error('no order')
    const later = { ...order, value: { ...order.value, V61: { ...version, idx: 60 } } }
    const argumentTypesOf = () => ({ order: later })
    expect(wrapCollision({ ...runtime, argumentTypesOf })).toBe('LimitOrders')
  })
  it('is nothing else where there are no orders at all', () => {
    expect(wrapCollision({ ...read(), argumentTypesOf: () => undefined })).toBeUndefined()
  })
})
