import { merkleizeMetadata } from '@polkadot-api/merkleize-metadata'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { DevnetOptions } from '../../../devnet/start.ts'
import {
  alice,
  type Bench,
  bob,
  memoryStore,
  nextBlock,
  startBench,
  startNode,
  transferTo,
  trusting,
  until,
} from '../../../test/build/devnet-chain.ts'
import { createManualClock } from '../../../test/build/manual-clock.ts'
import type { Hash } from '../../shared/domain/bytes.ts'
import type { Connection } from './connection.ts'
import { createChain } from './create-chain.ts'
import { createMetadataCache } from './metadata.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function bench(options: DevnetOptions = {}, store = memoryStore()): Promise<Bench> {
  const made = await startBench(options, store)
  ends.push(made.end)
  await nextBlock(made, 3)
  return made
}

const apiCalls = (b: Bench): number => b.devnet.requests()['state_call'] ?? 0

describe('the live runtime', () => {
  it("is the node's: its calls, its versions, its digest", async () => {
    const b = await bench()
    const live = await b.chain.live()
    expect(live).toMatchObject({ genesis: b.devnet.genesis, spec: 424, txVersion: 1, checksMetadata: true })
    expect(live.runtime.hasCall('Balances.transfer_keep_alive')).toBe(true)
    const digest = merkleizeMetadata(live.metadata, { decimals: 9, tokenSymbol: 'TAO' }).digest()
    expect(digest).toEqual(b.devnet.digest)
  })

  it('is fetched and probed once, however often it is asked for', async () => {
    const b = await bench()
    await Promise.all([b.chain.live(), b.chain.live(), b.chain.existentialDeposit()])
    const calls = apiCalls(b)
    await b.chain.live()
    await nextBlock(b)
    await b.chain.live()
    expect(apiCalls(b)).toBe(calls)
    expect(b.devnet.requests()['state_getRuntimeVersion']).toBe(3)
  })

  it('is not fetched again by the next worker', async () => {
    const b = await bench()
    await b.chain.live()
    b.devnet.forgetRequests()
    const next = createChain({ WebSocket, clock: createManualClock(), store: b.store })
    ends.push(() => next.stop())
    next.choose(trusting(b.devnet))
    const live = await next.live()
    expect(live.checksMetadata).toBe(true)
    expect(b.devnet.requests()).toEqual({
      chain_getBlockHash: 1,
      chain_subscribeNewHeads: 1,
      chain_subscribeFinalizedHeads: 1,
      state_subscribeRuntimeVersion: 1,
      state_getRuntimeVersion: 1,
    })
  })

  it('is fetched again when what was kept does not read', async () => {
    const store = memoryStore()
    const b = await bench({}, store)
    await store.put(`${b.devnet.genesis}/424`, new Uint8Array(100))
    expect((await b.chain.live()).spec).toBe(424)
    expect(store.kept.get(`${b.devnet.genesis}/424`)?.length).toBeGreaterThan(100_000)
  })

  it('is fetched as version 15, or as 16 where the runtime has no 15', async () => {
    const b = await bench()
    expect((await b.chain.live()).metadata[4]).toBe(15)
    const without15 = await bench()
    without15.devnet.fault({ kind: 'reply', method: 'state_call', result: '0x00', times: 1 })
    expect((await without15.chain.live()).metadata[4]).toBe(16)
  })

  it('is not taken from a node that serves what is no metadata', async () => {
    const b = await bench()
    b.devnet.fault({ kind: 'reply', method: 'state_call', result: '0x0110deadbeef', times: 1 })
    await expect(b.chain.live()).rejects.toMatchObject({ code: 'offline' })
    expect(b.chain.status()).toMatchObject({ kind: 'offline', why: 'metadata of another runtime' })
    expect(b.store.kept.size).toBe(0)
  })

  it('is not taken from a node whose metadata is of another spec version, and the next is asked', async () => {
    const liar = await startNode({ specVersion: 500 })
    const honest = await startNode()
    ends.push(liar.close, honest.close)
    liar.fault({ kind: 'reply', method: 'state_getRuntimeVersion', result: { specVersion: 424 } })
    const store = memoryStore()
    const clock = createManualClock()
    const chain = createChain({ WebSocket, clock, store })
    ends.push(() => chain.stop())
    chain.choose(trusting(liar, honest))
    await expect(chain.live()).rejects.toMatchObject({ code: 'offline' })
    expect(store.kept.size).toBe(0)
    clock.advance(1_000)
    await until(() => chain.status().kind === 'online')
    expect(chain.status()).toMatchObject({ endpoint: honest.url })
    expect((await chain.live()).spec).toBe(424)
  })

  it('follows an upgrade, and keeps both', async () => {
    const b = await bench()
    await b.chain.live()
    const spec = b.devnet.upgrade()
    await nextBlock(b)
    await until(() => {
      const status = b.chain.status()
      return status.kind === 'online' && status.spec === spec
    })
    const live = await b.chain.live()
    expect(live.spec).toBe(spec)
    expect(live.runtime.spec).toBe(spec)
    expect([...b.store.kept.keys()].filter((key) => !key.endsWith('checks-metadata'))).toEqual([
      `${b.devnet.genesis}/424`,
      `${b.devnet.genesis}/${spec}`,
    ])
  })
})

