/** An exchange as it is told before it is made. */
import { list, type Of, object, optional, uint } from '../codec.ts'
import { Money, RaoPerAlpha } from './units.ts'

/** One exchange a call would make, as the chain simulates it now. `atLeast` holds if the limit does. */
export const Trade = object({
  gives: Money,
  gets: Money,
  atLeast: optional(Money),
  fee: optional(Money),
  spot: optional(RaoPerAlpha),
  limit: optional(RaoPerAlpha),
  /** Basis points that the trade moves the price against itself, the fee aside. */
  impact: uint,
})
export type Trade = Of<typeof Trade>
export const Trades = list(Trade)
