/** Subnets and validators as the chain tells them. Names are what somebody wrote: they come cleaned, and stay theirs. */
import { boolean, list, literal, nullable, type Of, object, text, uint } from '../codec.ts'
import { AccountKey } from './address.ts'
import { taken } from './portfolio.ts'
import { amountCell, flagCell, hexCell, maybe, rows, textCell, uintCell, wordCell } from './rows.ts'
import { AlphaRao, Netuid, Rao, RaoPerAlpha } from './units.ts'

/**
 * Where a name is from: an identity on the chain, the wallet's own old list where there is none, or nowhere (the name is
 * then the number of the subnet, or empty).
 */
const SOURCES = ['chain', 'list', 'none'] as const

/** Emissions are per block. Texts are empty where nothing is written. `open` and `transfers` are null where unknown. */
export const Subnet = object({
  netuid: Netuid,
  name: text,
  source: literal(SOURCES),
  symbol: text,
  price: RaoPerAlpha,
  /** The chain's own moving average, which emission follows. */
  averagePrice: RaoPerAlpha,
  pool: object({ tao: Rao, alpha: AlphaRao }),
  /** Alpha outside the pool. */
  alphaOut: AlphaRao,
  /** TAO traded since the subnet began. */
  volume: Rao,
  emission: object({ tao: Rao, toPool: AlphaRao, toStakers: AlphaRao }),
  owner: AccountKey,
  ownerHotkey: AccountKey,
  /** The block it began in: another subnet under the same number has another. */
  registeredAt: uint,
  /** Blocks from one distribution to the next. */
  tempo: uint,
  /** SubtokenEnabled: its alpha can be bought and sold. */
  open: nullable(boolean),
  /** TransferToggle: stake may go to another coldkey. */
  transfers: nullable(boolean),
  about: object({ description: text, url: text, repository: text, discord: text, contact: text }),
})
export type Subnet = Of<typeof Subnet>

export const Directory = object({ ...taken, subnets: list(Subnet) })
export type Directory = Of<typeof Directory>
export const DirectoryView = object({ directory: nullable(Directory), fresh: boolean })
export type DirectoryView = Of<typeof DirectoryView>

const keyCell = hexCell<AccountKey>(32)

/** Who is behind a hotkey, for every hotkey that this wallet has met. `take` is in parts of 65,535. */
export const Names = rows({
  hotkey: keyCell,
  coldkey: maybe(keyCell),
  name: textCell,
  source: wordCell(SOURCES),
  take: maybe(uintCell(65_535)),
})
export type Named = Of<typeof Names>[number]

/**
 * A validator in one subnet. `stake` is all alpha on the hotkey there (TAO on root); `weight` is what its vote counts,
 * inherited stake and TAO with it. `dividends` went to its stakers in the last epoch, after its take; `rootDividends` is
 * what its stakers on root were given from this subnet.
 */
export const Validators = rows({
  hotkey: keyCell,
  coldkey: keyCell,
  name: textCell,
  source: wordCell(SOURCES),
  take: maybe(uintCell(65_535)),
  stake: amountCell<AlphaRao>(),
  weight: amountCell<Rao>(),
  permit: flagCell,
  active: flagCell,
  dividends: amountCell<AlphaRao>(),
  rootDividends: amountCell<AlphaRao>(),
})
export type Validator = Of<typeof Validators>[number]

/** Blocks of twelve seconds in a day (Aura, spec 424). */
export const BLOCKS_PER_DAY = 7200

/**
 * What staking with a validator returned lately, in parts of a million per day: the dividends of its last epoch over all
 * that is staked with it, times the epochs of a day. An estimate from one epoch; rounded down.
 */
export function dailyReturn(
  { dividends, stake }: Pick<Validator, 'dividends' | 'stake'>,
  { tempo }: Pick<Subnet, 'tempo'>,
): number | undefined {
  if (stake === 0n || tempo === 0) return undefined
  return Number((dividends * 1_000_000n * BigInt(BLOCKS_PER_DAY)) / (stake * BigInt(tempo)))
}

export function subnetIn(directory: Directory | null, netuid: Netuid): Subnet | undefined {
  return directory?.subnets.find((subnet) => subnet.netuid === netuid)
}

/** All alpha there is of a subnet, at its price. */
export function marketCap({ pool, alphaOut, price }: Subnet): Rao {
  return (((pool.alpha + alphaOut) * price) / 1_000_000_000n) as Rao
}
