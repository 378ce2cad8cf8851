import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Hash } from '#shared/domain/bytes.ts'
import { NETWORKS, type Url } from '#shared/domain/network.ts'
import type { ChainStatus } from '#shared/domain/portfolio.ts'
import type { Devnet } from '../../../devnet/start.ts'
import {
  alice,
  caughtUp,
  memoryStore,
  nextBlock,
  startBench,
  startNode,
  trusting,
  until,
} from '../../../test/build/devnet-chain.ts'
import { createManualClock } from '../../../test/build/manual-clock.ts'
import type { ChainChoice } from './chain.ts'
import { createChain } from './create-chain.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function nodes(count: number): Promise<Devnet[]> {
  const started = await Promise.all(Array.from({ length: count }, () => startNode()))
  ends.push(...started.map((node) => () => node.close()))
  return started
}

function chainOn(choice: ChainChoice) {
  const clock = createManualClock()
  const chain = createChain({ WebSocket, clock, store: memoryStore() })
  ends.push(() => chain.stop())
  const told: ChainStatus[] = []
  chain.onStatus((status) => told.push(status))
  chain.choose(choice)
  return { chain, clock, told }
}

const asked = (node: Devnet, method: string): number => node.requests()[method] ?? 0
const isOnline = (status: ChainStatus, node: Devnet): boolean =>
  status.kind === 'online' && status.endpoint === node.url

async function bench() {
  const made = await startBench()
  ends.push(made.end)
  return made
}

