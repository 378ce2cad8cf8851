/** What is staked, position by position, with the prices it is valued at. The sums of it are in the portfolio. */
import { boolean, nullable, type Of, object } from '../codec.ts'
import type { AccountKey, Address } from './address.ts'
import { type StakeSum, taken } from './portfolio.ts'
import { worthOf } from './price.ts'
import { amountCell, flagCell, hexCell, maybe, rows, shapedCell, uintCell } from './rows.ts'
import { type AlphaRao, type Netuid, type Rao, type RaoPerAlpha, ROOT, rao } from './units.ts'

const addressCell = shapedCell<Address>(/^5[1-9A-HJ-NP-Za-km-z]{46,47}$/)
const keyCell = hexCell<AccountKey>(32)
const netuidCell = uintCell<Netuid>(65_535)

/**
 * Stake of one coldkey on one hotkey in one subnet. `alpha` is TAO on root. `worth` is its alpha at the spot price, rounded
 * down: what selling brings is less. `dividends` is what the hotkey gave its stakers in its last epoch, all of them
 * together. A hotkey that is not `registered` in the subnet earns nothing.
 */
const Position = {
  coldkey: addressCell,
  hotkey: keyCell,
  netuid: netuidCell,
  alpha: amountCell<AlphaRao>(),
  worth: amountCell<Rao>(),
  dividends: amountCell<AlphaRao>(),
  registered: flagCell,
}
export const StakePositions = rows(Position)
export type StakePosition = Of<typeof StakePositions>[number]

/** Of the alpha of a coldkey on a subnet, over all hotkeys, how much can leave. Where there is no row all of it can. */
const Availabilities = rows({
  coldkey: addressCell,
  netuid: netuidCell,
  total: amountCell<AlphaRao>(),
  locked: amountCell<AlphaRao>(),
  available: amountCell<AlphaRao>(),
})
export type Availability = Of<typeof Availabilities>[number]

/** Spot prices of all subnets; root is not among them, its price is one. */
const Prices = rows({ netuid: netuidCell, price: amountCell<RaoPerAlpha>() })
export type Price = Of<typeof Prices>[number]

/**
 * What root has earned a coldkey, in TAO: through one validator, or through all of them where the runtime does not tell
 * them apart. It is asked for in turns, so each says of which block it is.
 */
const Claims = rows({
  coldkey: addressCell,
  hotkey: maybe(keyCell),
  worth: amountCell<Rao>(),
  block: uintCell(),
})
export type Claim = Of<typeof Claims>[number]

export const Positions = object({
  ...taken,
  positions: StakePositions,
  prices: Prices,
  /** Null of a runtime that does not tell. */
  availability: nullable(Availabilities),
  claims: nullable(Claims),
})
export type Positions = Of<typeof Positions>
/** Always of the same block as the portfolio it was stored with. */
export const PositionsView = object({ positions: nullable(Positions), fresh: boolean })
export type PositionsView = Of<typeof PositionsView>

/** What says which position is meant. */
export type PositionKey = Pick<StakePosition, 'coldkey' | 'hotkey' | 'netuid'>

export function samePosition(a: PositionKey, b: PositionKey): boolean {
  return a.netuid === b.netuid && a.hotkey === b.hotkey && a.coldkey === b.coldkey
}

/** Stake in TAO at the spot price, rounded down so that nobody seems to own more than they do; on root it is TAO already. */
export function worthAt(alpha: AlphaRao, price: RaoPerAlpha | undefined, netuid: Netuid): Rao {
  if (netuid === ROOT) return rao(alpha)
  return price === undefined ? rao(0n) : worthOf(alpha, price)
}

export function stakeSum(positions: readonly StakePosition[]): StakeSum {
  const sum = { root: 0n, subnets: 0n, positions: positions.length }
  for (const { netuid, worth } of positions) sum[netuid === ROOT ? 'root' : 'subnets'] += worth
  return { root: rao(sum.root), subnets: rao(sum.subnets), positions: sum.positions }
}

/** What can leave a subnet: all of `total` where nothing is said of a lock. */
export function availableOn(
  { availability }: Pick<Positions, 'availability'>,
  { coldkey, netuid }: Pick<PositionKey, 'coldkey' | 'netuid'>,
): Availability | undefined {
  return availability?.find((row) => row.netuid === netuid && row.coldkey === coldkey)
}

/** Positions added up by what `by` says of them, the largest first. */
export function groupedWorth<K>(
  positions: readonly StakePosition[],
  by: (position: StakePosition) => K,
): readonly { readonly key: K; readonly worth: Rao; readonly positions: number }[] {
  const groups = new Map<K, { worth: bigint; positions: number }>()
  for (const position of positions) {
    const key = by(position)
    const group = groups.get(key) ?? { worth: 0n, positions: 0 }
    group.worth += position.worth
    group.positions += 1
    groups.set(key, group)
  }
  return [...groups]
    .map(([key, { worth, positions: count }]) => ({ key, worth: rao(worth), positions: count }))
    .sort((a, b) => compare(b.worth, a.worth))
}

/** The most valuable first; what is worth the same, by subnet and validator, so that a row never jumps without a reason. */
export function byWorth(a: StakePosition, b: StakePosition): number {
  return compare(b.worth, a.worth) || a.netuid - b.netuid || (a.hotkey < b.hotkey ? -1 : 1)
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
