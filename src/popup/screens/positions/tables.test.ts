import { describe, expect, it } from 'vitest'
import { addressOfKey } from '#shared/domain/address.ts'
import type { Outcome } from '#shared/domain/outcome.ts'
import type { TxRecord } from '#shared/domain/transaction.ts'
import { alphaRao, netuid, rao, raoPerAlpha } from '#shared/domain/units.ts'
import { aRecord } from '../../../../test/build/record.ts'
import { ALICE } from '../../../../test/build/room.ts'
import {
  aName,
  aPosition,
  aSubnet,
  keyOfSeed,
  ME,
  somePositions,
} from '../../../../test/build/staking-topics.ts'
import { activityCsv, positionsCsv } from './tables.ts'

const linesOf = (table: string): readonly string[] => table.split('\r\n').slice(1, -1)

describe('the positions as a table', () => {
  it('have a line each, by name where there is one, with exact amounts', () => {
    const positions = somePositions([aPosition(), aPosition({ hotkey: keyOfSeed(7), netuid: netuid(999) })])
    const names = [aName(9, 'Nine, "Lanterns"')]
    const lines = linesOf(positionsCsv(positions, { names, subnets: [aSubnet(64, 'Chutes')] }))
    const read = new Date(positions.readAt).toISOString()
    const block = positions.block.number
    expect(lines).toEqual([
      `"${ME}",64,"Chutes","${addressOfKey(keyOfSeed(9))}","Nine, ""Lanterns""",3021.55,308.117,${block},"${read}"`,
      `"${ME}",999,"","${addressOfKey(keyOfSeed(7))}","",3021.55,308.117,${block},"${read}"`,
    ])
  })
  it('are a head alone where nothing is staked or nothing was ever read', () => {
    expect(linesOf(positionsCsv(null, { names: [], subnets: [] }))).toEqual([])
    expect(positionsCsv(null, { names: [], subnets: [] })).toMatch(/^\ufeff"Account","Subnet",/)
  })
})

describe('what was signed as a table', () => {
  const at = { number: 12, hash: aRecord().hash }
  const line = (record: Partial<TxRecord>): string => linesOf(activityCsv([aRecord(record)]))[0] ?? ''

  it('says when, who, where and what, in plain words', () => {
    const sentence = [
      'Sell ',
      { alpha: alphaRao(1_500_000_000n), netuid: netuid(8) },
      ' for at least ',
      { rao: rao(20_000_000n) },
      ' at ',
      { price: raoPerAlpha(13_333_333n) },
      ', from ',
      { address: ALICE },
      '.',
    ]
    const written = line({ description: { verb: 'Sell', sentence, rows: [] } })
    expect(written).toBe(
      `"2027-01-15T08:00:00.000Z","${ALICE}","local","Sell 1.5 alpha of subnet 8 for at least 0.02 TAO at 0.013333333 TAO, from ${ALICE}.","signed","","","","${aRecord().hash}"`,
    )
  })
  it('says what came of it: the fee and the block of what was taken, the error of what failed', () => {
    const outcome: Outcome = {
      kind: 'done',
      fee: rao(125_000n),
      says: [['Received ', { rao: rao(5n) }, '.']],
    }
    expect(line({ state: { kind: 'final', at, outcome } })).toContain(
      '"final","Received 0.000000005 TAO.",0.000125,12,',
    )
    const failed: Outcome = {
      kind: 'failed',
      pallet: 'Balances',
      error: 'InsufficientBalance',
      fee: rao(1n),
      says: [],
    }
    expect(line({ state: { kind: 'in-block', at, outcome: failed } })).toContain(
      '"failed: Balances.InsufficientBalance","",0.000000001,12,',
    )
  })
})
