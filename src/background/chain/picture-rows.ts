/** What was read of the chain at one block, as it was told: ids as keys, amounts as they are. */
import type { AccountKey, Address } from '#shared/domain/address.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import type { Balance } from '#shared/domain/portfolio.ts'
import type { AvailabilityRow, PriceRow, StakeRow } from './plain-reads.ts'

/** Undefined is what the runtime does not tell. */
export interface ChainPicture {
  readonly block: { readonly number: number; readonly hash: Hash }
  readonly genesis: Hash
  readonly spec: number
  readonly balances: ReadonlyMap<Address, Balance>
  readonly stakes: readonly StakeRow[] | undefined
  readonly availability: readonly AvailabilityRow[] | undefined
  readonly prices: readonly PriceRow[] | undefined
  readonly claims: Claims
  readonly network: NetworkRow
}

/**
 * What root has earned: in alpha per subnet and position, or in TAO per coldkey. Only those of `of` were asked for this
 * time; the others have their turn at a later block.
 */
export type Claims =
  | { readonly kind: 'none' }
  | { readonly kind: 'subnets'; readonly of: readonly RootPosition[]; readonly owed: readonly OwedRow[] }
  | { readonly kind: 'basket'; readonly coldkey: AccountKey; readonly owed: bigint }

type RootPosition = Pick<StakeRow, 'coldkey' | 'hotkey'>
interface OwedRow extends RootPosition {
  readonly netuid: number
  readonly alpha: bigint
}

export interface NetworkRow {
  readonly issued: bigint | undefined
  readonly staked: bigint | undefined
  readonly reward: bigint | undefined
  readonly safeModeUntil: number | undefined
}
