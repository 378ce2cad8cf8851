import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../test/build/manual-clock.ts'
import { aRecord } from '../../test/build/record.ts'
import type { ChainStatus } from '../shared/domain/portfolio.ts'
import { rao } from '../shared/domain/units.ts'
import type { ChainChoice, FollowedExtrinsic, Sighting } from './chain/chain.ts'
import { createOnDemandChain, type StoppableChain } from './on-demand.ts'

const choice: ChainChoice = { network: 'local', endpoints: ['ws://127.0.0.1:9944'], trustedLocal: {} }
const offline: ChainStatus = { kind: 'offline', network: 'local', why: 'gone' }

/** Chains that remember what was asked of them, and answer nothing by themselves. */
function chains() {
  const made: { calls: string[]; tell: (status: ChainStatus) => void; see: (sighting: Sighting) => void }[] =
    []
  const make = async (): Promise<StoppableChain> => {
    const calls: string[] = []
    let tell: (status: ChainStatus) => void = () => {}
    const followers = new Set<(sighting: Sighting) => void>()
    made.push({
      calls,
      tell: (status) => tell(status),
      see: (sighting) => {
        for (const listener of followers) listener(sighting)
      },
    })
    const never = () => new Promise<never>(() => {})
    return {
      status: () => offline,
      onStatus: (listener) => {
        tell = listener
        return () => {}
      },
      choose: ({ network }) => void calls.push(`choose ${network}`),
      reconnect: () => void calls.push('reconnect'),
      head: never,
      onHead: () => () => {},
      hashAt: never,
      live: never,
      balances: never,
      picture: never,
      subnets: never,
      validators: never,
      names: never,
      nominators: never,
      existentialDeposit: () => {
        calls.push('deposit')
        return Promise.resolve(rao(500n))
      },
      answers: never,
      cost: never,
      fee: never,
      nextNonce: never,
      shieldKey: never,
      follow: (_extrinsic, listener) => {
        calls.push('follow')
        followers.add(listener)
        return () => {
          calls.push('unfollow')
          followers.delete(listener)
        }
      },
      stop: () => void calls.push('stop'),
    }
  }
  const clock = createManualClock()
  const chain = createOnDemandChain({
    make,
    choice: () => Promise.resolve(choice),
    after: clock.after,
    onBug: (cause) => {
      throw cause
    },
  })
  return { made, chain, clock }
}
const settle = (): Promise<void> => new Promise((done) => setImmediate(done))
const { signed, ...record } = aRecord()
const extrinsic: FollowedExtrinsic = { ...record, extrinsic: signed, broadcast: true }

describe('a chain on demand', () => {
  it('does not connect until somebody needs it', () => {
    const { made, chain } = chains()
    chain.choose(choice)
    expect(made).toEqual([])
    expect(chain.status()).toEqual({ kind: 'connecting', network: 'local' })
  })
  it('connects for one who holds it, and ends a while after the last lets go', async () => {
    const { made, chain, clock } = chains()
    const [one, two] = [chain.hold(), chain.hold()]
    await settle()
    one()
    one()
    clock.advance(20_000)
    expect(made[0]?.calls).toEqual(['choose local'])
    two()
    clock.advance(20_000)
    expect(made[0]?.calls).toEqual(['choose local', 'stop'])
  })
  it('stays for one who comes back soon', async () => {
    const { made, chain, clock } = chains()
    chain.hold()()
    clock.advance(19_000)
    chain.hold()
    await settle()
    clock.advance(20_000)
    expect(made).toHaveLength(1)
    expect(made[0]?.calls).not.toContain('stop')
  })
  it('connects for the length of a question', async () => {
    const { made, chain, clock } = chains()
    expect(await chain.existentialDeposit()).toBe(500n)
    clock.advance(20_000)
    expect(made[0]?.calls).toEqual(['choose local', 'deposit', 'stop'])
  })
  it('passes a new choice on to the connection that is there', async () => {
    const { made, chain } = chains()
    chain.hold()
    await settle()
    chain.choose({ ...choice, network: 'test' })
    expect(made[0]?.calls).toEqual(['choose local', 'choose test'])
  })
  it('takes a choice that comes while it is being made', async () => {
    const { made, chain } = chains()
    chain.hold()
    chain.choose({ ...choice, network: 'test' })
    expect(chain.status()).toEqual({ kind: 'connecting', network: 'test' })
    await settle()
    expect(made[0]?.calls).toEqual(['choose test'])
  })
  it('never begins where its last holder has gone before it was made', async () => {
    const { made, chain, clock } = chains()
    chain.hold()()
    clock.advance(20_000)
    await settle()
    expect(made.map(({ calls }) => calls)).toEqual([[]])
  })
  it('that cannot be made is tried anew by the next who needs it', async () => {
    const bugs: unknown[] = []
    const chain = createOnDemandChain({
      make: () => Promise.reject(new Error('not loaded')),
      choice: () => Promise.resolve(choice),
      after: () => () => {},
      onBug: (cause) => bugs.push(cause),
    })
    await expect(chain.head()).rejects.toThrow('not loaded')
    await expect(chain.head()).rejects.toThrow('not loaded')
    expect(bugs).toHaveLength(2)
  })
  it('tells the last status of a connection that has ended', async () => {
    const { made, chain, clock } = chains()
    const release = chain.hold()
    await settle()
    made[0]?.tell(offline)
    release()
    clock.advance(20_000)
    expect(chain.status()).toEqual(offline)
  })
  it('follows an extrinsic once, whether it was asked before or after the choice was known', async () => {
    const { made, chain } = chains()
    chain.hold()
    chain.follow(extrinsic, () => {})
    await settle()
    chain.follow(extrinsic, () => {})
    expect(made[0]?.calls.filter((call) => call === 'follow')).toHaveLength(2)
  })
  it('takes a follow up again over the next connection', async () => {
    const { made, chain, clock } = chains()
    const heard: string[] = []
    const release = chain.hold()
    const stop = chain.follow(extrinsic, ({ kind }) => heard.push(kind))
    await settle()
    release()
    clock.advance(20_000)
    chain.hold()
    await settle()
    made[1]?.see({ kind: 'broadcast' })
    expect(heard).toEqual(['broadcast'])
    stop()
    expect(made[1]?.calls).toContain('unfollow')
  })
})
