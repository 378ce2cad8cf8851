/** What a coldkey can take out, by the runtime's own word or, where it has none, by what is staked. */
import { describe, expect, it } from 'vitest'
import { addressOf, keyOf } from '#shared/domain/address.ts'
import { netuid } from '#shared/domain/units.ts'
import type { AnswerFrom } from './facts-from.ts'
import { availabilityOf } from './facts-held.ts'
import type { AvailabilityRow, StakeRow } from './plain-reads.ts'

const coldkey = addressOf(new Uint8Array(32).fill(1))
const hotkeys = [2, 3].map((byte) => keyOf(addressOf(new Uint8Array(32).fill(byte))))
const staked = (at: number, subnet: number, stake: bigint): StakeRow => ({
  coldkey: keyOf(coldkey),
  hotkey: hotkeys[at] ?? keyOf(coldkey),
  netuid: subnet,
  stake,
  emission: 0n,
  registered: true,
})

/** A runtime that tells what is staked, and what of it can leave where `told` is given. */
function aRuntime(told?: readonly AvailabilityRow[]): AnswerFrom {
  const stakes = [staked(0, 1, 500n), staked(1, 1, 70n), staked(0, 2, 9n)]
  return {
    perAccount: { availability: async () => told, stakes: async () => stakes },
  } as unknown as AnswerFrom
}

describe('available stake', () => {
  it('is what the runtime says, less than what is staked where some is locked', async () => {
    const row = { coldkey: keyOf(coldkey), netuid: 1, total: 570n, locked: 300n, available: 270n }
    expect(await availabilityOf({ coldkey, netuid: netuid(1) }, aRuntime([row]))).toEqual({
      total: 570n,
      locked: 300n,
      available: 270n,
    })
  })

  it('is nothing on a subnet that the runtime leaves out', async () => {
    expect(await availabilityOf({ coldkey, netuid: netuid(1) }, aRuntime([]))).toEqual({
      total: 0n,
      locked: 0n,
      available: 0n,
    })
  })

  it('is all that is staked on the subnet, over its validators, where the runtime has no word for it', async () => {
    expect(await availabilityOf({ coldkey, netuid: netuid(1) }, aRuntime())).toEqual({
      total: 570n,
      locked: 0n,
      available: 570n,
    })
  })
})
