import { describe, expect, it } from 'vitest'
import type { Hash } from '#shared/domain/bytes.ts'
import type { SwapStanding } from '#shared/domain/standing.ts'
import { rao } from '#shared/domain/units.ts'
import { phaseOf } from './phase.ts'

const hash = `0x${'01'.repeat(32)}` as Hash
const at = (number: number, disputed = false): SwapStanding => ({
  block: { number, hash },
  announced: { hash, executableAt: 36_100, disputed },
  wait: 36_000,
  rest: 7_200,
  cost: rao(100_000_000n),
})

describe('a swap of a coldkey', () => {
  it('that is not announced is none', () => {
    expect(phaseOf({ ...at(5), announced: null })).toEqual({ kind: 'none' })
  })
  it('waits to the very block in which it can be carried out', () => {
    expect(phaseOf(at(36_099))).toEqual({ kind: 'waiting', blocks: 1 })
    expect(phaseOf(at(36_100))).toEqual({ kind: 'ready', untilChange: 7_200 })
  })
  it('can be changed or cleared only a rest later', () => {
    expect(phaseOf(at(43_299))).toEqual({ kind: 'ready', untilChange: 1 })
    expect(phaseOf(at(43_300))).toEqual({ kind: 'ready', untilChange: 0 })
  })
  it('that is disputed is frozen, whenever that is', () => {
    expect(phaseOf(at(5, true)).kind).toBe('disputed')
    expect(phaseOf(at(50_000, true)).kind).toBe('disputed')
  })
})
