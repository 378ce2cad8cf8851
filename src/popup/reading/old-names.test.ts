import { base58 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { addressOf, addressOfKey, keyOf } from '#shared/domain/address.ts'
import { aName, aSubnet } from '../../../test/build/staking-topics.ts'
import { subnetNamed, validatorNamed } from './old-names.ts'

/** Some account whose address begins so. */
const beginning = (begin: string) => keyOf(addressOf(base58.decode(begin.padEnd(48, 'x')).slice(1, 33)))

describe('a name from before there were identities', () => {
  it('is given to a subnet that has none, and said to be from a list', () => {
    expect(subnetNamed(aSubnet(64, 'Subnet 64', { source: 'none' }))).toMatchObject({
      name: 'chutes',
      source: 'list',
    })
  })
  it('is not given to one whose owner chose a name, nor to one the list does not know', () => {
    const chosen = aSubnet(64, 'Mine', { source: 'chain' })
    expect(subnetNamed(chosen)).toBe(chosen)
    const later = aSubnet(120, 'Subnet 120', { source: 'none' })
    expect(subnetNamed(later)).toBe(later)
    const gap = aSubnet(55, 'Subnet 55', { source: 'none' })
    expect(subnetNamed(gap)).toBe(gap)
  })
  it('is given to a validator without an identity, by the beginning of its address', () => {
    const hotkey = beginning('5ECvRLMj9jkb')
    expect(addressOfKey(hotkey)).toMatch(/^5ECvRLMj9jkb/)
    const nameless = { ...aName(3, ''), hotkey, source: 'none' } as const
    expect(validatorNamed(nameless)).toMatchObject({ name: 'Vune', source: 'list' })
    const named = { ...nameless, name: 'Chosen', source: 'chain' } as const
    expect(validatorNamed(named)).toBe(named)
    const stranger = { ...aName(4, ''), source: 'none' } as const
    expect(validatorNamed(stranger)).toBe(stranger)
  })
})
