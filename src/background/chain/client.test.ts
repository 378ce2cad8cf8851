import { describe, expect, it } from 'vitest'
import type { Hash } from '#shared/domain/bytes.ts'
import type { Url } from '#shared/domain/network.ts'
import type { ChainStatus } from '#shared/domain/portfolio.ts'
import type { Devnet } from '../../../devnet/start.ts'
import { asked, endingConnections, isOnline } from '../../../test/build/connections.ts'
import { alice, caughtUp, nextBlock, trusting, until } from '../../../test/build/devnet-chain.ts'

const { bench, chainOn, nodes } = endingConnections()

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
