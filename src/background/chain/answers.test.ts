import { describe, expect, it } from 'vitest'
import { type Address, addressOf } from '#shared/domain/address.ts'
import { fromHex } from '#shared/domain/bytes.ts'
import type { Call } from '#shared/domain/extrinsic.ts'
import { NO_SWAP } from '#shared/domain/price.ts'
import { alphaRao, netuid, ROOT, rao, TAO } from '#shared/domain/units.ts'
import type { Ask, ChainAsk, Facts } from '#shared/operations/facts.ts'
import { validatorColdkey, validatorHotkey } from '../../../devnet/world/ordinary.ts'
import { DEV_ACCOUNTS } from '../../../devnet/world.ts'
import {
  alice,
  type Bench,
  endingBenches,
  nextBlock,
  sightingsOf,
  signed,
} from '../../../test/build/devnet-chain.ts'

const bench = endingBenches()

/** Has a position on root and on three subnets from the start. */
const eve = addressOf(fromHex(DEV_ACCOUNTS.find(({ name }) => name === '//Eve')?.account ?? ''))
const validator = (n: number): Address => addressOf(fromHex(validatorHotkey(n)))
const stranger = addressOf(new Uint8Array(32).fill(9))

async function told<A extends Readonly<Record<string, ChainAsk>>>(b: Bench, asks: A): Promise<Facts<A>> {
  const { best } = await b.chain.head()
  const answers = await b.chain.answers(Object.values(asks), best)
  return Object.fromEntries(Object.keys(asks).map((name, i) => [name, answers[i]])) as Facts<A>
}
const one = async <const A extends ChainAsk>(b: Bench, ask: A) => (await told(b, { it: ask })).it

const call = (name: string, args: Readonly<Record<string, unknown>>): Call => ({
  name: `SubtensorModule.${name}`,
  args,
})

async function run(b: Bench, what: Call): Promise<void> {
  const extrinsic = await signed(b.chain, alice, what)
  const heard = sightingsOf(b.chain, extrinsic)
  await expect.poll(() => heard.map(({ kind }) => kind)).toContain('broadcast')
  await nextBlock(b)
  await expect.poll(() => heard.at(-1)?.kind).toBe('in-block')
  expect(heard.at(-1)).toMatchObject({ outcome: { kind: 'done' } })
}

describe('facts of stake', () => {
  it('are what the runtime says of positions', async () => {
    const b = await bench()
    const facts = await told(b, {
      best: { fact: 'best', of: undefined },
      stake: { fact: 'stake', of: { coldkey: eve, hotkey: validator(1), netuid: netuid(4) } },
      none: { fact: 'stake', of: { coldkey: eve, hotkey: validator(1), netuid: netuid(5) } },
      on: { fact: 'stakesOn', of: { coldkey: eve, hotkey: validator(1) } },
      available: { fact: 'availability', of: { coldkey: eve, netuid: netuid(4) } },
      nothing: { fact: 'availability', of: { coldkey: stranger, netuid: netuid(4) } },
    })
    expect(facts).toEqual({
      best: 0,
      stake: 310n * TAO,
      none: 0n,
      on: [
        { netuid: 1, alpha: 2_400n * TAO + 123_456_789n },
        { netuid: 4, alpha: 310n * TAO },
      ],
      available: { total: 310n * TAO, locked: 0n, available: 310n * TAO },
      nothing: { total: 0n, locked: 0n, available: 0n },
    })
  })

  it('tell of no lock where there is none', async () => {
    const b = await bench()
    expect(await one(b, { fact: 'lock', of: { coldkey: eve, netuid: netuid(4) } })).toBeUndefined()
  })
})

