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
    await wallet['room.watch']({ address: BOB, name: 'Bob' })
    expect(await wallet['room.reveal']({ account: BOB, password: PASSWORD, attempts: fresh })).toMatchObject({
      error: { code: 'not-found' },
    })
  })
})
