import { describe, expect, it } from 'vitest'
import type { Address } from '#shared/domain/address.ts'
import { addressOf } from '#shared/domain/address.ts'
import { alphaRao, netuid, rao } from '#shared/domain/units.ts'
import { transfer } from '#shared/operations/transfer.ts'
import { lineOf } from './line.ts'

const to: Address = addressOf(new Uint8Array(32).fill(8))

describe('a line', () => {
  it('has how much is sent apart from to whom', () => {
    const amount = { kind: 'exactly', rao: rao(7n) } as const
    expect(lineOf(transfer.describe({ to, amount, keepAlive: true }))).toEqual({
      title: ['Send', ' to ', { address: to }, '.'],
      amount: { value: 7n, unit: 'τ' },
    })
  })
  it('keeps of which subnet alpha is', () => {
    const alpha = { alpha: alphaRao(5n), netuid: netuid(64) }
    expect(lineOf({ sentence: ['Unstake ', alpha, ' from ', { address: to }, '.'] })).toEqual({
      title: ['Unstake ', 'α of ', { netuid: 64 }, ' from ', { address: to }, '.'],
      amount: { value: 5n, unit: 'α' },
    })
  })
  it('is the whole sentence where that does not begin with an amount', () => {
    const all = transfer.describe({ to, amount: { kind: 'all' }, keepAlive: true })
    for (const sentence of [all.sentence, ['Let ', { rao: rao(1n) }, '.'], ['Claim root dividends.'], []])
      expect(lineOf({ sentence })).toEqual({ title: sentence })
  })
})
