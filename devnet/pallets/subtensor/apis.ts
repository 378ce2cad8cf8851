// Subtensor's own runtime APIs. Nobody has stake yet on this devnet, and the answers say so in the right shape.
import { type ApiTable, answers } from '../../chain/runtime-api.ts'
import { StakeInfoRuntimeApi } from '../../runtime/declared/apis.ts'

export const subtensorApis: readonly ApiTable[] = [
  answers(StakeInfoRuntimeApi, {
    get_stake_info_for_coldkey: () => [],
    get_stake_info_for_coldkeys: ({ coldkey_accounts }) => coldkey_accounts.map((account) => [account, []]),
  }),
]
