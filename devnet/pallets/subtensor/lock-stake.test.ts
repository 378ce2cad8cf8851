// Conviction locks, each rule on a chain of blocks.
import { describe, expect, it } from 'vitest'
import { StakeInfoRuntimeApi } from '../../runtime/declared/apis/stake-info-runtime-api.ts'
import { alice, createTestNode, devKey, fails, TAO } from '../../testkit.ts'
import { madeUp } from '../../world/chance.ts'
import { validatorHotkey } from '../../world/ordinary.ts'
import {
  ask,
  fieldsOf,
  meddle,
  now,
  slots,
  stakeNow,
  subtensor,
  subtensorError,
  wait,
} from './staking-kit.ts'

const eve = devKey('//Eve')
const hotkey = validatorHotkey(1)
const other = validatorHotkey(5)
type Test = ReturnType<typeof createTestNode>
const lock = (amount: bigint, more: Readonly<Record<string, unknown>> = {}) =>
  subtensor('lock_stake', { hotkey, netuid: 1, amount, ...more })
const remove = (amount_unstaked: bigint) => subtensor('remove_stake', { hotkey, netuid: 1, amount_unstaked })
const lockOf = (test: Test, coldkey = eve.account) =>
  ask(test, StakeInfoRuntimeApi, 'get_coldkey_lock', { coldkey, netuid: 1 })
const give = (alpha_amount: bigint) =>
  subtensor('transfer_stake', {
    ...{ destination_coldkey: alice.account, hotkey, origin_netuid: 1, destination_netuid: 1, alpha_amount },
  })

describe('lock_stake', () => {
  it('holds alpha on its subnet, with all validators taken together', () => {
    const test = createTestNode()
    const [events] = test.run({ from: eve, call: lock(2_000n * TAO) })
    expect(fieldsOf(events, 'StakeLocked')).toEqual([
      { coldkey: eve.account, hotkey, netuid: 1, amount: 2_000n * TAO },
    ])
    expect(fails(test, remove(1_000n * TAO), eve)).toEqual(subtensorError('StakeUnavailable'))
    expect(fails(test, remove(400n * TAO), eve)).toBeUndefined()
    const away = subtensor('swap_stake', {
      ...{ hotkey, origin_netuid: 1, destination_netuid: 4, alpha_amount: 100n * TAO },
    })
    expect(fails(test, away, eve)).toEqual(subtensorError('StakeUnavailable'))
    const burn = subtensor('burn_alpha', { hotkey, netuid: 1, amount: 100n * TAO })
    expect(fails(test, burn, eve)).toEqual(subtensorError('StakeUnavailable'))
  })

  it('lets alpha move to another validator on the same subnet', () => {
    const test = createTestNode()
    test.run({ from: eve, call: lock(2_400n * TAO) })
    const move = subtensor('move_stake', {
      ...{ origin_hotkey: hotkey, destination_hotkey: other, origin_netuid: 1, destination_netuid: 1 },
      alpha_amount: 2_000n * TAO,
    })
    expect(fails(test, move, eve)).toBeUndefined()
  })

  it('is passed over by unstake_all', () => {
    const test = createTestNode()
    test.run({ from: eve, call: lock(TAO) })
    expect(fails(test, subtensor('unstake_all', { hotkey }), eve)).toBeUndefined()
    expect(stakeNow(test, eve, { hotkey, netuid: 1 })).toBeGreaterThan(0n)
    expect(stakeNow(test, eve, { hotkey, netuid: 4 })).toBe(0n)
  })

  it('decays block by block, and tells what is free', () => {
    const test = createTestNode()
    meddle(test, (c) => c.write(slots.UnlockRate, [], 100n))
    test.run({ from: eve, call: lock(1_000n * TAO) })
    wait(test, 100)
    const row = ask(test, StakeInfoRuntimeApi, 'get_stake_availability_for_coldkeys', {
      coldkey_accounts: [eve.account],
      netuids: [1],
    })[0]?.[1][0]?.[1]
    // A hundred blocks at a rate of a hundred: a part in e is left.
    expect(row?.locked).toBe(367_879_441_171n)
    expect(row?.available).toBe((row?.total ?? 0n) - 367_879_441_171n)
    expect(fails(test, remove(2_000n * TAO), eve)).toBeUndefined()
  })

  it('grows on the same hotkey only, and never beyond what is staked', () => {
    const test = createTestNode()
    test.run({ from: eve, call: lock(1_000n * TAO) })
    const elsewhere = lock(TAO, { hotkey: other })
    expect(fails(test, elsewhere, eve)).toEqual(subtensorError('LockHotkeyMismatch'))
    expect(fails(test, lock(1_401n * TAO), eve)).toEqual(subtensorError('InsufficientStakeForLock'))
    expect(fails(test, lock(1_400n * TAO), eve)).toBeUndefined()
  })

  it.each([
    ['nothing', 'AmountTooLow', { amount: 0n }],
    ['on a hotkey nobody owns', 'HotKeyAccountNotExists', { hotkey: madeUp('nobody', 4) }],
    ['what is not staked', 'InsufficientStakeForLock', { netuid: 2 }],
  ] as const)('refuses %s', (_, error, wrong) => {
    const test = createTestNode()
    expect(fails(test, lock(TAO, wrong), eve)).toEqual(subtensorError(error))
  })
})

