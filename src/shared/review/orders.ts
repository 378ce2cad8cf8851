/** Limit orders that are brought to the chain, or taken back there, shown like those that are signed. */
import { amount, boolean, either, list, literal, nothing, type Of, object, optional } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { Hash, Hex } from '../domain/bytes.ts'
import type { Description } from '../domain/description.ts'
import type { LimitOrder } from '../domain/limit-order.ts'
import { Netuid, RaoPerAlpha } from '../domain/units.ts'
import { U32 } from '../operations/arguments.ts'
import { caution, danger } from '../operations/findings.ts'
import { describeOrder } from './order-card.ts'
import { given } from './reading.ts'
import { always, changes, type Rules, type Said } from './rule.ts'

const U64 = amount<bigint>()

/** As the runtime's metadata has them decoded (LimitOrders, spec 424; version 2 in newer ones). */
const common = {
  signer: Address,
  hotkey: Address,
  netuid: Netuid,
  order_type: object({ type: literal(['LimitBuy', 'TakeProfit', 'StopLoss']), value: optional(nothing) }),
  limit_price: RaoPerAlpha,
  expiry: U64,
  fee_rate: U32,
  fee_recipient: Address,
  relayer: optional(list(Address)),
  max_slippage: optional(U32),
  chain_id: U64,
  partial_fills_enabled: boolean,
}
const V1 = object({ type: literal('V1'), value: object({ ...common, amount: U64 }) })
const Amount = either([
  object({ type: literal('Fixed'), value: U64 }),
  object({ type: literal('LinkedPercentage'), value: object({ provider: Hash, pct: U32 }) }),
])
const V2 = object({
  type: literal('V2'),
  value: object({ ...common, amount: Amount, has_linked_order: boolean }),
})
const Order = either([V1, V2])
const Signed = object({
  order: Order,
  signature: object({ type: literal(['Ed25519', 'Sr25519', 'Ecdsa']), value: Hex }),
  partial_fill: optional(U64),
})

function orderOf({ type, value }: Of<typeof Order>): LimitOrder {
  const shared = {
    signer: value.signer,
    hotkey: value.hotkey,
    netuid: value.netuid,
    kind: value.order_type.type,
    price: value.limit_price,
    expiry: value.expiry,
    fee: value.fee_rate,
    feeRecipient: value.fee_recipient,
    relayers: value.relayer ?? null,
    slippage: value.max_slippage ?? null,
    chainId: value.chain_id,
    isPartial: value.partial_fills_enabled,
  }
  if (type === 'V1') return { ...shared, amount: { kind: 'fixed', value: value.amount }, isLinked: null }
  const { amount: asked, has_linked_order: isLinked } = value
  return {
    ...shared,
    amount:
      asked.type === 'Fixed'
        ? { kind: 'fixed', value: asked.value }
        : { kind: 'linked', provider: asked.value.provider, part: asked.value.pct },
    isLinked,
  }
}

/** Each order by its sentence, with all it says under it. */
function cards(orders: readonly Of<typeof Signed>[]): Description['rows'] {
  return orders.flatMap(({ order, partial_fill: part }, at) => {
    const { sentence, rows } = describeOrder(orderOf(order))
    const name = `Order ${at + 1}`
    return [
      { label: name, value: sentence },
      ...rows.map((row) => ({ label: `${name} · ${row.label}`, value: row.value })),
      ...(part === undefined ? [] : [{ label: `${name} · Filled now`, value: [{ code: String(part) }] }]),
    ]
  })
}

const BRINGS = danger('brings-orders', [
  'This carries out orders that others signed, paid for by this account. What each does is below.',
])

const bringing = (orders: readonly Of<typeof Signed>[], isAllOrNothing: boolean): Said => ({
  verb: 'Carry out',
  sentence: [
    `Carry out ${orders.length === 1 ? 'a limit order' : `${orders.length} limit orders`} of others${isAllOrNothing ? ', all of them or none' : ''}.`,
  ],
  rows: cards(orders),
})

export const ORDERS: Rules = {
  'LimitOrders.cancel_order': {
    says: given(object({ order: Order }), ({ order }) => ({
      verb: 'Cancel',
      sentence: ['Take a limit order back, so that nobody can carry it out any more.'],
      rows: describeOrder(orderOf(order)).rows,
    })),
    changes: () => [changes('The order below is void')],
    finds: always(caution('cancels', ['Only the account an order is for can take it back.'])),
  },
  'LimitOrders.execute_orders': {
    says: given(object({ orders: list(Signed), should_fail: boolean }), ({ orders, should_fail: all }) =>
      bringing(orders, all),
    ),
    finds: always(BRINGS),
  },
  'LimitOrders.execute_batched_orders': {
    says: given(object({ netuid: Netuid, orders: list(Signed) }), ({ orders }) => bringing(orders, false)),
    finds: always(BRINGS),
  },
  // It ends the right of a later order to what this one brought, and moves nothing.
  'LimitOrders.prune_linked_output': {
    says: given(object({ order_id: Hash }), ({ order_id: id }) => ({
      verb: 'Withdraw',
      sentence: ['Let no later order use what the order ', { code: id }, ' brought.'],
    })),
  },
}
