/** What the events of a real block say of staking, and of calls inside calls: the devnet executes them, this reads them. */
import { describe, expect, it } from 'vitest'
import { type Address, addressOf } from '#shared/domain/address.ts'
import { fromHex } from '#shared/domain/bytes.ts'
import type { Call } from '#shared/domain/extrinsic.ts'
import type { Outcome } from '#shared/domain/outcome.ts'
import { averagePrice } from '#shared/domain/price.ts'
import { netuid, ROOT, TAO } from '#shared/domain/units.ts'
import { validatorHotkey } from '../../../devnet/world/ordinary.ts'
import {
  alice,
  type Bench,
  bob,
  type DevKey,
  endingBenches,
  nextBlock,
  sightingsOf,
  signed,
  transferTo,
} from '../../../test/build/devnet-chain.ts'

const bench = endingBenches()

const validator = (n: number): Address => addressOf(fromHex(validatorHotkey(n)))
const [first, second] = [validator(1), validator(2)]

async function outcomeOf(b: Bench, call: Call, key: DevKey = alice): Promise<Outcome> {
  const heard = sightingsOf(b.chain, await signed(b.chain, key, call))
  await expect.poll(() => heard.map(({ kind }) => kind)).toContain('broadcast')
  await nextBlock(b)
  await expect.poll(() => heard.at(-1)?.kind).toBe('in-block')
  const last = heard.at(-1)
  return last?.kind === 'in-block' ? last.outcome : expect.fail('not in a block')
}

/** A call as an argument of another. */
const inner = ({ name, args }: Call) => {
  const [type = '', method = ''] = name.split('.')
  return { type, value: { type: method, value: args } }
}
const many = (how: 'batch' | 'batch_all' | 'force_batch', ...calls: readonly Call[]): Call => ({
  name: `Utility.${how}`,
  args: { calls: calls.map(inner) },
})
const staking = (name: string, args: Readonly<Record<string, unknown>>): Call => ({
  name: `SubtensorModule.${name}`,
  args,
})
const stake = (tao: bigint, hotkey = first, subnet = 1): Call =>
  staking('add_stake', { hotkey, netuid: subnet, amount_staked: tao * TAO })
const fine = transferTo(bob.address, TAO)
const tooMuch = transferTo(bob.address, 10n ** 18n)
const legs = (outcome: Outcome) => outcome.legs?.map(({ kind, path }) => `${path} ${kind}`)
const words = (outcome: Outcome) =>
  outcome.says?.map((line) =>
    line.map((span) => (typeof span === 'string' ? span : Object.keys(span)[0])).join(''),
  )

describe('what came of staking', () => {
  it('is what was given and got, with the fee, and what each cost', async () => {
    const b = await bench()
    const outcome = await outcomeOf(b, stake(100n))
    const [effect] = outcome.effects ?? []
    expect(effect).toMatchObject({
      kind: 'added',
      coldkey: alice.address,
      hotkey: first,
      netuid: 1,
      tao: 100n * TAO,
    })
    if (effect?.kind !== 'added') return
    const { best } = await b.chain.head()
    const key = { coldkey: alice.address, hotkey: first, netuid: netuid(1) }
    expect(await b.chain.answers([{ fact: 'stake', of: key }], best)).toEqual([effect.alpha])
    expect(outcome.says).toEqual([
      [
        'Received ',
        { alpha: effect.alpha, netuid: 1 },
        ' for ',
        { rao: 100n * TAO },
        ', ',
        { price: averagePrice(100n * TAO, effect.alpha) },
        '.',
      ],
    ])
  })

  it('on root is TAO, and says so', async () => {
    const b = await bench()
    expect(words(await outcomeOf(b, stake(5n, first, ROOT)))).toEqual(['Staked rao on root.'])
  })

  it('of a sale is all alpha that left, the fee with it', async () => {
    const b = await bench()
    const bought = await outcomeOf(b, stake(100n))
    const alpha = bought.effects?.[0]?.kind === 'added' ? bought.effects[0].alpha : 0n
    const outcome = await outcomeOf(
      b,
      staking('remove_stake', { hotkey: first, netuid: 1, amount_unstaked: alpha }),
    )
    expect(outcome.effects).toMatchObject([{ kind: 'removed', alpha, netuid: 1 }])
    expect(words(outcome)).toEqual(['Received rao for alpha, price.'])
  })

  it('of a move is one thing, not a sale and a purchase', async () => {
    const b = await bench()
    await outcomeOf(b, stake(100n))
    const moved = await outcomeOf(
      b,
      staking('move_stake', {
        origin_hotkey: first,
        destination_hotkey: second,
        origin_netuid: 1,
        destination_netuid: 1,
        alpha_amount: 10n * TAO,
      }),
    )
    expect(moved.effects).toMatchObject([
      { kind: 'moved', from: { hotkey: first }, to: { hotkey: second }, gone: 10n * TAO, come: 10n * TAO },
    ])
    expect(words(moved)).toEqual(['alpha is now with address.'])
    const swapped = await outcomeOf(
      b,
      staking('swap_stake', {
        hotkey: first,
        origin_netuid: 1,
        destination_netuid: 4,
        alpha_amount: 10n * TAO,
      }),
    )
    expect(swapped.effects).toMatchObject([
      { kind: 'moved', from: { netuid: 1 }, to: { netuid: 4 }, gone: 10n * TAO },
    ])
    expect(words(swapped)).toEqual(['Received alpha for alpha, with address.'])
  })

  it('that failed is the error alone', async () => {
    const b = await bench()
    const outcome = await outcomeOf(b, stake(100n, bob.address))
    expect(outcome).toMatchObject({
      kind: 'failed',
      pallet: 'SubtensorModule',
      error: 'HotKeyAccountNotExists',
    })
    expect(outcome.effects).toBeUndefined()
  })
})

