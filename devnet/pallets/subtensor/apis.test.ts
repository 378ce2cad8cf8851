// The runtime APIs, asked as a client asks them: by name and bytes.
import { describe, expect, it } from 'vitest'
import { DelegateInfoRuntimeApi } from '../../runtime/declared/apis/delegate-info-runtime-api.ts'
import { StakeInfoRuntimeApi } from '../../runtime/declared/apis/stake-info-runtime-api.ts'
import { SubnetInfoRuntimeApi } from '../../runtime/declared/apis/subnet-info-runtime-api.ts'
import { SubnetRegistrationRuntimeApi } from '../../runtime/declared/apis/subnet-registration-runtime-api.ts'
import { SwapRuntimeApi } from '../../runtime/declared/apis/swap-runtime-api.ts'
import { alice, createTestNode, devKey, TAO } from '../../testkit.ts'
import { madeUp } from '../../world/chance.ts'
import { SUBNETS, VALIDATORS } from '../../world/lists.ts'
import { validatorHotkey } from '../../world/ordinary.ts'
import { ask } from './staking-kit.ts'
import { subnetAccount } from './subnets.ts'

const test = createTestNode()
const eve = devKey('//Eve').account
const read = (bytes: readonly number[]) => new TextDecoder().decode(Uint8Array.from(bytes))

describe('StakeInfoRuntimeApi', () => {
  it('lists what a coldkey has, and nothing that is empty', () => {
    const rows = ask(test, StakeInfoRuntimeApi, 'get_stake_info_for_coldkey', { coldkey_account: eve })
    expect(rows.map(({ hotkey, netuid, stake }) => [hotkey, netuid, stake])).toEqual([
      [validatorHotkey(0), 0, 1_250n * TAO],
      [validatorHotkey(1), 1, 2_400n * TAO + 123_456_789n],
      [validatorHotkey(1), 4, 310n * TAO],
      [validatorHotkey(2), 12, 15_000n * TAO],
    ])
  })

  it('answers for many coldkeys in their order', () => {
    const coldkey_accounts = [alice.account, eve]
    const answer = ask(test, StakeInfoRuntimeApi, 'get_stake_info_for_coldkeys', { coldkey_accounts })
    expect(answer.map(([account, rows]) => [account, rows.length])).toEqual([
      [alice.account, 0],
      [eve, 4],
    ])
  })

  it('answers for one position even where there is nothing', () => {
    const row = ask(test, StakeInfoRuntimeApi, 'get_stake_info_for_hotkey_coldkey_netuid', {
      hotkey_account: validatorHotkey(0),
      coldkey_account: alice.account,
      netuid: 3,
    })
    expect(row).toMatchObject({ stake: 0n, netuid: 3 })
  })

  it('tells what is free to leave, by account and subnet in rising order', () => {
    const answer = ask(test, StakeInfoRuntimeApi, 'get_stake_availability_for_coldkeys', {
      coldkey_accounts: [eve, alice.account],
      netuids: undefined,
    })
    expect(answer.map(([account]) => account)).toEqual([alice.account, eve])
    expect(new Map(answer).get(eve)?.map(([netuid]) => netuid)).toEqual([0, 1, 4, 12])
    expect(new Map(new Map(answer).get(eve)).get(4)).toEqual({
      total: 310n * TAO,
      locked: 0n,
      available: 310n * TAO,
    })
    expect(new Map(answer).get(alice.account)).toEqual([])
  })
})

describe('SwapRuntimeApi', () => {
  it('tells all prices at once, and root’s as one', () => {
    const prices = ask(test, SwapRuntimeApi, 'current_alpha_price_all', {})
    expect(prices.length).toBe(SUBNETS.length + 1)
    expect(prices[0]).toEqual({ netuid: 0, price: TAO })
    for (const [i, { price }] of SUBNETS.entries()) {
      const told = prices[i + 1]?.price ?? 0n
      expect(told === price || told === price - 1n).toBe(true)
    }
  })

  it('simulates root one to one, and a subnet that is not with zeros', () => {
    const root = ask(test, SwapRuntimeApi, 'sim_swap_alpha_for_tao', { netuid: 0, alpha: 5n })
    expect(root).toMatchObject({ tao_amount: 5n, alpha_amount: 5n, alpha_fee: 0n, tao_slippage: 0n })
    const none = ask(test, SwapRuntimeApi, 'sim_swap_tao_for_alpha', { netuid: 77, tao: TAO })
    expect(Object.values(none).every((part) => part === 0n)).toBe(true)
  })
})

