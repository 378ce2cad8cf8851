// Alpha that is given up for nothing, each rule on a chain of blocks.
import { describe, expect, it } from 'vitest'
import { slotsOf } from '../../chain/slots.ts'
import { AlphaAssets } from '../../runtime/declared/alpha-assets.ts'
import { SwapRuntimeApi } from '../../runtime/declared/apis/swap-runtime-api.ts'
import { alice, createTestNode, devKey, fails, names, TAO } from '../../testkit.ts'
import { madeUp } from '../../world/chance.ts'
import { validatorHotkey } from '../../world/ordinary.ts'
import { ask, fieldsOf, meddle, now, slots, stakeNow, subtensor, subtensorError } from './staking-kit.ts'

const { AlphaBurned, AlphaRecycled, TotalAlphaIssuance } = slotsOf(AlphaAssets)
const eve = devKey('//Eve')
const hotkey = validatorHotkey(1)
const giveUp = (name: string, amount: bigint, more: Readonly<Record<string, unknown>> = {}) =>
  subtensor(name, { hotkey, amount, netuid: 1, ...more })

describe('recycle_alpha', () => {
  it('takes alpha out of existence', () => {
    const test = createTestNode()
    const before = now(test)
    const [events] = test.run({ from: eve, call: giveUp('recycle_alpha', 5n * TAO) })
    const after = now(test)
    expect(fieldsOf(events, 'AlphaRecycled')).toEqual([eve.account, hotkey, 5n * TAO, 1])
    expect(before.read(slots.SubnetAlphaOut, 1) - after.read(slots.SubnetAlphaOut, 1)).toBe(5n * TAO)
    expect(before.read(TotalAlphaIssuance, 1) - after.read(TotalAlphaIssuance, 1)).toBe(5n * TAO)
    expect(after.read(AlphaRecycled, 1)).toBe(5n * TAO)
  })
})

describe('burn_alpha', () => {
  it('leaves it issued and nobody’s', () => {
    const test = createTestNode()
    const before = now(test).read(slots.SubnetAlphaOut, 1)
    const [events] = test.run({ from: eve, call: giveUp('burn_alpha', 5n * TAO) })
    expect(fieldsOf(events, 'AlphaBurned')).toEqual([eve.account, hotkey, 5n * TAO, 1])
    expect(now(test).read(slots.SubnetAlphaOut, 1)).toBe(before)
    expect(now(test).read(AlphaBurned, 1)).toBe(5n * TAO)
    expect(stakeNow(test, eve, { hotkey, netuid: 1 })).toBe(2_395n * TAO + 123_456_789n)
  })

  it('takes what there is where more is asked', () => {
    const test = createTestNode()
    const [events] = test.run({ from: eve, call: giveUp('burn_alpha', 10n ** 18n) })
    expect(fieldsOf(events, 'AlphaBurned')[2]).toBe(2_400n * TAO + 123_456_789n)
  })

  it.each([
    ['on root', 'CannotBurnOrRecycleOnRootSubnet', { netuid: 0 }],
    ['on a subnet that is not', 'SubnetNotExists', { netuid: 77 }],
    ['where trading has not started', 'SubtokenDisabled', { netuid: 11 }],
    ['with a hotkey nobody owns', 'HotKeyAccountNotExists', { hotkey: madeUp('nobody', 3) }],
  ] as const)('is refused %s, as recycling is', (_, error, wrong) => {
    const test = createTestNode()
    for (const name of ['burn_alpha', 'recycle_alpha'])
      expect(fails(test, giveUp(name, TAO, wrong), eve)).toEqual(subtensorError(error))
  })

  it('is refused where less alpha is out than is asked', () => {
    const test = createTestNode()
    meddle(test, (c) => c.write(slots.SubnetAlphaOut, [1], 1n))
    expect(fails(test, giveUp('burn_alpha', TAO), eve)).toEqual(subtensorError('InsufficientLiquidity'))
  })
})

describe('add_stake_burn', () => {
  it('buys and burns at once', () => {
    const test = createTestNode()
    const quoted = ask(test, SwapRuntimeApi, 'sim_swap_tao_for_alpha', { netuid: 1, tao: TAO })
    const [events] = test.run({ from: alice, call: giveUp('add_stake_burn', TAO, { limit: undefined }) })
    expect(names(events).filter((name) => name.startsWith('Subtensor'))).toEqual([
      'SubtensorModule.StakeAdded',
      'SubtensorModule.AlphaBurned',
      'SubtensorModule.AddStakeBurn',
    ])
    expect(fieldsOf(events, 'AddStakeBurn')).toEqual([
      { netuid: 1, hotkey, amount: TAO, alpha: quoted.alpha_amount },
    ])
    expect(stakeNow(test, alice, { hotkey, netuid: 1 })).toBe(0n)
  })

  it('with a limit is filled or killed', () => {
    const test = createTestNode()
    const price = ask(test, SwapRuntimeApi, 'current_alpha_price', { netuid: 1 })
    const call = giveUp('add_stake_burn', 10_000n * TAO, { limit: price + 1000n })
    expect(fails(test, call)).toEqual(subtensorError('SlippageTooHigh'))
  })
})