describe('what came of calls inside another', () => {
  it.each([
    ['a batch that went well', many('batch', fine, fine), ['calls.0 done', 'calls.1 done'], 'done'],
    ['all or none, all', many('batch_all', fine, stake(1n)), ['calls.0 done', 'calls.1 done'], 'done'],
    [
      'a batch that stopped',
      many('batch', fine, tooMuch, fine),
      ['calls.0 done', 'calls.1 failed', 'calls.2 skipped'],
      'failed',
    ],
    [
      'a batch that went on',
      many('force_batch', fine, tooMuch, stake(1n)),
      ['calls.0 done', 'calls.1 failed', 'calls.2 done'],
      'failed',
    ],
  ])('is told of each: %s', async (_what, call, told, kind) => {
    const b = await bench()
    const outcome = await outcomeOf(b, call)
    expect(legs(outcome)).toEqual(told)
    expect(outcome.kind).toBe(kind)
    const done = told.filter((leg) => leg.endsWith('done')).length
    const says =
      done === told.length
        ? 'Both calls were carried out.'
        : `${done} of ${told.length} calls were carried out.`
    expect(words(outcome)?.[0]).toBe(says)
  })

  it('that all went well is told by their number, from three on', async () => {
    const b = await bench()
    const outcome = await outcomeOf(b, many('batch', fine, fine, fine))
    expect(words(outcome)?.[0]).toBe('All 3 calls were carried out.')
  })

  it('of all or none is nothing when one failed', async () => {
    const b = await bench()
    const outcome = await outcomeOf(b, many('batch_all', fine, tooMuch))
    expect(outcome).toMatchObject({ kind: 'failed', pallet: 'Token' })
    expect(outcome.legs).toBeUndefined()
    expect(words(outcome)?.[0]).toContain('None of the 2 calls took effect')
    expect(outcome.effects).toBeUndefined()
  })

  it('is told of what a proxy carried, and whose stake it was', async () => {
    const b = await bench()
    await outcomeOf(b, {
      name: 'Proxy.add_proxy',
      args: { delegate: { type: 'Id', value: bob.address }, proxy_type: { type: 'Any' }, delay: 0 },
    })
    const asAlice = (call: Call): Call => ({
      name: 'Proxy.proxy',
      args: { real: { type: 'Id', value: alice.address }, force_proxy_type: undefined, call: inner(call) },
    })
    const outcome = await outcomeOf(b, asAlice(many('force_batch', stake(5n), tooMuch)), bob)
    expect(legs(outcome)).toEqual(['call.calls.0 done', 'call.calls.1 failed'])
    expect(words(outcome)).toEqual([
      '1 of 2 calls were carried out.',
      'Received alpha for rao, price, from the stake of address.',
    ])
    const failed = await outcomeOf(b, asAlice(tooMuch), bob)
    expect(failed).toMatchObject({ kind: 'failed', pallet: 'Token' })
    expect(legs(failed)).toEqual(['call failed'])
    const fully = await outcomeOf(
      b,
      many('force_batch', asAlice(many('batch_all', fine, tooMuch)), fine),
      bob,
    )
    expect(legs(fully)).toEqual([
      'calls.0.call.calls.0 failed',
      'calls.0.call.calls.1 failed',
      'calls.1 done',
    ])
  })
})
