import { describe, expect, it } from 'vitest'
import { netuid, rao, TAO } from '#shared/domain/units.ts'
import type { Ask, ChainAsk } from '#shared/operations/facts.ts'
import { eve, one, told, validator } from '../../../test/build/asking.ts'
import { alice, endingBenches, nextBlock } from '../../../test/build/devnet-chain.ts'

const bench = endingBenches()

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
