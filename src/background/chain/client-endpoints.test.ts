import { describe, expect, it } from 'vitest'
import type { Devnet } from '../../../devnet/start.ts'
import { asked, endingConnections, isOnline } from '../../../test/build/connections.ts'
import { alice, caughtUp, memoryStore, nextBlock, trusting, until } from '../../../test/build/devnet-chain.ts'
import { createManualClock } from '../../../test/build/manual-clock.ts'
import { createChain } from './create-chain.ts'

const { bench, chainOn, ends, nodes } = endingConnections()

describe('the connection', () => {
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
})
