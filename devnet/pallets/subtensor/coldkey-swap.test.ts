// An account that moves to another key: each rule on a chain of blocks.
import { describe, expect, it } from 'vitest'
import { blake2b256, fromHex, toHex } from '../../chain/bytes.ts'
import {
  alice,
  bob,
  call,
  createTestNode,
  devKey,
  errorOf,
  feeOf,
  field,
  id,
  type Key,
  names,
  refused,
  remark,
  TAO,
  type TestNode,
  transferTo,
} from '../../testkit.ts'
import { VALIDATORS } from '../../world/lists.ts'
import { validatorHotkey } from '../../world/ordinary.ts'
import { alphaOf, lockOf } from './locks.ts'
import { fieldsOf, meddle, now, slots, stakeNow, subtensor, subtensorError, wait } from './staking-kit.ts'

const eve = devKey('//Eve')
const ferdie = devKey('//Ferdie')
const fresh = devKey('//Fresh')
const hashOf = (key: Key) => toHex(blake2b256(fromHex(key.account)))
const announce = (key: Key) => subtensor('announce_coldkey_swap', { new_coldkey_hash: hashOf(key) })
const execute = (key: Key) => subtensor('swap_coldkey_announced', { new_coldkey: key.account })
const dispute = call('SubtensorModule', 'dispute_coldkey_swap')
const clear = call('SubtensorModule', 'clear_coldkey_swap_announcement')
const nothing = remark(new Uint8Array(1))

/** Five blocks until a swap may be done, three more until it may be replaced. */
function soon(test: TestNode): void {
  meddle(test, (c) => {
    c.write(slots.ColdkeySwapAnnouncementDelay, [], 5)
    c.write(slots.ColdkeySwapReannouncementDelay, [], 3)
  })
}

const fails = (test: TestNode, from: Key, wrong: typeof dispute) =>
  errorOf(test.run({ from, call: wrong })[0])

describe('an announcement', () => {
  it('costs a tenth of a TAO that is never issued, and is due after five days', () => {
    const test = createTestNode()
    const [free, issued] = [test.free(eve), now(test).read(slots.TotalIssuance)]
    const [events] = test.run({ from: eve, call: announce(fresh) })
    expect(fieldsOf(events, 'ColdkeySwapAnnounced')).toEqual([
      { who: eve.account, new_coldkey_hash: hashOf(fresh) },
    ])
    expect(free - test.free(eve) - feeOf(events)).toBe(TAO / 10n)
    expect(issued - now(test).read(slots.TotalIssuance)).toBe(TAO / 10n)
    expect(now(test).read(slots.ColdkeySwapAnnouncements, eve.account)).toEqual([36_001, hashOf(fresh)])
  })

  it('is refused to whom it would leave nothing', () => {
    const test = createTestNode()
    test.run({ from: alice, call: transferTo(fresh, TAO / 10n) })
    expect(fails(test, fresh, announce(bob))).toEqual(subtensorError('NotEnoughBalanceToPaySwapColdKey'))
  })

  it('is replaced only when it could have been executed for a while, and then for nothing', () => {
    const test = createTestNode()
    soon(test)
    test.run({ from: eve, call: announce(fresh) })
    wait(test, 6)
    expect(fails(test, eve, announce(bob))).toEqual(subtensorError('ColdkeySwapReannouncedTooEarly'))
    const before = test.free(eve)
    const [events] = test.run({ from: eve, call: announce(bob) })
    expect(errorOf(events)).toBeUndefined()
    expect(before - test.free(eve)).toBe(feeOf(events))
    expect(now(test).read(slots.ColdkeySwapAnnouncements, eve.account)).toEqual([15, hashOf(bob)])
  })

  it('is cleared at the same time, not before', () => {
    const test = createTestNode()
    soon(test)
    test.run({ from: eve, call: announce(fresh) })
    wait(test, 6)
    expect(fails(test, eve, clear)).toEqual(subtensorError('ColdkeySwapClearTooEarly'))
    const [events] = test.run({ from: eve, call: clear })
    expect(fieldsOf(events, 'ColdkeySwapCleared')).toEqual([{ who: eve.account }])
    expect(errorOf(test.run({ from: eve, call: nothing })[0])).toBeUndefined()
  })

  it.each([
    ['executed', execute(fresh)],
    ['disputed', dispute],
    ['cleared', clear],
  ])('that is not there cannot be %s', (_, wrong) => {
    expect(fails(createTestNode(), eve, wrong)).toEqual(subtensorError('ColdkeySwapAnnouncementNotFound'))
  })

  it('of the old kind is gone', () => {
    const old = subtensor('schedule_swap_coldkey', { new_coldkey: fresh.account })
    expect(fails(createTestNode(), eve, old)).toEqual(subtensorError('Deprecated'))
  })
})