describe('facts of trades', () => {
  it('are the simulations of the runtime, and nothing where nothing is traded', async () => {
    const b = await bench()
    const facts = await told(b, {
      price: { fact: 'price', of: netuid(1) },
      root: { fact: 'price', of: ROOT },
      absent: { fact: 'price', of: netuid(99) },
      buy: { fact: 'buyQuote', of: { netuid: netuid(1), spend: rao(TAO) } },
      onRoot: { fact: 'buyQuote', of: { netuid: ROOT, spend: rao(TAO) } },
      zero: { fact: 'sellQuote', of: { netuid: netuid(1), sell: alphaRao(0n) } },
      refused: { fact: 'buyQuote', of: { netuid: netuid(99), spend: rao(TAO) } },
      fee: { fact: 'swapFee', of: netuid(1) },
      least: { fact: 'minStake', of: undefined },
    })
    expect(facts.root).toBe(TAO)
    expect(facts.absent).toBe(0n)
    expect(facts.buy.tao + facts.buy.taoFee).toBe(TAO)
    expect(facts.buy.alpha * facts.price).toBeLessThanOrEqual(TAO * TAO)
    expect(facts.onRoot).toEqual({ ...NO_SWAP, tao: TAO, alpha: TAO })
    expect([facts.zero, facts.refused]).toEqual([NO_SWAP, NO_SWAP])
    expect(facts.fee).toBe(33)
    expect(facts.least).toBe(2_000_000n)
  })

  it.each([
    ['subnet to subnet', netuid(1), netuid(4)],
    ['root to subnet', ROOT, netuid(4)],
    ['subnet to root', netuid(1), ROOT],
  ])('tell both legs of a swap, %s, to the rao', async (_what, from, to) => {
    const b = await bench()
    const hotkey = validator(1)
    const amount = alphaRao(3n * TAO + 7n)
    await run(b, call('add_stake', { hotkey, netuid: from, amount_staked: 100n * TAO }))
    const position = { coldkey: alice.address, hotkey, netuid: from }
    const quote = await one(b, { fact: 'swapQuote', of: { position, to, amount } })
    expect(quote.moved).toBe(amount)
    const before = await one(b, { fact: 'stake', of: { ...position, netuid: to } })
    await run(
      b,
      call('swap_stake', { hotkey, origin_netuid: from, destination_netuid: to, alpha_amount: amount }),
    )
    const after = await one(b, { fact: 'stake', of: { ...position, netuid: to } })
    expect(after - before).toBe(quote.purchase.alpha)
  })

  it('cut a swap to what the position holds', async () => {
    const b = await bench()
    const position = { coldkey: eve, hotkey: validator(1), netuid: netuid(4) }
    const quote = await one(b, {
      fact: 'swapQuote',
      of: { position, to: netuid(1), amount: alphaRao(999n * TAO) },
    })
    expect([quote.stake, quote.moved]).toEqual([310n * TAO, 310n * TAO])
    const same = await one(b, { fact: 'swapQuote', of: { position, to: netuid(4), amount: alphaRao(TAO) } })
    expect([same.sale, same.purchase]).toEqual([NO_SWAP, NO_SWAP])
  })

  it('tell what leaving would bring, position by position', async () => {
    const b = await bench()
    const exits = await one(b, { fact: 'exitQuotes', of: { coldkey: eve, hotkey: validator(1) } })
    expect(exits.map((exit) => [exit.netuid, exit.open, exit.available])).toEqual([
      [1, true, 2_400n * TAO + 123_456_789n],
      [4, true, 310n * TAO],
    ])
    const [first] = exits
    expect(first?.quote).toEqual(
      await one(b, { fact: 'sellQuote', of: { netuid: netuid(1), sell: first?.alpha ?? alphaRao(0n) } }),
    )
  })
})

describe('facts of subnets and hotkeys', () => {
  it('come with the names the chain has for them', async () => {
    const b = await bench()
    const facts = await told(b, {
      subnet: { fact: 'subnet', of: netuid(1) },
      root: { fact: 'subnet', of: ROOT },
      absent: { fact: 'subnet', of: netuid(99) },
      registration: { fact: 'registration', of: netuid(1) },
      hotkey: { fact: 'hotkey', of: { hotkey: validator(0), netuid: ROOT } },
      nobody: { fact: 'hotkey', of: { hotkey: stranger, netuid: ROOT } },
      seated: { fact: 'seatedHotkeys', of: stranger },
      standing: { fact: 'standing', of: eve },
      validator: { fact: 'standing', of: validator(0) },
    })
    expect(facts.subnet).toMatchObject({ open: true, transfers: true })
    expect(facts.root).toMatchObject({ open: true })
    expect(facts.absent).toBeUndefined()
    expect(facts.registration.price).toBeGreaterThan(0n)
    expect(facts.hotkey).toMatchObject({ registered: true })
    expect(facts.hotkey.owner).toBeDefined()
    expect(facts.nobody).toMatchObject({ owner: undefined, registered: false })
    expect(facts.seated).toEqual([])
    expect(facts.standing).toEqual({ staked: true, isHotkey: false })
    expect(facts.validator).toEqual({ staked: false, isHotkey: true })
  })
})

