// Accounts of several keys, each rule on a chain of blocks.

import { createKeyMulti, encodeAddress } from '@polkadot/util-crypto'
import { AccountId } from '@polkadot-api/substrate-bindings'
import { describe, expect, it } from 'vitest'
import { blake2b256, byteOrder, fromHex, type Hex, toHex } from '../chain/bytes.ts'
import { slotsOf } from '../chain/slots.ts'
import type { Outer } from '../runtime/declare.ts'
import { Multisig } from '../runtime/declared/multisig.ts'
import { runtime } from '../runtime/declared/runtime.ts'
import {
  alice,
  bob,
  call,
  charlie,
  createTestNode,
  dave,
  errorNamed,
  errorOf,
  feeOf,
  field,
  type Key,
  names,
  remark,
  TAO,
  type TestNode,
  transferTo,
} from '../testkit.ts'
import { multisigAccount } from './multisig.ts'

const { Multisigs } = slotsOf(Multisig)
const keys = [alice, bob, charlie]
const sorted = keys.map(({ account }) => account).sort(byteOrder)
const two = multisigAccount(sorted, 2)
const purse: Key = { ...alice, account: two as Hex }
const othersOf = (key: Key) => sorted.filter((account) => account !== key.account)
const max_weight = { ref_time: 10_000_000_000n, proof_size: 0n }
const hashOf = (inner: Outer) => toHex(blake2b256(runtime.call.codec.enc(inner)))

const asMulti = (from: Key, inner: Outer, maybe_timepoint?: unknown, more: object = {}) => ({
  from,
  call: call('Multisig', 'as_multi', {
    ...{ threshold: 2, other_signatories: othersOf(from), maybe_timepoint, call: inner, max_weight, ...more },
  }),
})
const approve = (from: Key, inner: Outer, maybe_timepoint?: unknown, more: object = {}) => ({
  from,
  call: call('Multisig', 'approve_as_multi', {
    ...{ threshold: 2, other_signatories: othersOf(from), maybe_timepoint, max_weight },
    ...{ call_hash: hashOf(inner), ...more },
  }),
})
const cancel = (from: Key, inner: Outer, timepoint: unknown, more: object = {}) => ({
  from,
  call: call('Multisig', 'cancel_as_multi', {
    ...{ threshold: 2, other_signatories: othersOf(from), timepoint, call_hash: hashOf(inner), ...more },
  }),
})
const begun = (test: TestNode, inner: Outer) => test.node.view().read(Multisigs, two, hashOf(inner))
const funded = (): TestNode => {
  const test = createTestNode()
  test.run({ from: dave, call: transferTo(purse, 10n * TAO) })
  return test
}
type Wanted = Parameters<typeof errorNamed<typeof Multisig>>[1]
const error = (name: Wanted) => errorNamed(Multisig, name)

describe('a multisig account', () => {
  it('is named as other tools name it', () => {
    const all = [...sorted].map((account) => fromHex(account))
    expect(AccountId(42).dec(fromHex(two))).toBe(encodeAddress(createKeyMulti(all, 2), 42))
  })

  it('acts when enough have agreed, and gives the deposit back', () => {
    const test = funded()
    const inner = transferTo(dave, TAO)
    const before = test.free(dave)
    const [first] = test.run(approve(alice, inner))
    expect(field(first, 'Multisig.NewMultisig')).toEqual({
      ...{ approving: alice.account, multisig: two, call_hash: hashOf(inner) },
    })
    expect(test.account(alice).data.reserved).toBe(196_000_000n)
    const timepoint = { height: 2, index: 1 }
    expect(begun(test, inner)).toEqual({
      ...{ when: timepoint, deposit: 196_000_000n, depositor: alice.account, approvals: [alice.account] },
    })
    const [last] = test.run(asMulti(bob, inner, timepoint))
    expect(field(last, 'Multisig.MultisigExecuted')).toEqual({
      ...{ approving: bob.account, timepoint, multisig: two, call_hash: hashOf(inner) },
      result: { type: 'Ok', value: undefined },
    })
    expect(test.free(dave) - before).toBe(TAO)
    expect(test.account(alice).data.reserved).toBe(0n)
    expect(begun(test, inner)).toBeUndefined()
  })

  it('may fail within while the outer call succeeds', () => {
    const test = funded()
    const inner = transferTo(dave, 11n * TAO)
    test.run(asMulti(alice, inner))
    const [events] = test.run(asMulti(bob, inner, { height: 2, index: 1 }))
    expect(field(events, 'Multisig.MultisigExecuted')['result']).toEqual({
      type: 'Err',
      value: { type: 'Token', value: { type: 'FundsUnavailable' } },
    })
    expect(names(events).at(-1)).toBe('System.ExtrinsicSuccess')
  })

  it('of three who must all agree takes approvals one by one', () => {
    const test = funded()
    const inner = remark(new Uint8Array(1))
    const all = { threshold: 3 }
    test.run(approve(charlie, inner, undefined, all))
    const timepoint = { height: 2, index: 1 }
    const [second] = test.run(approve(bob, inner, timepoint, all))
    expect(names(second)).toContain('Multisig.MultisigApproval')
    const [third] = test.run(asMulti(alice, inner, timepoint, all))
    expect(names(third)).toContain('Multisig.MultisigExecuted')
  })

  it('of which one is enough acts at once, and fails as its call does', () => {
    const test = createTestNode()
    const one: Key = { ...alice, account: multisigAccount(sorted, 1) as Hex }
    test.run({ from: dave, call: transferTo(one, 10n * TAO) })
    const now = (inner: Outer) => ({
      from: bob,
      call: call('Multisig', 'as_multi_threshold_1', { other_signatories: othersOf(bob), call: inner }),
    })
    const before = test.free(dave)
    expect(errorOf(test.run(now(transferTo(dave, TAO)))[0])).toBeUndefined()
    expect(test.free(dave) - before).toBe(TAO)
    expect(errorOf(test.run(now(transferTo(dave, 10n * TAO)))[0])).toEqual({
      type: 'Token',
      value: { type: 'FundsUnavailable' },
    })
  })

  it('pays for what the call may weigh, and gets back what an approval does not use', () => {
    const test = funded()
    const inner = remark(new Uint8Array(1))
    const [events] = test.run(approve(alice, inner))
    expect(feeOf(events)).toBeLessThan(TAO / 2_000n)
    expect(field(events, 'Balances.Withdraw')['amount']).toBeGreaterThan(5_000_000n)
  })

  it('is cancelled by who began', () => {
    const test = funded()
    const inner = remark(new Uint8Array(1))
    test.run(approve(alice, inner))
    const timepoint = { height: 2, index: 1 }
    expect(errorOf(test.run(cancel(bob, inner, timepoint))[0])).toEqual(error('NotOwner'))
    const [events] = test.run(cancel(alice, inner, timepoint))
    expect(field(events, 'Multisig.MultisigCancelled')['cancelling']).toBe(alice.account)
    expect(test.account(alice).data.reserved).toBe(0n)
    expect(begun(test, inner)).toBeUndefined()
  })
})

