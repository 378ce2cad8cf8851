/** Whether a runtime could read a wrapped message as something else: as a call, or as a limit order. */
import { WRAP } from '../domain/site-message.ts'
import type { Runtime } from './metadata.ts'

/** The pallet that would; undefined where none does, as on mainnet (spec 424). Then a wrapped message is only that. */
export function wrapCollision({ palletAt, argumentTypesOf }: Runtime): string | undefined {
  const pallet = palletAt(WRAP)
  if (pallet !== undefined) return pallet
  // VersionedOrder (pallet LimitOrders, spec 424): what is signed of an order begins with the number of its version.
  const order = argumentTypesOf('LimitOrders.cancel_order')?.['order']
  const isTaken = order?.type === 'enum' && Object.values(order.value).some(({ idx }) => idx === WRAP)
  return isTaken ? 'LimitOrders' : undefined
}