describe('whether a runtime checks the metadata hash', () => {
  it('is no where it carries none, and that is not kept', async () => {
    const b = await bench({ metadataHash: false })
    expect((await b.chain.live()).checksMetadata).toBe(false)
    expect([...b.store.kept.keys()]).toEqual([`${b.devnet.genesis}/424`])
  })

  it('is not assumed where the node does not let it be asked', async () => {
    const b = await bench()
    await b.chain.existentialDeposit()
    b.devnet.fault({ kind: 'error', method: 'state_call', code: -32601, message: 'no', times: 1 })
    expect((await b.chain.live()).checksMetadata).toBe(false)
    expect((await b.chain.live()).checksMetadata).toBe(true)
  })
})

describe('what is in memory', () => {
  it('is of three runtimes, the last that were asked for', async () => {
    const b = await bench()
    const { metadata, spec } = await b.chain.live()
    const store = memoryStore()
    const cache = createMetadataCache(store)
    const chains = ['11', '22', '33', '44'].map((byte) => `0x${byte.repeat(32)}` as Hash)
    for (const genesis of chains) {
      await store.put(`${genesis}/${spec}`, metadata)
      await cache.load({ genesis } as Connection, spec, genesis)
    }
    const isLoaded = (genesis: Hash) => cache.loaded(genesis, spec) !== undefined
    expect(chains.map(isLoaded)).toEqual([false, true, true, true])
  })
})

describe('facts', () => {
  it('tell the existential deposit of the runtime', async () => {
    const b = await bench()
    expect(await b.chain.existentialDeposit()).toBe(500n)
  })

  it('tell the fee of a call as the chain will charge it', async () => {
    const b = await bench()
    const fee = await b.chain.fee(transferTo(bob.address, 1_000_000_000n), alice.address)
    expect(fee).toBeGreaterThan(54_078n)
    expect(fee).toBeLessThan(1_000_000n)
  })

  it.each(['0x', '0x00', `0x${'ff'.repeat(40)}`, 12])(
    'tell no fee when the node answers %s',
    async (result) => {
      const b = await bench()
      await b.chain.existentialDeposit()
      b.devnet.fault({ kind: 'reply', method: 'state_call', result })
      await expect(b.chain.fee(transferTo(bob.address, 1n), alice.address)).rejects.toMatchObject({
        code: 'offline',
      })
    },
  )

  it('tell the next nonce with the pool counted', async () => {
    const b = await bench()
    expect(await b.chain.nextNonce(alice.address)).toBe(0)
  })

  it.each([-1, 1.5, 2 ** 32, '7', null])('tell no nonce when the node answers %s', async (result) => {
    const b = await bench()
    b.devnet.fault({ kind: 'reply', method: 'system_accountNextIndex', result })
    await expect(b.chain.nextNonce(alice.address)).rejects.toMatchObject({ code: 'offline' })
  })
})
