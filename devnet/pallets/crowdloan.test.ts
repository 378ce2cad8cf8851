// Loans that many raise together, each rule on a chain of blocks. The world has two: one with room, one nearly full.
import { describe, expect, it } from 'vitest'
import { toHex } from '../chain/bytes.ts'
import { slotsOf } from '../chain/slots.ts'
import { Preimage } from '../runtime/declared/preimage.ts'
import {
  alice,
  bob,
  call,
  createTestNode,
  devKey,
  errorOf,
  fails,
  feeOf,
  field,
  remark,
  TAO,
  transferTo,
} from '../testkit.ts'
import { loanAccount } from './crowdloan.ts'
import { change, create, error, give, slots, withdraw } from './crowdloan-kit.ts'
import { now } from './subtensor/staking-kit.ts'

const most = (new_max_contribution: bigint | undefined, crowdloan_id = 2) =>
  call('Crowdloan', 'set_max_contribution', { crowdloan_id, new_max_contribution })

describe('a contribution', () => {
  it('goes to the loan’s account, and may be added to', () => {
    const test = createTestNode()
    const before = test.free(alice)
    const [events] = test.run({ from: alice, call: give(5n * TAO) })
    expect(field(events, 'Balances.Transfer')).toEqual({
      ...{ from: alice.account, to: loanAccount(0), amount: 5n * TAO },
    })
    expect(field(events, 'Crowdloan.Contributed')).toEqual({
      ...{ crowdloan_id: 0, contributor: alice.account, amount: 5n * TAO },
    })
    expect(before - test.free(alice) - feeOf(events)).toBe(5n * TAO)
    test.run({ from: alice, call: give(TAO) })
    expect(now(test).read(slots.Contributions, 0, alice.account)).toBe(6n * TAO)
    expect(now(test).read(slots.Crowdloans, 0)).toMatchObject({ raised: 553n * TAO, contributors_count: 5 })
  })

  it('is cut to what the loan still takes, and then nothing more is taken', () => {
    const test = createTestNode()
    const [events] = test.run({ from: alice, call: give(50n * TAO, 1) })
    expect(field(events, 'Crowdloan.Contributed')['amount']).toBe(3n * TAO)
    expect(fails(test, give(TAO, 1), bob)).toEqual(error('CapRaised'))
  })

  it('is cut to what one giver may give', () => {
    const test = createTestNode()
    test.run({ from: alice, call: create() })
    test.run({ from: alice, call: most(12n * TAO) })
    const [events] = test.run({ from: bob, call: give(20n * TAO, 2) })
    expect(field(events, 'Crowdloan.Contributed')['amount']).toBe(12n * TAO)
    expect(fails(test, give(TAO, 2), bob)).toEqual(error('MaxContributionReached'))
    const [lifted] = test.run({ from: alice, call: most(undefined) })
    expect(field(lifted, 'Crowdloan.MaxContributionUpdated')).toEqual({ crowdloan_id: 2 })
    expect(fails(test, give(TAO, 2), bob)).toBeUndefined()
  })

  it.each([
    ['InvalidCrowdloanId', give(TAO, 7)],
    ['ContributionTooLow', give(TAO / 2n - 1n)],
    ['InsufficientBalance', give(3_000n * TAO)],
  ] as const)('is refused: %s', (name, wrong) => {
    const test = createTestNode()
    const poor = devKey('//Poor')
    test.run({ from: alice, call: transferTo(poor, 2_000n * TAO) })
    expect(fails(test, wrong, poor)).toEqual(error(name))
  })

  it('comes too late after the end, and finds no place beside five hundred others', () => {
    const test = createTestNode()
    change(test, 0, { contributors_count: 500 })
    expect(fails(test, give(TAO))).toEqual(error('MaxContributorsReached'))
    change(test, 0, { end: 2 })
    expect(fails(test, give(TAO))).toEqual(error('ContributionPeriodEnded'))
  })
})

