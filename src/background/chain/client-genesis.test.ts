import { describe, expect, it } from 'vitest'
import type { Hash } from '#shared/domain/bytes.ts'
import { NETWORKS, type Url } from '#shared/domain/network.ts'
import type { Devnet } from '../../../devnet/start.ts'
import { asked, endingConnections, isOnline } from '../../../test/build/connections.ts'
import { trusting, until } from '../../../test/build/devnet-chain.ts'

const { bench, chainOn, nodes } = endingConnections()

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
