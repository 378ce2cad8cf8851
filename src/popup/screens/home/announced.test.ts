import { describe, expect, it } from 'vitest'
import { addressOf } from '#shared/domain/address.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import type { SwapStanding } from '#shared/domain/standing.ts'
import type { TxRecord } from '#shared/domain/transaction.ts'
import { rao } from '#shared/domain/units.ts'
import { aRecord } from '../../../../test/build/record.ts'
import { anAccount } from '../../../../test/build/store.ts'
import { announcedOf } from './announced.ts'

const alice = anAccount()
const bob = anAccount({ address: addressOf(new Uint8Array(32).fill(2)), name: 'Bob' })
const block = { number: 10, hash: `0x${'11'.repeat(32)}` as Hash }
const hash = `0x${'22'.repeat(32)}` as Hash
const none: SwapStanding = { block, announced: null, wait: 36_000, rest: 7_200, cost: rao(1n) }
const swap: SwapStanding = { ...none, announced: { hash, executableAt: 36_000, disputed: false } }
const done = { kind: 'final', at: block, outcome: { kind: 'done' } } as const
const sent = (code: Hash, state: TxRecord['state'] = done) =>
  aRecord({
    account: alice.address,
    description: { verb: 'Announce', sentence: [], rows: [{ label: 'Fingerprint', value: [{ code }] }] },
    state,
  })
const told = (swaps: readonly SwapStanding[], records: readonly TxRecord[] = []) =>
  announcedOf({ accounts: [alice, bob], swaps, records }).map(({ account, isOurs }) => [account.name, isOurs])

describe('an account about to be swapped to another key', () => {
  it('is none for which nothing is announced', () => {
    expect(told([none, none])).toEqual([])
  })
  it('is any of the wallet for which something is, whoever did it', () => {
    expect(told([none, swap])).toEqual([['Bob', false]])
  })
  it('is swapped by this wallet where it sent the announcement of that very key, and stands after the others', () => {
    expect(told([swap, swap], [sent(hash)])).toEqual([
      ['Bob', false],
      ['Alice', true],
    ])
  })
  it.each([
    ['of another key', sent(block.hash)],
    ['that the chain refused', sent(hash, { ...done, outcome: { kind: 'failed', pallet: 'x', error: 'x' } })],
    ['of another account', { ...sent(hash), account: bob.address }],
  ])('is swapped by a stranger where this wallet sent an announcement %s', (_, record) => {
    expect(told([swap, none], [record])).toEqual([['Alice', false]])
  })
})
