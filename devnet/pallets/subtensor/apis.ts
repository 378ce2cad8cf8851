// Subtensor's own runtime APIs: one file each.
import type { ApiTable } from '../../chain/runtime-api.ts'
import { delegateInfoApi } from './delegate-info-api.ts'
import { stakeInfoApi } from './stake-info-api.ts'
import { subnetInfoApi } from './subnet-info-api.ts'
import { subnetRegistrationApi } from './subnet-registration-api.ts'
import { swapApi } from './swap-api.ts'

export const subtensorApis: readonly ApiTable[] = [
  delegateInfoApi,
  stakeInfoApi,
  subnetInfoApi,
  subnetRegistrationApi,
  swapApi,
]