describe('the connection', () => {
  it('tells the hash at a height, and nothing of a height the node has no block at', async () => {
    const { devnet, chain } = await bench()
    await nextBlock({ devnet, chain }, 2)
    const { best } = await chain.head()
    expect(await chain.hashAt(best.number)).toBe(best.hash)
    expect(await chain.hashAt(0)).toBe(devnet.genesis)
    expect(await chain.hashAt(best.number + 100)).toBeUndefined()
  })
  it('tells genesis, spec and both heads once it stands', async () => {
    const { devnet, chain } = await bench()
    await nextBlock({ devnet, chain }, 5)
    expect(chain.status()).toMatchObject({
      kind: 'online',
      network: 'local',
      genesis: devnet.genesis,
      endpoint: devnet.url,
      spec: 424,
      best: 5,
      final: 3,
    })
    const head = await chain.head()
    expect(head.best).toEqual({ number: 5, hash: devnet.node.chain.best().hash })
    expect(head.final).toEqual({ number: 3, hash: devnet.node.chain.finalized().hash })
  })

  it('tells each new head', async () => {
    const { devnet, chain } = await bench()
    const heard: number[] = []
    chain.onHead((best) => heard.push(best.number))
    await nextBlock({ devnet, chain }, 3)
    expect(heard).toEqual([1, 2, 3])
  })

  it('makes questions wait while it is being made', async () => {
    const [node] = await nodes(1)
    if (node === undefined) return
    const { chain } = chainOn(trusting(node))
    expect(chain.status().kind).toBe('connecting')
    expect((await chain.head()).best.number).toBe(0)
  })

  it('is made to the next endpoint when the first does not answer the handshake', async () => {
    const [first, second] = (await nodes(2)) as [Devnet, Devnet]
    first.fault({ kind: 'half-open' })
    const { chain, clock } = chainOn(trusting(first, second))
    await until(() => first.requests() !== undefined)
    clock.advance(10_000)
    await until(() => isOnline(chain.status(), second))
  })

  it('is made to the next endpoint when the first accepts questions and is silent', async () => {
    const [first, second] = (await nodes(2)) as [Devnet, Devnet]
    first.fault({ kind: 'silent' })
    const { chain, clock } = chainOn(trusting(first, second))
    await until(() => asked(first, 'chain_getBlockHash') === 1)
    clock.advance(10_000)
    await until(() => isOnline(chain.status(), second))
  })

  it.each([{ kind: 'garbage' }, { kind: 'drop' }, { kind: 'oversize', bytes: 9_000_000 }] as const)(
    'is made to the next endpoint when the first meets questions with $kind',
    async (fault) => {
      const [first, second] = (await nodes(2)) as [Devnet, Devnet]
      first.fault(fault)
      const { chain } = chainOn(trusting(first, second))
      await until(() => isOnline(chain.status(), second))
    },
  )

  it('is made to the next endpoint when nobody listens at the first', async () => {
    const [first, second] = (await nodes(2)) as [Devnet, Devnet]
    await first.close()
    const { chain } = chainOn(trusting(first, second))
    await until(() => isOnline(chain.status(), second))
  })

  it('moves to the next endpoint when a question stays unanswered for 10 s', async () => {
    const [first, second] = (await nodes(2)) as [Devnet, Devnet]
    const { chain, clock } = chainOn(trusting(first, second))
    await until(() => isOnline(chain.status(), first))
    first.fault({ kind: 'silent', method: 'system_accountNextIndex' })
    const answer = chain.nextNonce(alice.address)
    await until(() => asked(first, 'system_accountNextIndex') === 1)
    clock.advance(10_000)
    await expect(answer).rejects.toMatchObject({ code: 'timeout' })
    clock.advance(1_000)
    await until(() => isOnline(chain.status(), second))
    expect(await chain.nextNonce(alice.address)).toBe(0)
  })

  it('moves to the next endpoint when it is cut, without waiting if it was sound', async () => {
    const [first, second] = (await nodes(2)) as [Devnet, Devnet]
    const { chain, clock, told } = chainOn(trusting(first, second))
    await until(() => isOnline(chain.status(), first))
    clock.advance(30_000)
    first.dropConnections()
    await until(() => chain.status().kind === 'connecting')
    clock.advance(0)
    await until(() => isOnline(chain.status(), second))
    expect(told.map(({ kind }) => kind)).not.toContain('offline')
  })

  it('is offline, with the last block known, while nobody answers; and comes back', async () => {
    const { devnet, chain, clock } = await bench()
    await nextBlock({ devnet, chain }, 2)
    devnet.fault({ kind: 'drop', method: 'chain_getBlockHash' })
    devnet.dropConnections()
    await until(() => chain.status().kind === 'offline')
    expect(chain.status()).toMatchObject({ kind: 'offline', lastBlock: 2 })
    await expect(chain.head()).rejects.toMatchObject({ code: 'offline' })
    devnet.clearFaults()
    clock.advance(1_000)
    await caughtUp({ devnet, chain })
  })

  it('waits longer after each round in vain, up to 30 s', async () => {
    const clock = createManualClock()
    const tries: number[] = []
    const unreachable = function connect() {
      tries.push(clock.now())
      throw new Error('unreachable')
    }
    const chain = createChain({ WebSocket: unreachable as never, clock, store: memoryStore() })
    ends.push(() => chain.stop())
    chain.choose({ network: 'local', endpoints: ['ws://127.0.0.1:9944'], trustedLocal: {} })
    for (let second = 0; second < 125; second++) {
      await new Promise(setImmediate)
      clock.advance(1_000)
    }
    expect(tries.slice(1).map((at, i) => (at - (tries[i] ?? 0)) / 1_000)).toEqual([
      1, 2, 4, 8, 16, 30, 30, 30,
    ])
  })

  it('asks a node that makes no blocks, and is cut when that is not answered', async () => {
    const { devnet, chain, clock } = await bench()
    devnet.fault({ kind: 'silent' })
    clock.advance(36_000)
    await until(() => asked(devnet, 'chain_getHeader') === 1)
    clock.advance(10_000)
    expect(chain.status().kind).not.toBe('online')
  })

  it('stays when a node that makes no blocks answers', async () => {
    const { devnet, chain, clock } = await bench()
    for (let i = 1; i <= 3; i++) {
      clock.advance(36_000)
      await until(() => asked(devnet, 'chain_getHeader') === i)
      await chain.nextNonce(alice.address)
    }
    expect(chain.status().kind).toBe('online')
  })

  it('begins anew with the first endpoint when asked to', async () => {
    const [first, second] = (await nodes(2)) as [Devnet, Devnet]
    first.fault({ kind: 'drop', times: 1 })
    const { chain } = chainOn(trusting(first, second))
    await until(() => isOnline(chain.status(), second))
    chain.reconnect()
    await until(() => isOnline(chain.status(), first))
  })

  it('is offline when no endpoint is set', async () => {
    const { chain } = chainOn({ network: 'local', endpoints: [], trustedLocal: {} })
    expect(chain.status()).toEqual({ kind: 'offline', network: 'local', why: 'no endpoint is set' })
  })

  it('gives up a question when no connection comes about in 15 s', async () => {
    const [node] = (await nodes(1)) as [Devnet]
    const { chain, clock } = chainOn({ ...trusting(node), endpoints: [node.url, node.url] as Url[] })
    node.fault({ kind: 'silent' })
    const answer = chain.head()
    await until(() => asked(node, 'chain_getBlockHash') === 1)
    clock.advance(10_000)
    await until(() => asked(node, 'chain_getBlockHash') === 2)
    clock.advance(5_000)
    await expect(answer).rejects.toMatchObject({ code: 'timeout' })
  })
})

