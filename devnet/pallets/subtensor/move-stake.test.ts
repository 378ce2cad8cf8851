// Moving, swapping and transferring stake, each rule on a chain of blocks.
import { describe, expect, it } from 'vitest'
import { SwapRuntimeApi } from '../../runtime/declared/apis/swap-runtime-api.ts'
import { alice, createTestNode, devKey, fails, feeOf, names, TAO } from '../../testkit.ts'
import { madeUp } from '../../world/chance.ts'
import { validatorHotkey } from '../../world/ordinary.ts'
import { ask, fieldsOf, meddle, now, slots, stakeNow, subtensor, subtensorError } from './staking-kit.ts'
import { quote } from './swaps.ts'

const eve = devKey('//Eve')
const hotkey = validatorHotkey(1)
const other = validatorHotkey(5)
const move = (alpha_amount: bigint, more: Readonly<Record<string, unknown>> = {}) =>
  subtensor('move_stake', {
    origin_hotkey: hotkey,
    destination_hotkey: other,
    origin_netuid: 1,
    destination_netuid: 1,
    alpha_amount,
    ...more,
  })
const swap = (alpha_amount: bigint, origin_netuid = 1, destination_netuid = 4) =>
  subtensor('swap_stake', { hotkey, origin_netuid, destination_netuid, alpha_amount })
const swapTo = (limit_price: bigint, alpha_amount: bigint, allow_partial = false, destination_netuid = 4) =>
  subtensor('swap_stake_limit', {
    ...{ hotkey, origin_netuid: 1, destination_netuid, alpha_amount, limit_price, allow_partial },
  })
const give = (alpha_amount: bigint, more: Readonly<Record<string, unknown>> = {}) =>
  subtensor('transfer_stake', {
    destination_coldkey: alice.account,
    hotkey,
    origin_netuid: 1,
    destination_netuid: 1,
    alpha_amount,
    ...more,
  })
type Test = ReturnType<typeof createTestNode>
const staked = (test: Test, netuid: number, of = hotkey) => stakeNow(test, eve, { hotkey: of, netuid })

describe('move_stake', () => {
  it('on one subnet moves shares, with neither fee nor price', () => {
    const test = createTestNode()
    const price = ask(test, SwapRuntimeApi, 'current_alpha_price', { netuid: 1 })
    const free = test.free(eve)
    const [events] = test.run({ from: eve, call: move(100n * TAO) })
    expect(staked(test, 1, other)).toBe(100n * TAO)
    expect(staked(test, 1)).toBe(2_300n * TAO + 123_456_789n)
    expect(ask(test, SwapRuntimeApi, 'current_alpha_price', { netuid: 1 })).toBe(price)
    expect(free - test.free(eve)).toBe(feeOf(events))
    expect(names(events).filter((name) => name.startsWith('Subtensor'))).toEqual([
      'SubtensorModule.StakeRemoved',
      'SubtensorModule.StakeAdded',
      'SubtensorModule.StakeMoved',
    ])
    const worth = fieldsOf(events, 'StakeMoved')[5]
    expect(worth).toBe(fieldsOf(events, 'StakeRemoved')[2])
  })

  it('across subnets sells with the fee, and buys without a second one', () => {
    const test = createTestNode()
    const c = now(test)
    const sold = quote(c, { netuid: 1, side: 'sell', amount: 100n * TAO })
    const bought = quote(c, { netuid: 4, side: 'buy', amount: sold.paidOut, feeless: true })
    const [events] = test.run({ from: eve, call: move(100n * TAO, { destination_netuid: 4 }) })
    expect(staked(test, 4, other)).toBe(bought.paidOut)
    expect(fieldsOf(events, 'StakeRemoved')[5]).toBe(sold.fee)
    expect(fieldsOf(events, 'StakeAdded')).toEqual([eve.account, other, sold.paidOut, bought.paidOut, 4, 0n])
    expect(fieldsOf(events, 'StakeMoved')).toEqual([eve.account, hotkey, 1, other, 4, sold.paidOut])
  })

  it('takes no more than there is', () => {
    const test = createTestNode()
    test.run({ from: eve, call: move(10n ** 18n) })
    expect(staked(test, 1)).toBe(0n)
  })

  it.each([
    ['from a place to itself', 'SameNetuid', { destination_hotkey: hotkey }],
    ['to a subnet that is not', 'SubnetNotExists', { destination_netuid: 77 }],
    ['to a subnet where trading has not started', 'SubtokenDisabled', { destination_netuid: 11 }],
    ['to a hotkey nobody owns', 'HotKeyAccountNotExists', { destination_hotkey: madeUp('nobody', 2) }],
    ['too little across subnets', 'AmountTooLow', { alpha_amount: 20_000n, destination_netuid: 4 }],
    ['too little on one', 'AmountTooLow', { alpha_amount: 20_000n }],
  ] as const)('refuses %s', (_, error, wrong) => {
    const test = createTestNode()
    expect(fails(test, move(TAO, wrong), eve)).toEqual(subtensorError(error))
  })
})

