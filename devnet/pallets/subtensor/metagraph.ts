// A subnet as one table: what it is, what it is set to, and its neurons column by column (rpc_info/metagraph, spec 424).
import { slotsOf } from '../../chain/slots.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { type Metagraph, SelectiveMetagraph } from '../../runtime/declared/types/metagraph.ts'
import type { Context } from '../context.ts'
import { activityCutoff } from './hyperparameters.ts'
import { hotkeysOf, weightOf } from './neurons.ts'
import { ownerOf } from './staking.ts'
import { subnetName, subnetSymbol } from './subnet-text.ts'

const slots = slotsOf(SubtensorModule)

type Read<T> = (c: Context, netuid: number) => T
type Columns = { readonly [K in keyof Metagraph]-?: Read<Metagraph[K]> }

const each =
  <T>(of: (c: Context, hotkey: string, netuid: number) => T): Read<T[]> =>
  (c, netuid) =>
    hotkeysOf(c, netuid).map((hotkey) => of(c, hotkey, netuid))

// What the chain no longer keeps reads as nothing.
const nothing = each(() => 0)
const NOWHERE = {
  block: 0n,
  version: 0,
  ip: 0n,
  port: 0,
  ip_type: 0,
  protocol: 0,
  placeholder1: 0,
  placeholder2: 0,
}

