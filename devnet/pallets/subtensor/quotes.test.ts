// A quote is what happens: on an unchanged state, to the rao; and a limit refuses exactly where the price would pass it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SwapRuntimeApi } from '../../runtime/declared/apis/swap-runtime-api.ts'
import { Swap } from '../../runtime/declared/swap.ts'
import { alice, createTestNode, errorNamed, errorOf, feeOf, TAO } from '../../testkit.ts'
import { validatorHotkey } from '../../world/ordinary.ts'
import { ask, fieldsOf, now, stakeNow, subtensor, subtensorError } from './staking-kit.ts'
import { quote } from './swaps.ts'

const hotkey = validatorHotkey(2)
const subnet = fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12)
const runs = { numRuns: 30 }

describe('a quote', () => {
  const test = createTestNode()
  const staked = (netuid: number) => stakeNow(test, alice, { hotkey, netuid })

  it('for a purchase is what the purchase gives', () => {
    fc.assert(
      fc.property(subnet, fc.bigInt(2_100_000n, 300n * TAO), (netuid, tao) => {
        const quoted = ask(test, SwapRuntimeApi, 'sim_swap_tao_for_alpha', { netuid, tao })
        const [before, free] = [staked(netuid), test.free(alice)]
        const call = subtensor('add_stake', { hotkey, netuid, amount_staked: tao })
        const [events] = test.run({ from: alice, call })
        const [, , spent, got, , fee] = fieldsOf(events, 'StakeAdded')
        expect([spent, got, fee]).toEqual([tao, quoted.alpha_amount, quoted.tao_fee])
        expect(free - test.free(alice)).toBe(tao + feeOf(events))
        // A share pool rounds, so that a position may be a unit less than what was added to it.
        const missing = quoted.alpha_amount - (staked(netuid) - before)
        expect(missing >= 0n && missing <= 1n).toBe(true)
      }),
      runs,
    )
  })

  it('for a sale is what the sale pays', () => {
    fc.assert(
      fc.property(subnet, fc.integer({ min: 1, max: 60 }), (netuid, percent) => {
        test.run({ from: alice, call: subtensor('add_stake', { hotkey, netuid, amount_staked: 3n * TAO }) })
        const alpha = (staked(netuid) * BigInt(percent)) / 100n
        const quoted = ask(test, SwapRuntimeApi, 'sim_swap_alpha_for_tao', { netuid, alpha })
        const free = test.free(alice)
        const call = subtensor('remove_stake', { hotkey, netuid, amount_unstaked: alpha })
        const [events] = test.run({ from: alice, call })
        const [, , got, sold, , fee] = fieldsOf(events, 'StakeRemoved')
        expect([got, sold, fee]).toEqual([quoted.tao_amount, quoted.alpha_amount, quoted.alpha_fee])
        expect(test.free(alice) - free).toBe(quoted.tao_amount - feeOf(events))
      }),
      runs,
    )
  })

  it('for a swap across subnets is a sale with the fee and a purchase without, or from root the other way', () => {
    const pair = fc.tuple(subnet, subnet).filter(([from, to]) => from !== to)
    fc.assert(
      fc.property(pair, fc.integer({ min: 1, max: 60 }), ([from, to], percent) => {
        test.run({
          from: alice,
          call: subtensor('add_stake', { hotkey, netuid: from, amount_staked: 3n * TAO }),
        })
        const alpha = (staked(from) * BigInt(percent)) / 100n
        const c = now(test)
        const sold = quote(c, { netuid: from, side: 'sell', amount: alpha })
        const order = { netuid: to, side: 'buy', amount: sold.paidOut } as const
        const bought = quote(c, { ...order, feeless: from !== 0 })
        const call = subtensor('swap_stake', {
          ...{ hotkey, origin_netuid: from, destination_netuid: to, alpha_amount: alpha },
        })
        const [events] = test.run({ from: alice, call })
        expect(fieldsOf(events, 'StakeRemoved')[2]).toBe(sold.paidOut)
        expect(fieldsOf(events, 'StakeAdded')[3]).toBe(bought.paidOut)
        expect(fieldsOf(events, 'StakeSwapped')[4]).toBe(sold.paidOut)
      }),
      runs,
    )
  })
})

describe('a limit', () => {
  it('refuses exactly when the fill would take the price past it', () => {
    const pooled = fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 9, 12)
    fc.assert(
      fc.property(pooled, fc.bigInt(TAO, 200n * TAO), fc.bigInt(-30n, 30n), (netuid, tao, offset) => {
        const test = createTestNode()
        const price = () => ask(test, SwapRuntimeApi, 'current_alpha_price', { netuid })
        // Where the price ends is seen on a node of its own.
        const scout = createTestNode()
        const stake = subtensor('add_stake', { hotkey, netuid, amount_staked: tao })
        scout.run({ from: alice, call: stake })
        const end = ask(scout, SwapRuntimeApi, 'current_alpha_price', { netuid })
        const limit = end + offset
        const before = price()
        const limited = subtensor('add_stake_limit', {
          ...{ hotkey, netuid, amount_staked: tao, limit_price: limit, allow_partial: false },
        })
        const [events] = test.run({ from: alice, call: limited })
        if (limit <= before) {
          const expected = errorNamed(Swap, 'PriceLimitExceeded')
          expect(errorOf(events)).toEqual(expected)
        } else if (offset > 2n) {
          expect(errorOf(events)).toBeUndefined()
          expect(price()).toBe(end)
        } else if (offset < -1n) {
          // So near above the price that the fee's own rounding decides is left out.
          expect([subtensorError('SlippageTooHigh'), errorNamed(Swap, 'PriceLimitExceeded')]).toContainEqual(
            errorOf(events),
          )
        }
      }),
      { numRuns: 25 },
    )
  })
})
