import { Keyring } from '@polkadot/keyring'
import { describe, expect, it } from 'vitest'
import { addressOf } from '#shared/domain/address.ts'
import type { SealedVault } from '#shared/domain/vault.ts'
import {
  ALICE,
  alice,
  answerOf,
  aRoom,
  DEV_PHRASE,
  PASSWORD,
  random,
  type TestRoom,
} from '../../test/build/room.ts'

const bob = { path: '//Bob', scheme: 'sr25519' as const }
async function anOpenRoom(): Promise<TestRoom> {
  const test = aRoom()
  await test.wallet['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: alice })
  return test
}
type Answer = Parameters<typeof answerOf<{ sealed: SealedVault }>>[0]
const sealedOf = async (answer: Promise<Answer>): Promise<SealedVault> => answerOf(await answer).sealed

describe('the accounts', () => {
  it('are told as they stand in the open vault, and not at all once it is locked', async () => {
    const { wallet } = await anOpenRoom()
    await wallet['room.watch']({ address: addressOf(new Uint8Array(32).fill(9)), name: 'Seen' })
    const { accounts } = answerOf(await wallet['room.accounts'](undefined))
    expect(accounts.map(({ kind, name }) => [kind, name])).toEqual([
      ['local', alice.name],
      ['watch', 'Seen'],
    ])
    await wallet['room.lock'](undefined)
    expect(await wallet['room.accounts'](undefined)).toMatchObject({ error: { code: 'locked' } })
  })
})

describe('new words', () => {
  it('are twelve or twenty-four, and make an account that other wallets make too', async () => {
    const { wallet } = aRoom()
    for (const count of [12, 24] as const) {
      const { words } = answerOf(await wallet['room.newWords']({ count }))
      expect(words.split(' ')).toHaveLength(count)
      const source = { kind: 'words' as const, words, password: '' }
      const { address } = answerOf(await wallet['room.preview']({ source, derivation: bob }))
      expect(address).toBe(
        new Keyring({ type: 'sr25519', ss58Format: 42 }).createFromUri(`${words}//Bob`).address,
      )
    }
  })
})

describe('a preview', () => {
  it('gives the address of words, of words with a password, and of a seed, in both schemes', async () => {
    const { wallet } = aRoom()
    const seed = `0x${'7e'.repeat(32)}`
    for (const scheme of ['sr25519', 'ed25519'] as const) {
      const keyring = new Keyring({ type: scheme, ss58Format: 42 })
      for (const [source, uri] of [
        [{ kind: 'words', words: DEV_PHRASE, password: '' }, `${DEV_PHRASE}//a`],
        [{ kind: 'words', words: DEV_PHRASE, password: 'pw' }, `${DEV_PHRASE}//a///pw`],
        [{ kind: 'seed', seed }, `${seed}//a`],
        [{ kind: 'seed', seed: ` ${seed.slice(2).toUpperCase()} ` }, `${seed}//a`],
      ] as const) {
        const asked = await wallet['room.preview']({ source, derivation: { path: '//a', scheme } })
        expect(answerOf(asked).address).toBe(keyring.createFromUri(uri).address)
      }
    }
  })
  it.each([
    ['a seed that is too short', { kind: 'seed', seed: '0xabcd' }, { why: 'seed' }],
    ['a seed that is no hexadecimal', { kind: 'seed', seed: 'g'.repeat(64) }, { why: 'seed' }],
    ['too few words', { kind: 'words', words: 'abandon', password: '' }, { why: 'count' }],
  ] as const)('is refused for %s', async (_, source, details) => {
    const { wallet } = aRoom()
    expect(await wallet['room.preview']({ source, derivation: bob })).toEqual({
      ok: false,
      error: { code: 'invalid-secret', details },
    })
  })
  it('is refused for a path that is none', async () => {
    const { wallet } = aRoom()
    const derivation = { ...bob, path: 'Bob' }
    expect(await wallet['room.preview']({ source: alice.source, derivation })).toMatchObject({
      error: { code: 'invalid-secret', details: { why: 'path' } },
    })
  })
})

describe('accounts', () => {
  it('of one phrase share its secret, which is kept once', async () => {
    const { wallet } = await anOpenRoom()
    await wallet['room.addSecret']({ ...alice, derivation: bob, name: 'Bob' })
    const sealed = await sealedOf(
      wallet['room.addSecret']({ ...alice, derivation: { ...bob, path: '' }, name: 'root' }),
    )
    expect(sealed.items).toHaveLength(1)
    expect(sealed.accounts.map(({ name }) => name)).toEqual(['Alice', 'Bob', 'root'])
  })
  it('of the same words with another password have a secret of their own', async () => {
    const { wallet } = await anOpenRoom()
    const source = { ...alice.source, password: 'other' }
    expect((await sealedOf(wallet['room.addSecret']({ ...alice, source }))).items).toHaveLength(2)
  })
  it('are derived from a kept secret without bringing it again', async () => {
    const { wallet } = await anOpenRoom()
    const before = await sealedOf(wallet['room.watch']({ address: addressOf(random(32)), name: '' }))
    const secret = before.items[0]?.id
    if (secret === undefined) throw new Error('no secret')
    const { accounts } = await sealedOf(wallet['room.derive']({ secret, derivation: bob, name: 'Bob' }))
    expect(accounts.at(-1)).toMatchObject({ name: 'Bob', secret, path: '//Bob' })
    expect(accounts.at(-1)?.address).toBe('5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty')
  })
  it('are not derived from a secret that is not there', async () => {
    const { wallet } = await anOpenRoom()
    const secret = '0'.repeat(32) as never
    expect(await wallet['room.derive']({ secret, derivation: bob, name: '' })).toMatchObject({
      error: { code: 'not-found' },
    })
  })
  it('are not kept twice', async () => {
    const { wallet } = await anOpenRoom()
    expect(await wallet['room.addSecret'](alice)).toEqual({
      ok: false,
      error: { code: 'duplicate', details: { name: 'Alice' } },
    })
    expect(await wallet['room.watch']({ address: ALICE, name: '' })).toMatchObject({
      error: { code: 'duplicate' },
    })
  })
  it('that were watched become local in their place when their words are brought', async () => {
    const { wallet } = aRoom()
    await wallet['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: null })
    await wallet['room.watch']({ address: ALICE, name: 'watched' })
    await wallet['room.watch']({ address: addressOf(random(32)), name: 'other' })
    const { accounts } = await sealedOf(wallet['room.addSecret'](alice))
    expect(accounts.map(({ kind, name }) => [kind, name])).toEqual([
      ['local', 'Alice'],
      ['watch', 'other'],
    ])
  })
  it('have tidy names', async () => {
    const { wallet } = await anOpenRoom()
    const name = `  sa\u202Eva\n ge ${'x'.repeat(60)}`
    const { accounts } = await sealedOf(wallet['room.watch']({ address: addressOf(random(32)), name }))
    expect(accounts.at(-1)?.name).toMatch(/^sa va ge x{30,}$/)
    expect(accounts.at(-1)?.name).toHaveLength(40)
  })
})

describe('rearranging', () => {
  it('renames, hides, and changes the order', async () => {
    const { wallet } = await anOpenRoom()
    const two = await sealedOf(wallet['room.addSecret']({ ...alice, derivation: bob, name: 'Bob' }))
    const accounts = two.accounts
      .map((account) => ({ ...account, name: `${account.name}!`, hidden: true }))
      .toReversed()
    const sealed = await sealedOf(wallet['room.setAccounts']({ accounts }))
    expect(sealed.accounts).toEqual(accounts)
    expect(sealed.items).toEqual(two.items)
  })
  it('takes a secret out with its last account, and not before', async () => {
    const { wallet } = await anOpenRoom()
    const two = await sealedOf(wallet['room.addSecret']({ ...alice, derivation: bob, name: 'Bob' }))
    const one = await sealedOf(wallet['room.setAccounts']({ accounts: two.accounts.slice(1) }))
    expect(one.items).toHaveLength(1)
    expect((await sealedOf(wallet['room.setAccounts']({ accounts: [] }))).items).toEqual([])
  })
  it('refuses an account that is not there', async () => {
    const { wallet } = await anOpenRoom()
    const accounts = [{ kind: 'watch' as const, address: addressOf(random(32)), name: '', hidden: false }]
    expect(await wallet['room.setAccounts']({ accounts })).toMatchObject({ error: { code: 'not-found' } })
  })
  it.each([
    ['another scheme', { scheme: 'ed25519' }],
    ['another path', { path: '//Bob' }],
    ['another secret', { secret: '0'.repeat(32) }],
  ])('refuses an account of %s', async (_, change) => {
    const { wallet } = await anOpenRoom()
    const two = await sealedOf(wallet['room.watch']({ address: addressOf(random(32)), name: '' }))
    const accounts = two.accounts.map((account) =>
      account.kind === 'local' ? { ...account, ...change } : account,
    )
    expect(await wallet['room.setAccounts']({ accounts: accounts as never })).toMatchObject({
      error: { code: 'refused' },
    })
  })
  it('refuses to make a watched account local, or a local one watched', async () => {
    const { wallet } = await anOpenRoom()
    const accounts = [{ kind: 'watch' as const, address: ALICE, name: 'Alice', hidden: false }]
    expect(await wallet['room.setAccounts']({ accounts })).toMatchObject({ error: { code: 'refused' } })
  })
  it('refuses an account that stands twice', async () => {
    const { wallet } = await anOpenRoom()
    const { accounts } = await sealedOf(wallet['room.watch']({ address: addressOf(random(32)), name: '' }))
    expect(await wallet['room.setAccounts']({ accounts: [...accounts, ...accounts] })).toMatchObject({
      error: { code: 'refused' },
    })
  })
})
