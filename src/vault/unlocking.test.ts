import { describe, expect, it } from 'vitest'
import {
  ALICE,
  alice,
  answerOf,
  aRoom,
  DEV_PHRASE,
  fresh,
  locked,
  PASSWORD,
  type TestRoom,
} from '../../test/build/room.ts'

const MINUTE = 60_000
async function created(): Promise<TestRoom & { sealed: Sealed }> {
  const test = aRoom()
  const { sealed } = answerOf(
    await test.wallet['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: alice }),
  )
  return { ...test, sealed }
}
type Sealed = Parameters<TestRoom['wallet']['room.unlock']>[0]['sealed']
const unlocking = (sealed: Sealed, password = PASSWORD, attempts = fresh) => ({
  sealed,
  attempts,
  password,
  autoLockMinutes: 15,
})

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
    const { sealed: after } = answerOf(await wallet['room.watch']({ address: aBob, name: 'Bob' }))
    expect(after.accounts.map(({ name }) => name)).toEqual(['renamed', 'Bob'])
  })
})

describe('locking', () => {
  it('closes every method that needs the vault', async () => {
    const { wallet, approve, ends, states, sealed } = await created()
    answerOf(await wallet['room.lock'](undefined))
    expect(ends()).toBe(1)
    expect(states.at(-1)).toEqual({ kind: 'locked' })
    const answers = await Promise.all([
      wallet['room.addSecret'](alice),
      wallet['room.derive']({
        secret: sealed.items[0]?.id ?? ('' as never),
        derivation: alice.derivation,
        name: '',
      }),
      wallet['room.watch']({ address: aBob, name: '' }),
      wallet['room.setAccounts']({ accounts: [] }),
      wallet['room.changePassword']({ from: PASSWORD, to: `${PASSWORD} 2`, attempts: fresh }),
      wallet['room.reveal']({ account: ALICE as never, password: PASSWORD, attempts: fresh }),
      approve['room.consent']({
        id: '0'.repeat(32) as never,
        digest: `0x${'0'.repeat(64)}` as never,
        verdict: true,
      }),
    ])
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'locked' } })
    expect(answerOf(await wallet['room.status'](undefined))).toEqual(locked)
  })
  it('happens at the deadline, before the next command is answered', async () => {
    const { wallet, pass, ends } = await created()
    pass(15 * MINUTE - 1)
    expect((await wallet['room.watch']({ address: aBob, name: '' })).ok).toBe(true)
    pass(1)
    expect(await wallet['room.setAccounts']({ accounts: [] })).toMatchObject({ error: { code: 'locked' } })
    expect(ends()).toBe(1)
  })
  it('happens at the deadline when nobody asks', async () => {
    const { room, pass, ends } = await created()
    pass(15 * MINUTE - 1)
    room.tick()
    expect(ends()).toBe(0)
    pass(1)
    room.tick()
    expect(ends()).toBe(1)
  })
  it('is put off by a click, and by nothing that asks by itself', async () => {
    const { wallet, pass, ends } = await created()
    pass(14 * MINUTE)
    await wallet['room.touch'](undefined)
    pass(14 * MINUTE)
    await wallet['room.status'](undefined)
    expect(ends()).toBe(0)
    pass(MINUTE)
    await wallet['room.status'](undefined)
    expect(ends()).toBe(1)
  })
  it('is not put off by setting the clock back, and comes early when it is set forward', async () => {
    const back = await created()
    back.pass(-86_400_000, 15 * MINUTE)
    back.room.tick()
    expect(back.ends()).toBe(1)
    const forward = await created()
    forward.pass(86_400_000, 0)
    forward.room.tick()
    expect(forward.ends()).toBe(1)
  })
  it('wins over a derivation that was running', async () => {
    const { sealed } = await created()
    const { wallet, states } = aRoom()
    const answer = wallet['room.unlock'](unlocking(sealed))
    await wallet['room.lock'](undefined)
    expect((await answer).ok).toBe(false)
    expect(states.map(({ kind }) => kind)).toEqual(['locked'])
    expect(answerOf(await wallet['room.status'](undefined)).kind).toBe('locked')
  })
  it('lasts: a room that was locked opens nothing any more', async () => {
    const { wallet, sealed } = await created()
    await wallet['room.lock'](undefined)
    expect((await wallet['room.unlock'](unlocking(sealed))).ok).toBe(false)
    expect(answerOf(await wallet['room.status'](undefined)).kind).toBe('locked')
  })
  it('cannot be set to never, whatever a setting says', async () => {
    const { wallet, now } = aRoom()
    await wallet['room.create']({ password: PASSWORD, autoLockMinutes: 1e12, first: null })
    expect(answerOf(await wallet['room.status'](undefined))).toEqual({
      kind: 'unlocked',
      locksAt: now() + 1440 * MINUTE,
    })
  })
})

