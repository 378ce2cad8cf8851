import { describe, expect, it } from 'vitest'
import { counted, countedOf } from './counted.ts'

describe('a count of rows', () => {
  it('is of one or of many', () => {
    expect(counted(1, 'subnet')).toBe('1 subnet')
    expect(counted(0, 'subnet')).toBe('0 subnets')
    expect(counted(1024, 'subnet')).toBe('1,024 subnets')
  })
  it('says of how many it is where some are left out', () => {
    expect(countedOf(12, 12, 'subnet')).toBe('12 subnets')
    expect(countedOf(1, 12, 'subnet')).toBe('1 of 12 subnets')
    expect(countedOf(0, 12, 'subnet')).toBe('0 of 12 subnets')
    expect(countedOf(0, 1, 'subnet')).toBe('0 of 1 subnet')
  })
})
