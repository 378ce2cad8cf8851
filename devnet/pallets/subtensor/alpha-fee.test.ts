// Fees paid in alpha, each rule on a chain of blocks.
import { describe, expect, it } from 'vitest'
import type { Outer } from '../../runtime/declare.ts'
import {
  alice,
  call,
  createTestNode,
  devKey,
  errorOf,
  fails,
  field,
  type Key,
  names,
  refused,
  TAO,
} from '../../testkit.ts'
import { validatorHotkey } from '../../world/ordinary.ts'
import { BLOCK_AUTHOR } from '../../world.ts'
import { setFree } from '../money.ts'
import { fieldsOf, meddle, stakeNow, subtensor, subtensorError } from './staking-kit.ts'

const eve = devKey('//Eve')
const hotkey = validatorHotkey(1)
const author: Key = { ...eve, account: BLOCK_AUTHOR }
const PAYMENT = '1010 Inability to pay some fees (e.g. account balance too low)'
const HELD = 2_400n * TAO + 123_456_789n

/** A node on which Eve has no more TAO than an account must have. */
function poorEve(): ReturnType<typeof createTestNode> {
  const test = createTestNode()
  meddle(test, (c) => setFree(c, eve.account, 500n))
  return test
}
const remove = (amount_unstaked: bigint) => subtensor('remove_stake', { hotkey, netuid: 1, amount_unstaked })

describe('a fee', () => {
  it('is taken from the alpha a call is about where there is too little TAO', () => {
    const test = poorEve()
    const before = test.free(author)
    const [events] = test.run({ from: eve, call: remove(100n * TAO) })
    expect(errorOf(events)).toBeUndefined()
    expect(names(events)).toEqual([
      'Balances.Transfer',
      'Balances.Transfer',
      'SubtensorModule.StakeRemoved',
      'Balances.Transfer',
      'Balances.Transfer',
      'SubtensorModule.StakeRemoved',
      'SubtensorModule.TransactionFeePaidWithAlpha',
      'TransactionPayment.TransactionFeePaid',
      'System.ExtrinsicSuccess',
    ])
    const paid = field(events, 'SubtensorModule.TransactionFeePaidWithAlpha')
    expect(paid).toMatchObject({ who: eve.account, netuid: 1 })
    const alpha = BigInt(String(paid['alpha_fee']))
    expect(fieldsOf(events, 'StakeRemoved').slice(2)).toEqual([paid['tao_amount'], alpha, 1, 0n])
    expect(HELD - stakeNow(test, eve, { hotkey, netuid: 1 })).toBe(100n * TAO + alpha)
    expect(test.free(author) - before).toBeGreaterThan(BigInt(String(paid['tao_amount'])))
  })

  it('in alpha makes the position smaller before the call sees it', () => {
    const test = poorEve()
    const limited = subtensor('remove_stake_limit', {
      ...{ hotkey, netuid: 1, amount_unstaked: HELD, limit_price: 1n, allow_partial: false },
    })
    expect(fails(test, limited, eve)).toEqual(subtensorError('NotEnoughStakeToWithdraw'))
    const whole = subtensor('remove_stake_full_limit', { hotkey, netuid: 1, limit_price: undefined })
    expect(fails(test, whole, eve)).toBeUndefined()
    expect(stakeNow(test, eve, { hotkey, netuid: 1 })).toBe(0n)
  })

  it('on root is the same in alpha as in TAO', () => {
    const test = poorEve()
    const move = subtensor('move_stake', {
      ...{
        origin_hotkey: validatorHotkey(0),
        destination_hotkey: hotkey,
        origin_netuid: 0,
        destination_netuid: 0,
      },
      alpha_amount: TAO,
    })
    const [events] = test.run({ from: eve, call: move })
    const paid = field(events, 'SubtensorModule.TransactionFeePaidWithAlpha')
    expect(paid['alpha_fee']).toBe(paid['tao_amount'])
  })

  it('of a call for a whole hotkey is paid in alpha only where one subnet is concerned', () => {
    const test = poorEve()
    const all = (of: string) => subtensor('unstake_all', { hotkey: of })
    expect(refused(test, test.extrinsic({ from: eve, call: all(hotkey) }))).toBe(PAYMENT)
    expect(refused(test, test.extrinsic({ from: eve, call: all(validatorHotkey(2)) }))).toBe('accepted')
  })

  it('is not paid in alpha by what a batch or a proxy carries, or by other calls', () => {
    const test = poorEve()
    const stake = subtensor('add_stake', { hotkey, netuid: 1, amount_staked: TAO })
    const inside: readonly Outer[] = [call('Utility', 'batch_all', { calls: [remove(TAO)] }), stake]
    for (const each of inside) expect(refused(test, test.extrinsic({ from: eve, call: each }))).toBe(PAYMENT)
  })

  it('needs enough alpha', () => {
    const test = createTestNode()
    const dust = subtensor('transfer_stake', {
      ...{ destination_coldkey: alice.account, hotkey, origin_netuid: 1, destination_netuid: 1 },
      alpha_amount: HELD - 1_000n,
    })
    test.run({ from: eve, call: dust })
    meddle(test, (c) => setFree(c, eve.account, 500n))
    expect(refused(test, test.extrinsic({ from: eve, call: remove(TAO) }))).toBe(PAYMENT)
  })
})
