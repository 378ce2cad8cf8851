// Removing stake, each rule on a chain of blocks.
import { describe, expect, it } from 'vitest'
import { SwapRuntimeApi } from '../../runtime/declared/apis/swap-runtime-api.ts'
import { Swap } from '../../runtime/declared/swap.ts'
import {
  alice,
  createTestNode,
  devKey,
  errorNamed,
  errorOf,
  fails,
  feeOf,
  names,
  type Shown,
  TAO,
} from '../../testkit.ts'
import { validatorHotkey } from '../../world/ordinary.ts'
import { ask, fieldsOf, meddle, now, slots, stakeNow, subtensor, subtensorError } from './staking-kit.ts'
import { subnetAccount } from './subnets.ts'

const eve = devKey('//Eve')
const hotkey = validatorHotkey(1)
const remove = (amount_unstaked: bigint, more: Readonly<Record<string, unknown>> = {}) =>
  subtensor('remove_stake', { hotkey, netuid: 1, amount_unstaked, ...more })
const removeTo = (limit_price: bigint, amount_unstaked: bigint, allow_partial = false) =>
  subtensor('remove_stake_limit', { hotkey, netuid: 1, amount_unstaked, limit_price, allow_partial })
const removeAll = (limit_price?: bigint, netuid = 1) =>
  subtensor('remove_stake_full_limit', { hotkey, netuid, limit_price })
const position = (test: ReturnType<typeof createTestNode>, netuid = 1) =>
  stakeNow(test, eve, { hotkey, netuid })
const price = (test: ReturnType<typeof createTestNode>) =>
  ask(test, SwapRuntimeApi, 'current_alpha_price', { netuid: 1 })

describe('remove_stake', () => {
  it('pays exactly what the simulation said', () => {
    const test = createTestNode()
    const alpha = 100n * TAO
    const quoted = ask(test, SwapRuntimeApi, 'sim_swap_alpha_for_tao', { netuid: 1, alpha })
    const [before, held] = [test.free(eve), position(test)]
    const [events] = test.run({ from: eve, call: remove(alpha) })
    expect(test.free(eve) - before).toBe(quoted.tao_amount - feeOf(events))
    expect(held - position(test)).toBe(alpha)
    const { tao_amount, alpha_amount, alpha_fee } = quoted
    const removed = [eve.account, hotkey, tao_amount, alpha_amount, 1, alpha_fee]
    expect(fieldsOf(events, 'StakeRemoved')).toEqual(removed)
  })

  it('pays the coldkey, then the author for whom the fee is sold, and then says so', () => {
    const test = createTestNode()
    const [events] = test.run({ from: eve, call: remove(100n * TAO) })
    expect(names(events).slice(1, 4)).toEqual([
      'Balances.Transfer',
      'Balances.Transfer',
      'SubtensorModule.StakeRemoved',
    ])
    const [first, second] = (events ?? [])
      .filter(({ name }) => name === 'Balances.Transfer')
      .map(({ fields }) => fields)
    expect(first).toMatchObject({ from: subnetAccount(1), to: eve.account })
    expect(second).toMatchObject({ from: subnetAccount(1) })
  })

  it('keeps the account of the subnet as large as its reserve', () => {
    const test = createTestNode()
    const surplus = () =>
      test.free({ ...eve, account: subnetAccount(1) as `0x${string}` }) - now(test).read(slots.SubnetTAO, 1)
    const before = surplus()
    test.run(
      { from: eve, call: remove(100n * TAO) },
      { from: alice, call: subtensor('add_stake', { hotkey, netuid: 1, amount_staked: 7n * TAO }) },
    )
    expect(surplus()).toBe(before)
  })

  it('takes no more than there is, however much is asked', () => {
    const test = createTestNode()
    const [events] = test.run({ from: eve, call: remove(10n ** 18n) })
    expect(errorOf(events)).toBeUndefined()
    expect(position(test)).toBe(0n)
  })

  it('refuses to leave something while what goes is worth too little', () => {
    const test = createTestNode()
    expect(fails(test, remove(1_000_000n), eve)).toEqual(subtensorError('AmountTooLow'))
  })

  it('lets all of a position go however little it is worth', () => {
    const test = createTestNode()
    test.run({ from: eve, call: remove(2_400n * TAO + 123_456_789n - 5_000_000n) })
    expect(position(test)).toBeGreaterThan(0n)
    expect(fails(test, remove(10n ** 18n), eve)).toBeUndefined()
    expect(position(test)).toBe(0n)
  })

  it.each([
    ['a subnet where trading has not started', 'SubtokenDisabled', remove(TAO, { netuid: 11 })],
    ['nothing', 'AmountTooLow', remove(0n)],
    ['a position that is not', 'AmountTooLow', remove(TAO, { netuid: 2 })],
    ['more than there is, with a limit', 'NotEnoughStakeToWithdraw', removeTo(1n, 10n ** 13n)],
    ['more than a thousand pools, with a limit', 'InsufficientLiquidity', removeTo(1n, 10n ** 19n)],
    ['a subnet that is not, whole', 'SubnetNotExists', removeAll(undefined, 77)],
  ] as const)('refuses %s', (_, error, call) => {
    const test = createTestNode()
    expect(fails(test, call, eve)).toEqual(subtensorError(error))
  })

  it('sells the rest where a validator’s nominators must have more', () => {
    const test = createTestNode()
    meddle(test, (c) => c.write(slots.NominatorMinRequiredStake, [], 10n * TAO))
    const [events] = test.run({ from: eve, call: remove(2_399n * TAO) })
    const removals = (events ?? []).filter(({ name }) => name === 'SubtensorModule.StakeRemoved')
    expect(removals.length).toBe(2)
    expect(position(test)).toBe(0n)
  })
})

