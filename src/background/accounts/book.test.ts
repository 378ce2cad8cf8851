import { beforeEach, describe, expect, it } from 'vitest'
import { aRecord } from '../../../test/build/record.ts'
import { anAccount, aSealedVault, aStore, type TestStore } from '../../../test/build/store.ts'
import { type Address, keyHash } from '../../shared/domain/address.ts'
import type { Hash } from '../../shared/domain/bytes.ts'
import type { TxRecord } from '../../shared/domain/transaction.ts'
import { keys } from '../storage/keys.ts'
import { createBook } from './book.ts'

const alice = anAccount().address
const bob = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Address
/** Ends like Bob's; nobody has its key. */
const likeBob = `5FHne${'x'.repeat(39)}94ty` as Address

describe('who an address is', () => {
  let kept: TestStore
  beforeEach(async () => {
    kept = aStore()
    await kept.keeper.store(aSealedVault())
  })
  const who = (of: Address) => createBook(kept).acquaintance(of)
  const sent = (state: TxRecord['state']) =>
    kept.store.set(keys.activity, [
      aRecord({ description: { verb: 'Send', sentence: ['To ', { address: bob }], rows: [] }, state }),
    ])
  const at = { number: 1, hash: `0x${'44'.repeat(32)}` as never }

  it('an account of one’s own', async () =>
    expect(await who(alice)).toEqual({ own: true, name: 'Alice', sentBefore: false, lookalike: undefined }))
  it('a contact, by name', async () => {
    await kept.store.set(keys.contacts, [{ address: bob, name: 'Bob' }])
    expect(await who(bob)).toMatchObject({ own: false, name: 'Bob' })
  })
  it('somebody sent to before', async () => {
    await sent({ kind: 'final', at, outcome: { kind: 'done' } })
    expect(await who(bob)).toMatchObject({ sentBefore: true })
  })
  it('a stranger, when what was sent failed', async () => {
    await sent({ kind: 'final', at, outcome: { kind: 'failed', pallet: 'Balances', error: 'x' } })
    expect(await who(bob)).toMatchObject({ sentBefore: false })
  })
  it('a stranger', async () =>
    expect(await who(bob)).toEqual({ own: false, name: undefined, sentBefore: false, lookalike: undefined }))
  it('one that looks like somebody known', async () => {
    await kept.store.set(keys.contacts, [{ address: bob, name: 'Bob' }])
    expect((await who(likeBob)).lookalike).toBe(bob)
  })
  it('one that looks like another also when both are known: either may be the forged one', async () => {
    await kept.store.set(keys.contacts, [
      { address: bob, name: 'Bob' },
      { address: likeBob, name: 'Another' },
    ])
    expect(await who(likeBob)).toMatchObject({ name: 'Another', lookalike: bob })
    expect(await who(bob)).toMatchObject({ name: 'Bob', lookalike: likeBob })
  })
  it('one that looks like an account that is watched, and a watched one that looks like a contact', async () => {
    const likeAlice = `${alice.slice(0, 4)}${'x'.repeat(41)}${alice.slice(-3)}` as Address
    expect((await who(likeAlice)).lookalike).toBe(alice)
    await kept.store.set(keys.contacts, [{ address: likeAlice, name: 'Another' }])
    expect((await who(alice)).lookalike).toBe(likeAlice)
  })
})

describe('the address behind the hash of a key', () => {
  it('is found among accounts and contacts, whatever else is stored', async () => {
    const { keeper, store } = aStore()
    await keeper.store(aSealedVault())
    await store.set(keys.contacts, [
      { address: likeBob, name: 'Not an address' },
      { address: bob, name: 'Bob' },
    ])
    const book = createBook({ keeper, store })
    expect(await book.withHash(keyHash(alice))).toBe(alice)
    expect(await book.withHash(keyHash(bob))).toBe(bob)
    expect(await book.withHash(`0x${'44'.repeat(32)}` as Hash)).toBeUndefined()
  })
})
