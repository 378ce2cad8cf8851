import { describe, expect, it } from 'vitest'
import { NO_SWAP } from '#shared/domain/price.ts'
import { alphaRao, netuid, ROOT, rao, TAO } from '#shared/domain/units.ts'
import { call, eve, one, run, stranger, told, validator } from '../../../test/build/asking.ts'
import { alice, endingBenches } from '../../../test/build/devnet-chain.ts'

const bench = endingBenches()

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
