// The parameters of a subnet that its owner sets, as get_subnet_hyperparams_v3 lists them (spec 424).
import { slotsOf } from '../../chain/slots.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import type { HyperparamEntry, HyperparamValue } from '../../runtime/declared/types/subnet-info.ts'
import type { Context } from '../context.ts'

const slots = slotsOf(SubtensorModule)

type Read = (c: Context, netuid: number) => HyperparamValue

const small = (value: number): HyperparamValue => ({ type: 'U16', value })
const large = (value: bigint): HyperparamValue => ({ type: 'U64', value })
const flag = (value: boolean): HyperparamValue => ({ type: 'Bool', value })
const money = (value: bigint): HyperparamValue => ({ type: 'TaoBalance', value })

/** Validators that set no weights for so many blocks count as gone; a factor of the tempo, in thousandths. */
export const activityCutoff = (c: Context, netuid: number): bigint =>
  (BigInt(c.read(slots.ActivityCutoffFactorMilli, netuid)) * BigInt(c.read(slots.Tempo, netuid))) / 1000n

const ENTRIES: Readonly<Record<string, Read>> = {
  kappa: (c, n) => small(c.read(slots.Kappa, n)),
  immunity_period: (c, n) => small(c.read(slots.ImmunityPeriod, n)),
  min_allowed_weights: (c, n) => small(c.read(slots.MinAllowedWeights, n)),
  max_weights_limit: (c, n) => small(c.read(slots.MaxWeightsLimit, n)),
  tempo: (c, n) => small(c.read(slots.Tempo, n)),
  weights_version: (c, n) => large(c.read(slots.WeightsVersionKey, n)),
  weights_rate_limit: (c, n) => large(c.read(slots.WeightsSetRateLimit, n)),
  activity_cutoff: (c, n) => large(activityCutoff(c, n)),
  activity_cutoff_factor: (c, n) => ({ type: 'U32', value: c.read(slots.ActivityCutoffFactorMilli, n) }),
  registration_allowed: (c, n) => flag(c.read(slots.NetworkRegistrationAllowed, n)),
  target_regs_per_interval: (c, n) => small(c.read(slots.TargetRegistrationsPerInterval, n)),
  min_burn: (c, n) => money(c.read(slots.MinBurn, n)),
  max_burn: (c, n) => money(c.read(slots.MaxBurn, n)),
  burn_half_life: (c, n) => small(c.read(slots.BurnHalfLife, n)),
  burn_increase_mult: (c, n) => ({ type: 'U64F64', value: c.read(slots.BurnIncreaseMult, n) }),
  bonds_moving_avg: (c, n) => large(c.read(slots.BondsMovingAverage, n)),
  max_regs_per_block: (c, n) => small(c.read(slots.MaxRegistrationsPerBlock, n)),
  serving_rate_limit: (c, n) => large(c.read(slots.ServingRateLimit, n)),
  max_validators: (c, n) => small(c.read(slots.MaxAllowedValidators, n)),
  commit_reveal_period: (c, n) => large(c.read(slots.RevealPeriodEpochs, n)),
  commit_reveal_weights_enabled: (c, n) => flag(c.read(slots.CommitRevealWeightsEnabled, n)),
  alpha_high: (c, n) => small(c.read(slots.AlphaValues, n)[1]),
  alpha_low: (c, n) => small(c.read(slots.AlphaValues, n)[0]),
  liquid_alpha_enabled: (c, n) => flag(c.read(slots.LiquidAlphaOn, n)),
  alpha_sigmoid_steepness: (c, n) => ({
    type: 'I32F32',
    value: { bits: BigInt(c.read(slots.AlphaSigmoidSteepness, n)) << 32n },
  }),
  yuma_version: (c, n) => small(c.read(slots.Yuma3On, n) ? 3 : 2),
  subnet_is_active: (c, n) => flag(c.read(slots.SubtokenEnabled, n)),
  transfers_enabled: (c, n) => flag(c.read(slots.TransferToggle, n)),
  bonds_reset_enabled: (c, n) => flag(c.read(slots.BondsResetOn, n)),
  user_liquidity_enabled: () => flag(false),
  owner_cut_enabled: (c, n) => flag(c.read(slots.OwnerCutEnabled, n)),
  owner_cut_auto_lock_enabled: (c, n) => flag(c.read(slots.OwnerCutAutoLockEnabled, n)),
}

export const hyperparameters = (c: Context, netuid: number): HyperparamEntry[] =>
  Object.entries(ENTRIES).map(([name, read]) => ({
    name: new TextEncoder().encode(name),
    value: read(c, netuid),
  }))