describe('a withdrawal', () => {
  it('gives back all that was given, while the loan is raised and after', () => {
    const test = createTestNode()
    test.run({ from: alice, call: give(5n * TAO) })
    const before = test.free(alice)
    const [events] = test.run({ from: alice, call: withdraw() })
    expect(field(events, 'Crowdloan.Withdrew')).toEqual({
      ...{ crowdloan_id: 0, contributor: alice.account, amount: 5n * TAO },
    })
    expect(test.free(alice) + feeOf(events) - before).toBe(5n * TAO)
    expect(now(test).exists(slots.Contributions, 0, alice.account)).toBe(false)
    expect(now(test).read(slots.Crowdloans, 0)).toMatchObject({ raised: 547n * TAO, contributors_count: 4 })
  })

  it('leaves the creator’s deposit', () => {
    const test = createTestNode()
    test.run({ from: alice, call: create() })
    expect(fails(test, withdraw(2))).toEqual(error('DepositCannotBeWithdrawn'))
    test.run({ from: alice, call: give(TAO, 2) })
    const [events] = test.run({ from: alice, call: withdraw(2) })
    expect(field(events, 'Crowdloan.Withdrew')['amount']).toBe(TAO)
    expect(now(test).read(slots.Contributions, 2, alice.account)).toBe(10n * TAO)
  })

  it('is refused of nothing, of no loan, and of one that is finished', () => {
    const test = createTestNode()
    expect(fails(test, withdraw())).toEqual(error('NoContribution'))
    expect(fails(test, withdraw(7))).toEqual(error('InvalidCrowdloanId'))
    test.run({ from: alice, call: give(TAO) })
    change(test, 0, { finalized: true })
    expect(fails(test, withdraw())).toEqual(error('AlreadyFinalized'))
  })
})

describe('a new loan', () => {
  it('begins with its creator’s deposit', () => {
    const test = createTestNode()
    const [events] = test.run({ from: alice, call: create() })
    expect(field(events, 'Crowdloan.Created')).toEqual({
      ...{ crowdloan_id: 2, creator: alice.account, end: 60_000, cap: 100n * TAO },
    })
    expect(now(test).read(slots.Crowdloans, 2)).toMatchObject({
      ...{ creator: alice.account, raised: 10n * TAO, contributors_count: 1, finalized: false },
      funds_account: toHex(
        Uint8Array.of(...new TextEncoder().encode('modlbt/cloan'), 2, ...Array(19).fill(0)),
      ),
    })
  })

  it('carries a short call itself, and a long one by its hash', () => {
    const test = createTestNode()
    const runs = (inner: unknown) => create({ call: inner, target_address: undefined })
    test.run({ from: alice, call: runs(remark(new Uint8Array(1))) })
    expect(now(test).read(slots.Crowdloans, 2)?.call).toEqual({
      ...{ type: 'Inline', value: Uint8Array.of(0, 0, 4, 0) },
    })
    test.run({ from: alice, call: runs(remark(new Uint8Array(200))) })
    const kept = now(test).read(slots.Crowdloans, 3)?.call
    if (kept?.type !== 'Lookup') throw new Error('a long call is looked up')
    expect(kept.value.len).toBe(204)
    const { PreimageFor } = slotsOf(Preimage)
    const key: [string, number] = [kept.value.hash, 204]
    expect(now(test).read(PreimageFor, key)).toHaveLength(204)
  })

  it.each([
    ['DepositTooLow', { deposit: 10n * TAO - 1n }],
    ['CapTooLow', { cap: 10n * TAO }],
    ['MinimumContributionTooLow', { min_contribution: TAO / 10n - 1n }],
    ['InvalidFinalizationConfig', { target_address: undefined }],
    ['InvalidFinalizationConfig', { call: remark(new Uint8Array(1)) }],
    ['CannotEndInPast', { end: 1 }],
    ['BlockDurationTooShort', { end: 50_400 }],
    ['BlockDurationTooLong', { end: 432_002 }],
    ['InsufficientBalance', { deposit: 2_000_000n * TAO, cap: 3_000_000n * TAO }],
  ] as const)('is refused: %s', (name, more) => {
    expect(fails(createTestNode(), create(more))).toEqual(error(name))
  })

  it('has a maximum that its creator sets, not below what it asks for or was given', () => {
    const test = createTestNode()
    test.run({ from: alice, call: create() })
    expect(fails(test, most(12n * TAO), bob)).toEqual(error('InvalidOrigin'))
    expect(fails(test, most(10n * TAO - 1n))).toEqual(error('MaximumContributionTooLow'))
    expect(fails(test, most(TAO, 7))).toEqual(error('InvalidCrowdloanId'))
  })

  it('is dissolved by its creator when everybody else has withdrawn', () => {
    const test = createTestNode()
    test.run({ from: alice, call: create() })
    test.run({ from: bob, call: give(TAO, 2) })
    const dissolve = call('Crowdloan', 'dissolve', { crowdloan_id: 2 })
    expect(fails(test, dissolve, bob)).toEqual(error('InvalidOrigin'))
    expect(fails(test, dissolve)).toEqual(error('NotReadyToDissolve'))
    test.run({ from: bob, call: withdraw(2) })
    const before = test.free(alice)
    const [events] = test.run({ from: alice, call: dissolve })
    expect(errorOf(events)).toBeUndefined()
    expect(test.free(alice) + feeOf(events) - before).toBe(10n * TAO)
    expect(now(test).exists(slots.Crowdloans, 2)).toBe(false)
    expect(fails(test, dissolve)).toEqual(error('InvalidCrowdloanId'))
  })
})
