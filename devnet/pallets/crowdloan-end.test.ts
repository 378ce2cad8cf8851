// How a loan ends: everybody is given back what is theirs, or what was raised goes where it was meant to.
import { describe, expect, it } from 'vitest'
import { slotsOf } from '../chain/slots.ts'
import { Preimage } from '../runtime/declared/preimage.ts'
import {
  alice,
  bob,
  call,
  createTestNode,
  devKey,
  fails,
  field,
  remark,
  TAO,
  type TestNode,
  transferTo,
} from '../testkit.ts'
import { accountOf } from './account.ts'
import { loanAccount } from './crowdloan.ts'
import { change, create, error, give, slots } from './crowdloan-kit.ts'
import { mint } from './money.ts'
import { meddle, now } from './subtensor/staking-kit.ts'

describe('a loan that is given up', () => {
  it('is refunded by its creator to fifty others at a time, and then dissolved', () => {
    const test = createTestNode()
    test.run({ from: alice, call: create() })
    const refund = call('Crowdloan', 'refund', { crowdloan_id: 2 })
    const givers = Array.from({ length: 51 }, (_, n) => `0x${(n + 1).toString(16).padStart(64, '0')}`)
    meddle(test, (c) => {
      for (const giver of givers) c.write(slots.Contributions, [2, giver], TAO)
      mint(c, loanAccount(2), 51n * TAO)
    })
    change(test, 2, { raised: 61n * TAO, contributors_count: 52 })
    expect(fails(test, refund, bob)).toEqual(error('InvalidOrigin'))
    const [some] = test.run({ from: alice, call: refund })
    expect(field(some, 'Crowdloan.PartiallyRefunded')).toEqual({ crowdloan_id: 2 })
    expect(now(test).read(slots.Crowdloans, 2)).toMatchObject({ raised: 11n * TAO, contributors_count: 2 })
    const [all] = test.run({ from: alice, call: refund })
    expect(field(all, 'Crowdloan.AllRefunded')).toEqual({ crowdloan_id: 2 })
    expect(now(test).keys(slots.Contributions, 2)).toEqual([[2, alice.account]])
    expect(givers.map((account) => accountOf(now(test), account).data.free)).toEqual(givers.map(() => TAO))
    expect(fails(test, call('Crowdloan', 'dissolve', { crowdloan_id: 2 }))).toBeUndefined()
    expect(fails(test, refund)).toEqual(error('InvalidCrowdloanId'))
  })
})

describe('a loan that has all it wants', () => {
  const finalize = call('Crowdloan', 'finalize', { crowdloan_id: 2 })
  const full = (more: object = {}): TestNode => {
    const test = createTestNode()
    test.run({ from: alice, call: create(more) })
    test.run({ from: bob, call: give(90n * TAO, 2) })
    return test
  }

  it('is finalized by its creator: what was raised goes to its target, and nobody takes anything back', () => {
    const target = devKey('//Target')
    const test = full({ target_address: target.account })
    expect(fails(test, finalize, bob)).toEqual(error('InvalidOrigin'))
    const [events] = test.run({ from: alice, call: finalize })
    expect(field(events, 'Crowdloan.Finalized')).toEqual({ crowdloan_id: 2 })
    expect(test.free(target)).toBe(100n * TAO)
    for (const name of ['refund', 'dissolve', 'withdraw'] as const)
      expect(fails(test, call('Crowdloan', name, { crowdloan_id: 2 }))).toEqual(error('AlreadyFinalized'))
    expect(fails(test, finalize)).toEqual(error('AlreadyFinalized'))
  })

  it.each([1, 200])('makes its creator’s call when it is finalized, of %i bytes', (length) => {
    const inner = call('System', 'remark_with_event', { remark: new Uint8Array(length) })
    const test = full({ call: inner, target_address: undefined })
    const [events] = test.run({ from: alice, call: finalize })
    expect(field(events, 'System.Remarked')['sender']).toBe(alice.account)
    expect(now(test).read(slots.CurrentCrowdloanId)).toBeUndefined()
    expect(now(test).read(slots.Crowdloans, 2)?.finalized).toBe(true)
  })

  it('stays as it was where its call fails, or is not there any more', () => {
    const failing = full({ call: transferTo(bob, 9_000_000n * TAO), target_address: undefined })
    expect(fails(failing, finalize)).toBeDefined()
    expect(now(failing).read(slots.Crowdloans, 2)?.finalized).toBe(false)
    expect(now(failing).read(slots.CurrentCrowdloanId)).toBeUndefined()
    const lost = full({ call: remark(new Uint8Array(200)), target_address: undefined })
    const { PreimageFor } = slotsOf(Preimage)
    meddle(lost, (c) => {
      for (const [key] of c.keys(PreimageFor)) c.remove(PreimageFor, key)
    })
    expect(fails(lost, finalize)).toEqual(error('CallUnavailable'))
  })

  it('is not finalized before, nor with neither or both of a call and a target', () => {
    const test = createTestNode()
    test.run({ from: alice, call: create() })
    expect(fails(test, finalize)).toEqual(error('CapNotRaised'))
    const odd = full()
    change(odd, 2, { target_address: undefined })
    expect(fails(odd, finalize)).toEqual(error('InvalidFinalizationConfig'))
  })
})
