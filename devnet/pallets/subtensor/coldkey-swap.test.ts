// An account that moves to another key: each rule on a chain of blocks.
import { describe, expect, it } from 'vitest'
import {
  alice,
  bob,
  call,
  createTestNode,
  errorOf,
  fails,
  feeOf,
  field,
  id,
  type Key,
  names,
  refused,
  TAO,
  transferTo,
} from '../../testkit.ts'
import { announce, clear, dispute, eve, execute, fresh, hashOf, nothing, soon } from './coldkey-swap-kit.ts'
import { fieldsOf, now, slots, subtensor, subtensorError, wait } from './staking-kit.ts'

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
    expect(fails(test, announce(bob), fresh)).toEqual(subtensorError('NotEnoughBalanceToPaySwapColdKey'))
  })

  it('is replaced only when it could have been executed for a while, and then for nothing', () => {
    const test = createTestNode()
    soon(test)
    test.run({ from: eve, call: announce(fresh) })
    wait(test, 6)
    expect(fails(test, announce(bob), eve)).toEqual(subtensorError('ColdkeySwapReannouncedTooEarly'))
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
    expect(fails(test, clear, eve)).toEqual(subtensorError('ColdkeySwapClearTooEarly'))
    const [events] = test.run({ from: eve, call: clear })
    expect(fieldsOf(events, 'ColdkeySwapCleared')).toEqual([{ who: eve.account }])
    expect(fails(test, nothing, eve)).toBeUndefined()
  })

  it.each([
    ['executed', execute(fresh)],
    ['disputed', dispute],
    ['cleared', clear],
  ])('that is not there cannot be %s', (_, wrong) => {
    expect(fails(createTestNode(), wrong, eve)).toEqual(subtensorError('ColdkeySwapAnnouncementNotFound'))
  })

  it('of the old kind is gone', () => {
    const old = subtensor('schedule_swap_coldkey', { new_coldkey: fresh.account })
    expect(fails(createTestNode(), old, eve)).toEqual(subtensorError('Deprecated'))
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
    expect(fails(test, reset, bob)).toEqual({ type: 'BadOrigin' })
    const [thawed] = test.run({ from: alice, call: call('Sudo', 'sudo', { call: reset }) })
    expect(fieldsOf(thawed, 'ColdkeySwapReset')).toEqual([{ who: eve.account }])
    expect(fails(test, nothing, eve)).toBeUndefined()
  })
})