describe('set_perpetual_lock', () => {
  it('stops the decay, and starts it again from there', () => {
    const test = createTestNode()
    const perpetual = (enabled: boolean) => subtensor('set_perpetual_lock', { netuid: 1, enabled })
    meddle(test, (c) => c.write(slots.UnlockRate, [], 100n))
    test.run({ from: eve, call: lock(1_000n * TAO) })
    const [events] = test.run({ from: eve, call: perpetual(true) })
    expect(fieldsOf(events, 'PerpetualLockUpdated')).toEqual([
      { coldkey: eve.account, netuid: 1, enabled: true },
    ])
    const mass = lockOf(test)?.locked_mass
    wait(test, 50)
    expect(lockOf(test)?.locked_mass).toBe(mass)
    test.run({ from: eve, call: perpetual(false) })
    wait(test, 1)
    expect(lockOf(test)?.locked_mass).toBeLessThan(mass ?? 0n)
  })
})

describe('move_lock', () => {
  const moveLock = (destination_hotkey: string) => subtensor('move_lock', { destination_hotkey, netuid: 1 })

  it('takes the lock to another hotkey, and its conviction only to one of the same owner', () => {
    const test = createTestNode()
    test.run({ from: eve, call: lock(1_000n * TAO) })
    wait(test, 20)
    const conviction = lockOf(test)?.conviction.bits ?? 0n
    expect(conviction).toBeGreaterThan(0n)
    expect(ask(test, StakeInfoRuntimeApi, 'get_most_convicted_hotkey_on_subnet', { netuid: 1 })).toBe(hotkey)
    const [events] = test.run({ from: eve, call: moveLock(other) })
    expect(fieldsOf(events, 'LockMoved')).toEqual([
      { coldkey: eve.account, origin_hotkey: hotkey, destination_hotkey: other, netuid: 1 },
    ])
    expect(lockOf(test)?.conviction.bits).toBe(0n)
    expect(ask(test, StakeInfoRuntimeApi, 'get_hotkey_conviction', { hotkey, netuid: 1 }).bits).toBe(0n)
    wait(test, 20)
    const sibling = madeUp('sibling', 1)
    meddle(test, (c) => c.write(slots.Owner, [sibling], c.read(slots.Owner, other)))
    test.run({ from: eve, call: moveLock(sibling) })
    expect(lockOf(test)?.conviction.bits).toBeGreaterThan(0n)
  })

  it('on the subnet owner’s hotkey is convinced at once', () => {
    const test = createTestNode()
    const owners = now(test).read(slots.SubnetOwnerHotkey, 1)
    test.run({ from: eve, call: lock(1_000n * TAO, { hotkey: owners }) })
    expect(lockOf(test)?.conviction.bits).toBe((lockOf(test)?.locked_mass ?? 0n) << 64n)
  })

  it('needs a lock', () => {
    const test = createTestNode()
    expect(fails(test, moveLock(other), eve)).toEqual(subtensorError('NoExistingLock'))
    const nobody = moveLock(madeUp('nobody', 5))
    expect(fails(test, nobody, eve)).toEqual(subtensorError('HotKeyAccountNotExists'))
  })
})

describe('set_reject_locked_alpha', () => {
  it('decides whether alpha with a lock may come', () => {
    const test = createTestNode()
    test.run({ from: eve, call: lock(2_000n * TAO) })
    expect(fails(test, give(300n * TAO), eve)).toBeUndefined()
    expect(lockOf(test, alice.account)).toBeUndefined()
    expect(fails(test, give(1_000n * TAO), eve)).toEqual(subtensorError('AccountRejectsLockedAlpha'))
    const accept = subtensor('set_reject_locked_alpha', { enabled: false })
    const [events] = test.run({ from: alice, call: accept })
    expect(fieldsOf(events, 'RejectLockedAlphaUpdated')).toEqual([{ coldkey: alice.account, enabled: false }])
    const before = lockOf(test)?.locked_mass ?? 0n
    test.run({ from: eve, call: give(1_000n * TAO) })
    const came = lockOf(test, alice.account)?.locked_mass ?? 0n
    // A hundred and a little were free; the rest came locked. A block's decay lies between the two looks.
    expect(came).toBeGreaterThan(890n * TAO)
    expect(before - (lockOf(test)?.locked_mass ?? 0n) - came).toBeLessThan(TAO)
    test.run({ from: alice, call: subtensor('set_reject_locked_alpha', { enabled: true }) })
    expect(now(test).read(slots.AccountFlags, alice.account)).toBe(0n)
  })

  it('does not help where the receiver’s own lock is on another hotkey', () => {
    const test = createTestNode()
    test.run({ from: eve, call: lock(2_400n * TAO) })
    const stake = subtensor('add_stake', { hotkey: other, netuid: 1, amount_staked: 10n * TAO })
    test.run({ from: alice, call: stake })
    test.run({ from: alice, call: lock(TAO, { hotkey: other }) })
    test.run({ from: alice, call: subtensor('set_reject_locked_alpha', { enabled: false }) })
    expect(fails(test, give(1_000n * TAO), eve)).toEqual(subtensorError('LockHotkeyMismatch'))
  })
})