describe('while a swap is announced', () => {
  const through = (key: Key, inner: unknown) =>
    call('Proxy', 'proxy', { real: id(key), force_proxy_type: undefined, call: inner })
  const addProxy = call('Proxy', 'add_proxy', { delegate: id(bob), proxy_type: { type: 'Any' }, delay: 0 })

  it('the pool takes nothing else of the account', () => {
    const test = createTestNode()
    test.run({ from: eve, call: announce(fresh) })
    for (const wrong of [nothing, transferTo(bob, 1n), call('Utility', 'batch', { calls: [clear] })])
      expect(refused(test, test.extrinsic({ from: eve, call: wrong }))).toBe('1010 Custom error: 0')
    expect(refused(test, test.extrinsic({ from: eve, call: dispute }))).toBe('accepted')
  })

  it('what others do for it is refused by name', () => {
    const test = createTestNode()
    test.run({ from: eve, call: addProxy })
    test.run({ from: eve, call: announce(fresh) })
    const [events] = test.run({ from: bob, call: through(eve, nothing) })
    const error = { type: 'Err', value: subtensorError('ColdkeySwapAnnounced') }
    expect(field(events, 'Proxy.ProxyExecuted')['result']).toEqual(error)
    expect(names(events).at(-1)).toBe('System.ExtrinsicSuccess')
  })

  it('a dispute freezes it, and only root thaws it', () => {
    const test = createTestNode()
    test.run({ from: eve, call: addProxy })
    test.run({ from: eve, call: announce(fresh) })
    const [events] = test.run({ from: bob, call: through(eve, dispute) })
    expect(fieldsOf(events, 'ColdkeySwapDisputed')).toEqual([{ coldkey: eve.account }])
    for (const wrong of [dispute, clear, announce(bob), nothing])
      expect(refused(test, test.extrinsic({ from: eve, call: wrong }))).toBe('1010 Custom error: 21')
    const [again] = test.run({ from: bob, call: through(eve, dispute) })
    const error = { type: 'Err', value: subtensorError('ColdkeySwapDisputed') }
    expect(field(again, 'Proxy.ProxyExecuted')['result']).toEqual(error)

    const reset = subtensor('reset_coldkey_swap', { coldkey: eve.account })
    expect(fails(test, bob, reset)).toEqual({ type: 'BadOrigin' })
    const [thawed] = test.run({ from: alice, call: call('Sudo', 'sudo', { call: reset }) })
    expect(fieldsOf(thawed, 'ColdkeySwapReset')).toEqual([{ who: eve.account }])
    expect(errorOf(test.run({ from: eve, call: nothing })[0])).toBeUndefined()
  })
})

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
    expect(fails(test, eve, execute(fresh))).toEqual(subtensorError('ColdkeySwapTooEarly'))
    const [events] = test.run({ from: eve, call: execute(fresh) })
    expect(fieldsOf(events, 'ColdkeySwapped')).toEqual([
      { old_coldkey: eve.account, new_coldkey: fresh.account },
    ])
  })

  it('goes to the announced key only', () => {
    const test = announced(eve, fresh)
    wait(test, 5)
    expect(fails(test, eve, execute(bob))).toEqual(subtensorError('AnnouncedColdkeyHashDoesNotMatch'))
  })

  it('goes to no key that has staked', () => {
    const test = announced(eve, bob)
    const add = { hotkey: validatorHotkey(0), netuid: 1, amount_staked: TAO }
    test.run({ from: bob, call: subtensor('add_stake', add) })
    wait(test, 5)
    expect(fails(test, eve, execute(bob))).toEqual(subtensorError('ColdKeyAlreadyAssociated'))
  })

  it('goes to no hotkey', () => {
    const test = announced(eve, bob)
    meddle(test, (c) => c.write(slots.Owner, [bob.account], alice.account))
    wait(test, 5)
    expect(fails(test, eve, execute(bob))).toEqual(subtensorError('NewColdKeyIsHotkey'))
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
    expect(errorOf(test.run({ from: fresh, call: nothing })[0])).toBeUndefined()
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
    expect(fails(test, eve, execute(fresh))).toBeUndefined()
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
    expect(fails(test, eve, execute(fresh))).toEqual(subtensorError('ActiveLockExists'))
  })
})
