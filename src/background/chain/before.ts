/** What the calls before one, in the same batch, will have done to the state it finds. */
import type { Address } from '#shared/domain/address.ts'
import type { Netuid, RaoPerAlpha } from '#shared/domain/units.ts'

/** What they sold to a pool, or put into it without the fee, the price that left, and stake that came: below zero it went. */
export interface Before {
  sold(netuid: Netuid): bigint
  spent(netuid: Netuid): bigint
  price(netuid: Netuid): RaoPerAlpha | undefined
  stake(netuid: Netuid, hotkey?: Address): bigint
}
