// Fees, transfers and remarks, each rule on a chain of blocks.
import { describe, expect, it } from 'vitest'
import { blake2b256, toHex } from '../chain/bytes.ts'
import {
  alice,
  bob,
  call,
  createTestNode,
  ed25519Key,
  errorOf,
  fails,
  feeOf,
  field,
  id,
  names,
  remark,
  TAO,
  transferTo,
} from '../testkit.ts'
import { BLOCK_AUTHOR } from '../world.ts'

const fresh = ed25519Key(new Uint8Array(32).fill(9))
const token = (type: string) => ({ type: 'Token', value: { type } })

describe('fees', () => {
  it('are base, length and weight, withdrawn first and paid to the author', () => {
    const test = createTestNode()
    const signing = { from: alice, call: transferTo(bob, TAO) }
    const length = BigInt(test.extrinsic(signing).length)
    const before = test.free(alice)
    const [events] = test.run(signing)
    const fee = 54_078n + length + (38_159_000n + 125_000_000n + 68_000_000n) / 2000n
    expect(feeOf(events)).toBe(fee)
    expect(before - test.free(alice)).toBe(TAO + fee)
    expect(names(events)).toEqual([
      'Balances.Withdraw',
      'Balances.Transfer',
      'Balances.Deposit',
      'Balances.Deposit',
      'TransactionPayment.TransactionFeePaid',
      'System.ExtrinsicSuccess',
    ])
    expect(events?.[3]?.fields).toEqual({ who: BLOCK_AUTHOR, amount: fee })
  })

  it('include the tip, which is named apart', () => {
    const test = createTestNode()
    const [events] = test.run({ from: alice, call: remark(new Uint8Array(4)), tip: 77n })
    const paid = field(events, 'TransactionPayment.TransactionFeePaid')
    expect(paid['tip']).toBe(77n)
    expect(field(events, 'Balances.Withdraw')['amount']).toBe(paid['actual_fee'])
  })

  it('are paid by a call that fails, and its events are undone', () => {
    const test = createTestNode()
    const [events] = test.run({ from: alice, call: transferTo(bob, 10n ** 18n) })
    expect(errorOf(events)).toEqual(token('FundsUnavailable'))
    expect(names(events)).toEqual([
      'Balances.Withdraw',
      'Balances.Deposit',
      'Balances.Deposit',
      'TransactionPayment.TransactionFeePaid',
      'System.ExtrinsicFailed',
    ])
  })

  it('give back what an interrupted batch did not use', () => {
    const test = createTestNode()
    const calls = [transferTo(bob, 10n ** 18n), transferTo(bob, TAO), transferTo(bob, TAO)]
    const [events] = test.run({ from: alice, call: call('Utility', 'batch', { calls }) })
    const withdrawn = BigInt(String(field(events, 'Balances.Withdraw')['amount']))
    expect(withdrawn - feeOf(events)).toBe(BigInt(String(field(events, 'Balances.Deposit')['amount'])))
    expect(withdrawn).toBeGreaterThan(feeOf(events))
  })
})

describe('balances', () => {
  it('refuse a receiver who would hold less than the existential deposit', () => {
    const test = createTestNode()
    expect(fails(test, transferTo(fresh, 499n))).toEqual(token('BelowMinimum'))
    const [events] = test.run({ from: alice, call: transferTo(fresh, 500n) })
    expect(names(events).slice(1, 4)).toEqual(['System.NewAccount', 'Balances.Endowed', 'Balances.Transfer'])
    expect(test.account(fresh)).toMatchObject({ providers: 1, data: { free: 500n } })
  })

  it('keep the sender alive where that was asked for', () => {
    const test = createTestNode()
    test.run({ from: alice, call: transferTo(fresh, TAO) })
    const [events] = test.run({ from: fresh, call: transferTo(bob, TAO - 300_000n, 'transfer_keep_alive') })
    expect(errorOf(events)).toBeUndefined()
    const rest = test.free(fresh)
    test.run({ from: alice, call: transferTo(fresh, TAO) })
    const [failed] = test.run({
      from: fresh,
      call: transferTo(bob, rest + TAO - 169_802n, 'transfer_keep_alive'),
    })
    expect(errorOf(failed)).toEqual(token('NotExpendable'))
  })

  it('reap an account that is left with dust, and destroy the dust', () => {
    const test = createTestNode()
    test.run({ from: alice, call: transferTo(fresh, TAO) })
    const fee = feeOf(test.run({ from: fresh, call: transferTo(bob, 1000n, 'transfer_allow_death') })[0])
    // The next one is as long, but for its amount: found by trying what is left after a fee of that size.
    const left = test.free(fresh)
    const amount = left - fee - 2n - 100n
    const [events] = test.run({ from: fresh, call: transferTo(bob, amount, 'transfer_allow_death') })
    expect(names(events)).toContain('System.KilledAccount')
    expect(names(events)).toContain('Balances.DustLost')
    expect(test.account(fresh)).toMatchObject({ nonce: 0, providers: 0, data: { free: 0n } })
    // A dead account is given nothing back.
    expect(names(events).filter((name) => name === 'Balances.Deposit')).toHaveLength(1)
  })

  it('send everything there is after the fee, or leave the existential deposit', () => {
    const test = createTestNode()
    test.run({ from: alice, call: transferTo(fresh, TAO) })
    const all = (keep_alive: boolean) => call('Balances', 'transfer_all', { dest: id(bob), keep_alive })
    test.run({ from: fresh, call: all(true) })
    expect(test.free(fresh)).toBe(500n)
    test.run({ from: alice, call: transferTo(fresh, TAO) })
    test.run({ from: fresh, call: all(false) })
    expect(test.account(fresh)).toMatchObject({ providers: 0, data: { free: 0n } })
  })

  it('burn what the owner burns', () => {
    const test = createTestNode()
    const [events] = test.run({
      from: alice,
      call: call('Balances', 'burn', { value: TAO, keep_alive: true }),
    })
    expect(field(events, 'Balances.Burned')).toEqual({ who: alice.account, amount: TAO })
  })

  it('give root calls to nobody', () => {
    const test = createTestNode()
    const force = call('Balances', 'force_transfer', { source: id(bob), dest: id(alice), value: TAO })
    expect(fails(test, force)).toEqual({ type: 'BadOrigin' })
  })

  it('do not look up an address that is no account id', () => {
    const test = createTestNode()
    const odd = call('Balances', 'transfer_keep_alive', { dest: { type: 'Index' }, value: TAO })
    expect(fails(test, odd)).toEqual({ type: 'CannotLookup' })
  })
})

describe('remarks', () => {
  it('say who remarked what, by hash', () => {
    const test = createTestNode()
    const text = new TextEncoder().encode('hello')
    const [events] = test.run({ from: alice, call: call('System', 'remark_with_event', { remark: text }) })
    expect(field(events, 'System.Remarked')).toEqual({ sender: alice.account, hash: toHex(blake2b256(text)) })
  })
})
