// SubnetInfoRuntimeApi: subnets with their pools, parameters and neurons (spec 424).
import { type ApiTable, answers } from '../../chain/runtime-api.ts'
import { slotsOf } from '../../chain/slots.ts'
import { SubnetInfoRuntimeApi } from '../../runtime/declared/apis/subnet-info-runtime-api.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import type { DynamicInfo, SubnetInfov2 } from '../../runtime/declared/types/subnet-info.ts'
import type { Context } from '../context.ts'
import { hyperparameters } from './hyperparameters.ts'
import { metagraph, selectiveMetagraph } from './metagraph.ts'
import { subnetName, subnetSymbol } from './subnet-text.ts'
import { netuids, ROOT, subnetAccount, subnetExists } from './subnets.ts'

const slots = slotsOf(SubtensorModule)

function dynamicInfo(c: Context, netuid: number): DynamicInfo | undefined {
  if (!subnetExists(c, netuid)) return undefined
  const last = c.read(slots.LastMechansimStepBlock, netuid)
  return {
    netuid,
    owner_hotkey: c.read(slots.SubnetOwnerHotkey, netuid),
    owner_coldkey: c.read(slots.SubnetOwner, netuid),
    subnet_name: subnetName(c, netuid),
    token_symbol: subnetSymbol(c, netuid),
    tempo: c.read(slots.Tempo, netuid),
    last_step: last,
    blocks_since_last_step: c.read(slots.BlocksSinceLastStep, netuid),
    // These two are no longer filled (spec 424).
    emission: 0n,
    pending_root_emission: 0n,
    alpha_in: c.read(slots.SubnetAlphaIn, netuid),
    alpha_out: c.read(slots.SubnetAlphaOut, netuid),
    tao_in: c.read(slots.SubnetTAO, netuid),
    alpha_out_emission: c.read(slots.SubnetAlphaOutEmission, netuid),
    alpha_in_emission: c.read(slots.SubnetAlphaInEmission, netuid),
    tao_in_emission: c.read(slots.SubnetTaoInEmission, netuid),
    pending_alpha_emission:
      c.read(slots.PendingServerEmission, netuid) + c.read(slots.PendingValidatorEmission, netuid),
    subnet_volume: c.read(slots.SubnetVolume, netuid),
    network_registered_at: c.read(slots.NetworkRegisteredAt, netuid),
    subnet_identity: c.read(slots.SubnetIdentitiesV3, netuid),
    moving_price: c.read(slots.SubnetMovingPrice, netuid),
  }
}

function subnetInfo(c: Context, netuid: number): SubnetInfov2 | undefined {
  if (!subnetExists(c, netuid)) return undefined
  return {
    netuid,
    rho: c.read(slots.Rho, netuid),
    kappa: c.read(slots.Kappa, netuid),
    difficulty: c.read(slots.Difficulty, netuid),
    immunity_period: c.read(slots.ImmunityPeriod, netuid),
    max_allowed_validators: c.read(slots.MaxAllowedValidators, netuid),
    min_allowed_weights: c.read(slots.MinAllowedWeights, netuid),
    max_weights_limit: c.read(slots.MaxWeightsLimit, netuid),
    scaling_law_power: c.read(slots.ScalingLawPower, netuid),
    subnetwork_n: c.read(slots.SubnetworkN, netuid),
    max_allowed_uids: c.read(slots.MaxAllowedUids, netuid),
    blocks_since_last_step: c.read(slots.BlocksSinceLastStep, netuid),
    tempo: c.read(slots.Tempo, netuid),
    // Neither is filled any more (spec 424).
    network_modality: 0,
    network_connect: [],
    emission_value: 0n,
    burn: c.read(slots.Burn, netuid),
    owner: c.read(slots.SubnetOwner, netuid),
    identity: c.read(slots.SubnetIdentitiesV3, netuid),
  }
}

/** The subnet that would make room for a new one: the cheapest that is not young, and of equals the oldest. */
function subnetToPrune(c: Context): number | undefined {
  const immunity = c.read(slots.NetworkImmunityPeriod)
  const registeredAt = (netuid: number) => c.read(slots.NetworkRegisteredAt, netuid)
  const price = (netuid: number) => c.read(slots.SubnetMovingPrice, netuid).bits
  const [first] = netuids(c)
    .filter((netuid) => netuid !== ROOT && BigInt(c.blockNumber) >= registeredAt(netuid) + immunity)
    .sort((a, b) => Number(price(a) - price(b)) || Number(registeredAt(a) - registeredAt(b)))
  return first
}

/** When the next epoch of a subnet begins: a tempo after the last one. */
const nextEpoch = (c: Context, netuid: number): bigint =>
  c.read(slots.LastEpochBlock, netuid) + BigInt(c.read(slots.Tempo, netuid))

export const subnetInfoApi: ApiTable = answers(SubnetInfoRuntimeApi, {
  get_dynamic_info: ({ netuid }, { c }) => dynamicInfo(c, netuid),
  get_all_dynamic_info: (_, { c }) => netuids(c).map((netuid) => dynamicInfo(c, netuid)),
  get_subnet_info_v2: ({ netuid }, { c }) => subnetInfo(c, netuid),
  get_subnets_info_v2: (_, { c }) => netuids(c).map((netuid) => subnetInfo(c, netuid)),
  get_subnet_hyperparams_v3: ({ netuid }, { c }) =>
    subnetExists(c, netuid) ? hyperparameters(c, netuid) : undefined,
  get_metagraph: ({ netuid }, { c }) => (subnetExists(c, netuid) ? metagraph(c, netuid) : undefined),
  get_all_metagraphs: (_, { c }) => netuids(c).map((netuid) => metagraph(c, netuid)),
  get_selective_metagraph: ({ netuid, metagraph_indexes }, { c }) =>
    subnetExists(c, netuid) ? selectiveMetagraph(c, netuid, metagraph_indexes) : undefined,
  get_subnet_to_prune: (_, { c }) => subnetToPrune(c),
  get_coldkey_auto_stake_hotkey: ({ coldkey, netuid }, { c }) =>
    c.read(slots.AutoStakeDestination, coldkey, netuid),
  get_subnet_account_id: ({ netuid }, { c }) => (subnetExists(c, netuid) ? subnetAccount(netuid) : undefined),
  get_next_epoch_start_block: ({ netuid }, { c }) =>
    subnetExists(c, netuid) ? nextEpoch(c, netuid) : undefined,
})