describe('swap_stake', () => {
  it('from root pays the fee on the purchase', () => {
    const test = createTestNode()
    const root = validatorHotkey(0)
    const quoted = ask(test, SwapRuntimeApi, 'sim_swap_tao_for_alpha', { netuid: 4, tao: 10n * TAO })
    const call = subtensor('swap_stake', {
      ...{ hotkey: root, origin_netuid: 0, destination_netuid: 4, alpha_amount: 10n * TAO },
    })
    const [events] = test.run({ from: eve, call })
    expect(fieldsOf(events, 'StakeRemoved')[5]).toBe(0n)
    expect(fieldsOf(events, 'StakeAdded')[5]).toBe(quoted.tao_fee)
    expect(staked(test, 4, root)).toBe(quoted.alpha_amount)
    expect(fieldsOf(events, 'StakeSwapped')).toEqual([eve.account, root, 0, 4, 10n * TAO])
  })

  it('to root stakes what the sale brought', () => {
    const test = createTestNode()
    const quoted = ask(test, SwapRuntimeApi, 'sim_swap_alpha_for_tao', { netuid: 1, alpha: 50n * TAO })
    test.run({ from: eve, call: swap(50n * TAO, 1, 0) })
    expect(staked(test, 0)).toBe(quoted.tao_amount)
  })
})

describe('swap_stake_limit', () => {
  const ratio = (test: Test): bigint => {
    const at = (netuid: number) => ask(test, SwapRuntimeApi, 'current_alpha_price', { netuid })
    return (at(1) * TAO) / at(4)
  }

  it('counts its limit as a ratio of prices', () => {
    const test = createTestNode()
    const limit = ratio(test)
    expect(fails(test, swapTo(limit + 10n, TAO), eve)).toEqual(subtensorError('SlippageTooHigh'))
    expect(fails(test, swapTo((limit * 99n) / 100n, TAO), eve)).toBeUndefined()
  })

  it('fills what its limit lets through, and leaves the rest', () => {
    const test = createTestNode()
    const limit = (ratio(test) * 9_999n) / 10_000n
    const before = staked(test, 1)
    expect(fails(test, swapTo(limit, 2_000n * TAO), eve)).toEqual(subtensorError('SlippageTooHigh'))
    test.run({ from: eve, call: swapTo(limit, 2_000n * TAO, true) })
    expect(before - staked(test, 1)).toBeLessThan(2_000n * TAO)
    expect(staked(test, 4)).toBeGreaterThan(310n * TAO)
  })

  it('has no limit at zero, and on root one to one', () => {
    const test = createTestNode()
    expect(fails(test, swapTo(0n, TAO), eve)).toBeUndefined()
    const low = ask(test, SwapRuntimeApi, 'current_alpha_price', { netuid: 1 }) / 2n
    expect(fails(test, swapTo(low, TAO, false, 0), eve)).toBeUndefined()
  })
})

describe('transfer_stake', () => {
  it('gives the same stake to another coldkey', () => {
    const test = createTestNode()
    const [events] = test.run({ from: eve, call: give(30n * TAO) })
    expect(stakeNow(test, alice, { hotkey, netuid: 1 })).toBe(30n * TAO)
    expect(fieldsOf(events, 'StakeTransferred').slice(0, 5)).toEqual([
      eve.account,
      alice.account,
      hotkey,
      1,
      1,
    ])
    expect(now(test).read(slots.StakingHotkeys, alice.account)).toEqual([hotkey])
  })

  it('across subnets moves the TAO to the other coldkey first', () => {
    const test = createTestNode()
    const before = test.free(alice)
    const [events] = test.run({ from: eve, call: give(30n * TAO, { destination_netuid: 2 }) })
    const { alpha } = { alpha: stakeNow(test, alice, { hotkey, netuid: 2 }) }
    expect(fieldsOf(events, 'StakeAdded').slice(0, 2)).toEqual([alice.account, hotkey])
    expect(alpha).toBe(fieldsOf(events, 'StakeAdded')[3])
    expect(test.free(alice)).toBe(before)
  })

  it('is refused where the owner of a subnet forbids it, while moves are not', () => {
    const test = createTestNode()
    const add = subtensor('add_stake', { hotkey, netuid: 8, amount_staked: 5n * TAO })
    test.run({ from: eve, call: add })
    const onIt = { origin_netuid: 8, destination_netuid: 8 }
    expect(fails(test, give(TAO, onIt), eve)).toEqual(subtensorError('TransferDisallowed'))
    expect(fails(test, give(TAO, { destination_netuid: 8 }), eve)).toEqual(
      subtensorError('TransferDisallowed'),
    )
    expect(fails(test, move(TAO, onIt), eve)).toBeUndefined()
  })

  it('makes a delegate of a hotkey that others stake to now', () => {
    const test = createTestNode()
    const own = madeUp('private hotkey', 1)
    meddle(test, (c) => c.write(slots.Owner, [own], eve.account))
    const stake = subtensor('add_stake', { hotkey: own, netuid: 1, amount_staked: 5n * TAO })
    test.run({ from: eve, call: stake })
    expect(now(test).exists(slots.Delegates, own)).toBe(false)
    test.run({ from: eve, call: give(TAO, { hotkey: own }) })
    expect(now(test).read(slots.Delegates, own)).toBe(11_796)
    expect(now(test).exists(slots.Delegates, own)).toBe(true)
  })
})
