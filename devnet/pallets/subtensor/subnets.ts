// The subnets that exist, their pools and their accounts (SubtensorModule and Swap, spec 424).
import { join, littleEndian, toHex } from '../../chain/bytes.ts'
import { slotsOf } from '../../chain/slots.ts'
import { ONE } from '../../economy/fixed-point.ts'
import { type Pool, spotPrice } from '../../economy/pool.ts'
import { Aura } from '../../runtime/declared/aura.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { Swap } from '../../runtime/declared/swap.ts'
import { type AccountId, type Context, fail } from '../context.ts'

const slots = slotsOf(SubtensorModule)
const swap = slotsOf(Swap)
const { Authorities } = slotsOf(Aura)

/** The subnet that is none: its "alpha" is TAO. */
export const ROOT = 0

/** The mechanism of a subnet with a pool; any other is one to one. */
const DYNAMIC = 1

export const subnetExists = (c: Context, netuid: number): boolean => c.read(slots.NetworksAdded, netuid)

export const isDynamic = (c: Context, netuid: number): boolean =>
  c.read(slots.SubnetMechanism, netuid) === DYNAMIC

/** All subnets in rising order, root among them. */
export function netuids(c: Context): number[] {
  const most = c.read(slots.SubnetLimit) + 1
  return Array.from({ length: most }, (_, netuid) => netuid).filter((netuid) => subnetExists(c, netuid))
}

export function requireSubnet(c: Context, netuid: number): void {
  if (!subnetExists(c, netuid)) throw fail(SubtensorModule, 'SubnetNotExists')
}

export function requireTrading(c: Context, netuid: number): void {
  if (!c.read(slots.SubtokenEnabled, netuid)) throw fail(SubtensorModule, 'SubtokenDisabled')
}

export const poolOf = (c: Context, netuid: number): Pool => ({
  alpha: c.read(slots.SubnetAlphaIn, netuid),
  tao: c.read(slots.SubnetTAO, netuid),
  taoWeight: c.read(swap.SwapBalancer, netuid).quote,
  feeRate: c.read(swap.FeeRate, netuid),
})

/** TAO per alpha as U64F64 bits: one, where there is no pool. */
export const priceOf = (c: Context, netuid: number): bigint =>
  isDynamic(c, netuid) ? spotPrice(poolOf(c, netuid)) : ONE

const MODULE = new TextEncoder().encode('modlsubtensr')

/** The account that holds what was paid for a subnet's alpha. */
export const subnetAccount = (netuid: number): AccountId =>
  toHex(join(MODULE, littleEndian(BigInt(netuid), 2), new Uint8Array(18)))

/** Who goes nowhere: TAO that is burned lies here, and stays issued. */
export const BURN_ACCOUNT: AccountId = toHex(
  join(new TextEncoder().encode('modlburntnsr'), new Uint8Array(20)),
)

/** Who makes the block, and is paid for it. */
export const blockAuthor = (c: Context): AccountId | undefined => c.read(Authorities)[0]