describe('a public network', () => {
  it('is refused under another genesis, before anything else is asked', async () => {
    const [node] = (await nodes(1)) as [Devnet]
    const { chain } = chainOn({ network: 'finney', endpoints: [node.url as Url], trustedLocal: {} })
    await until(() => chain.status().kind === 'wrong-chain')
    expect(chain.status()).toEqual({
      kind: 'wrong-chain',
      network: 'finney',
      endpoint: node.url,
      expected: NETWORKS.finney.genesis,
      got: node.genesis,
    })
    expect(node.requests()).toEqual({ chain_getBlockHash: 1 })
    await expect(chain.live()).rejects.toMatchObject({ code: 'wrong-chain' })
  })

  it('is not left for a trusted genesis of this computer', async () => {
    const [node] = (await nodes(1)) as [Devnet]
    const { chain } = chainOn({ ...trusting(node), network: 'test' })
    await until(() => chain.status().kind === 'wrong-chain')
  })

  it('tries the endpoints after one of another chain', async () => {
    const [first, second] = (await nodes(2)) as [Devnet, Devnet]
    const { chain } = chainOn({
      network: 'finney',
      endpoints: [first.url, second.url] as Url[],
      trustedLocal: {},
    })
    await until(() => chain.status().kind === 'wrong-chain')
    expect(asked(second, 'chain_getBlockHash')).toBe(1)
    expect(chain.status()).toMatchObject({ endpoint: first.url })
  })
})

describe('a node on this computer', () => {
  it('is untrusted until its genesis was agreed to', async () => {
    const [node] = (await nodes(1)) as [Devnet]
    const { chain } = chainOn({ ...trusting(node), trustedLocal: {} })
    await until(() => chain.status().kind === 'untrusted')
    expect(chain.status()).toEqual({
      kind: 'untrusted',
      network: 'local',
      endpoint: node.url,
      genesis: node.genesis,
      before: null,
    })
    expect(node.requests()).toEqual({ chain_getBlockHash: 1 })
    chain.choose(trusting(node))
    await until(() => isOnline(chain.status(), node))
  })

  it('is untrusted again when its genesis changes, and says what it was', async () => {
    const { devnet, chain, clock } = await bench()
    devnet.fault({ kind: 'wrong-genesis' })
    devnet.dropConnections()
    await until(() => chain.status().kind !== 'online')
    clock.advance(1_000)
    await until(() => chain.status().kind === 'untrusted')
    expect(chain.status()).toMatchObject({ before: devnet.genesis })
    await expect(chain.head()).rejects.toMatchObject({ code: 'wrong-chain' })
  })

  it('is not passed over for another chain on this computer', async () => {
    const [first, second] = (await nodes(2)) as [Devnet, Devnet]
    const { chain } = chainOn({
      ...trusting(first, second),
      trustedLocal: { [second.url]: second.genesis as Hash },
    })
    await until(() => chain.status().kind === 'untrusted')
    expect(second.requests()).toEqual({})
  })
})

describe('a choice', () => {
  it('leaves the connection alone when nothing about it changes', async () => {
    const { devnet, chain } = await bench()
    const told: ChainStatus[] = []
    chain.onStatus((status) => told.push(status))
    chain.choose({
      ...trusting(devnet),
      trustedLocal: { ...trusting(devnet).trustedLocal, 'ws://localhost:1': devnet.genesis as Hash },
    })
    await chain.nextNonce(alice.address)
    expect(told).toEqual([])
    expect(asked(devnet, 'chain_getBlockHash')).toBe(1)
  })

  it('of another network ends the connection to the first', async () => {
    const { devnet, chain } = await bench()
    chain.choose({ network: 'test', endpoints: [], trustedLocal: {} })
    expect(chain.status()).toEqual({ kind: 'offline', network: 'test', why: 'no endpoint is set' })
    const { chain: other } = chainOn(trusting(devnet))
    await caughtUp({ devnet, chain: other })
    await nextBlock({ devnet, chain: other }, 3)
    expect(chain.status()).toMatchObject({ kind: 'offline', network: 'test' })
  })
})
