/** What the room seals is kept before anybody is told; what cannot be kept did not happen. */
import { afterEach, describe, expect, it } from 'vitest'
import { addressOf } from '#shared/domain/address.ts'
import type { Failure } from '#shared/domain/errors.ts'
import { fail, ok } from '#shared/domain/result.ts'
import type { Attempts } from '#shared/domain/vault.ts'
import { ALICE, DEV_PHRASE, PASSWORD } from '../../test/build/room.ts'
import { aWallet, type TestWallet } from '../../test/build/wallet.ts'
import { createSession, type NewSecret, type Session } from './session.ts'

const FULL: Failure<'storage-full'> = { code: 'storage-full', details: undefined }
const alice: NewSecret = {
  name: 'Alice',
  source: { kind: 'words', words: DEV_PHRASE, password: '' },
  derivation: { path: '//Alice', scheme: 'sr25519' },
}

const wallets: TestWallet[] = []
afterEach(() => {
  for (const wallet of wallets.splice(0)) wallet.end()
})

interface Opened {
  readonly wallet: TestWallet
  readonly session: Session
  /** The names of what was asked of background and room, in order. */
  readonly asked: string[]
  readonly counts: Attempts[]
}

function open(broken: readonly string[] = []): Opened {
  const wallet = aWallet()
  wallets.push(wallet)
  const asked: string[] = []
  const counts: Attempts[] = []
  const noting = <T extends object>(methods: T): T =>
    Object.fromEntries(
      Object.entries(methods).map(([name, method]) => [
        name,
        async (input: unknown) => {
          asked.push(name)
          if (name === 'vault.attempts') counts.push((input as { attempts: Attempts }).attempts)
          return broken.includes(name) ? fail(FULL) : method(input)
        },
      ]),
    ) as T
  const session = createSession({
    background: noting(wallet.wallet.ask),
    room: {
      call: noting(wallet.wallet.room),
      open: async () => ok({ boot: '' }),
      onEnd: () => () => {},
    },
    autoLockMinutes: () => 15,
  })
  return { wallet, session, asked, counts }
}

async function opened(): Promise<Opened> {
  const all = open()
  expect(await all.session.create(PASSWORD, alice)).toEqual(ok(undefined))
  all.asked.length = 0
  return all
}

const accountsOf = async ({ wallet }: Opened) =>
  (await wallet.wallet.seen('accounts', (list) => list.length > 0)).map(({ name }) => name)