describe('changing the password', () => {
  const to = 'seven quite unrelated giraffes'
  it('needs the old one and gives a vault of the new one', async () => {
    const { wallet, sealed } = await created()
    expect(
      answerOf(await wallet['room.changePassword']({ from: 'wrong', to, attempts: fresh })),
    ).toMatchObject({ outcome: 'wrong-password', attempts: { fails: 1 } })
    const changed = answerOf(await wallet['room.changePassword']({ from: PASSWORD, to, attempts: fresh }))
    if (changed.sealed === undefined) throw new Error('nothing to store')
    expect(changed.sealed.rev).toBe(sealed.rev + 1)
    const next = aRoom()
    expect(answerOf(await next.wallet['room.unlock'](unlocking(changed.sealed))).outcome).toBe(
      'wrong-password',
    )
    expect(answerOf(await next.wallet['room.unlock'](unlocking(changed.sealed, to))).outcome).toBe('unlocked')
  })
  it('refuses a weak new one', async () => {
    const { wallet } = await created()
    const answer = await wallet['room.changePassword']({ from: PASSWORD, to: 'short', attempts: fresh })
    expect(answer).toMatchObject({ error: { code: 'weak-password', details: { why: 'short' } } })
  })
})

describe('revealing a secret', () => {
  const account = ALICE as never
  it('gives the words after the password, and not without it', async () => {
    const { wallet } = await created()
    expect(answerOf(await wallet['room.reveal']({ account, password: 'wrong', attempts: fresh }))).toEqual({
      attempts: { fails: 1, nextAt: expect.any(Number) },
      outcome: 'wrong-password',
    })
    expect(
      answerOf(await wallet['room.reveal']({ account, password: PASSWORD, attempts: fresh })).secret,
    ).toEqual({
      kind: 'words',
      text: DEV_PHRASE,
      password: '',
      path: '//Alice',
      scheme: 'sr25519',
    })
  })
  it('gives a derivation password with its words, and a seed as it was brought', async () => {
    const { wallet } = await created()
    const seed = `0x${'ab'.repeat(32)}`
    const derivation = { path: '', scheme: 'ed25519' as const }
    const withPassword = { ...alice, source: { ...alice.source, password: 'пароль' } }
    for (const [input, expected] of [
      [withPassword, { kind: 'words', text: DEV_PHRASE, password: 'пароль' }],
      [
        { source: { kind: 'seed' as const, seed }, derivation, name: '' },
        { kind: 'seed', text: seed, password: '' },
      ],
    ] as const) {
      const { sealed } = answerOf(await wallet['room.addSecret'](input))
      const added = sealed.accounts.at(-1)?.address ?? account
      expect(
        answerOf(await wallet['room.reveal']({ account: added, password: PASSWORD, attempts: fresh })).secret,
      ).toMatchObject(expected)
    }
  })
  it('is not found for an address that is only watched', async () => {
    const { wallet } = await created()
    await wallet['room.watch']({ address: aBob, name: 'Bob' })
    expect(await wallet['room.reveal']({ account: aBob, password: PASSWORD, attempts: fresh })).toMatchObject(
      {
        error: { code: 'not-found' },
      },
    )
  })
})

const aBob = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as never
