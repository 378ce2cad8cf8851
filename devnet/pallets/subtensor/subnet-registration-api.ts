// SubnetRegistrationRuntimeApi: what a new subnet costs now (get_network_lock_cost of SubtensorModule, spec 424).
import { type ApiTable, answers } from '../../chain/runtime-api.ts'
import { slotsOf } from '../../chain/slots.ts'
import { larger, lessOrZero } from '../../economy/fixed-point.ts'
import { SubnetRegistrationRuntimeApi } from '../../runtime/declared/apis/subnet-registration-runtime-api.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import type { Context } from '../context.ts'

const slots = slotsOf(SubtensorModule)

/** A whole TAO per block: the emission at which the price falls as fast as its interval says. */
const FULL_EMISSION = 10n ** 9n

/** Twice the last price, falling evenly to nothing over the interval, which shortens with every halving. */
function lockCost(c: Context): bigint {
  const last = c.read(slots.NetworkLastLockCost)
  const least = c.read(slots.NetworkMinLockCost)
  const lastBlock = c.read(slots.LastRateLimitedBlock, { type: 'NetworkLastRegistered' })
  const interval = (c.read(slots.NetworkLockReductionInterval) * c.read(slots.BlockEmission)) / FULL_EMISSION
  const fallen = interval === 0n ? 0n : (last / interval) * (BigInt(c.blockNumber) - lastBlock)
  return larger(lessOrZero(last * (lastBlock === 0n ? 1n : 2n), fallen), least)
}

export const subnetRegistrationApi: ApiTable = answers(SubnetRegistrationRuntimeApi, {
  get_network_registration_cost: (_, { c }) => lockCost(c),
})
