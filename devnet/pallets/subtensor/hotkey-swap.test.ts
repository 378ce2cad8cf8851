// Another key in the place of a hotkey: who staked with the old one stakes with the new.
import { describe, expect, it } from 'vitest'
import {
  alice,
  bob,
  createTestNode,
  devKey,
  fails,
  feeOf,
  field,
  TAO,
  type TestNode,
  transferTo,
} from '../../testkit.ts'
import { madeUp } from '../../world/chance.ts'
import { validatorHotkey } from '../../world/ordinary.ts'
import { poolValue, stakeOf } from './shares.ts'
import { meddle, now, slots, subtensor, subtensorError, wait } from './staking-kit.ts'
import { netuids, subnetAccount } from './subnets.ts'

// On root and on subnet 1, and Eve's stake on subnets 1 and 4 is with it.
const old = validatorHotkey(1)
const to = madeUp('next key', 1)
const eve = devKey('//Eve')
const swap = (more: object = {}) =>
  subtensor('swap_hotkey_v2', { hotkey: old, new_hotkey: to, netuid: undefined, keep_stake: false, ...more })
const mine = (): TestNode => {
  const test = createTestNode()
  meddle(test, (c) => {
    c.write(slots.Owner, [old], alice.account)
    c.write(slots.OwnedHotkeys, [alice.account], [old])
  })
  return test
}
const stakeWith = (test: TestNode, hotkey: string, netuid: number) =>
  stakeOf(now(test), { hotkey, coldkey: eve.account, netuid })
/** To the rounding of shares. */
const near = (amount: bigint) => (other: bigint) => other <= amount && amount - other <= 2n

describe('a hotkey', () => {
  it('is another’s everywhere: seats, take and everybody’s stake, for a tenth of a TAO', () => {
    const test = mine()
    const before = now(test)
    const take = before.read(slots.Delegates, old)
    const uids = netuids(before).map((netuid) => before.read(slots.Uids, netuid, old))
    const [staked, free] = [stakeWith(test, old, 1), test.free(alice)]
    const [events] = test.run({ from: alice, call: swap() })
    expect(field(events, 'SubtensorModule.HotkeySwapped')).toEqual({
      ...{ coldkey: alice.account, old_hotkey: old, new_hotkey: to },
    })
    expect(free - test.free(alice) - feeOf(events)).toBe(TAO / 10n)
    const c = now(test)
    expect(netuids(c).map((netuid) => c.read(slots.Uids, netuid, to))).toEqual(uids)
    expect(netuids(c).every((netuid) => poolValue(c, old, netuid) <= 1n)).toBe(true)
    expect(stakeWith(test, to, 1)).toSatisfy(near(staked))
    expect(c.read(slots.Delegates, to)).toBe(take)
    expect(c.exists(slots.Owner, old)).toBe(false)
    expect(c.read(slots.OwnedHotkeys, alice.account)).toEqual([to])
    expect(c.read(slots.StakingHotkeys, eve.account)).toContain(to)
    expect(c.read(slots.StakingHotkeys, eve.account)).not.toContain(old)
  })
  it('leaves what is staked where it is, if that is asked for', () => {
    const test = mine()
    const staked = stakeWith(test, old, 1)
    test.run({ from: alice, call: swap({ keep_stake: true }) })
    expect(stakeWith(test, old, 1)).toBe(staked)
    expect(now(test).read(slots.IsNetworkMember, to, 1)).toBe(true)
  })
  // As many blocks take seconds, and a multiple of that where other work is done.
  it('is another’s on one subnet alone, for a thousandth, once in 7,200 blocks', { timeout: 240_000 }, () => {
    const test = mine()
    const one = swap({ netuid: 1 })
    expect(fails(test, one)).toEqual(subtensorError('HotKeySwapOnSubnetIntervalNotPassed'))
    wait(test, 7_200)
    const [elsewhere, free] = [stakeWith(test, old, 4), test.free(alice)]
    const [events] = test.run({ from: alice, call: one })
    expect(field(events, 'SubtensorModule.HotkeySwappedOnSubnet')).toMatchObject({ netuid: 1 })
    expect(free - test.free(alice) - feeOf(events)).toBe(TAO / 1000n)
    expect(stakeWith(test, old, 4)).toBe(elsewhere)
    expect(stakeWith(test, old, 1)).toBe(0n)
    expect(now(test).read(slots.OwnedHotkeys, alice.account)).toEqual([old, to])
  })
  it('is given away by the older call too', () => {
    const test = mine()
    const call = subtensor('swap_hotkey', { hotkey: old, new_hotkey: to, netuid: undefined })
    expect(fails(test, call)).toBeUndefined()
    expect(now(test).read(slots.Owner, to)).toBe(alice.account)
  })
  it.each([
    ['NonAssociatedColdKey', { hotkey: validatorHotkey(2) }],
    ['NonAssociatedColdKey', { new_hotkey: validatorHotkey(2) }],
    ['NewHotKeyIsSameWithOld', { new_hotkey: old }],
    ['CannotUseSystemAccount', { new_hotkey: subnetAccount(1) }],
  ] as const)('is not swapped: %s', (name, more) => {
    expect(fails(mine(), swap(more))).toEqual(subtensorError(name))
  })
  it('is not swapped for one with a seat, nor on root for one that root has owed something', () => {
    const test = mine()
    meddle(test, (c) => c.write(slots.IsNetworkMember, [to, 3], true))
    expect(fails(test, swap())).toEqual(subtensorError('HotKeyAlreadyRegisteredInSubNet'))
    meddle(test, (c) => {
      c.remove(slots.IsNetworkMember, to, 3)
      c.write(slots.RootClaimable, [to], [[1, { bits: 1n }]])
    })
    expect(fails(test, swap())).toEqual(subtensorError('NewHotKeyNotCleanForRootSwap'))
  })
  it('is not swapped twice within a thousand blocks, nor for less than it costs', () => {
    const test = mine()
    expect(fails(test, swap())).toBeUndefined()
    const again = swap({ hotkey: to, new_hotkey: madeUp('next key', 2) })
    expect(fails(test, again)).toEqual(subtensorError('HotKeySetTxRateLimitExceeded'))
    const poor = mine()
    meddle(poor, (c) => c.write(slots.Owner, [old], bob.account))
    expect(fails(poor, transferTo(alice, poor.free(bob) - TAO / 20n), bob)).toBeUndefined()
    expect(fails(poor, swap(), bob)).toEqual(subtensorError('NotEnoughBalanceToPaySwapHotKey'))
  })
})
