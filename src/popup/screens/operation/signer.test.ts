import { describe, expect, it } from 'vitest'
import type { Account } from '#shared/domain/account.ts'
import { addressOf } from '#shared/domain/address.ts'
import { MAIN as own } from '../../../../test/build/staking-topics.ts'
import { signerOf } from './signer.ts'

const a: Account = { kind: 'watch', address: addressOf(new Uint8Array(32).fill(9)), name: 'W', hidden: false }

describe('the account of a form', () => {
  const of = (accounts: readonly Account[], isAnyones: boolean) =>
    signerOf(accounts, { chosen: a.address, isAnyones })

  it('is the one in front, whether it can sign or not', () => {
    expect(of([a, own], false)).toBe(a)
    expect(signerOf([a, own], { chosen: own.address, isAnyones: true })).toBe(own)
  })

  it('is the first that can sign where all are in view and the one in front cannot', () => {
    expect(of([a, own], true)).toBe(own)
    expect(of([a, { ...own, hidden: true }], true)).toBe(a)
  })
})
