import { afterEach, describe, expect, it } from 'vitest'
import { type AccountKey, addressOf, keyOf } from '#shared/domain/address.ts'
import { fromHex } from '#shared/domain/bytes.ts'
import { netuid, ROOT, TAO } from '#shared/domain/units.ts'
import { validatorHotkey } from '../../../devnet/world/ordinary.ts'
import { type Bench, nextBlock, startBench } from '../../../test/build/devnet-chain.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function bench(): Promise<Bench> {
  const made = await startBench()
  ends.push(made.end)
  // Metadata is loaded once for each runtime, whatever is asked.
  await made.chain.live()
  made.devnet.forgetRequests()
  return made
}

const key = (n: number): AccountKey => keyOf(addressOf(new Uint8Array(32).fill(n)))
const hotkey = (n: number): AccountKey => keyOf(addressOf(fromHex(validatorHotkey(n))))
const calls = (b: Bench): number => Object.values(b.devnet.requests()).reduce((sum, count) => sum + count, 0)

describe('the list of subnets', () => {
  it('is read in three calls, root first, with the price that a trade would start from', async () => {
    const b = await bench()
    const { block, found } = await b.chain.subnets()
    expect(calls(b)).toBe(3)
    expect(block.number).toBe(0)
    expect(found.map((subnet) => subnet.netuid)).toEqual(Array.from({ length: 13 }, (_, i) => i))
    const root = found[0]
    expect(root).toMatchObject({ name: 'root', source: 'list', symbol: 'Τ', price: TAO, open: true })
    const first = found[1]
    expect(first).toMatchObject({ source: 'chain', open: true, transfers: true, tempo: 20 })
    const [price] = await b.chain.answers([{ fact: 'price', of: netuid(1) }], block)
    expect(first?.price).toBe(price)
    expect(found.filter(({ open }) => open === false)).toHaveLength(1)
    expect(found.filter(({ transfers }) => transfers === false)).toHaveLength(1)
  })

  it('is one call fewer a block later: what is switched seldom changes', async () => {
    const b = await bench()
    await b.chain.subnets()
    await nextBlock(b)
    b.devnet.forgetRequests()
    await b.chain.subnets()
    expect(b.devnet.requests()).toEqual({ state_call: 2 })
  })
})

describe('the validators of a subnet', () => {
  it.each([
    [ROOT, 0, 11_796],
    [netuid(1), 1, 5_898],
  ])('are read in two calls, with stake, take and name: subnet %i', async (subnet, n, take) => {
    const b = await bench()
    const { found = [] } = await b.chain.validators(subnet)
    expect(b.devnet.requests()).toEqual({ state_call: 1, state_queryStorageAt: 1 })
    expect(found.length).toBeGreaterThan(10)
    expect(
      found.every((each) => each.stake > 0n && each.coldkey.length === 66 && each.take !== undefined),
    ).toBe(true)
    const first = found.find((validator) => validator.hotkey === hotkey(n))
    expect(first).toMatchObject({ source: 'chain', take })
    expect(first?.name).not.toBe('')
  })
  it('leave out who has a seat and may not validate', async () => {
    const b = await bench()
    const { found = [] } = await b.chain.validators(netuid(1))
    expect(found.every(({ permit }) => permit)).toBe(true)
  })
  it('are nobody where there is no subnet', async () => {
    const b = await bench()
    expect((await b.chain.validators(netuid(99))).found).toBeUndefined()
  })
})

describe('names', () => {
  it('of any number of hotkeys take two calls', async () => {
    const b = await bench()
    const asked = Array.from({ length: 30 }, (_, n) => hotkey(n))
    const { found } = await b.chain.names(asked)
    expect(b.devnet.requests()).toEqual({ state_queryStorageAt: 2 })
    expect(found.map((named) => named.hotkey)).toEqual(asked)
    expect(found.some(({ source }) => source === 'chain')).toBe(true)
  })
  it('of a hotkey that nobody owns are empty', async () => {
    const b = await bench()
    const { found } = await b.chain.names([key(9)])
    expect(found).toEqual([{ hotkey: key(9), coldkey: undefined, name: '', source: 'none', take: undefined }])
  })
  it('of a validator come with how many stake with it', async () => {
    const b = await bench()
    expect((await b.chain.nominators(hotkey(1))).found).toBeGreaterThan(0)
    expect((await b.chain.nominators(key(9))).found).toBeUndefined()
  })
})
