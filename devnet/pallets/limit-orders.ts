// Limit orders: pallet_limit_orders (32), spec 424, as far as the one who gave an order meets it. Relayers' calls are not simulated.
import { blake2b256, toHex } from '../chain/bytes.ts'
import { slotsOf } from '../chain/slots.ts'
import { LimitOrders } from '../runtime/declared/limit-orders.ts'
import { VersionedOrder } from '../runtime/declared/types/subtensor-pallets.ts'
import { fail } from './context.ts'
import { behaviour, signed } from './dispatch.ts'

const { Orders } = slotsOf(LimitOrders)

/** What an order is known by: there is no nonce in it, so that the same order twice is one. */
export const orderId = (order: VersionedOrder): string => toHex(blake2b256(VersionedOrder.codec.enc(order)))

export const limitOrdersCalls = behaviour(LimitOrders, {
  // Whether the pallet is enabled does not matter: an order is cancelled before it can be carried out.
  cancel_order: (c, origin, { order }) => {
    const signer = signed(origin)
    if (order.value.signer !== signer) throw fail(LimitOrders, 'Unauthorized')
    const order_id = orderId(order)
    if (c.exists(Orders, order_id)) throw fail(LimitOrders, 'OrderAlreadyProcessed')
    c.write(Orders, [order_id], { type: 'Cancelled' })
    c.emit(LimitOrders, 'OrderCancelled', { order_id, signer })
    return undefined
  },
})
