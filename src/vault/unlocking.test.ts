import { describe, expect, it } from 'vitest'
import {
  ALICE,
  alice,
  answerOf,
  aRoom,
  created,
  DEV_PHRASE,
  fresh,
  PASSWORD,
  unlocking,
} from '../../test/build/room.ts'
import { BOB } from '../../test/build/words.ts'

const MINUTE = 60_000

describe('making a vault', () => {
  it('leaves it open, with its first account', async () => {
    const { wallet, sealed, states, now } = await created()
    expect(sealed.accounts).toMatchObject([{ kind: 'local', address: ALICE, name: 'Alice', path: '//Alice' }])
    expect(answerOf(await wallet['room.status'](undefined))).toEqual({
      kind: 'unlocked',
      locksAt: now() + 15 * MINUTE,
    })
    expect(states).toEqual([{ kind: 'unlocked', locksAt: now() + 15 * MINUTE }])
  })
  it('may hold no secret at all', async () => {
    const { wallet } = aRoom()
    const { sealed } = answerOf(
      await wallet['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: null }),
    )
    expect([sealed.items, sealed.accounts]).toEqual([[], []])
  })
  it('refuses a weak password', async () => {
    const { wallet, states } = aRoom()
    const answer = await wallet['room.create']({ password: 'password1', autoLockMinutes: 15, first: null })
    expect(answer).toEqual({ ok: false, error: { code: 'weak-password', details: { why: 'short' } } })
    expect(states).toEqual([])
  })
  it('names the wrong word and keeps nothing', async () => {
    const { wallet, states } = aRoom()
    const first = { ...alice, source: { ...alice.source, words: DEV_PHRASE.replace('lake', 'lack') } }
    const answer = await wallet['room.create']({ password: PASSWORD, autoLockMinutes: 15, first })
    expect(answer).toEqual({
      ok: false,
      error: { code: 'invalid-secret', details: { why: 'word', word: 4 } },
    })
    expect(states).toEqual([])
  })
  it('does not write over a vault that is open', async () => {
    const { wallet } = await created()
    const answer = await wallet['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: null })
    expect(answer.ok).toBe(false)
    expect(answerOf(await wallet['room.status'](undefined)).kind).toBe('unlocked')
  })
})

describe('unlocking', () => {
  it('opens with the password, in a room that never saw the vault', async () => {
    const { sealed } = await created()
    const { wallet } = aRoom()
    expect(answerOf(await wallet['room.unlock'](unlocking(sealed)))).toEqual({
      attempts: fresh,
      outcome: 'unlocked',
    })
    expect(answerOf(await wallet['room.status'](undefined)).kind).toBe('unlocked')
  })
  it('may be done from the review window', async () => {
    const { sealed } = await created()
    const { approve } = aRoom()
    expect(answerOf(await approve['room.unlock'](unlocking(sealed))).outcome).toBe('unlocked')
  })
  it('counts a wrong password and stays locked', async () => {
    const { sealed } = await created()
    const { wallet, states } = aRoom()
    expect(answerOf(await wallet['room.unlock'](unlocking(sealed, `${PASSWORD} `)))).toMatchObject({
      attempts: { fails: 1 },
      outcome: 'wrong-password',
    })
    expect(answerOf(await wallet['room.status'](undefined)).kind).toBe('locked')
    expect(states).toEqual([])
  })
  it('hears nothing for two seconds after six wrong passwords, not even the right one', async () => {
    const { sealed } = await created()
    const { wallet, pass, now } = aRoom()
    let attempts = fresh
    for (let n = 0; n < 6; n++) {
      attempts = answerOf(await wallet['room.unlock'](unlocking(sealed, 'wrong', attempts))).attempts
    }
    expect(attempts).toEqual({ fails: 6, nextAt: now() + 2000 })
    expect(answerOf(await wallet['room.unlock'](unlocking(sealed, PASSWORD, attempts)))).toEqual({
      attempts,
      outcome: 'wait',
    })
    expect(answerOf(await wallet['room.status'](undefined))).toEqual({
      kind: 'locked',
      retryAt: now() + 2000,
    })
    pass(2000)
    expect(answerOf(await wallet['room.unlock'](unlocking(sealed, PASSWORD, attempts)))).toMatchObject({
      attempts: fresh,
      outcome: 'unlocked',
    })
  })
  it('honours a count that was stored before the room was started', async () => {
    const { sealed } = await created()
    const { wallet, now } = aRoom()
    const attempts = { fails: 9, nextAt: now() + 16_000 }
    expect(answerOf(await wallet['room.unlock'](unlocking(sealed, PASSWORD, attempts))).outcome).toBe('wait')
  })
  it('honours its own count when an older one is sent', async () => {
    const { sealed } = await created()
    const { wallet } = aRoom()
    for (let n = 0; n < 6; n++) await wallet['room.unlock'](unlocking(sealed, 'wrong'))
    expect(answerOf(await wallet['room.unlock'](unlocking(sealed))).outcome).toBe('wait')
  })
  it('says that a changed vault is damaged, and counts no wrong password', async () => {
    const { sealed } = await created()
    const { wallet } = aRoom()
    const renamed = { ...sealed, accounts: sealed.accounts.map((account) => ({ ...account, name: 'Eve' })) }
    const answer = await wallet['room.unlock'](unlocking(renamed))
    expect(answer).toMatchObject({ ok: false, error: { code: 'vault-damaged' } })
    expect(answerOf(await wallet['room.unlock'](unlocking(sealed))).attempts).toEqual(fresh)
  })
  it('does not take back what was changed since the copy it is given', async () => {
    const { wallet, sealed } = await created()
    const accounts = sealed.accounts.map((account) => ({ ...account, name: 'renamed' }))
    await wallet['room.setAccounts']({ accounts })
    await wallet['room.unlock'](unlocking(sealed))
    const { sealed: after } = answerOf(await wallet['room.watch']({ address: BOB, name: 'Bob' }))
    expect(after.accounts.map(({ name }) => name)).toEqual(['renamed', 'Bob'])
  })
})
