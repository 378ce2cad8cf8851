// Orders that are called off before a relayer brings them to the chain.
import { describe, expect, it } from 'vitest'
import { slotsOf } from '../chain/slots.ts'
import { LimitOrders } from '../runtime/declared/limit-orders.ts'
import { alice, bob, call, createTestNode, errorNamed, fails, field, TAO } from '../testkit.ts'
import { orderId } from './limit-orders.ts'
import { meddle } from './subtensor/staking-kit.ts'

const { Orders } = slotsOf(LimitOrders)
const order = (amount = TAO) => ({
  type: 'V1' as const,
  value: {
    ...{ signer: alice.account, hotkey: bob.account, netuid: 1, order_type: { type: 'LimitBuy' as const } },
    ...{ amount, limit_price: 50_000_000n, expiry: 1_900_000_000_000n, fee_rate: 1_000_000 },
    ...{ fee_recipient: bob.account, relayer: undefined, max_slippage: undefined },
    ...{ chain_id: 964n, partial_fills_enabled: false },
  },
})
const cancel = (given = order()) => call('LimitOrders', 'cancel_order', { order: given })

describe('a limit order', () => {
  it('is called off by who signed it, known by the hash of what was signed', () => {
    const test = createTestNode()
    const [events] = test.run({ from: alice, call: cancel() })
    const order_id = orderId(order())
    expect(field(events, 'LimitOrders.OrderCancelled')).toEqual({ order_id, signer: alice.account })
    const c = test.node.view()
    expect(c.read(Orders, order_id)).toEqual({ type: 'Cancelled' })
    expect(c.exists(Orders, orderId(order(2n * TAO)))).toBe(false)
  })
  it('is called off by nobody else, and once', () => {
    const test = createTestNode()
    expect(fails(test, cancel(), bob)).toEqual(errorNamed(LimitOrders, 'Unauthorized'))
    test.run({ from: alice, call: cancel() })
    expect(fails(test, cancel())).toEqual(errorNamed(LimitOrders, 'OrderAlreadyProcessed'))
  })
  it.each([{ type: 'Fulfilled' as const }, { type: 'PartiallyFilled' as const, value: TAO / 2n }])(
    'that is carried out is called off no more: $type',
    (status) => {
      const test = createTestNode()
      meddle(test, (c) => c.write(Orders, [orderId(order())], status))
      expect(fails(test, cancel())).toEqual(errorNamed(LimitOrders, 'OrderAlreadyProcessed'))
    },
  )
})
