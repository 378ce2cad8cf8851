import { createKeyDerived, createKeyMulti } from '@polkadot/util-crypto'
import { describe, expect, it } from 'vitest'
import { type Address, addressOf } from '../domain/address.ts'
import { derivedAccount, multisigAccount } from './derived-account.ts'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Address
const CAROL = '5GoNkf6WdbxCFnPdAnYYQyCjAKPJgLNxXwPjwTh6DGg6gN3E' as Address

describe('an account without a key', () => {
  it.each([
    [[ALICE, BOB], 1],
    [[ALICE, BOB, CAROL], 2],
  ])('of several is the one another implementation names, in whatever order they stand', (who, threshold) => {
    const expected = addressOf(createKeyMulti(who, threshold))
    expect(multisigAccount(who, threshold)).toBe(expected)
    expect(multisigAccount(who.toReversed(), threshold)).toBe(expected)
  })
  it('under a number is the one another implementation names', () => {
    expect(derivedAccount(ALICE, 5)).toBe(addressOf(createKeyDerived(ALICE, 5)))
  })
})
