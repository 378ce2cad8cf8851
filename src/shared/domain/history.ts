/** What was held and what it cost, as this wallet saw it: the past that no server has to be asked for. */
import { boolean, nullable, type Of, object, uint } from '../codec.ts'
import type { AccountKey, Address } from './address.ts'
import { amountCell, flagCell, hexCell, rows, shapedCell, uintCell } from './rows.ts'
import { AlphaRao, type Netuid, Rao, type RaoPerAlpha } from './units.ts'

/** ms since 1970, and the block that was read then. */
const seen = { at: uintCell(), block: uintCell() }

/** What an account, or all of them together, owned; `subnets` at the spot prices of the time. */
export const ValuePoints = rows({
  ...seen,
  free: amountCell<Rao>(),
  reserved: amountCell<Rao>(),
  root: amountCell<Rao>(),
  subnets: amountCell<Rao>(),
})
export type ValuePoint = Of<typeof ValuePoints>[number]

/** One position and the price of its subnet. */
const PositionPoints = rows({
  ...seen,
  alpha: amountCell<AlphaRao>(),
  price: amountCell<RaoPerAlpha>(),
})
export type PositionPoint = Of<typeof PositionPoints>[number]

/** Prices that were seen. */
export const PricePoints = rows({
  ...seen,
  netuid: uintCell<Netuid>(65_535),
  price: amountCell<RaoPerAlpha>(),
})
export type PricePoint = Of<typeof PricePoints>[number]

/**
 * What a position has earned since this wallet first saw it: growth of its alpha that no stake operation explains.
 * `worth` is that alpha at the last price. `sure` is false where something may have been staked from elsewhere.
 */
export const Earned = object({ alpha: AlphaRao, worth: Rao, since: uint, until: uint, sure: boolean })
export type Earned = Of<typeof Earned>
export const PositionHistory = object({ points: PositionPoints, earned: nullable(Earned) })

/** What every position with a past here has earned, told as for one. */
export const EarnedPositions = rows({
  coldkey: shapedCell<Address>(/^5[1-9A-HJ-NP-Za-km-z]{46,47}$/),
  hotkey: hexCell<AccountKey>(32),
  netuid: uintCell<Netuid>(65_535),
  alpha: amountCell<AlphaRao>(),
  worth: amountCell<Rao>(),
  since: uintCell(),
  until: uintCell(),
  sure: flagCell,
})
export type EarnedPosition = Of<typeof EarnedPositions>[number]
