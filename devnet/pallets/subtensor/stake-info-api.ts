// StakeInfoRuntimeApi: what coldkeys have where, and what of it is free to leave (spec 424).
import { byteOrder } from '../../chain/bytes.ts'
import { type ApiTable, answers } from '../../chain/runtime-api.ts'
import { slotsOf } from '../../chain/slots.ts'
import { lessOrZero } from '../../economy/fixed-point.ts'
import { feeWithin } from '../../economy/pool.ts'
import { StakeInfoRuntimeApi } from '../../runtime/declared/apis/stake-info-runtime-api.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import type { StakeAvailability, StakeInfo } from '../../runtime/declared/types/stake-info.ts'
import type { AccountId, Context } from '../context.ts'
import { convictionOf, lockOf } from './locks.ts'
import { type Position, positionsOf, stakeOf } from './shares.ts'
import { isDynamic, poolOf } from './subnets.ts'

const slots = slotsOf(SubtensorModule)

/** More accounts than this are answered with nothing at all. */
const MOST_ACCOUNTS = 512

function stakeInfo(c: Context, position: Position): StakeInfo {
  const { hotkey, coldkey, netuid } = position
  return {
    hotkey,
    coldkey,
    netuid,
    stake: stakeOf(c, position),
    locked: 0n,
    // The validator's dividends of the last epoch, not the coldkey's part of them.
    emission: c.read(slots.AlphaDividendsPerSubnet, netuid, hotkey),
    tao_emission: 0n,
    drain: 0n,
    is_registered: c.read(slots.IsNetworkMember, hotkey, netuid),
  }
}

/** One row for every position that is not empty. */
const stakesOf = (c: Context, coldkey: AccountId): StakeInfo[] =>
  positionsOf(c, coldkey)
    .map((position) => stakeInfo(c, position))
    .filter(({ stake }) => stake > 0n)

/** Total, locked and free by subnet, where there is anything to tell. */
function availabilities(
  c: Context,
  coldkey: AccountId,
  wanted: readonly number[] | undefined,
): [number, StakeAvailability][] {
  const totals = new Map(c.keys(slots.Lock, coldkey).map(([, netuid]) => [netuid, 0n]))
  for (const position of positionsOf(c, coldkey))
    totals.set(position.netuid, (totals.get(position.netuid) ?? 0n) + stakeOf(c, position))
  return [...totals]
    .filter(([netuid]) => !wanted || wanted.includes(netuid))
    .sort(([a], [b]) => a - b)
    .map(([netuid, total]): [number, StakeAvailability] => {
      const locked = lockOf(c, { coldkey, netuid })?.mass ?? 0n
      return [netuid, { total, locked, available: lessOrZero(total, locked) }]
    })
    .filter(([, { total, locked }]) => total > 0n || locked > 0n)
}

const sorted = (list: readonly AccountId[]): AccountId[] => [...new Set(list)].sort(byteOrder)

export const stakeInfoApi: ApiTable = answers(StakeInfoRuntimeApi, {
  get_stake_info_for_coldkey: ({ coldkey_account }, { c }) => stakesOf(c, coldkey_account),
  get_stake_info_for_coldkeys: ({ coldkey_accounts }, { c }) =>
    coldkey_accounts.map((account) => [account, stakesOf(c, account)]),
  get_stake_info_for_hotkey_coldkey_netuid: ({ hotkey_account, coldkey_account, netuid }, { c }) =>
    stakeInfo(c, { hotkey: hotkey_account, coldkey: coldkey_account, netuid }),
  get_stake_availability_for_coldkeys: ({ coldkey_accounts, netuids: wanted }, { c }) => {
    if (coldkey_accounts.length > MOST_ACCOUNTS) return []
    return sorted(coldkey_accounts).map((account) => [account, availabilities(c, account, wanted)])
  },
  get_stake_fee: ({ origin, destination, amount }, { c }) => {
    if (origin && destination && origin[1] === destination[1]) return 0n
    const netuid = (destination ?? origin)?.[1]
    return netuid !== undefined && isDynamic(c, netuid) ? feeWithin(poolOf(c, netuid), amount) : 0n
  },
  get_coldkey_lock: ({ coldkey, netuid }, { c }) => {
    const lock = lockOf(c, { coldkey, netuid })
    return (
      lock && {
        locked_mass: lock.mass,
        conviction: { bits: lock.conviction },
        last_update: BigInt(c.blockNumber),
      }
    )
  },
  get_hotkey_conviction: ({ hotkey, netuid }, { c }) => ({ bits: convictionOf(c, netuid, hotkey) }),
  get_most_convicted_hotkey_on_subnet: ({ netuid }, { c }) => {
    const hotkeys = new Set(c.keys(slots.LockingColdkeys, netuid).map(([, hotkey]) => hotkey))
    const [first] = [...hotkeys].sort((a, b) =>
      convictionOf(c, netuid, a) > convictionOf(c, netuid, b) ? -1 : 1,
    )
    return first
  },
})
