import { describe, expect, it } from 'vitest'
import type { Hash } from '#shared/domain/bytes.ts'
import type { NetworkFacts } from '#shared/domain/network-facts.ts'
import type { ChainStatus } from '#shared/domain/portfolio.ts'
import { refusesAll, weatherOf } from './weather.ts'

const NOW = 1_800_000_000_000
const genesis = `0x${'01'.repeat(32)}` as Hash
const online: Extract<ChainStatus, { kind: 'online' }> = {
  kind: 'online',
  network: 'finney',
  genesis,
  endpoint: 'wss://node',
  spec: 424,
  best: 1000,
  final: 998,
  bestAt: NOW - 8000,
}
const facts = (safeModeUntil: number | null): NetworkFacts => ({
  network: 'finney',
  genesis,
  block: { number: 1000, hash: genesis },
  readAt: NOW,
  spec: 424,
  issued: null,
  staked: null,
  reward: null,
  safeModeUntil,
})
const of = (chain: ChainStatus | undefined, told: NetworkFacts | null = null) =>
  weatherOf({ network: 'finney', chain, facts: told, now: NOW })

describe('the weather', () => {
  it('is fair while blocks come and become final', () => {
    expect(of(online, facts(null))).toEqual([])
  })
  it('is foul in safe mode, to its last block and no longer', () => {
    expect(of(online, facts(1000))).toEqual([{ kind: 'safe-mode', until: 1000 }])
    expect(of({ ...online, best: 1001 }, facts(1000))).toEqual([])
    expect(refusesAll(of(online, facts(2000)))).toBe(true)
  })
  it('of another chain is not this one’s', () => {
    const other = { ...online, genesis: `0x${'02'.repeat(32)}` as Hash }
    expect(of(other, facts(2000))).toEqual([])
    expect(of({ ...online, network: 'test' }, facts(2000))).toEqual([])
  })
  it('is still when no block has come for two minutes', () => {
    expect(of({ ...online, bestAt: NOW - 119_000 })).toEqual([])
    const still = of({ ...online, bestAt: NOW - 240_000 })
    expect(still).toEqual([{ kind: 'halted', forMs: 240_000 }])
    expect(refusesAll(still)).toBe(false)
  })
  it('tells when blocks do not become final', () => {
    expect(of({ ...online, final: 970 })).toEqual([{ kind: 'lagging', blocks: 30 }])
  })
  it('is not told of a chain that is away', () => {
    expect(of({ kind: 'offline', network: 'finney', why: 'closed' }, facts(2000))).toEqual([])
    expect(of(undefined, facts(2000))).toEqual([])
  })
})