describe('a first vault', () => {
  it('is stored when it was made', async () => {
    const all = await opened()
    expect(await accountsOf(all)).toEqual(['Alice'])
  })
  it('is not said to be made when it could not be stored, and the room is locked again', async () => {
    const { session, wallet } = open(['vault.store'])
    expect(await session.create(PASSWORD, alice)).toEqual(fail(FULL))
    expect(await wallet.wallet.room['room.status'](undefined)).toMatchObject({ value: { kind: 'locked' } })
  })
  it('can be made after a window that closed before it had stored one', async () => {
    const { session, wallet } = open()
    await wallet.wallet.room['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: null })
    expect(await session.create(PASSWORD, alice)).toEqual(ok(undefined))
  })
  it('can hold watched addresses alone', async () => {
    const all = open()
    await all.session.create(PASSWORD, null)
    expect(await all.session.watch(ALICE, 'Looked at')).toEqual(ok(undefined))
    expect(await accountsOf(all)).toEqual(['Looked at'])
  })
  it('says which word is wrong before anything is kept', async () => {
    const { session, asked } = open()
    const words = DEV_PHRASE.replace('lake', 'laek')
    expect(await session.preview({ kind: 'words', words, password: '' }, alice.derivation)).toEqual(
      fail({ code: 'invalid-secret', details: { why: 'word', word: 4 } }),
    )
    expect(asked).toEqual(['room.preview'])
  })
})

describe('unlocking', () => {
  it('stores the count before it tells of a wrong password', async () => {
    const { session, asked, counts } = await opened()
    await session.lock()
    asked.length = 0
    expect(await session.unlock('not the password')).toMatchObject({ kind: 'wrong-password' })
    expect(asked).toEqual(['vault.read', 'room.unlock', 'vault.attempts'])
    expect(counts).toEqual([{ fails: 1, nextAt: expect.any(Number) }])
  })
  it('waits after six wrong passwords, also in a window opened later', async () => {
    const { session } = await opened()
    await session.lock()
    for (let i = 0; i < 6; i++) await session.unlock(`wrong ${i}`)
    expect(await session.unlock(PASSWORD)).toMatchObject({ kind: 'wait' })
  })
  it('forgets the count with the right password', async () => {
    const { session, counts } = await opened()
    await session.lock()
    await session.unlock('not the password')
    expect(await session.unlock(PASSWORD)).toEqual({ kind: 'unlocked' })
    expect(counts.at(-1)?.fails).toBe(0)
  })
  it('stays locked when the count cannot be stored', async () => {
    const broken: string[] = []
    const { session, wallet } = open(broken)
    await session.create(PASSWORD, alice)
    await session.lock()
    broken.push('vault.attempts')
    expect(await session.unlock(PASSWORD)).toEqual({ kind: 'failed', failure: FULL })
    expect(await wallet.wallet.room['room.status'](undefined)).toMatchObject({ value: { kind: 'locked' } })
  })
})

describe('changes', () => {
  it('of accounts are stored', async () => {
    const all = await opened()
    await all.session.addSecret({ ...alice, name: 'Bob', derivation: { path: '//Bob', scheme: 'sr25519' } })
    expect(await accountsOf(all)).toEqual(['Alice', 'Bob'])
  })
  it('lock the room when they cannot be stored: it would know more than the store', async () => {
    const broken: string[] = []
    const { session, wallet } = open(broken)
    await session.create(PASSWORD, alice)
    broken.push('vault.store')
    expect(await session.setAccounts([])).toEqual(fail(FULL))
    expect(await wallet.wallet.room['room.status'](undefined)).toMatchObject({ value: { kind: 'locked' } })
  })
  it.each(['vault.attempts', 'vault.store'])(
    'of a password that cannot be kept by %s leave the old one in force',
    async (name) => {
      const broken: string[] = []
      const { session } = open(broken)
      await session.create(PASSWORD, alice)
      broken.push(name)
      expect(await session.changePassword(PASSWORD, 'kidney-lantern 42 oval')).toMatchObject({
        kind: 'failed',
      })
      broken.length = 0
      await session.unlock(PASSWORD)
      await session.watch(addressOf(new Uint8Array(32)), 'Looked at')
      await session.lock()
      expect(await session.unlock(PASSWORD)).toEqual({ kind: 'unlocked' })
    },
  )
  it('of a password keep the old one out', async () => {
    const { session } = await opened()
    expect(await session.changePassword(PASSWORD, 'kidney-lantern 42 oval')).toMatchObject({ kind: 'done' })
    await session.lock()
    expect(await session.unlock(PASSWORD)).toMatchObject({ kind: 'wrong-password' })
    expect(await session.unlock('kidney-lantern 42 oval')).toEqual({ kind: 'unlocked' })
  })
})

describe('revealing', () => {
  it('gives the words after the password', async () => {
    const { session } = await opened()
    expect(await session.reveal(ALICE, PASSWORD)).toMatchObject({
      kind: 'done',
      value: { kind: 'words', text: DEV_PHRASE, path: '//Alice' },
    })
  })
  it('counts a wrong password like an unlock', async () => {
    const { session, counts } = await opened()
    expect(await session.reveal(ALICE, 'not the password')).toMatchObject({ kind: 'wrong-password' })
    expect(counts).toEqual([{ fails: 1, nextAt: expect.any(Number) }])
  })
  it('sends no password to the background', async () => {
    const { session, asked } = await opened()
    await session.reveal(ALICE, PASSWORD)
    expect(asked).toEqual(['vault.read', 'room.reveal', 'vault.attempts'])
  })
})