describe('SubnetInfoRuntimeApi', () => {
  it('describes every subnet, with its name where it has one', () => {
    const all = ask(test, SubnetInfoRuntimeApi, 'get_all_dynamic_info', {})
    expect(all.map((info) => read(info?.subnet_name ?? []))).toEqual([
      'root',
      ...SUBNETS.map(({ name }) => name),
    ])
    expect(all.map((info) => read(info?.token_symbol ?? []))).toEqual([
      'Τ',
      ...SUBNETS.map(({ symbol }) => symbol),
    ])
    const one = ask(test, SubnetInfoRuntimeApi, 'get_dynamic_info', { netuid: 4 })
    expect(one).toEqual(all[4])
  })

  it('gives of a metagraph the columns asked for, and no other', () => {
    const table = ask(test, SubnetInfoRuntimeApi, 'get_selective_metagraph', {
      netuid: 1,
      metagraph_indexes: [0, 1, 52, 53, 54, 57, 67, 68, 69, 72],
    })
    expect(table?.netuid).toBe(1)
    expect(read(table?.name ?? [])).toBe('Amberline')
    expect(table?.hotkeys?.length).toBe(table?.coldkeys?.length)
    expect(table?.hotkeys?.[0]).toBe(validatorHotkey(VALIDATORS.findIndex((_, n) => (n * 7 + 5) % 12 < 6)))
    expect(table?.validators).toEqual(
      table?.validator_permit?.flatMap((permit, uid) => (permit ? [uid] : [])),
    )
    expect(table?.tempo).toBeUndefined()
    const unasked = ask(test, SubnetInfoRuntimeApi, 'get_selective_metagraph', {
      netuid: 1,
      metagraph_indexes: [1],
    })
    expect(unasked?.netuid).toBe(0)
  })

  it('gives a whole metagraph', () => {
    const table = ask(test, SubnetInfoRuntimeApi, 'get_metagraph', { netuid: 2 })
    expect(table?.num_uids).toBe(table?.hotkeys.length)
    expect(table?.total_stake.every((total, uid) => total >= (table.alpha_stake[uid] ?? 0n))).toBe(true)
  })

  it('names its parameters', () => {
    const entries = ask(test, SubnetInfoRuntimeApi, 'get_subnet_hyperparams_v3', { netuid: 8 })
    const value = (name: string) => entries?.find((entry) => read([...entry.name]) === name)?.value
    expect(value('transfers_enabled')).toEqual({ type: 'Bool', value: false })
    expect(value('tempo')).toEqual({ type: 'U16', value: 20 })
    expect(value('burn_increase_mult')?.type).toBe('U64F64')
  })

  it('knows accounts, epochs, and who would have to go', () => {
    const account = ask(test, SubnetInfoRuntimeApi, 'get_subnet_account_id', { netuid: 3 })
    expect(account).toBe(subnetAccount(3))
    expect(ask(test, SubnetInfoRuntimeApi, 'get_next_epoch_start_block', { netuid: 3 })).toBe(20n)
    expect(ask(test, SubnetInfoRuntimeApi, 'get_subnet_to_prune', {})).toBe(10)
    expect(ask(test, SubnetInfoRuntimeApi, 'get_subnet_info_v2', { netuid: 99 })).toBeUndefined()
    expect(ask(test, SubnetInfoRuntimeApi, 'get_subnets_info_v2', {}).length).toBe(13)
  })
})

describe('DelegateInfoRuntimeApi', () => {
  it('lists validators with their nominators', () => {
    const all = ask(test, DelegateInfoRuntimeApi, 'get_delegates', {})
    expect(all.length).toBe(VALIDATORS.length)
    const one = ask(test, DelegateInfoRuntimeApi, 'get_delegate', { delegate_account: validatorHotkey(1) })
    expect(one).toEqual(all.find(({ delegate_ss58 }) => delegate_ss58 === validatorHotkey(1)))
    expect(one?.nominators.find(([coldkey]) => coldkey === eve)?.[1].length).toBe(2)
    const nobody = { delegate_account: madeUp('nobody', 1) }
    expect(ask(test, DelegateInfoRuntimeApi, 'get_delegate', nobody)).toBeUndefined()
  })

  it('lists what one coldkey delegated', () => {
    const mine = ask(test, DelegateInfoRuntimeApi, 'get_delegated', { delegatee_account: eve })
    expect(mine.map(([{ nominators }, row]) => [nominators.length, ...row])).toEqual([
      [0, 0, 1_250n * TAO],
      [0, 1, 2_400n * TAO + 123_456_789n],
      [0, 4, 310n * TAO],
      [0, 12, 15_000n * TAO],
    ])
  })
})

describe('SubnetRegistrationRuntimeApi', () => {
  it('asks no less than the least for a new subnet', () => {
    const cost = ask(test, SubnetRegistrationRuntimeApi, 'get_network_registration_cost', {})
    expect(cost).toBe(1_000n * TAO)
  })
})
