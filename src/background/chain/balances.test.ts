import { describe, expect, it } from 'vitest'
import { type Address, addressOf } from '#shared/domain/address.ts'
import { NO_BALANCE } from '#shared/domain/portfolio.ts'
import { readMetadata } from '#shared/runtime/metadata.ts'
import { alice, type Bench, bob, endingBenches, nextBlock } from '../../../test/build/devnet-chain.ts'
import { finneyMetadata, hasFinney } from '../../../test/fixtures/finney.ts'
import { accountKey, isPlainIn } from './balances.ts'

const bench = endingBenches()

const stranger = (n: number): Address => addressOf(new Uint8Array(32).fill(n))
const callsOf = (b: Bench): number =>
  Object.values(b.devnet.requests()).reduce((sum, count) => sum + count, 0)

describe('balances', () => {
  it('are read at one block, an account the chain does not know being empty', async () => {
    const b = await bench()
    await nextBlock(b, 2)
    const { block, genesis, balances } = await b.chain.balances([alice.address, stranger(9), bob.address])
    expect(block).toEqual({ number: 2, hash: b.devnet.node.chain.best().hash })
    expect(genesis).toBe(b.devnet.genesis)
    expect(balances.get(alice.address)).toEqual({ free: 1_000_000_000_000_000n, reserved: 0n, frozen: 0n })
    expect(balances.get(stranger(9))).toEqual(NO_BALANCE)
    expect([...balances.keys()]).toEqual([alice.address, stranger(9), bob.address])
  })

  it.each([1, 100])('of %i accounts take one call and no metadata', async (count) => {
    const b = await bench()
    b.devnet.forgetRequests()
    const { balances } = await b.chain.balances(Array.from({ length: count }, (_, i) => stranger(i)))
    expect(balances.size).toBe(count)
    expect(b.devnet.requests()).toEqual({ state_queryStorageAt: 1 })
  })

  it('of nobody take no call', async () => {
    const b = await bench()
    b.devnet.forgetRequests()
    expect((await b.chain.balances([])).balances.size).toBe(0)
    expect(callsOf(b)).toBe(0)
  })

  it('are the same read plainly and by the metadata', async () => {
    const b = await bench()
    const plain = await b.chain.balances([alice.address])
    await b.chain.live()
    expect((await b.chain.balances([alice.address])).balances).toEqual(plain.balances)
  })

  it('are unknown, never zero, when the node leaves an account out', async () => {
    const b = await bench()
    const { best } = await b.chain.head()
    const result = [{ block: best.hash, changes: [[accountKey(bob.address), null]] }]
    b.devnet.fault({ kind: 'reply', method: 'state_queryStorageAt', result })
    await expect(b.chain.balances([alice.address, bob.address])).rejects.toMatchObject({ code: 'offline' })
  })

  it.each([
    ['another block', (key: string) => [{ block: `0x${'00'.repeat(32)}`, changes: [[key, null]] }]],
    ['a value that is no hex', (key: string, hash: string) => [{ block: hash, changes: [[key, '0x0']] }]],
    [
      'two values of one key',
      (key: string, hash: string) => [
        {
          block: hash,
          changes: [
            [key, null],
            [key, null],
          ],
        },
      ],
    ],
    ['nothing', () => null],
    ['text', () => 'hello'],
  ])('are unknown when the node answers with %s', async (_what, answer) => {
    const b = await bench()
    const { best } = await b.chain.head()
    const result = answer(accountKey(alice.address), best.hash)
    b.devnet.fault({ kind: 'reply', method: 'state_queryStorageAt', result })
    await expect(b.chain.balances([alice.address])).rejects.toMatchObject({ code: 'offline' })
    expect(b.chain.status().kind).not.toBe('online')
  })

  it('are unknown when a value is of another length than this runtime writes', async () => {
    const b = await bench()
    const { best } = await b.chain.head()
    const result = [{ block: best.hash, changes: [[accountKey(alice.address), `0x${'00'.repeat(20)}`]] }]
    b.devnet.fault({ kind: 'reply', method: 'state_queryStorageAt', result })
    await expect(b.chain.balances([alice.address])).rejects.toMatchObject({ code: 'offline' })
  })

  it('are unknown when the node refuses, which leaves the connection standing', async () => {
    const b = await bench()
    b.devnet.fault({
      kind: 'error',
      method: 'state_queryStorageAt',
      code: 4003,
      message: 'State already discarded',
    })
    await expect(b.chain.balances([alice.address])).rejects.toMatchObject({ code: 'offline' })
    expect(b.chain.status().kind).toBe('online')
  })
})

describe('the key of an account', () => {
  it("is the chain's own", () => {
    expect(accountKey(alice.address)).toBe(
      '0x26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9de1e86a9a8c739864cf3cc5ec2bea59fd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d',
    )
  })
})

describe.skipIf(!hasFinney)('the plain reading of accounts', () => {
  it.each([393, 424] as const)('fits the metadata of Finney, spec %i', (spec) => {
    expect(isPlainIn(readMetadata(finneyMetadata(spec)))).toBe(true)
  })

  it('does not fit a runtime whose accounts are of another shape', () => {
    const runtime = readMetadata(finneyMetadata())
    // What would hold if balances were declared as u128.
    const lookup = Object.assign((id: number) => {
      const entry = runtime.lookup(id)
      if (entry.type !== 'struct' || !('data' in entry.value)) return entry
      return {
        ...entry,
        value: { ...entry.value, nonce: { id: 6, type: 'primitive', value: 'u64' } as const },
      }
    }, runtime.lookup)
    expect(isPlainIn({ ...runtime, lookup })).toBe(false)
  })
})
