/** A picture is shown with its block and its age, and never as more, or less, than it is. */
import { describe, expect, it } from 'vitest'
import type { Hash } from '#shared/domain/bytes.ts'
import type { ChainStatus, Portfolio } from '#shared/domain/portfolio.ts'
import { printAge, printBlock, STALE_AFTER_MS, standingOf } from './standing.ts'

const GENESIS = `0x${'11'.repeat(32)}` as Hash
const OTHER = `0x${'22'.repeat(32)}` as Hash
const NOW = 1_800_000_000_000

const online: ChainStatus = {
  kind: 'online',
  network: 'finney',
  genesis: GENESIS,
  endpoint: 'wss://node',
  spec: 424,
  best: 100,
  final: 98,
  bestAt: NOW,
}
const portfolio: Portfolio = {
  network: 'finney',
  genesis: GENESIS,
  block: { number: 99, hash: OTHER },
  readAt: NOW - 8000,
  accounts: [],
}
const seen = { network: 'finney', chain: online, view: { portfolio, fresh: true }, now: NOW } as const

describe('the standing of a picture', () => {
  it('is live when it was just read on this connection', () => {
    expect(standingOf(seen)).toMatchObject({ kind: 'live', picture: { block: 99, ageMs: 8000 } })
  })

  it('is stale when two minutes have passed', () => {
    expect(standingOf({ ...seen, now: portfolio.readAt + STALE_AFTER_MS }).kind).toBe('stale')
  })

  it('is stale while it comes from an earlier connection', () => {
    expect(standingOf({ ...seen, view: { portfolio, fresh: false } }).kind).toBe('stale')
  })

  it('is being read when the node is there and no picture is', () => {
    expect(standingOf({ ...seen, view: { portfolio: null, fresh: false } }).kind).toBe('reading')
  })

  it('keeps the old picture, with its age, while offline', () => {
    const chain: ChainStatus = { kind: 'offline', network: 'finney', why: 'closed' }
    expect(standingOf({ ...seen, chain, now: NOW + 60_000 })).toMatchObject({
      kind: 'offline',
      picture: { block: 99, ageMs: 68_000 },
    })
  })

  it('has no picture of another network', () => {
    const view = { portfolio: { ...portfolio, network: 'test' as const }, fresh: true }
    expect(standingOf({ ...seen, view })).toEqual({ kind: 'reading', picture: undefined })
  })

  it('has no picture of another chain of the same name', () => {
    const view = { portfolio: { ...portfolio, genesis: OTHER }, fresh: true }
    expect(standingOf({ ...seen, view })).toEqual({ kind: 'reading', picture: undefined })
  })

  it('is connecting while the status told is of the network left behind', () => {
    expect(standingOf({ ...seen, network: 'test' }).kind).toBe('connecting')
  })

  it('is connecting before anything is told', () => {
    expect(standingOf({ ...seen, chain: undefined, view: undefined })).toEqual({
      kind: 'connecting',
      picture: undefined,
    })
  })

  it('says so when the node is of another chain', () => {
    const chain: ChainStatus = {
      kind: 'wrong-chain',
      network: 'finney',
      endpoint: 'wss://node',
      expected: GENESIS,
      got: OTHER,
    }
    expect(standingOf({ ...seen, chain })).toMatchObject({ kind: 'wrong-chain', status: { got: OTHER } })
  })

  it('shows no picture of a local chain that is not the one asked about', () => {
    const chain: ChainStatus = {
      kind: 'untrusted',
      network: 'finney',
      endpoint: 'ws://127.0.0.1:9944',
      genesis: OTHER,
      before: GENESIS,
    }
    expect(standingOf({ ...seen, chain })).toMatchObject({ kind: 'untrusted', picture: undefined })
  })
})

describe('an age', () => {
  it.each([
    [0, 'just now'],
    [4999, 'just now'],
    [40_000, '40 s ago'],
    [59_999, '59 s ago'],
    [60_000, '1 min ago'],
    [3_600_000, '1 h ago'],
    [47 * 3_600_000, '47 h ago'],
    [48 * 3_600_000, '2 days ago'],
  ])('of %i ms reads %s', (ms, text) => {
    expect(printAge(ms)).toBe(text)
  })
})

it('a block number has its thousands apart', () => {
  expect(printBlock(6_912_004)).toBe('6,912,004')
})
