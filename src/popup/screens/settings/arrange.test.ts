/** Changing the list of accounts changes what was meant and nothing else. */
import { describe, expect, it } from 'vitest'
import type { Account, SecretId } from '#shared/domain/account.ts'
import { addressOf } from '#shared/domain/address.ts'
import { moved, nextPath, renamed, secretsOf, toTop, whatGoes, withHidden, without } from './arrange.ts'

const secret = (digit: string): SecretId => digit.repeat(32) as SecretId
const local = (seed: number, of: SecretId, path: string): Account => ({
  kind: 'local',
  address: addressOf(new Uint8Array(32).fill(seed)),
  name: `Account ${seed}`,
  hidden: false,
  scheme: 'sr25519',
  secret: of,
  path,
})
const one = local(1, secret('a'), '')
const two = local(2, secret('a'), '//1')
const three = local(3, secret('b'), '')
const watched: Account = {
  kind: 'watch',
  address: addressOf(new Uint8Array(32).fill(4)),
  name: 'W',
  hidden: false,
}
const all = [one, two, three, watched]

describe('order', () => {
  it('moves one place', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b'])
  })
  it('moves to the top at once, and leaves the others in their order', () => {
    expect(toTop(['a', 'b', 'c', 'd'], 2)).toEqual(['c', 'a', 'b', 'd'])
    expect(toTop(['a', 'b'], 0)).toEqual(['a', 'b'])
  })
  it('stays at both ends', () => {
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
  })
})

describe('a change of one account', () => {
  it('renames it alone', () => {
    expect(renamed(all, two.address, 'New').map(({ name }) => name)).toEqual([
      'Account 1',
      'New',
      'Account 3',
      'W',
    ])
  })
  it('hides it alone', () => {
    expect(withHidden(all, three.address, true).map(({ hidden }) => hidden)).toEqual([
      false,
      false,
      true,
      false,
    ])
  })
  it('removes it alone', () => {
    expect(without(all, one.address)).toEqual([two, three, watched])
  })
})

describe('removing', () => {
  it('takes the secret along with its last account only', () => {
    expect(whatGoes(all, one)).toBe('path')
    expect(whatGoes(all, three)).toBe('secret')
    expect(whatGoes(all, watched)).toBe('address')
  })
})

describe('deriving', () => {
  it('names each secret by its first account', () => {
    expect(secretsOf(all)).toEqual([
      { secret: secret('a'), name: 'Account 1' },
      { secret: secret('b'), name: 'Account 3' },
    ])
  })
  it('proposes the first number that is free', () => {
    expect(nextPath(all, secret('a'))).toBe('//2')
    expect(nextPath(all, secret('b'))).toBe('//1')
  })
})
