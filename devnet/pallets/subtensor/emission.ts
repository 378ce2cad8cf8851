// What a block brings before its extrinsics: TAO and alpha into the pools, alpha into what the next epoch hands out. Simpler
// than the chain: TAO goes by the moving price alone, and no flow, no excess and no root sale is reckoned with.
import { slotsOf } from '../../chain/slots.ts'
import { blockEmission, partOf, split } from '../../economy/emission.ts'
import { larger, ONE, smaller } from '../../economy/fixed-point.ts'
import { injected } from '../../economy/pool.ts'
import { AlphaAssets } from '../../runtime/declared/alpha-assets.ts'
import { Balances } from '../../runtime/declared/balances.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { Swap } from '../../runtime/declared/swap.ts'
import type { Context } from '../context.ts'
import { mint } from '../money.ts'
import { runEpochs } from './epoch.ts'
import { isDynamic, netuids, poolOf, priceOf, ROOT, subnetAccount } from './subnets.ts'

const slots = slotsOf(SubtensorModule)
const { SwapBalancer } = slotsOf(Swap)
const { TotalAlphaIssuance } = slotsOf(AlphaAssets)

/** The part of validators and of those who mine is the same. */
const HALF = 2n

/** All that happens at the beginning of a block. */
export function beginBlock(c: Context): void {
  const issued = c.read(slotsOf(Balances).TotalIssuance)
  const emission = blockEmission(issued)
  c.write(slots.BlockEmission, [], emission)
  const all = netuids(c).filter((netuid) => netuid !== ROOT)
  const emitting = all.filter((netuid) => isDynamic(c, netuid) && c.read(slots.SubtokenEnabled, netuid))
  const prices = emitting.map((netuid) => larger(c.read(slots.SubnetMovingPrice, netuid).bits, 0n))
  for (const [i, tao] of split(emission, prices).entries()) {
    const netuid = emitting[i]
    if (netuid === undefined) continue
    inject(c, netuid, tao)
    accrue(c, netuid)
    followPrice(c, netuid)
  }
  for (const netuid of all)
    c.write(slots.BlocksSinceLastStep, [netuid], c.read(slots.BlocksSinceLastStep, netuid) + 1n)
  runEpochs(c, emitting)
  c.write(slots.TotalIssuance, [], c.read(slotsOf(Balances).TotalIssuance))
}

const alphaIssued = (c: Context, netuid: number): bigint =>
  c.read(slots.SubnetAlphaIn, netuid) + c.read(slots.SubnetAlphaOut, netuid)

/** Puts TAO, and as much alpha as it is worth, into a pool, without moving the price. */
function inject(c: Context, netuid: number, offered: bigint): void {
  const pool = poolOf(c, netuid)
  const price = priceOf(c, netuid)
  const most = blockEmission(alphaIssued(c, netuid))
  const worth = price === 0n ? 0n : (offered << 64n) / price
  const alpha = smaller(worth, most)
  const tao = alpha === worth ? offered : (alpha * price) >> 64n
  const after = injected(pool, { tao, alpha })
  // A pool that would leave the bounds of its weights is passed over.
  const added = { tao: after.tao - pool.tao, alpha: after.alpha - pool.alpha }
  c.write(slots.SubnetTaoInEmission, [netuid], added.tao)
  c.write(slots.SubnetAlphaInEmission, [netuid], added.alpha)
  c.write(slots.SubnetTAO, [netuid], after.tao)
  c.write(slots.SubnetAlphaIn, [netuid], after.alpha)
  if (after.taoWeight !== pool.taoWeight) c.write(SwapBalancer, [netuid], { quote: after.taoWeight })
  c.write(slots.TotalStake, [], c.read(slots.TotalStake) + added.tao)
  c.write(TotalAlphaIssuance, [netuid], c.read(TotalAlphaIssuance, netuid) + added.alpha)
  if (added.tao > 0n) mint(c, subnetAccount(netuid), added.tao)
}

/** Alpha for owner, miners, validators and root stakers: made now, handed out at the next epoch. */
function accrue(c: Context, netuid: number): void {
  const alpha = blockEmission(alphaIssued(c, netuid))
  const cut = partOf(alpha, c.read(slots.SubnetOwnerCut))
  const miners = (alpha - cut) / HALF
  const root = ((alpha - cut - miners) * rootShare(c, netuid)) >> 64n
  c.write(slots.SubnetAlphaOutEmission, [netuid], alpha)
  c.write(slots.SubnetAlphaOut, [netuid], c.read(slots.SubnetAlphaOut, netuid) + alpha)
  c.write(TotalAlphaIssuance, [netuid], c.read(TotalAlphaIssuance, netuid) + alpha)
  c.write(slots.PendingOwnerCut, [netuid], c.read(slots.PendingOwnerCut, netuid) + cut)
  c.write(slots.PendingServerEmission, [netuid], c.read(slots.PendingServerEmission, netuid) + miners)
  c.write(slots.PendingRootAlphaDivs, [netuid], c.read(slots.PendingRootAlphaDivs, netuid) + root)
  const rest = alpha - cut - miners - root
  c.write(slots.PendingValidatorEmission, [netuid], c.read(slots.PendingValidatorEmission, netuid) + rest)
}

/** The part of the dividends that is root's: its TAO by its weight, beside all alpha of the subnet. U64F64 bits. */
function rootShare(c: Context, netuid: number): bigint {
  const root = (c.read(slots.SubnetTAO, ROOT) * c.read(slots.TaoWeight)) >> 64n
  const share = (root << 64n) / (root + alphaIssued(c, netuid))
  c.write(slots.RootProp, [netuid], { bits: share >> 32n })
  return share
}

/** Lets the moving price follow the price, which counts as no more than one. I96F32. */
function followPrice(c: Context, netuid: number): void {
  const price = smaller(priceOf(c, netuid), ONE) >> 32n
  const old = c.read(slots.SubnetMovingPrice, netuid).bits
  const age = BigInt(c.blockNumber) - c.read(slots.NetworkRegisteredAt, netuid)
  const pace =
    (c.read(slots.SubnetMovingAlpha).bits * age) / (age + c.read(slots.EMAPriceHalvingBlocks, netuid))
  c.write(slots.SubnetMovingPrice, [netuid], { bits: old + (((price - old) * pace) >> 32n) })
}
