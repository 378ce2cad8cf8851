/** What is over the rules of its site is agreed to only after the password, whatever the window does. */
import { base64 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import type { ApprovalId } from '#shared/domain/approval.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import type { Ruled } from '#shared/domain/site-rules.ts'
import { rao, TAO } from '#shared/domain/units.ts'
import { alice, answerOf, aRoom, fresh, PASSWORD } from '../../test/build/room.ts'
import { A1, aMessageRequest, aPayloadRequest, B } from '../../test/build/site-requests.ts'
import { finneyMetadata, hasFinney } from '../../test/fixtures/finney.ts'

const id = '0c'.repeat(16) as ApprovalId
/** The vectors pay one TAO. */
const TIGHT: Ruled = { rules: { cap: rao(TAO - 1n), asks: null }, spent: rao(0n) }
const WIDE: Ruled = { rules: { cap: rao(TAO), asks: ['pay', 'message'] }, spent: rao(0n) }
const PASSWORD_FIRST = { ok: false, error: { code: 'refused', details: { why: 'the password first' } } }
const STALE = { ok: false, error: { code: 'stale', details: { moved: 'consent' } } }

describe.runIf(hasFinney)('a request over its site’s rules', () => {
  const metadata = hasFinney ? base64.encode(finneyMetadata()) : ''
  async function shown(ruled: Ruled | null, request = aPayloadRequest()) {
    const test = aRoom()
    await test.wallet['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: alice })
    await test.wallet['room.addSecret']({
      ...alice,
      derivation: { path: '//Bob', scheme: 'ed25519' },
      name: 'Bob',
    })
    const review = answerOf(await test.approve['room.describeSite']({ id, request, metadata, ruled }))
    const { digest } = review
    return {
      ...test,
      review,
      digest,
      consent: (approve = test.approve) => approve['room.consent']({ id, digest, verdict: true }),
      prove: (password: string, approve = test.approve) =>
        approve['room.prove']({ id, digest, password, attempts: fresh }),
      sign: () => test.room.command({ name: 'room.sign', input: { id, account: B, payload: A1.bytes } }),
    }
  }

  it('is counted and told why', async () => {
    const { review } = await shown(TIGHT)
    expect(review.spends).toBe(TAO)
    expect(review.over).toHaveLength(1)
  })
  it('is not agreed to, and not signed, without the password', async () => {
    const { consent, sign } = await shown(TIGHT)
    expect(await consent()).toEqual(PASSWORD_FIRST)
    expect(await sign()).toMatchObject({ ok: false, error: { code: 'refused' } })
  })
  it('is not agreed to after a wrong one, which is counted', async () => {
    const { consent, prove } = await shown(TIGHT)
    expect(answerOf(await prove('not it'))).toMatchObject({
      outcome: 'wrong-password',
      attempts: { fails: 1 },
    })
    expect(await consent()).toEqual(PASSWORD_FIRST)
  })
  it('is agreed to and signed after the right one', async () => {
    const { consent, prove, sign } = await shown(TIGHT)
    expect(answerOf(await prove(PASSWORD))).toMatchObject({ outcome: 'proved' })
    expect(await consent()).toEqual({ ok: true })
    expect(await sign()).toMatchObject({ ok: true })
  })
  it('wants it for this very review: not for another digest, and not in another window', async () => {
    const { consent, prove, approve, openApprove } = await shown(TIGHT)
    const digest = `0x${'ab'.repeat(32)}` as Hash
    expect(await approve['room.prove']({ id, digest, password: PASSWORD, attempts: fresh })).toEqual(STALE)
    expect(await prove(PASSWORD, openApprove())).toEqual(STALE)
    expect(await consent()).toEqual(PASSWORD_FIRST)
  })
  it('wants it again when it is read again', async () => {
    const { approve, consent, prove } = await shown(TIGHT)
    await prove(PASSWORD)
    await approve['room.describeSite']({ id, request: aPayloadRequest(), metadata, ruled: TIGHT })
    expect(await consent()).toEqual(PASSWORD_FIRST)
  })
  it('is rejected without it', async () => {
    const { approve, digest } = await shown(TIGHT)
    expect(await approve['room.consent']({ id, digest, verdict: false })).toEqual({ ok: true })
  })
  it('may be a message', async () => {
    const ruled: Ruled = { rules: { cap: null, asks: ['pay'] }, spent: rao(0n) }
    const test = aRoom()
    await test.wallet['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: alice })
    await test.wallet['room.addSecret']({
      ...alice,
      derivation: { path: '//Bob', scheme: 'ed25519' },
      name: 'Bob',
    })
    const request = aMessageRequest()
    const { digest, over } = answerOf(
      await test.approve['room.describeSite']({ id, request, metadata: null, ruled }),
    )
    expect(over).toEqual([['Your rules do not let it ask to sign a message.']])
    expect(await test.approve['room.consent']({ id, digest, verdict: true })).toEqual(PASSWORD_FIRST)
  })
  it.each([
    ['within them', WIDE],
    ['of a site without rules', null],
  ])('needs no password %s', async (_, ruled) => {
    const { review, consent } = await shown(ruled)
    expect(review.over).toEqual([])
    expect(await consent()).toEqual({ ok: true })
  })
})
