import { describe, expect, it } from 'vitest'
import { holds, type SortOption, sorted } from './sort.ts'

interface Row {
  readonly name: string
  readonly worth: bigint | undefined
}
const OPTIONS: readonly SortOption<Row, 'name' | 'worth'>[] = [
  { by: 'name', label: 'Name', goes: 'up', of: ({ name }) => name },
  { by: 'worth', label: 'Value', goes: 'down', of: ({ worth }) => worth },
]
const ROWS: readonly Row[] = [
  { name: 'Chutes', worth: 5n },
  { name: 'apex', worth: undefined },
  { name: 'Targon', worth: 9n },
  { name: 'Beta', worth: 5n },
]
const order = (by: 'name' | 'worth', isTurned: boolean) =>
  sorted(ROWS, { by, isTurned }, OPTIONS).map(({ name }) => name)

describe('a sorted list', () => {
  it('begins with the largest, and keeps what is equal where it stood', () => {
    expect(order('worth', false)).toEqual(['Targon', 'Chutes', 'Beta', 'apex'])
  })
  it('ends with what is not known, whichever way it goes', () => {
    expect(order('worth', true)).toEqual(['Chutes', 'Beta', 'Targon', 'apex'])
  })
  it('reads names from A to Z whatever their capitals', () => {
    expect(order('name', false)).toEqual(['apex', 'Beta', 'Chutes', 'Targon'])
    expect(order('name', true)).toEqual(['Targon', 'Chutes', 'Beta', 'apex'])
  })
})

describe('what was typed', () => {
  it('is found in any of the texts, whatever its capitals', () => {
    expect(holds(' cHu ', 'Chutes', '64')).toBe(true)
    expect(holds('64', 'Chutes', '64')).toBe(true)
    expect(holds('65', 'Chutes', '64')).toBe(false)
  })
  it('is everywhere while it is nothing', () => {
    expect(holds('  ', 'Chutes')).toBe(true)
  })
})
