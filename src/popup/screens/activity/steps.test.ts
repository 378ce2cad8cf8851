/** The life of a transaction is told as it is: what is not known is not called done, and not called failed. */
import { describe, expect, it } from 'vitest'
import { addressOf } from '#shared/domain/address.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import type { TxRecord, TxState } from '#shared/domain/transaction.ts'
import { isOpen } from '#shared/domain/transaction.ts'
import { rao } from '#shared/domain/units.ts'
import { knownWords } from '../../ui/dispatch/words.ts'
import type { Words } from '../../ui/words.ts'
import { byDay, printWhen } from './days.ts'
import { canForget, canRetry, printBlocks, stepsOf, summaryOf } from './steps.ts'

const HASH = `0x${'01'.repeat(32)}` as Hash
const NOW = new Date(2026, 10, 22, 12).getTime()
const HOUR = 3_600_000
const at = { number: 100, hash: HASH }

function aTx(state: TxState, sentAt = NOW - HOUR): TxRecord {
  return {
    id: `${sentAt}`,
    account: addressOf(new Uint8Array(32)),
    network: 'finney',
    genesis: HASH,
    spec: 424,
    description: { verb: 'Send', sentence: [], rows: [] },
    requester: { kind: 'wallet' },
    hash: HASH,
    nonce: 41,
    signed: '0x',
    era: { birth: 90, death: 154 },
    sentAt,
    state,
    open: isOpen(state),
  }
}
const done = { kind: 'done', fee: rao(1n) } as const
const failed = { kind: 'failed', pallet: 'Token', error: 'FundsUnavailable' } as const
const last = (state: TxState, final?: number) =>
  stepsOf(aTx(state), final === undefined ? undefined : { best: final + 3, final }).at(-1)

describe('the last step told', () => {
  it('of what is in a block counts down to final', () => {
    expect(last({ kind: 'in-block', at, outcome: done }, 98)).toMatchObject({
      title: 'Final',
      detail: '2 blocks to go, about 24 s',
      mark: 'now',
    })
  })

  it('of what is final says that it cannot be undone', () => {
    expect(last({ kind: 'final', at, outcome: done })).toMatchObject({ title: 'Final', mark: 'done' })
  })

  it('of what was refused says why', () => {
    expect(last({ kind: 'invalid', reason: 'It was sent too late.' })).toMatchObject({
      mark: 'failed',
      detail: 'It was sent too late.',
    })
  })

  it('of what expired says that it can no longer happen', () => {
    expect(last({ kind: 'expired', lastBlock: 154 })?.detail).toContain('can no longer happen')
  })

  it('of what was lost sight of is a doubt, not a failure', () => {
    expect(last({ kind: 'unknown' })).toMatchObject({
      mark: 'doubt',
      detail: expect.stringContaining('may have happened'),
    })
  })
})

it('what is on its way says by when it happens or never will, and nothing of that once it has', () => {
  const sent = (state: TxState, best?: number) =>
    stepsOf(aTx(state), best === undefined ? undefined : { best, final: best - 3 })[1]?.detail
  expect(sent({ kind: 'broadcast' }, 94)).toBe('It happens within about 12 min, or not at all.')
  expect(sent({ kind: 'broadcast' })).toBe('It happens before block 154, or not at all.')
  expect(sent({ kind: 'in-block', at, outcome: done }, 101)).toBe('')
})

it('a failure of some calls among several is not told as a failure of all', () => {
  const leg = { path: 'calls.0', kind: 'done' } as const
  const lost = { path: 'calls.1', kind: 'failed', pallet: 'Swap', error: 'PriceLimitExceeded' } as const
  const told = (legs: readonly (typeof leg | typeof lost)[]) =>
    stepsOf(aTx({ kind: 'final', at, outcome: { ...failed, legs } }), undefined).at(-2)?.detail
  expect(told([leg, lost])).toBe('A part of it failed there, and a part was carried out: see below.')
  expect(told([lost, lost])).toMatch(/^It failed there/)
})

it('a failure in a block is told with its reason, and as failed also once it is final', () => {
  const tx = aTx({ kind: 'final', at, outcome: failed })
  const detail = (words?: Words) => stepsOf(tx, undefined, words)[2]
  expect(detail()).toMatchObject({
    mark: 'failed',
    detail: expect.stringContaining('Token.FundsUnavailable'),
  })
  expect(detail(knownWords(failed))?.detail).toContain('did not hold enough')
  expect(summaryOf({ kind: 'final', at, outcome: failed })).toEqual({ word: 'Failed', tone: 'bad' })
})

describe('what can still be done', () => {
  it('is to send again what was lost sight of, or never left', () => {
    expect(canRetry(aTx({ kind: 'unknown' }), NOW)).toBe(true)
    expect(canRetry(aTx({ kind: 'signed' }), NOW)).toBe(true)
    expect(canRetry(aTx({ kind: 'signed' }, NOW - 1000), NOW)).toBe(false)
    expect(canRetry(aTx({ kind: 'broadcast' }), NOW)).toBe(false)
    expect(canRetry(aTx({ kind: 'expired', lastBlock: 1 }), NOW)).toBe(false)
  })

  it('is not to forget what is still under way', () => {
    expect(canForget(aTx({ kind: 'broadcast' }))).toBe(false)
    expect(canForget(aTx({ kind: 'unknown' }))).toBe(true)
    expect(canForget(aTx({ kind: 'final', at, outcome: done }))).toBe(true)
  })
})

describe('days', () => {
  it('stand newest first, and so does what was sent on them', () => {
    const sent = [NOW - 30 * HOUR, NOW - HOUR, NOW - 2 * HOUR, NOW - 24 * 40 * HOUR, NOW - 24 * 400 * HOUR]
    const days = byDay(
      sent.map((each) => aTx({ kind: 'unknown' }, each)),
      NOW,
    )
    expect(days.map(({ title }) => title)).toEqual(['Today', 'Yesterday', '13 Oct', '18 Oct 2025'])
    expect(days[0]?.records.map(({ sentAt }) => sentAt)).toEqual([NOW - HOUR, NOW - 2 * HOUR])
  })

  it('are named beside the time, but for today', () => {
    expect(printWhen(NOW - HOUR, NOW)).toBe('11:00')
    expect(printWhen(NOW - 24 * HOUR, NOW)).toBe('Yesterday, 12:00')
  })
})

it('blocks are told as seconds, and as minutes from ninety on', () => {
  expect([printBlocks(3), printBlocks(7), printBlocks(8), printBlocks(64)]).toEqual([
    '36 s',
    '84 s',
    '2 min',
    '13 min',
  ])
})
