import { describe, expect, it } from 'vitest'
import { type Address, keyOf } from '#shared/domain/address.ts'
import type { TxRecord } from '#shared/domain/transaction.ts'
import { netuid, TAO } from '#shared/domain/units.ts'
import { ALICE, BOB } from '../../../test/build/words.ts'
import { type Entry, earnedBy, type Flow, flowsOf, seenAgain } from './ledger.ts'

const subnet = netuid(4)
const start = seenAgain(undefined, { at: 1000, block: 100, alpha: 1_000n * TAO, price: TAO / 2n })
const look = (entry: Entry, block: number, alpha: bigint): Entry =>
  seenAgain(entry, { at: block * 10, block, alpha: alpha * TAO, price: TAO / 2n })
const flow = (block: number, by: bigint, isClaim = false): Flow => ({ block, by: by * TAO, isClaim })
const earned = (entry: Entry, ...flows: Flow[]) => {
  const { alpha, sure } = earnedBy(entry, flows, subnet)
  return [alpha / TAO, sure]
}

describe('what a position has earned', () => {
  it('is nothing when it was first seen', () => {
    expect(earned(start)).toEqual([0n, true])
  })
  it('is how its alpha grew, at its last price', () => {
    const entry = look(look(start, 460, 1_003n), 820, 1_006n)
    expect(earnedBy(entry, [], subnet)).toMatchObject({
      alpha: 6n * TAO,
      worth: 3n * TAO,
      since: 1000,
      until: 8200,
    })
  })
  it('is not what our own transactions put in or took out', () => {
    const entry = look(look(start, 110, 1_501n), 120, 1_002n)
    expect(earned(entry, flow(105, 500n), flow(115, -500n))).toEqual([2n, true])
    expect(earned(look(start, 110, 1_501n), flow(105, 500n))).toEqual([1n, true])
  })
  it('is not a transaction too small to stand out', () => {
    expect(earned(look(start, 110, 1_002n), flow(105, 2n))).toEqual([0n, true])
  })
  it('does not count a transaction from before it was seen, or not seen yet', () => {
    expect(earned(look(start, 110, 1_002n), flow(100, 500n), flow(111, 500n))).toEqual([2n, true])
  })
  it('is not sure where something large came or went that is not ours', () => {
    expect(earned(look(start, 110, 1_500n))).toEqual([0n, false])
    expect(earned(look(start, 110, 700n))).toEqual([0n, false])
  })
  it('is all that a claim paid out', () => {
    expect(earned(look(start, 110, 1_500n), flow(105, 0n, true))).toEqual([500n, true])
  })
  it('is unchanged by another look at the same block', () => {
    const entry = look(start, 110, 1_002n)
    expect(look(entry, 110, 1_002n)).toBe(entry)
  })
  it('is not sure after a branch of the chain was left', () => {
    expect(earned(look(look(start, 110, 1_002n), 109, 1_001n))[1]).toBe(false)
  })
  it('of a position that was left stays what it was', () => {
    const entry = look(look(start, 110, 1_002n), 120, 0n)
    expect(earned(entry, flow(115, -1_002n))).toEqual([2n, true])
  })
})

describe('the flows of a position', () => {
  const claim = (coldkey: Address): TxRecord =>
    ({
      state: {
        kind: 'final',
        at: { number: 105 },
        outcome: { kind: 'done', effects: [{ kind: 'claimed', coldkey }] },
      },
    }) as unknown as TxRecord

  it('have the claims of its own coldkey, and no other’s', () => {
    const position = { coldkey: ALICE, hotkey: keyOf(BOB), netuid: subnet }
    expect(flowsOf(position, [claim(ALICE)])).toEqual([{ block: 105, by: 0n, isClaim: true }])
    expect(flowsOf(position, [claim(BOB)])).toEqual([])
  })
})