const COLUMNS: Columns = {
  netuid: (_, n) => n,
  name: subnetName,
  symbol: subnetSymbol,
  identity: (c, n) => c.read(slots.SubnetIdentitiesV3, n),
  network_registered_at: (c, n) => c.read(slots.NetworkRegisteredAt, n),
  owner_hotkey: (c, n) => c.read(slots.SubnetOwnerHotkey, n),
  owner_coldkey: (c, n) => c.read(slots.SubnetOwner, n),
  block: (c) => BigInt(c.blockNumber),
  tempo: (c, n) => c.read(slots.Tempo, n),
  last_step: (c, n) => c.read(slots.LastMechansimStepBlock, n),
  blocks_since_last_step: (c, n) => c.read(slots.BlocksSinceLastStep, n),
  subnet_emission: () => 0n,
  alpha_in: (c, n) => c.read(slots.SubnetAlphaIn, n),
  alpha_out: (c, n) => c.read(slots.SubnetAlphaOut, n),
  tao_in: (c, n) => c.read(slots.SubnetTAO, n),
  alpha_out_emission: (c, n) => c.read(slots.SubnetAlphaOutEmission, n),
  alpha_in_emission: (c, n) => c.read(slots.SubnetAlphaInEmission, n),
  tao_in_emission: (c, n) => c.read(slots.SubnetTaoInEmission, n),
  pending_alpha_emission: (c, n) =>
    c.read(slots.PendingServerEmission, n) + c.read(slots.PendingValidatorEmission, n),
  pending_root_emission: () => 0n,
  subnet_volume: (c, n) => c.read(slots.SubnetVolume, n),
  moving_price: (c, n) => c.read(slots.SubnetMovingPrice, n),
  rho: (c, n) => c.read(slots.Rho, n),
  kappa: (c, n) => c.read(slots.Kappa, n),
  min_allowed_weights: (c, n) => c.read(slots.MinAllowedWeights, n),
  max_weights_limit: (c, n) => c.read(slots.MaxWeightsLimit, n),
  weights_version: (c, n) => c.read(slots.WeightsVersionKey, n),
  weights_rate_limit: (c, n) => c.read(slots.WeightsSetRateLimit, n),
  activity_cutoff: activityCutoff,
  max_validators: (c, n) => c.read(slots.MaxAllowedValidators, n),
  num_uids: (c, n) => c.read(slots.SubnetworkN, n),
  max_uids: (c, n) => c.read(slots.MaxAllowedUids, n),
  burn: (c, n) => c.read(slots.Burn, n),
  difficulty: (c, n) => c.read(slots.Difficulty, n),
  registration_allowed: (c, n) => c.read(slots.NetworkRegistrationAllowed, n),
  pow_registration_allowed: (c, n) => c.read(slots.NetworkPowRegistrationAllowed, n),
  immunity_period: (c, n) => c.read(slots.ImmunityPeriod, n),
  min_difficulty: (c, n) => c.read(slots.MinDifficulty, n),
  max_difficulty: (c, n) => c.read(slots.MaxDifficulty, n),
  min_burn: (c, n) => c.read(slots.MinBurn, n),
  max_burn: (c, n) => c.read(slots.MaxBurn, n),
  adjustment_alpha: (c, n) => c.read(slots.AdjustmentAlpha, n),
  adjustment_interval: (c, n) => c.read(slots.AdjustmentInterval, n),
  target_regs_per_interval: (c, n) => c.read(slots.TargetRegistrationsPerInterval, n),
  max_regs_per_block: (c, n) => c.read(slots.MaxRegistrationsPerBlock, n),
  serving_rate_limit: (c, n) => c.read(slots.ServingRateLimit, n),
  commit_reveal_weights_enabled: (c, n) => c.read(slots.CommitRevealWeightsEnabled, n),
  commit_reveal_period: (c, n) => c.read(slots.RevealPeriodEpochs, n),
  liquid_alpha_enabled: (c, n) => c.read(slots.LiquidAlphaOn, n),
  alpha_high: (c, n) => c.read(slots.AlphaValues, n)[1],
  alpha_low: (c, n) => c.read(slots.AlphaValues, n)[0],
  bonds_moving_avg: (c, n) => c.read(slots.BondsMovingAverage, n),
  hotkeys: hotkeysOf,
  coldkeys: each((c, hotkey) => ownerOf(c, hotkey)),
  identities: each((c, hotkey) => c.read(slots.IdentitiesV2, ownerOf(c, hotkey))),
  axons: each((c, hotkey, n) => c.read(slots.Axons, n, hotkey) ?? NOWHERE),
  active: (c, n) => c.read(slots.Active, n),
  validator_permit: (c, n) => c.read(slots.ValidatorPermit, n),
  pruning_score: nothing,
  last_update: (c, n) => c.read(slots.LastUpdate, n),
  emission: (c, n) => c.read(slots.Emission, n),
  dividends: (c, n) => c.read(slots.Dividends, n),
  incentives: (c, n) => c.read(slots.Incentive, n),
  consensus: (c, n) => c.read(slots.Consensus, n),
  trust: nothing,
  rank: nothing,
  block_at_registration: (c, n) => hotkeysOf(c, n).map((_, uid) => c.read(slots.BlockAtRegistration, n, uid)),
  alpha_stake: each((c, hotkey, n) => weightOf(c, hotkey, n).alpha),
  tao_stake: each((c, hotkey, n) => weightOf(c, hotkey, n).tao),
  total_stake: each((c, hotkey, n) => weightOf(c, hotkey, n).total),
  tao_dividends_per_hotkey: each((c, hotkey, n): [string, bigint] => [
    hotkey,
    c.read(slots.RootAlphaDividendsPerSubnet, n, hotkey),
  ]),
  alpha_dividends_per_hotkey: each((c, hotkey, n): [string, bigint] => [
    hotkey,
    c.read(slots.AlphaDividendsPerSubnet, n, hotkey),
  ]),
}

export const metagraph = (c: Context, netuid: number): Metagraph =>
  Object.fromEntries(Object.entries(COLUMNS).map(([name, read]) => [name, read(c, netuid)])) as Metagraph

/** What stands in the selective table only. */
const BESIDE: Readonly<Record<string, Read<unknown>>> = {
  validators: (c, n) => c.read(slots.ValidatorPermit, n).flatMap((permit, uid) => (permit ? [uid] : [])),
  commitments: () => [],
}

/** The columns that were asked for by number. A netuid that was not asked for reads as zero. */
export function selectiveMetagraph(
  c: Context,
  netuid: number,
  wanted: readonly number[],
): SelectiveMetagraph {
  const { def } = SelectiveMetagraph
  const names = def.kind === 'composite' ? def.fields.map(({ name = '' }) => name) : []
  const reads: Readonly<Record<string, Read<unknown>>> = { ...COLUMNS, ...BESIDE }
  const picked = wanted.flatMap((index) => {
    const name = names[index] ?? ''
    const read = reads[name]
    return read ? [[name, read(c, netuid)]] : []
  })
  return { netuid: 0, ...Object.fromEntries(picked) } as SelectiveMetagraph
}
