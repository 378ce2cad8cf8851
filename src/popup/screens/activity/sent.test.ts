/** Who was sent to is told from transfers alone, as this wallet describes them. */
import { describe, expect, it } from 'vitest'
import { type Address, addressOf } from '#shared/domain/address.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import type { Origin } from '#shared/domain/site.ts'
import type { TxRecord, TxState } from '#shared/domain/transaction.ts'
import { type Rao, rao } from '#shared/domain/units.ts'
import { transfer } from '#shared/operations/transfer.ts'
import { aRecord } from '../../../../test/build/record.ts'
import { recipientsOf, sentOf } from './sent.ts'

const person = (seed: number): Address => addressOf(new Uint8Array(32).fill(seed))
const done: TxState = {
  kind: 'final',
  at: { number: 9, hash: `0x${'44'.repeat(32)}` as Hash },
  outcome: { kind: 'done' },
}
function sentTo(seed: number, some: Partial<TxRecord> = {}, amount?: Rao): TxRecord {
  return aRecord({
    description: transfer.describe({
      to: person(seed),
      amount: amount === undefined ? { kind: 'all' } : { kind: 'exactly', rao: amount },
      keepAlive: true,
    }),
    state: done,
    open: false,
    ...some,
  })
}
const of = (records: readonly TxRecord[], but: readonly Address[] = []) =>
  recipientsOf(records, { network: 'local', but: but.map((address) => ({ address })) }).map(
    ({ address }) => address,
  )

describe('what was sent', () => {
  it('is told of a transfer, with its amount unless that was everything', () => {
    expect(sentOf(sentTo(1, {}, rao(7n)))).toEqual({ to: person(1), amount: 7n })
    expect(sentOf(sentTo(1))).toEqual({ to: person(1), amount: undefined })
  })
  it('is not told of anything else, whatever its rows are called', () => {
    const rows = [{ label: 'To', value: [{ address: person(1) }] }]
    expect(sentOf(aRecord({ description: { verb: 'Give stake', sentence: [], rows } }))).toBeUndefined()
    expect(sentOf(aRecord())).toBeUndefined()
  })
})

describe('recent recipients', () => {
  it('are those sent to last, each once, and five of them', () => {
    const records = [1, 2, 1, 3, 4, 5, 6].map((seed, sentAt) => sentTo(seed, { sentAt }))
    expect(of(records)).toEqual([6, 5, 4, 3, 1].map(person))
  })
  it('are none that have a name already', () => {
    expect(of([sentTo(1), sentTo(2)], [person(2)])).toEqual([person(1)])
  })
  it('are none to whom nothing went for good', () => {
    const failed: TxState = { ...done, outcome: { kind: 'failed', pallet: 'Balances', error: 'X' } }
    const waiting: TxState = { ...done, kind: 'in-block' }
    for (const state of [failed, waiting, { kind: 'unknown' } as const])
      expect(of([sentTo(1, { state })])).toEqual([])
  })
  it('are none that a site asked for, or of another network', () => {
    const requester = { kind: 'site', origin: 'https://site.example' as Origin } as const
    expect(of([sentTo(1, { requester }), sentTo(2, { network: 'test' })])).toEqual([])
  })
})
