// Seats on subnets, each rule on a chain of blocks.
import { describe, expect, it } from 'vitest'
import { alice, bob, createTestNode, devKey, fails, feeOf, names, TAO, transferTo } from '../../testkit.ts'
import { validatorHotkey } from '../../world/ordinary.ts'
import type { Context } from '../context.ts'
import { hotkey, meddled, register } from './registration-kit.ts'
import { fieldsOf, meddle, now, slots, subtensorError, wait } from './staking-kit.ts'
import { subnetAccount } from './subnets.ts'

/** A subnet that has no more seats than are taken. */
const full = (c: Context): void => c.write(slots.MaxAllowedUids, [1], c.read(slots.SubnetworkN, 1))

describe('a registration', () => {
  it('buys alpha with its price and lets it vanish', () => {
    const test = createTestNode()
    const [before, free] = [now(test), test.free(alice)]
    const [events] = test.run({ from: alice, call: register() })
    const uid = before.read(slots.SubnetworkN, 1)
    expect(fieldsOf(events, 'NeuronRegistered')).toEqual([1, uid, hotkey])
    expect(free - test.free(alice) - feeOf(events)).toBe(TAO / 10n)
    const c = now(test)
    // The swap fee of 33/65,535 is in the subnet's account, but in no pool.
    const [tao, alpha] = [before.read(slots.SubnetTAO, 1), before.read(slots.SubnetAlphaIn, 1)]
    const net = TAO / 10n - 50_354n
    expect(c.read(slots.SubnetTAO, 1) - tao).toBe(net)
    const bought = alpha - c.read(slots.SubnetAlphaIn, 1)
    const reckoned = (alpha * net) / (tao + net)
    expect(bought - reckoned >= -1n && bought - reckoned <= 1n).toBe(true)
    expect(c.read(slots.SubnetAlphaOut, 1)).toBe(before.read(slots.SubnetAlphaOut, 1))
    expect(c.read(slots.RAORecycledForRegistration, 1)).toBe(TAO / 10n)
  })

  it('makes the hotkey one of the coldkey’s, with an own number', () => {
    const test = createTestNode()
    const uid = now(test).read(slots.SubnetworkN, 1)
    test.run({ from: alice, call: register() })
    const c = now(test)
    expect(c.read(slots.Owner, hotkey)).toBe(alice.account)
    expect(c.read(slots.OwnedHotkeys, alice.account)).toEqual([hotkey])
    expect(c.read(slots.StakingHotkeys, alice.account)).toEqual([hotkey])
    expect([c.read(slots.Uids, 1, hotkey), c.read(slots.Keys, 1, uid)]).toEqual([uid, hotkey])
    expect(c.read(slots.IsNetworkMember, hotkey, 1)).toBe(true)
    expect(c.read(slots.BlockAtRegistration, 1, uid)).toBe(1n)
    expect(c.read(slots.Dividends, 1)).toHaveLength(uid + 1)
    expect(c.read(slots.Emission, 1)[uid]).toBe(0n)
    expect([c.read(slots.Active, 1)[uid], c.read(slots.ValidatorPermit, 1)[uid]]).toEqual([true, false])
  })

  it('raises the price by a quarter and a little, which then falls by half in 360 blocks', () => {
    const test = createTestNode()
    const price = () => now(test).read(slots.Burn, 1)
    test.run({ from: alice, call: register() })
    expect(price()).toBe(126_000_000n)
    wait(test, 1)
    expect(price()).toBe(125_757_631n)
    wait(test, 359)
    expect(Number(price())).toBeCloseTo(63_000_000, -4)
  })

  it('costs never less than the least price, nor more than the most', () => {
    const test = meddled((c) => {
      c.write(slots.Burn, [1], 600_000n)
      c.write(slots.MaxBurn, [1], 700_000n)
      c.write(slots.BurnHalfLife, [2], 1)
      c.write(slots.Burn, [2], 800_000n)
    })
    test.run({ from: alice, call: register() })
    expect(now(test).read(slots.Burn, 1)).toBe(700_000n)
    wait(test, 1)
    expect(now(test).read(slots.Burn, 2)).toBe(500_000n)
  })

  it('in the old form asks for no work', () => {
    const test = createTestNode()
    const work = { block_number: 0n, nonce: 0n, work: new Uint8Array(), coldkey: alice.account }
    const [events] = test.run({ from: alice, call: register(work, 'register') })
    expect(names(events)).toContain('SubtensorModule.NeuronRegistered')
  })

  it.each([
    ['RegistrationNotPermittedOnRootSubnet', register({ netuid: 0 })],
    ['SubnetNotExists', register({ netuid: 77 })],
    ['NonAssociatedColdKey', register({ hotkey: validatorHotkey(39) })],
    ['CannotUseSystemAccount', register({ hotkey: subnetAccount(3) })],
    ['RegistrationNotPermittedOnRootSubnet', register({ netuid: 0, limit_price: 1n }, 'register_limit')],
    ['SubnetNotExists', register({ netuid: 77, limit_price: 1n }, 'register_limit')],
    ['RegistrationPriceLimitExceeded', register({ limit_price: 90_000_000n }, 'register_limit')],
  ] as const)('is refused: %s', (name, wrong) => {
    const test = createTestNode()
    // A validator that is on root but not on the first subnet.
    meddle(test, (c) => c.remove(slots.Uids, 1, validatorHotkey(39)))
    expect(fails(test, wrong)).toEqual(subtensorError(name))
  })

  it('with a limit is made at a price within it', () => {
    const test = createTestNode()
    expect(fails(test, register({ limit_price: TAO / 10n }, 'register_limit'))).toBeUndefined()
  })

  it('is refused where the subnet takes none', () => {
    const test = meddled((c) => c.write(slots.NetworkRegistrationAllowed, [1], false))
    expect(fails(test, register())).toEqual(subtensorError('SubNetRegistrationDisabled'))
  })

  it('is refused a second time', () => {
    const test = createTestNode()
    test.run({ from: alice, call: register() })
    expect(fails(test, register())).toEqual(subtensorError('HotKeyAlreadyRegisteredInSubNet'))
  })

  it('is refused to whom it is too dear', () => {
    const test = createTestNode()
    const poor = devKey('//Poor')
    test.run({ from: bob, call: transferTo(poor, TAO / 10n) })
    expect(fails(test, register(), poor)).toEqual(subtensorError('NotEnoughBalanceToStake'))
  })
})

