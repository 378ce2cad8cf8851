// Proxies, each rule on a chain of blocks.
import { describe, expect, it } from 'vitest'
import { blake2b256, type Hex, toHex } from '../chain/bytes.ts'
import { runtime } from '../runtime/declared/runtime.ts'
import {
  alice,
  bob,
  call,
  charlie,
  createTestNode,
  dave,
  fails,
  field,
  id,
  moduleError,
  names,
  remark,
  type Shown,
  TAO,
  transferTo,
} from '../testkit.ts'

describe('proxies', () => {
  const add = (type: string, delay = 0) =>
    call('Proxy', 'add_proxy', { delegate: id(charlie), proxy_type: { type }, delay })
  const through = (inner: unknown) =>
    call('Proxy', 'proxy', { real: id(alice), force_proxy_type: undefined, call: inner })
  const outcome = (events: readonly Shown[] | undefined) => field(events, 'Proxy.ProxyExecuted')['result']

  it('reserve a deposit and act for the real account', () => {
    const test = createTestNode()
    const [added] = test.run({ from: alice, call: add('Any') })
    expect(names(added).slice(1, 3)).toEqual(['Balances.Reserved', 'Proxy.ProxyAdded'])
    expect(test.account(alice)).toMatchObject({ consumers: 1, data: { reserved: 93_000_000n } })
    const before = test.free(bob)
    const [events] = test.run({ from: charlie, call: through(transferTo(bob, TAO)) })
    expect(outcome(events)).toEqual({ type: 'Ok', value: undefined })
    expect(field(events, 'Balances.Transfer')).toEqual({ from: alice.account, to: bob.account, amount: TAO })
    expect(test.free(bob) - before).toBe(TAO)
  })

  it('give the deposit back when they are removed', () => {
    const test = createTestNode()
    test.run({ from: alice, call: add('Any') })
    test.run({ from: alice, call: add('Staking') })
    expect(test.account(alice).data.reserved).toBe(126_000_000n)
    const remove = call('Proxy', 'remove_proxy', {
      delegate: id(charlie),
      proxy_type: { type: 'Any' },
      delay: 0,
    })
    test.run({ from: alice, call: remove })
    expect(test.account(alice).data.reserved).toBe(93_000_000n)
    test.run({ from: alice, call: call('Proxy', 'remove_proxies') })
    expect(test.account(alice)).toMatchObject({ consumers: 0, data: { reserved: 0n } })
    expect(fails(test, through(transferTo(bob, TAO)), charlie)).toEqual(moduleError(16, 2))
  })

  it('may do what their type permits, and the outer call succeeds either way', () => {
    const test = createTestNode()
    test.run({ from: alice, call: add('SmallTransfer') })
    const [small] = test.run({ from: charlie, call: through(transferTo(bob, TAO / 2n - 1n)) })
    expect(outcome(small)).toEqual({ type: 'Ok', value: undefined })
    const [large] = test.run({ from: charlie, call: through(transferTo(bob, TAO / 2n)) })
    expect(outcome(large)).toEqual({ type: 'Err', value: moduleError(0, 5) })
    expect(names(large).at(-1)).toBe('System.ExtrinsicSuccess')
  })

  it('of a staking kind move no money and open no batch', () => {
    const test = createTestNode()
    test.run({ from: alice, call: add('Staking') })
    for (const inner of [transferTo(bob, 1n), call('Utility', 'batch', { calls: [] })])
      expect(outcome(test.run({ from: charlie, call: through(inner) })[0])).toEqual({
        type: 'Err',
        value: moduleError(0, 5),
      })
  })

  it('cannot widen their own power', () => {
    const test = createTestNode()
    test.run({ from: alice, call: add('NonTransfer') })
    const widen = call('Proxy', 'add_proxy', { delegate: id(dave), proxy_type: { type: 'Any' }, delay: 0 })
    expect(outcome(test.run({ from: charlie, call: through(widen) })[0])).toEqual({
      type: 'Err',
      value: moduleError(0, 5),
    })
  })

  it('refuse oneself, a double, and a stranger', () => {
    const test = createTestNode()
    const self = call('Proxy', 'add_proxy', { delegate: id(alice), proxy_type: { type: 'Any' }, delay: 0 })
    expect(fails(test, self)).toEqual(moduleError(16, 7))
    test.run({ from: alice, call: add('Any') })
    expect(fails(test, add('Any'))).toEqual(moduleError(16, 4))
    expect(fails(test, through(transferTo(bob, 1n)), dave)).toEqual(moduleError(16, 2))
  })

  it('with a delay act only on what was announced long enough ago', () => {
    const test = createTestNode()
    test.run({ from: alice, call: add('Any', 2) })
    const inner = transferTo(bob, TAO)
    expect(fails(test, through(inner), charlie)).toEqual(moduleError(16, 6))
    const call_hash = toHex(blake2b256(runtime.call.codec.enc(inner)))
    test.run({ from: charlie, call: call('Proxy', 'announce', { real: id(alice), call_hash }) })
    expect(test.account(charlie).data.reserved).toBe(104_000_000n)
    const late = call('Proxy', 'proxy_announced', {
      delegate: id(charlie),
      real: id(alice),
      force_proxy_type: undefined,
      call: inner,
    })
    expect(fails(test, late, dave)).toEqual(moduleError(16, 6))
    test.node.seal()
    expect(outcome(test.run({ from: dave, call: late })[0])).toEqual({ type: 'Ok', value: undefined })
    expect(test.account(charlie).data.reserved).toBe(0n)
  })

  it('let the real account pay where it agreed to', () => {
    const test = createTestNode()
    test.run({ from: alice, call: add('Any') })
    test.run({
      from: alice,
      call: call('Proxy', 'set_real_pays_fee', { delegate: id(charlie), pays_fee: true }),
    })
    const before = test.free(charlie)
    const [events] = test.run({ from: charlie, call: through(remark(new Uint8Array(1))) })
    expect(field(events, 'TransactionPayment.TransactionFeePaid')['who']).toBe(alice.account)
    expect(test.free(charlie)).toBe(before)
  })

  it('make pure accounts that only their maker acts for', () => {
    const test = createTestNode()
    const made = test.run({
      from: alice,
      call: call('Proxy', 'create_pure', { proxy_type: { type: 'Any' }, delay: 0, index: 0 }),
    })[0]
    const pure = { ...alice, account: field(made, 'Proxy.PureCreated')['pure'] as Hex }
    test.run({ from: alice, call: transferTo(pure, 2n * TAO) })
    const before = test.free(bob)
    test.run({
      from: alice,
      call: call('Proxy', 'proxy', {
        real: id(pure),
        force_proxy_type: undefined,
        call: transferTo(bob, TAO),
      }),
    })
    expect(test.free(bob) - before).toBe(TAO)
  })
})