describe('an approval', () => {
  const inner = remark(new Uint8Array(1))
  const timepoint = { height: 2, index: 1 }

  it.each([
    ['NoTimepoint', asMulti(bob, inner)],
    ['WrongTimepoint', asMulti(bob, inner, { height: 2, index: 2 })],
    ['AlreadyApproved', approve(alice, inner, timepoint)],
    ['MaxWeightTooLow', asMulti(bob, inner, timepoint, { max_weight: { ref_time: 1n, proof_size: 0n } })],
    ['WrongTimepoint', cancel(alice, inner, { height: 1, index: 1 })],
  ] as const)('of one that is begun is refused: %s', (name, wrong) => {
    const test = funded()
    test.run(approve(alice, inner))
    expect(errorOf(test.run(wrong)[0])).toEqual(error(name))
  })

  it.each([
    ['UnexpectedTimepoint', asMulti(bob, inner, timepoint)],
    ['MinimumThreshold', asMulti(bob, inner, undefined, { threshold: 1 })],
    ['TooFewSignatories', asMulti(bob, inner, undefined, { other_signatories: [] })],
    ['TooManySignatories', asMulti(bob, inner, undefined, { other_signatories: Array(100).fill(two) })],
    ['SignatoriesOutOfOrder', asMulti(bob, inner, undefined, { other_signatories: othersOf(bob).reverse() })],
    ['SenderInSignatories', asMulti(bob, inner, undefined, { other_signatories: sorted })],
    ['NotFound', cancel(bob, inner, timepoint)],
  ] as const)('of a new one is refused: %s', (name, wrong) => {
    expect(errorOf(createTestNode().run(wrong)[0])).toEqual(error(name))
  })

  it('needs its deposit', () => {
    const test = createTestNode()
    const poor: Key = { ...alice, account: multisigAccount(sorted, 1) as Hex }
    test.run({ from: dave, call: transferTo(poor, TAO / 10n) })
    const one = {
      other_signatories: othersOf(bob),
      call: asMulti(poor, inner, undefined, { other_signatories: [bob.account] }).call,
    }
    const [events] = test.run({ from: bob, call: call('Multisig', 'as_multi_threshold_1', one) })
    expect(errorOf(events)).toMatchObject({ type: 'Module', value: { index: 5 } })
  })

  it('is not poked for nothing, nor by others', () => {
    const test = funded()
    test.run(approve(alice, inner))
    const poke = (from: Key, of: Outer) => ({
      from,
      call: call('Multisig', 'poke_deposit', {
        ...{ threshold: 2, other_signatories: othersOf(from), call_hash: hashOf(of) },
      }),
    })
    expect(errorOf(test.run(poke(alice, inner))[0])).toBeUndefined()
    expect(errorOf(test.run(poke(bob, inner))[0])).toEqual(error('NotOwner'))
    expect(errorOf(test.run(poke(alice, transferTo(bob, 1n)))[0])).toEqual(error('NotFound'))
  })
})
