// An announced swap of a coldkey that is carried out: what goes, what stays, and who cannot be swapped to.
import { describe, expect, it } from 'vitest'
import {
  alice,
  bob,
  call,
  createTestNode,
  fails,
  feeOf,
  id,
  type Key,
  names,
  TAO,
  type TestNode,
} from '../../testkit.ts'
import { VALIDATORS } from '../../world/lists.ts'
import { validatorHotkey } from '../../world/ordinary.ts'
import { announce, eve, execute, ferdie, fresh, nothing, soon } from './coldkey-swap-kit.ts'
import { alphaOf, lockOf } from './locks.ts'
import { fieldsOf, meddle, now, slots, stakeNow, subtensor, subtensorError, wait } from './staking-kit.ts'

describe('an executed swap', () => {
  const announced = (key: Key, to: Key): TestNode => {
    const test = createTestNode()
    soon(test)
    test.run({ from: key, call: announce(to) })
    return test
  }

  it('waits for its time', () => {
    const test = announced(eve, fresh)
    wait(test, 3)
    expect(fails(test, execute(fresh), eve)).toEqual(subtensorError('ColdkeySwapTooEarly'))
    const [events] = test.run({ from: eve, call: execute(fresh) })
    expect(fieldsOf(events, 'ColdkeySwapped')).toEqual([
      { old_coldkey: eve.account, new_coldkey: fresh.account },
    ])
  })

  it('goes to the announced key only', () => {
    const test = announced(eve, fresh)
    wait(test, 5)
    expect(fails(test, execute(bob), eve)).toEqual(subtensorError('AnnouncedColdkeyHashDoesNotMatch'))
  })

  it('goes to no key that has staked', () => {
    const test = announced(eve, bob)
    const add = { hotkey: validatorHotkey(0), netuid: 1, amount_staked: TAO }
    test.run({ from: bob, call: subtensor('add_stake', add) })
    wait(test, 5)
    expect(fails(test, execute(bob), eve)).toEqual(subtensorError('ColdKeyAlreadyAssociated'))
  })

  it('goes to no hotkey', () => {
    const test = announced(eve, bob)
    meddle(test, (c) => c.write(slots.Owner, [bob.account], alice.account))
    wait(test, 5)
    expect(fails(test, execute(bob), eve)).toEqual(subtensorError('NewColdKeyIsHotkey'))
  })

  it('takes stake, locks, settings and all TAO, and ends the old account', () => {
    const test = createTestNode()
    soon(test)
    const mine = { hotkey: validatorHotkey(1), netuid: 1 }
    const stakes = () =>
      [eve, fresh].map((key) => [
        stakeNow(test, key, mine),
        stakeNow(test, key, { hotkey: validatorHotkey(0), netuid: 0 }),
        alphaOf(now(test), { coldkey: key.account, netuid: 12 }),
      ])
    test.run({ from: eve, call: subtensor('lock_stake', { ...mine, amount: 1_000n * TAO }) })
    test.run({ from: eve, call: subtensor('set_perpetual_lock', { netuid: 1, enabled: true }) })
    test.run({ from: eve, call: subtensor('set_reject_locked_alpha', { enabled: false }) })
    const auto = { netuid: 1, hotkey: now(test).read(slots.Keys, 1, 0) }
    test.run({ from: eve, call: subtensor('set_coldkey_auto_stake_hotkey', auto) })
    const [had] = stakes()
    const conviction = lockOf(now(test), { coldkey: eve.account, netuid: 1 })?.mass
    test.run({ from: eve, call: announce(fresh) })
    wait(test, 5)
    const before = test.free(eve)
    const [events] = test.run({ from: eve, call: execute(fresh) })

    expect(stakes()).toEqual([[0n, 0n, 0n], had])
    expect(test.free(fresh)).toBe(before - feeOf(events))
    expect(test.account(eve)).toMatchObject({ nonce: 0, providers: 0, data: { free: 0n } })
    expect(names(events)).toContain('System.KilledAccount')
    const c = now(test)
    expect(c.read(slots.StakingHotkeys, eve.account)).toEqual([])
    expect(c.read(slots.AutoStakeDestination, fresh.account, 1)).toBe(auto.hotkey)
    expect(c.read(slots.AutoStakeDestinationColdkeys, auto.hotkey, 1)).toEqual([fresh.account])
    expect(lockOf(c, { coldkey: eve.account, netuid: 1 })).toBeUndefined()
    expect(lockOf(c, { coldkey: fresh.account, netuid: 1 })?.mass).toBe(conviction)
    expect(c.read(slots.DecayingLock, fresh.account, 1)).toBe(false)
    expect(c.read(slots.AccountFlags, fresh.account)).toBe(1n)
    expect(fails(test, nothing, fresh)).toBeUndefined()
  })

  it('takes identity, subnets and hotkeys', () => {
    const test = createTestNode()
    soon(test)
    const hotkey = validatorHotkey(VALIDATORS.length - 1)
    meddle(test, (c) => c.write(slots.SubnetOwner, [3], ferdie.account))
    const identity = now(test).read(slots.IdentitiesV2, ferdie.account)
    test.run({ from: ferdie, call: announce(fresh) })
    wait(test, 5)
    test.run({ from: ferdie, call: execute(fresh) })
    const c = now(test)
    expect(identity).toBeDefined()
    expect(c.read(slots.IdentitiesV2, fresh.account)).toEqual(identity)
    expect(c.exists(slots.IdentitiesV2, ferdie.account)).toBe(false)
    expect(c.read(slots.SubnetOwner, 3)).toBe(fresh.account)
    expect(c.read(slots.Owner, hotkey)).toBe(fresh.account)
    expect(c.read(slots.OwnedHotkeys, fresh.account)).toEqual([hotkey])
    expect(c.read(slots.OwnedHotkeys, ferdie.account)).toEqual([])
  })

  it('keeps the identity the new key has', () => {
    const test = createTestNode()
    soon(test)
    const own = now(test).read(slots.IdentitiesV2, now(test).read(slots.Owner, validatorHotkey(0)))
    if (!own) throw new Error('the first validator has an identity')
    meddle(test, (c) => c.write(slots.IdentitiesV2, [fresh.account], own))
    test.run({ from: ferdie, call: announce(fresh) })
    wait(test, 5)
    test.run({ from: ferdie, call: execute(fresh) })
    expect(now(test).read(slots.IdentitiesV2, fresh.account)).toEqual(own)
    expect(now(test).exists(slots.IdentitiesV2, ferdie.account)).toBe(true)
  })

  it('leaves deposits with the old key, which so stays alive', () => {
    const test = createTestNode()
    soon(test)
    const proxy = { delegate: id(bob), proxy_type: { type: 'Staking' }, delay: 0 }
    test.run({ from: eve, call: call('Proxy', 'add_proxy', proxy) })
    test.run({ from: eve, call: announce(fresh) })
    wait(test, 5)
    expect(fails(test, execute(fresh), eve)).toBeUndefined()
    expect(test.account(eve).data.reserved).toBe(93_000_000n)
    expect(test.account(fresh).data.reserved).toBe(0n)
  })

  it('is refused where the new key has a lock on the same subnet', () => {
    const test = announced(eve, fresh)
    meddle(test, (c) => {
      c.write(slots.DecayingLock, [fresh.account, 1], false)
      c.write(slots.Lock, [fresh.account, 1, validatorHotkey(3)], {
        ...{ locked_mass: TAO, conviction: { bits: 0n }, last_update: 0n },
      })
      c.write(slots.Lock, [eve.account, 1, validatorHotkey(1)], {
        ...{ locked_mass: TAO, conviction: { bits: 0n }, last_update: 0n },
      })
    })
    wait(test, 5)
    expect(fails(test, execute(fresh), eve)).toEqual(subtensorError('ActiveLockExists'))
  })
})