describe('facts of accounts', () => {
  it('tell proxies with their deposits, and the types there are', async () => {
    const b = await bench()
    await run(b, {
      name: 'Proxy.add_proxy',
      args: { delegate: { type: 'Id', value: eve }, proxy_type: { type: 'Staking' }, delay: 5 },
    })
    const { proxies, types } = await told(b, {
      proxies: { fact: 'proxies', of: alice.address },
      types: { fact: 'proxyTypes', of: undefined },
    })
    expect(proxies.entries).toEqual([{ delegate: eve, type: 'Staking', delay: 5 }])
    expect(proxies.deposit).toBe(proxies.base + proxies.each)
    expect(types.map(({ name }) => name)).toContain('Staking')
  })

  it('tell what an account publishes of itself, part by part', async () => {
    const b = await bench()
    const { published, none } = await told(b, {
      published: { fact: 'identity', of: addressOf(fromHex(validatorColdkey(0))) },
      none: { fact: 'identity', of: stranger },
    })
    expect(published.parts).toMatchObject({
      name: 'Cobalt Heron',
      url: 'https://cobalt-heron.example',
      github_repo: '',
    })
    expect(Object.keys(published.parts)).toHaveLength(7)
    expect(none).toEqual({ parts: {} })
  })

  it('tell of no swap, no crowdloan and no contribution where there is none', async () => {
    const b = await bench()
    const facts = await told(b, {
      swap: { fact: 'coldkeySwap', of: alice.address },
      terms: { fact: 'coldkeySwapTerms', of: undefined },
      loan: { fact: 'crowdloan', of: 99 },
      given: { fact: 'contribution', of: { crowdloan: 99, who: alice.address } },
      auto: { fact: 'autoStake', of: { coldkey: alice.address, netuid: netuid(1) } },
      takes: { fact: 'takesLocked', of: alice.address },
      payout: { fact: 'basketPayout', of: { coldkey: eve, hotkey: validator(0) } },
    })
    expect(facts).toEqual({
      swap: undefined,
      terms: { wait: 36_000, rest: 7_200, cost: 100_000_000n },
      loan: undefined,
      given: 0n,
      auto: undefined,
      takes: false,
      payout: 0n,
    })
  })
})

describe('facts', () => {
  it('of one block are asked for once, and a new quote at it costs one call', async () => {
    const b = await bench()
    const asks = (spend: bigint): readonly ChainAsk[] => [
      { fact: 'buyQuote', of: { netuid: netuid(1), spend: rao(spend) } },
      { fact: 'price', of: netuid(1) },
      { fact: 'subnet', of: netuid(1) },
      { fact: 'hotkey', of: { hotkey: validator(1), netuid: netuid(1) } },
      { fact: 'availability', of: { coldkey: alice.address, netuid: netuid(1) } },
      { fact: 'swapFee', of: netuid(1) },
      { fact: 'minStake', of: undefined },
    ]
    const { best } = await b.chain.head()
    await b.chain.answers(asks(TAO), best)
    b.devnet.forgetRequests()
    await b.chain.answers(asks(2n * TAO), best)
    expect(b.devnet.requests()).toEqual({ state_call: 1 })
    b.devnet.forgetRequests()
    await b.chain.answers(asks(2n * TAO), best)
    expect(b.devnet.requests()).toEqual({})
  })

  it('that a picture of the same block holds are not asked for again', async () => {
    const b = await bench()
    await b.chain.answers([{ fact: 'subnet', of: netuid(1) }], (await b.chain.head()).best)
    await nextBlock(b)
    await b.chain.picture([alice.address, eve], 0)
    b.devnet.forgetRequests()
    await told(b, {
      price: { fact: 'price', of: netuid(1) },
      stake: { fact: 'stake', of: { coldkey: eve, hotkey: validator(1), netuid: netuid(4) } },
      available: { fact: 'availability', of: { coldkey: alice.address, netuid: netuid(1) } },
      subnet: { fact: 'subnet', of: netuid(1) },
    })
    await b.chain.balances([eve])
    expect(b.devnet.requests()).toEqual({})
  })

  it('are unknown, never guessed, when the node refuses', async () => {
    const b = await bench()
    b.devnet.fault({ kind: 'error', method: 'state_call', code: 4003, message: 'State already discarded' })
    const ask: Ask = { fact: 'buyQuote', of: { netuid: netuid(1), spend: rao(TAO) } }
    await expect(one(b, ask)).rejects.toMatchObject({ code: 'offline' })
  })
})
