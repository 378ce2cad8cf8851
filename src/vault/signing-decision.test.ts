import { describe, expect, it } from 'vitest'
import type { Rao } from '#shared/domain/units.ts'
import { answerOf } from '../../test/build/room.ts'
import {
  agreed,
  anId,
  anOpenRoom,
  DIGEST,
  describeIt,
  metadata,
  PAYLOAD,
  proposal,
  refusal,
  sign,
} from '../../test/build/signing-room.ts'
import { hasFinney } from '../../test/fixtures/finney.ts'

describe.runIf(hasFinney)('a decision', () => {
  it('counts only for what this very window was shown', async () => {
    const test = await anOpenRoom()
    const id = anId()
    const { digest } = await describeIt(test, id)
    const stale = { ok: false, error: { code: 'stale', details: { moved: 'consent' } } }
    expect(await test.openApprove()['room.consent']({ id, digest, verdict: true })).toEqual(stale)
    expect(await test.approve['room.consent']({ id: anId(), digest, verdict: true })).toEqual(stale)
    expect(await test.approve['room.consent']({ id, digest: DIGEST, verdict: true })).toEqual(stale)
    expect(await sign(test, id)).toEqual(refusal('nobody agreed to this'))
  })
  it('is for what was shown last under an approval', async () => {
    const test = await anOpenRoom()
    const id = anId()
    const { digest: first } = await describeIt(test, id)
    await describeIt(test, id, { tip: 1n as Rao })
    expect((await test.approve['room.consent']({ id, digest: first, verdict: true })).ok).toBe(false)
  })
  it('counts once: of two windows the first one decides', async () => {
    const test = await anOpenRoom()
    const id = anId()
    const other = test.openApprove()
    const { digest } = await describeIt(test, id)
    await other['room.describe']({ id, proposal, metadata })
    answerOf(await test.approve['room.consent']({ id, digest, verdict: false }))
    expect(await other['room.consent']({ id, digest, verdict: true })).toEqual(refusal('decided before'))
    expect(await sign(test, id)).toEqual(refusal('rejected'))
  })
  it('may be repeated for the same thing, and is still one signature', async () => {
    const test = await anOpenRoom()
    const id = await agreed(test)
    const { digest } = await describeIt(test, id)
    answerOf(await test.approve['room.consent']({ id, digest, verdict: true }))
    const first = await sign(test, id)
    answerOf(await test.approve['room.consent']({ id, digest, verdict: true }))
    expect(await sign(test, id)).toEqual(first)
    expect(await sign(test, id, PAYLOAD.replace('e5031c00', 'e5032000'))).toEqual(
      refusal('signed before, over other bytes'),
    )
  })
  it('that ran out unsigned may be repeated', async () => {
    const test = await anOpenRoom()
    const id = await agreed(test)
    test.pass(120_000)
    expect(await sign(test, id)).toMatchObject({ error: { code: 'expired' } })
    const { digest } = await describeIt(test, id)
    answerOf(await test.approve['room.consent']({ id, digest, verdict: true }))
    expect(await sign(test, id)).toMatchObject({ ok: true })
  })
  it('that was signed cannot be repeated once it ran out', async () => {
    const test = await anOpenRoom()
    const id = await agreed(test)
    await sign(test, id)
    test.pass(120_000)
    const { digest } = await describeIt(test, id)
    expect(await test.approve['room.consent']({ id, digest, verdict: true })).toEqual(
      refusal('decided before'),
    )
  })
  it('cannot be moved to another thing', async () => {
    const test = await anOpenRoom()
    const id = await agreed(test)
    const { digest: other } = await describeIt(test, id, { tip: 1n as Rao })
    expect(await test.approve['room.consent']({ id, digest: other, verdict: true })).toEqual(
      refusal('decided before'),
    )
  })
  it('is taken back by a rejection, for good', async () => {
    const test = await anOpenRoom()
    const id = await agreed(test)
    const { digest } = await describeIt(test, id)
    answerOf(await test.approve['room.consent']({ id, digest, verdict: false }))
    expect(await sign(test, id)).toEqual(refusal('rejected'))
    expect(await test.approve['room.consent']({ id, digest, verdict: true })).toEqual(
      refusal('decided before'),
    )
  })
  it('that was signed cannot be turned round', async () => {
    const test = await anOpenRoom()
    const id = await agreed(test)
    const first = await sign(test, id)
    const { digest } = await describeIt(test, id)
    expect(await test.approve['room.consent']({ id, digest, verdict: false })).toEqual(
      refusal('decided before'),
    )
    expect(await sign(test, id)).toEqual(first)
  })
  it('puts off the automatic lock', async () => {
    const test = await anOpenRoom()
    test.pass(14 * 60_000)
    await agreed(test)
    test.pass(14 * 60_000)
    test.room.tick()
    expect(test.ends()).toBe(0)
  })
  it('is refused when more than 32 wait for their signature', async () => {
    const test = await anOpenRoom()
    for (let n = 0; n < 32; n++) await agreed(test)
    const id = anId()
    const { digest } = await describeIt(test, id)
    expect(await test.approve['room.consent']({ id, digest, verdict: true })).toEqual(
      refusal('too many approvals'),
    )
    test.pass(120_000)
    expect((await test.approve['room.consent']({ id, digest, verdict: true })).ok).toBe(true)
  })
})
