/** What a call leaves behind for those after it in the same batch: stake that went and came, and pools that moved. */
import type { Address } from '../domain/address.ts'
import type { SwapQuote } from '../domain/price.ts'
import type { Netuid, RaoPerAlpha } from '../domain/units.ts'
import { priceAfter } from './trade-rules.ts'

/** Stake that leaves a position, or comes to one. */
interface Side {
  readonly hotkey: Address
  readonly netuid: Netuid
  readonly amount: bigint
  /** The TAO that changes sides in the pool, no fee in it, and the price that leaves; nothing where nothing is exchanged. */
  readonly pool?: { readonly tao: bigint; readonly price: RaoPerAlpha }
}

export interface Flow {
  readonly from?: Side
  readonly to?: Side
  /** How much free TAO there is more of; less where it is below zero. */
  readonly free: bigint
  /** The price at which its last unit is exchanged, in the unit of its limit; nothing where nothing is exchanged. */
  readonly reaches?: RaoPerAlpha
}

/** One side of an exchange with a pool that stood at `spot`. */
export function tradedSide(
  { hotkey, netuid }: Pick<Side, 'hotkey' | 'netuid'>,
  amount: bigint,
  { quote, spot }: { readonly quote: SwapQuote; readonly spot: RaoPerAlpha },
): Required<Side> {
  return { hotkey, netuid, amount, pool: { tao: quote.tao, price: priceAfter(quote, spot) } }
}
