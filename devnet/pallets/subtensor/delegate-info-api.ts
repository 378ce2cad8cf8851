// DelegateInfoRuntimeApi: validators with their nominators (rpc_info/delegate_info, spec 424).
import { type ApiTable, answers } from '../../chain/runtime-api.ts'
import { slotsOf } from '../../chain/slots.ts'
import { DelegateInfoRuntimeApi } from '../../runtime/declared/apis/delegate-info-runtime-api.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import type { DelegateInfo } from '../../runtime/declared/types/stake-info.ts'
import type { AccountId, Context } from '../context.ts'
import { poolValue, positionsOf, stakeOf } from './shares.ts'
import { ownerOf } from './staking.ts'
import { ROOT } from './subnets.ts'

const slots = slotsOf(SubtensorModule)

const BLOCKS_A_DAY = 7_200n
const TAKE_WHOLE = 65_535n
const THOUSAND_TAO = 10n ** 12n

/** Every position with a validator, in the order of storage. */
function nominations(c: Context, hotkey: AccountId): [AccountId, [number, bigint][]][] {
  const byColdkey = new Map<AccountId, [number, bigint][]>()
  const keys = [...c.keys(slots.AlphaV2, hotkey), ...c.keys(slots.Alpha, hotkey)]
  for (const [, coldkey, netuid] of keys) {
    const row: [number, bigint] = [netuid, stakeOf(c, { hotkey, coldkey, netuid })]
    byColdkey.set(coldkey, [...(byColdkey.get(coldkey) ?? []), row])
  }
  return [...byColdkey]
}

/** `nominators` is left empty where one coldkey's own stake is asked for. */
function delegateInfo(c: Context, hotkey: AccountId, nominators: DelegateInfo['nominators']): DelegateInfo {
  const registrations = c
    .keys(slots.IsNetworkMember, hotkey)
    .map(([, netuid]) => netuid)
    .sort((a, b) => a - b)
  const uid = (netuid: number): number => c.read(slots.Uids, netuid, hotkey) ?? 0
  const daily = registrations.reduce((sum, netuid) => {
    const emission = c.read(slots.Emission, netuid)[uid(netuid)] ?? 0n
    const tempo = BigInt(c.read(slots.Tempo, netuid))
    return tempo === 0n ? sum : sum + (emission * BLOCKS_A_DAY) / tempo
  }, 0n)
  const take = c.read(slots.Delegates, hotkey)
  const root = poolValue(c, hotkey, ROOT)
  const kept = TAKE_WHOLE - BigInt(take)
  return {
    delegate_ss58: hotkey,
    take,
    nominators,
    owner_ss58: ownerOf(c, hotkey),
    registrations,
    validator_permits: registrations.filter((netuid) => c.read(slots.ValidatorPermit, netuid)[uid(netuid)]),
    return_per_1000: root === 0n ? 0n : (daily * kept * THOUSAND_TAO) / (TAKE_WHOLE * root),
    total_daily_return: daily,
  }
}

const delegates = (c: Context): AccountId[] => c.keys(slots.Delegates).map(([hotkey]) => hotkey)

export const delegateInfoApi: ApiTable = answers(DelegateInfoRuntimeApi, {
  get_delegates: (_, { c }) => delegates(c).map((hotkey) => delegateInfo(c, hotkey, nominations(c, hotkey))),
  get_delegate: ({ delegate_account: hotkey }, { c }) =>
    c.exists(slots.Delegates, hotkey) ? delegateInfo(c, hotkey, nominations(c, hotkey)) : undefined,
  get_delegated: ({ delegatee_account: coldkey }, { c }) =>
    positionsOf(c, coldkey)
      .filter(({ hotkey }) => c.exists(slots.Delegates, hotkey))
      .map((position): [DelegateInfo, [number, bigint]] => [
        delegateInfo(c, position.hotkey, []),
        [position.netuid, stakeOf(c, position)],
      ]),
})
