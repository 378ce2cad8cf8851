// Subtensor's own runtime APIs: one file each.
import type { ApiTable } from '../../chain/runtime-api.ts'
import { stakeInfoApi } from './stake-info-api.ts'
import { subnetInfoApi } from './subnet-info-api.ts'
import { swapApi } from './swap-api.ts'

export const subtensorApis: readonly ApiTable[] = [
  //
  stakeInfoApi,
  subnetInfoApi,
  swapApi,
]
