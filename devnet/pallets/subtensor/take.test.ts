// What validators keep, and where miners' incentive goes: each rule on a chain of blocks.
import { describe, expect, it } from 'vitest'
import { SubnetInfoRuntimeApi } from '../../runtime/declared/apis/subnet-info-runtime-api.ts'
import { alice, call, createTestNode, devKey, fails, feeOf, field, refused, TAO } from '../../testkit.ts'
import { VALIDATORS } from '../../world/lists.ts'
import { validatorHotkey } from '../../world/ordinary.ts'
import { ask, fieldsOf, meddle, now, slots, subtensor, subtensorError, wait } from './staking-kit.ts'

const ferdie = devKey('//Ferdie')
const hotkey = validatorHotkey(VALIDATORS.length - 1)
const change = (name: 'increase_take' | 'decrease_take', take: number, of = hotkey) =>
  subtensor(name, { hotkey: of, take })

describe('a take', () => {
  it('goes up and down, free of charge', () => {
    const test = createTestNode()
    const before = test.free(ferdie)
    const [up] = test.run({ from: ferdie, call: change('increase_take', 11_000) })
    expect(fieldsOf(up, 'TakeIncreased')).toEqual([ferdie.account, hotkey, 11_000])
    const [down] = test.run({ from: ferdie, call: change('decrease_take', 5) })
    expect(fieldsOf(down, 'TakeDecreased')).toEqual([ferdie.account, hotkey, 5])
    expect(now(test).read(slots.Delegates, hotkey)).toBe(5)
    expect(test.free(ferdie)).toBe(before)
  })

  it.each([
    ['higher than it is when it should go down', change('decrease_take', 11_000), 26],
    ['lower than it is when it should go up', change('increase_take', 1), 26],
    ['higher than the highest', change('increase_take', 11_797), 27],
    ['of somebody else', change('increase_take', 11_796, validatorHotkey(0)), 25],
    ['of a hotkey nobody owns', change('decrease_take', 1, ferdie.account), 4],
  ] as const)('%s is refused in the pool', (_, wrong, code) => {
    const test = createTestNode()
    const extrinsic = test.extrinsic({ from: ferdie, call: wrong })
    expect(refused(test, extrinsic)).toBe(`1010 Custom error: ${code}`)
  })

  it('goes up once in thirty days', () => {
    const test = createTestNode()
    meddle(test, (c) => c.write(slots.TxDelegateTakeRateLimit, [], 10n))
    test.run({ from: ferdie, call: change('increase_take', 10_900) })
    const again = test.extrinsic({ from: ferdie, call: change('increase_take', 11_000) })
    expect(refused(test, again)).toBe('1010 Custom error: 6')
    wait(test, 10)
    expect(fails(test, change('increase_take', 11_000), ferdie)).toBeUndefined()
  })

  it('is refused by name inside a batch, where the pool does not look', () => {
    const test = createTestNode()
    const inside = call('Utility', 'force_batch', { calls: [change('increase_take', 11_797)] })
    const [events] = test.run({ from: ferdie, call: inside })
    expect(field(events, 'Utility.ItemFailed')['error']).toEqual(subtensorError('DelegateTakeTooHigh'))
  })
})

describe('set_coldkey_auto_stake_hotkey', () => {
  const choose = (of: string, netuid = 1) =>
    subtensor('set_coldkey_auto_stake_hotkey', { netuid, hotkey: of })
  const registered = (test: ReturnType<typeof createTestNode>, uid: number) =>
    now(test).read(slots.Keys, 1, uid)

  it('keeps one destination for each subnet', () => {
    const test = createTestNode()
    const [first, second] = [registered(test, 0), registered(test, 1)]
    const [events] = test.run({ from: alice, call: choose(first) })
    expect(fieldsOf(events, 'AutoStakeDestinationSet')).toEqual([
      { coldkey: alice.account, netuid: 1, hotkey: first },
    ])
    expect(feeOf(events)).toBeLessThan(TAO / 1000n)
    test.run({ from: alice, call: choose(second) })
    const chosen = { coldkey: alice.account, netuid: 1 }
    expect(ask(test, SubnetInfoRuntimeApi, 'get_coldkey_auto_stake_hotkey', chosen)).toBe(second)
    expect(now(test).read(slots.AutoStakeDestinationColdkeys, first, 1)).toEqual([])
    expect(now(test).read(slots.AutoStakeDestinationColdkeys, second, 1)).toEqual([alice.account])
  })

  it('refuses what is set, what is not registered, and what is no subnet', () => {
    const test = createTestNode()
    const hotkeyThere = registered(test, 0)
    test.run({ from: alice, call: choose(hotkeyThere) })
    const refusals = [choose(hotkeyThere), choose(ferdie.account), choose(hotkeyThere, 77)]
    expect(refusals.map((each) => fails(test, each))).toEqual([
      subtensorError('SameAutoStakeHotkeyAlreadySet'),
      subtensorError('HotKeyNotRegisteredInSubNet'),
      subtensorError('SubnetNotExists'),
    ])
  })
})
