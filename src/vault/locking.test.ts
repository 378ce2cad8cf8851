import { describe, expect, it } from 'vitest'
import {
  ALICE,
  alice,
  answerOf,
  aRoom,
  created,
  fresh,
  locked,
  PASSWORD,
  unlocking,
} from '../../test/build/room.ts'
import { BOB } from '../../test/build/words.ts'

const MINUTE = 60_000

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
      wallet['room.watch']({ address: BOB, name: '' }),
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
    expect((await wallet['room.watch']({ address: BOB, name: '' })).ok).toBe(true)
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