describe('a full subnet', () => {
  it('gives the seat of who earned least, and of those the one who came first', () => {
    const test = meddled((c) => {
      full(c)
      c.write(slots.ImmunityPeriod, [1], 0)
      c.write(
        slots.Emission,
        [1],
        [
          ...c
            .read(slots.Emission, 1)
            .map(() => 5n)
            .slice(0, -3),
          2n,
          1n,
          1n,
        ],
      )
      c.write(slots.BlockAtRegistration, [1, c.read(slots.SubnetworkN, 1) - 2], 7n)
    })
    const taken = now(test).read(slots.SubnetworkN, 1) - 1
    const old = now(test).read(slots.Keys, 1, taken)
    const [events] = test.run({ from: alice, call: register() })
    expect(fieldsOf(events, 'NeuronRegistered')).toEqual([1, taken, hotkey])
    expect(now(test).exists(slots.Uids, 1, old)).toBe(false)
    expect(now(test).read(slots.IsNetworkMember, old, 1)).toBe(false)
    expect(now(test).read(slots.Emission, 1)[taken]).toBe(0n)
  })

  it('spares who is new, as long as enough others are left', () => {
    const test = meddled((c) => {
      full(c)
      c.write(slots.MinNonImmuneUids, [1], 2)
      // All but three came long ago, as far as a chain of one block goes.
      c.write(slots.ImmunityPeriod, [1], 2)
      const n = c.read(slots.SubnetworkN, 1)
      for (let uid = 0; uid < n; uid++) c.write(slots.BlockAtRegistration, [1, uid], uid < 5 ? 0n : 9n)
    })
    wait(test, 1)
    expect(fieldsOf(test.run({ from: alice, call: register() })[0], 'NeuronRegistered')[1]).toBe(0)
    const none = meddled((c) => {
      full(c)
      c.write(slots.ImmunityPeriod, [1], 9)
    })
    // Everyone is new: then the first of the newcomers has to go.
    const uid = fieldsOf(none.run({ from: alice, call: register() })[0], 'NeuronRegistered')[1]
    expect(uid).toBe(0)
  })

  it('never gives its owner’s seat, and so may have none', () => {
    const test = meddled((c) => {
      c.write(slots.SubnetworkN, [1], 1)
      c.write(slots.MaxAllowedUids, [1], 1)
      c.write(slots.ImmunityPeriod, [1], 0)
      c.write(slots.SubnetOwnerHotkey, [1], c.read(slots.Keys, 1, 0))
    })
    expect(fails(test, register())).toEqual(subtensorError('NoNeuronIdAvailable'))
    meddle(test, (c) => c.write(slots.MaxAllowedUids, [1], 0))
    expect(fails(test, register())).toEqual(subtensorError('NoNeuronIdAvailable'))
  })
})
