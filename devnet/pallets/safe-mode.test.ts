// Safe mode and the sudo key, each rule on a chain of blocks.
import { describe, expect, it } from 'vitest'
import { slotsOf } from '../chain/slots.ts'
import { SafeMode } from '../runtime/declared/safe-mode.ts'
import { Sudo } from '../runtime/declared/sudo.ts'
import { System } from '../runtime/declared/system.ts'
import {
  alice,
  bob,
  call,
  createTestNode,
  errorNamed,
  fails,
  field,
  id,
  refused,
  remark,
  type TestNode,
  transferTo,
} from '../testkit.ts'
import { enterSafeMode } from './safe-mode.ts'
import { meddle, now } from './subtensor/staking-kit.ts'

const { EnteredUntil } = slotsOf(SafeMode)
const sudo = (name: string) => call('Sudo', 'sudo', { call: call('SafeMode', name) })
const until = (test: TestNode) => now(test).read(EnteredUntil)
const filtered = errorNamed(System, 'CallFiltered')

describe('safe mode', () => {
  it('is entered by root for a day, longer on request, and left', () => {
    const test = createTestNode()
    const [entered] = test.run({ from: alice, call: sudo('force_enter') })
    expect(field(entered, 'SafeMode.Entered')).toEqual({ until: 7_201 })
    expect(until(test)).toBe(7_201)
    const [extended] = test.run({ from: alice, call: sudo('force_extend') })
    expect(field(extended, 'SafeMode.Extended')).toEqual({ until: 14_401 })
    const [left] = test.run({ from: alice, call: sudo('force_exit') })
    expect(field(left, 'SafeMode.Exited')).toEqual({ reason: { type: 'Force' } })
    expect(until(test)).toBeUndefined()
  })

  it('filters all calls but a few, and lets them through afterwards', () => {
    const test = createTestNode()
    test.run({ from: alice, call: sudo('force_enter') })
    expect(fails(test, transferTo(alice, 1_000n), bob)).toEqual(filtered)
    expect(fails(test, remark(new Uint8Array(1)), bob)).toBeUndefined()
    const one = { other_signatories: [alice.account], call: transferTo(alice, 1_000n) }
    expect(fails(test, call('Multisig', 'as_multi_threshold_1', one), bob)).toEqual(filtered)
    test.run({ from: alice, call: sudo('force_exit') })
    expect(fails(test, transferTo(alice, 1_000n), bob)).toBeUndefined()
  })

  it('ends by itself after its last block', () => {
    const test = createTestNode()
    meddle(test, (c) => enterSafeMode(c, 2))
    expect(fails(test, transferTo(alice, 1_000n), bob)).toEqual(filtered)
    expect(fails(test, transferTo(alice, 1_000n), bob)).toEqual(filtered)
    expect(fails(test, transferTo(alice, 1_000n), bob)).toBeUndefined()
    expect(until(test)).toBeUndefined()
  })

  it('is not for anyone who would pay a deposit', () => {
    const test = createTestNode()
    const own = (name: string, args?: unknown) => fails(test, call('SafeMode', name, args), bob)
    expect(own('enter')).toEqual(errorNamed(SafeMode, 'NotConfigured'))
    expect(own('extend')).toEqual(errorNamed(SafeMode, 'Exited'))
    expect(own('release_deposit', { account: bob.account, block: 1 })).toEqual(
      errorNamed(SafeMode, 'NotConfigured'),
    )
    for (const name of ['force_enter', 'force_extend', 'force_exit'])
      expect(own(name)).toEqual({ type: 'BadOrigin' })
    test.run({ from: alice, call: sudo('force_enter') })
    expect(own('enter')).toEqual(errorNamed(SafeMode, 'Entered'))
    expect(own('extend')).toEqual(errorNamed(SafeMode, 'NotConfigured'))
  })

  it('is not entered twice, nor left when it is not entered', () => {
    const test = createTestNode()
    const inner = (name: string) =>
      field(test.run({ from: alice, call: sudo(name) })[0], 'Sudo.Sudid')['sudo_result']
    expect(inner('force_exit')).toEqual({ type: 'Err', value: errorNamed(SafeMode, 'Exited') })
    expect(inner('force_enter')).toEqual({ type: 'Ok', value: undefined })
    expect(inner('force_enter')).toEqual({ type: 'Err', value: errorNamed(SafeMode, 'Entered') })
  })
})

describe('the sudo key', () => {
  it('is refused to everybody else in the pool, and in a batch by name', () => {
    const test = createTestNode()
    expect(refused(test, test.extrinsic({ from: bob, call: sudo('force_enter') }))).toBe(
      '1010 Invalid signing address',
    )
    const [events] = test.run({
      from: bob,
      call: call('Utility', 'force_batch', { calls: [sudo('force_enter')] }),
    })
    expect(field(events, 'Utility.ItemFailed')['error']).toEqual(errorNamed(Sudo, 'RequireSudo'))
  })

  it('acts as anyone, and goes on to another or to nobody', () => {
    const test = createTestNode()
    const before = test.free(bob)
    const moved = { who: id(bob), call: transferTo(alice, 1_000n) }
    const [done] = test.run({ from: alice, call: call('Sudo', 'sudo_as', moved) })
    expect(field(done, 'Sudo.SudoAsDone')['sudo_result']).toEqual({ type: 'Ok', value: undefined })
    expect(before - test.free(bob)).toBe(1_000n)
    const [changed] = test.run({ from: alice, call: call('Sudo', 'set_key', { new: id(bob) }) })
    expect(field(changed, 'Sudo.KeyChanged')).toEqual({ old: alice.account, new: bob.account })
    test.run({ from: bob, call: call('Sudo', 'remove_key') })
    expect(refused(test, test.extrinsic({ from: bob, call: sudo('force_exit') }))).toBe(
      '1010 Invalid signing address',
    )
  })
})
