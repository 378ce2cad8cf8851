// SubnetInfoRuntimeApi: subnets with their pools, parameters and neurons (spec 424).
import { type ApiTable, answers } from '../../chain/runtime-api.ts'
import { slotsOf } from '../../chain/slots.ts'
import { SubnetInfoRuntimeApi } from '../../runtime/declared/apis.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import type { DynamicInfo } from '../../runtime/declared/types-subtensor.ts'
import type { Context } from '../context.ts'
import { subnetName, subnetSymbol } from './subnet-text.ts'
import { netuids, subnetAccount, subnetExists } from './subnets.ts'

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

/** When the next epoch of a subnet begins: a tempo after the last one. */
const nextEpoch = (c: Context, netuid: number): bigint =>
  c.read(slots.LastEpochBlock, netuid) + BigInt(c.read(slots.Tempo, netuid))

export const subnetInfoApi: ApiTable = answers(SubnetInfoRuntimeApi, {
  get_dynamic_info: ({ netuid }, { c }) => dynamicInfo(c, netuid),
  get_all_dynamic_info: (_, { c }) => netuids(c).map((netuid) => dynamicInfo(c, netuid)),
  get_coldkey_auto_stake_hotkey: ({ coldkey, netuid }, { c }) =>
    c.read(slots.AutoStakeDestination, coldkey, netuid),
  get_subnet_account_id: ({ netuid }, { c }) => (subnetExists(c, netuid) ? subnetAccount(netuid) : undefined),
  get_next_epoch_start_block: ({ netuid }, { c }) =>
    subnetExists(c, netuid) ? nextEpoch(c, netuid) : undefined,
})
