// Adding stake, each rule on a chain of blocks.
import { describe, expect, it } from 'vitest'
import { SwapRuntimeApi } from '../../runtime/declared/apis/swap-runtime-api.ts'
import { Swap } from '../../runtime/declared/swap.ts'
import {
  alice,
  charlie,
  createTestNode,
  errorNamed,
  errorOf,
  fails,
  feeOf,
  names,
  TAO,
} from '../../testkit.ts'
import { madeUp } from '../../world/chance.ts'
import { validatorHotkey } from '../../world/ordinary.ts'
import { ask, fieldsOf, now, slots, stakeNow, subtensor, subtensorError } from './staking-kit.ts'
import { subnetAccount } from './subnets.ts'

const hotkey = validatorHotkey(3)
const add = (amount_staked: bigint, more: Readonly<Record<string, unknown>> = {}) =>
  subtensor('add_stake', { hotkey, netuid: 1, amount_staked, ...more })
const addTo = (limit_price: bigint, amount_staked: bigint, allow_partial = false, netuid = 1) =>
  subtensor('add_stake_limit', { hotkey, netuid, amount_staked, limit_price, allow_partial })

describe('add_stake', () => {
  it('gives exactly what the simulation said, and takes exactly what was offered', () => {
    const test = createTestNode()
    const quoted = ask(test, SwapRuntimeApi, 'sim_swap_tao_for_alpha', { netuid: 1, tao: 100n * TAO })
    const before = test.free(alice)
    const [events] = test.run({ from: alice, call: add(100n * TAO) })
    expect(stakeNow(test, alice, { hotkey, netuid: 1 })).toBe(quoted.alpha_amount)
    expect(before - test.free(alice)).toBe(100n * TAO + feeOf(events))
    const { alpha_amount, tao_fee } = quoted
    const added = [alice.account, hotkey, 100n * TAO, alpha_amount, 1, tao_fee]
    expect(fieldsOf(events, 'StakeAdded')).toEqual(added)
  })

  it('tells of its money first and of its stake last', () => {
    const test = createTestNode()
    const [events] = test.run({ from: alice, call: add(TAO) })
    expect(names(events).filter((name) => !name.startsWith('TransactionPayment'))).toEqual([
      'Balances.Withdraw',
      'Balances.Transfer',
      'Balances.Transfer',
      'SubtensorModule.StakeAdded',
      'Balances.Deposit',
      'Balances.Deposit',
      'System.ExtrinsicSuccess',
    ])
  })

  it('moves the reserves by what went in and out, and no TAO vanishes', () => {
    const test = createTestNode()
    const c = now(test)
    const [tao, alpha, out] = [
      c.read(slots.SubnetTAO, 1),
      c.read(slots.SubnetAlphaIn, 1),
      c.read(slots.SubnetAlphaOut, 1),
    ]
    const held = test.free({ ...alice, account: subnetAccount(1) as `0x${string}` })
    const quoted = ask(test, SwapRuntimeApi, 'sim_swap_tao_for_alpha', { netuid: 1, tao: TAO })
    test.run({ from: alice, call: add(TAO) })
    const after = now(test)
    expect(after.read(slots.SubnetTAO, 1) - tao).toBe(quoted.tao_amount)
    expect(alpha - after.read(slots.SubnetAlphaIn, 1)).toBe(quoted.alpha_amount)
    expect(after.read(slots.SubnetAlphaOut, 1) - out).toBe(quoted.alpha_amount)
    expect(test.free({ ...alice, account: subnetAccount(1) as `0x${string}` }) - held).toBe(quoted.tao_amount)
  })

  it('is one to one on root, without a fee', () => {
    const test = createTestNode()
    const [events] = test.run({ from: alice, call: add(3n * TAO, { netuid: 0 }) })
    expect(fieldsOf(events, 'StakeAdded')).toEqual([alice.account, hotkey, 3n * TAO, 3n * TAO, 0, 0n])
    expect(stakeNow(test, alice, { hotkey, netuid: 0 })).toBe(3n * TAO)
  })

  it('keeps the existential deposit where everything is staked', () => {
    const test = createTestNode()
    const all = test.free(charlie)
    const [quiet] = test.run({ from: charlie, call: add(TAO) })
    const [events] = test.run({ from: charlie, call: add(all - TAO - 2n * feeOf(quiet), { netuid: 0 }) })
    expect(errorOf(events)).toBeUndefined()
    expect(test.free(charlie)).toBeGreaterThanOrEqual(500n)
  })

  it.each([
    ['a subnet that is not', 'SubnetNotExists', { netuid: 77 }],
    ['a subnet where trading has not started', 'SubtokenDisabled', { netuid: 11 }],
    ['a hotkey nobody owns', 'HotKeyAccountNotExists', { hotkey: madeUp('nobody', 1) }],
    [
      'more than a thousand times the pool',
      'InsufficientLiquidity',
      { netuid: 10, amount_staked: 14_001n * TAO },
    ],
    ['more than there is', 'NotEnoughBalanceToStake', { netuid: 0, amount_staked: 1_000_001n * TAO }],
    ['less than the least', 'AmountTooLow', { amount_staked: 1_999_999n }],
  ] as const)('refuses %s', (_, error, wrong) => {
    const test = createTestNode()
    const [events] = test.run({ from: alice, call: add(TAO, wrong) })
    expect(errorOf(events)).toEqual(subtensorError(error))
  })

  it('takes the minimum with the fee on it, and not one rao less', () => {
    const test = createTestNode()
    expect(fails(test, add(2_001_006n))).toEqual(subtensorError('AmountTooLow'))
    expect(fails(test, add(2_001_007n))).toBeUndefined()
    expect(fails(test, add(2_000_000n, { netuid: 0 }))).toBeUndefined()
  })
})

describe('add_stake_limit', () => {
  const price = (test: ReturnType<typeof createTestNode>) =>
    ask(test, SwapRuntimeApi, 'current_alpha_price', { netuid: 1 })

  it('is refused when the price has reached the limit already', () => {
    const test = createTestNode()
    expect(fails(test, addTo(price(test), TAO))).toEqual(errorNamed(Swap, 'PriceLimitExceeded'))
  })

  it('fills or kills, and the price ends within the limit', () => {
    const test = createTestNode()
    const limit = (price(test) * 1005n) / 1000n
    expect(fails(test, addTo(limit, 10_000n * TAO))).toEqual(subtensorError('SlippageTooHigh'))
    const [filled] = test.run({ from: alice, call: addTo(limit, 100n * TAO) })
    expect(errorOf(filled)).toBeUndefined()
    expect(price(test)).toBeLessThanOrEqual(limit)
  })

  it('fills what it can where less will do, and leaves the rest in the account', () => {
    const test = createTestNode()
    const limit = (price(test) * 1005n) / 1000n
    const before = test.free(alice)
    const [events] = test.run({ from: alice, call: addTo(limit, 10_000n * TAO, true) })
    const [, , spent] = fieldsOf(events, 'StakeAdded') as bigint[]
    expect(before - test.free(alice)).toBe((spent ?? 0n) + feeOf(events))
    expect(spent).toBeGreaterThan(100n * TAO)
    expect(spent).toBeLessThan(200n * TAO)
    expect(limit - price(test)).toBeLessThanOrEqual(2n)
  })

  it('on root is refused below one to one', () => {
    const test = createTestNode()
    const below = test.run({ from: alice, call: addTo(TAO - 1n, TAO, false, 0) })[0]
    expect(errorOf(below)).toEqual(subtensorError('SlippageTooHigh'))
    expect(fails(test, addTo(TAO, TAO, false, 0))).toBeUndefined()
  })
})
