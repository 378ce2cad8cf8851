import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Hash } from './bytes.ts'
import { advance, isOpen, type TxEvent, type TxState } from './transaction.ts'

const at = { number: 7, hash: `0x${'07'.repeat(32)}` as Hash }
const outcome = { kind: 'done' } as const
const events: readonly TxEvent[] = [
  { kind: 'broadcast' },
  { kind: 'seen', at, outcome, final: false },
  { kind: 'seen', at, outcome, final: true },
  { kind: 'retracted' },
  { kind: 'refused', reason: 'x' },
  { kind: 'era-over', lastBlock: 9 },
  { kind: 'lost-sight' },
]
const run = (sequence: readonly TxEvent[]): TxState => sequence.reduce<TxState>(advance, { kind: 'signed' })

describe('a transaction', () => {
  it('goes from signed over broadcast and in a block to final', () => {
    expect(run([{ kind: 'broadcast' }]).kind).toBe('broadcast')
    expect(run([{ kind: 'broadcast' }, { kind: 'seen', at, outcome, final: false }]).kind).toBe('in-block')
    expect(run([{ kind: 'broadcast' }, { kind: 'seen', at, outcome, final: true }]).kind).toBe('final')
  })
  it('never leaves an end', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events)), fc.constantFrom(...events), (before, next) => {
        const state = run(before)
        if (!isOpen(state)) expect(advance(state, next)).toBe(state)
      }),
    )
  })
  it('is final only through a finalized block', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...events.filter((event) => event.kind !== 'seen' || !event.final))),
        (all) => {
          expect(run(all).kind).not.toBe('final')
        },
      ),
    )
  })
  it('goes back to broadcast when its block is retracted', () => {
    const state = run([{ kind: 'seen', at, outcome, final: false }, { kind: 'retracted' }])
    expect(state).toEqual({ kind: 'broadcast' })
  })
  it('that is in a block is not called refused or expired', () => {
    const inBlock = run([{ kind: 'seen', at, outcome, final: false }])
    expect(advance(inBlock, { kind: 'refused', reason: 'x' })).toBe(inBlock)
    expect(advance(inBlock, { kind: 'era-over', lastBlock: 9 })).toBe(inBlock)
  })
})
