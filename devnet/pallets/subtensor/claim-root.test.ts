// Root dividends and their collection, each rule on a chain of blocks.
import { describe, expect, it } from 'vitest'
import { alice, createTestNode, devKey, fails, TAO } from '../../testkit.ts'
import { validatorHotkey } from '../../world/ordinary.ts'
import { layReady } from './root-claims.ts'
import { fieldsOf, meddle, now, slots, stakeNow, subtensor, subtensorError } from './staking-kit.ts'
import { subnetAccount } from './subnets.ts'
import { quote } from './swaps.ts'

const eve = devKey('//Eve')
const hotkey = validatorHotkey(0)
type Test = ReturnType<typeof createTestNode>
const claim = (...subnets: number[]) => subtensor('claim_root', { subnets })
const claimType = (new_root_claim_type: unknown) => subtensor('set_root_claim_type', { new_root_claim_type })
const staked = (test: Test, netuid: number) => stakeNow(test, eve, { hotkey, netuid })

/** A node on which so much alpha lies ready for all who stake on root with the validator. */
function withDividends(alpha: bigint, netuid = 1): Test {
  const test = createTestNode()
  meddle(test, (c) => {
    // As an epoch does: the alpha exists, and is nobody's yet.
    c.write(slots.SubnetAlphaOut, [netuid], c.read(slots.SubnetAlphaOut, netuid) + alpha)
    layReady(c, hotkey, netuid, alpha)
  })
  return test
}

/** Eve's part of it, by her part of the validator's root stake. */
const partOf = (test: Test, alpha: bigint): bigint =>
  (alpha * staked(test, 0)) / now(test).read(slots.TotalHotkeyAlpha, hotkey, 0)

describe('claim_root', () => {
  it('swaps the alpha without a fee and stakes the TAO on root', () => {
    const alpha = 10_000n * TAO
    const test = withDividends(alpha)
    const [free, before] = [test.free(eve), staked(test, 0)]
    const account = { ...eve, account: subnetAccount(0) as `0x${string}` }
    const held = test.free(account)
    const owed = partOf(test, alpha)
    const [events] = test.run({ from: eve, call: claim(1) })
    const gained = staked(test, 0) - before
    const worth = quote(now(withDividends(alpha)), {
      netuid: 1,
      side: 'sell',
      amount: owed,
      feeless: true,
    }).paidOut
    expect(worth - gained).toBeLessThanOrEqual(1000n)
    expect(gained - worth).toBeLessThanOrEqual(1000n)
    expect(test.free(account) - held).toBe(gained)
    expect(free - test.free(eve)).toBeLessThan(TAO / 1000n)
    expect(fieldsOf(events, 'RootClaimed')).toEqual([{ coldkey: eve.account }])
  })

  it('pays once', () => {
    const test = withDividends(10_000n * TAO)
    test.run({ from: eve, call: claim(1) })
    const before = staked(test, 0)
    test.run({ from: eve, call: claim(1) })
    expect(staked(test, 0)).toBe(before)
  })

  it('keeps the alpha where that was chosen', () => {
    const test = withDividends(10_000n * TAO)
    const [events] = test.run({ from: eve, call: claimType({ type: 'Keep' }) })
    expect(fieldsOf(events, 'RootClaimTypeSet')).toEqual([
      { coldkey: eve.account, root_claim_type: { type: 'Keep', value: undefined } },
    ])
    const owed = partOf(test, 10_000n * TAO)
    test.run({ from: eve, call: claim(1) })
    expect(owed - staked(test, 1)).toBeLessThan(300n)
    expect(staked(test, 1)).toBeLessThanOrEqual(owed)
    expect(staked(test, 0)).toBe(1_250n * TAO)
  })

  it('keeps the chosen subnets and swaps the others', () => {
    const test = withDividends(10_000n * TAO)
    meddle(test, (c) => layReady(c, hotkey, 2, 10_000n * TAO))
    test.run({ from: eve, call: claimType({ type: 'KeepSubnets', value: { subnets: [2] } }) })
    test.run({ from: eve, call: claim(1, 2) })
    expect(staked(test, 1)).toBe(0n)
    expect(staked(test, 2)).toBeGreaterThan(0n)
    expect(staked(test, 0)).toBeGreaterThan(1_250n * TAO)
  })

  it('leaves what is below the threshold, and subnets that were not named', () => {
    const test = withDividends(100n * 10n ** 6n)
    test.run({ from: eve, call: claim(1) })
    expect(staked(test, 0)).toBe(1_250n * TAO)
    const more = withDividends(10_000n * TAO)
    more.run({ from: eve, call: claim(2, 3) })
    expect(staked(more, 0)).toBe(1_250n * TAO)
  })

  it('gives nothing to stake that came after, and takes nothing from stake that goes', () => {
    const test = withDividends(10_000n * TAO)
    const owed = partOf(test, 10_000n * TAO)
    const add = subtensor('add_stake', { hotkey, netuid: 0, amount_staked: 100_000n * TAO })
    test.run({ from: alice, call: add })
    test.run({ from: alice, call: claimType({ type: 'Keep' }) })
    test.run({ from: alice, call: claim(1) })
    expect(stakeNow(test, alice, { hotkey, netuid: 1 })).toBe(0n)
    const half = subtensor('remove_stake', { hotkey, netuid: 0, amount_unstaked: 625n * TAO })
    test.run({ from: eve, call: claimType({ type: 'Keep' }) })
    test.run({ from: eve, call: claim(1) })
    const kept = staked(test, 1)
    // The rate has thirty-two bits of fraction, which is a few hundred rao of so much stake.
    expect(owed - kept).toBeLessThan(300n)
    expect(kept).toBeLessThanOrEqual(owed)
    test.run({ from: eve, call: half })
    test.run({ from: eve, call: claim(1) })
    expect(staked(test, 1)).toBe(kept)
  })

  it('names one to five subnets', () => {
    const test = createTestNode()
    for (const wrong of [
      claim(),
      claim(1, 2, 3, 4, 5, 6),
      claimType({ type: 'KeepSubnets', value: { subnets: [] } }),
    ])
      expect(fails(test, wrong, eve)).toEqual(subtensorError('InvalidSubnetNumber'))
  })
})