describe('remove_stake_limit', () => {
  it('is refused when the price is at the limit already', () => {
    const test = createTestNode()
    const limit = price(test) + 1n
    expect(fails(test, removeTo(limit, TAO), eve)).toEqual(errorNamed(Swap, 'PriceLimitExceeded'))
  })

  it('fills or kills', () => {
    const test = createTestNode()
    const limit = (price(test) * 9999n) / 10_000n
    expect(fails(test, removeTo(limit, 2_000n * TAO), eve)).toEqual(subtensorError('SlippageTooHigh'))
    expect(fails(test, removeTo(limit, 10n * TAO), eve)).toBeUndefined()
  })

  it('sells what the limit lets through, and leaves the rest staked', () => {
    const test = createTestNode()
    const limit = (price(test) * 9999n) / 10_000n
    const held = position(test)
    const [events] = test.run({ from: eve, call: removeTo(limit, 2_000n * TAO, true) })
    const [, , , sold, , fee] = fieldsOf(events, 'StakeRemoved') as bigint[]
    expect(held - position(test)).toBe((sold ?? 0n) + (fee ?? 0n))
    expect(position(test)).toBeGreaterThan(400n * TAO)
    // The sale of the fee for the author comes after, and has no limit.
    expect(limit - price(test)).toBeLessThan(10n)
  })
})

describe('remove_stake_full_limit', () => {
  it('empties a position at the market', () => {
    const test = createTestNode()
    expect(fails(test, removeAll(), eve)).toBeUndefined()
    expect(position(test)).toBe(0n)
  })

  it('empties all of it or nothing at a limit', () => {
    const test = createTestNode()
    const tight = removeAll((price(test) * 9999n) / 10_000n)
    expect(fails(test, tight, eve)).toEqual(subtensorError('SlippageTooHigh'))
    const wide = removeAll((price(test) * 98n) / 100n)
    expect(fails(test, wide, eve)).toBeUndefined()
    expect(position(test)).toBe(0n)
  })
})

describe('unstake_all', () => {
  const removals = (events: readonly Shown[] | undefined) =>
    (events ?? [])
      .filter(({ name }) => name === 'SubtensorModule.StakeRemoved')
      .map(({ fields }) => (fields as unknown[])[4])

  it('sells every position with a validator, root among them', () => {
    const test = createTestNode()
    const root = validatorHotkey(0)
    test.run({ from: eve, call: subtensor('add_stake', { hotkey: root, netuid: 3, amount_staked: TAO }) })
    const [events] = test.run({ from: eve, call: subtensor('unstake_all', { hotkey: root }) })
    expect(removals(events)).toEqual([0, 3])
    expect(stakeNow(test, eve, { hotkey: root, netuid: 0 })).toBe(0n)
  })

  it('passes over what cannot go, and succeeds even when that is everything', () => {
    const test = createTestNode()
    const [events] = test.run({ from: alice, call: subtensor('unstake_all', { hotkey }) })
    expect(errorOf(events)).toBeUndefined()
    expect(removals(events)).toEqual([])
  })

  it('puts the alpha on root where that is asked', () => {
    const test = createTestNode()
    const [events] = test.run({ from: eve, call: subtensor('unstake_all_alpha', { hotkey }) })
    expect(removals(events)).toEqual([1, 4])
    const brought = (events ?? [])
      .filter(({ name }) => name === 'SubtensorModule.StakeRemoved')
      .reduce((sum, { fields }) => sum + BigInt((fields as bigint[])[2] ?? 0n), 0n)
    expect(position(test, 0)).toBe(brought)
  })

  it('of alpha fails when nothing was sold', () => {
    const test = createTestNode()
    const [events] = test.run({ from: alice, call: subtensor('unstake_all_alpha', { hotkey }) })
    expect(errorOf(events)).toEqual(subtensorError('AmountTooLow'))
  })
})
