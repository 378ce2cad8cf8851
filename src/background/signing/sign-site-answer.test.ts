/** What comes of a decision that stands: the signature that its page was to have, once, or the word that a person said no. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { Hash } from '#shared/domain/bytes.ts'
import { rao, TAO } from '#shared/domain/units.ts'
import { A1, A5, aMessageRequest, aPayloadRequest, B1, DAPP } from '../../../test/build/site-requests.ts'
import { aSigner, pending } from '../../../test/build/site-signer.ts'
import { hasFinney } from '../../../test/fixtures/finney.ts'

describe.runIf(hasFinney)('a decision on what a site asked', () => {
  let test: Awaited<ReturnType<typeof aSigner>>
  beforeEach(async () => {
    test = await aSigner()
  })

  it('gives a page no transaction that is not, byte for byte, what it asked (SIG-16)', async () => {
    const decision = await test.shown(aPayloadRequest({ withSignedTransaction: true }))
    test.world.cuts = true
    await expect(test.signer.decide(decision)).rejects.toThrow('an extrinsic that was not asked for')
    expect(await test.stateOf(decision)).toEqual(pending)
    expect(await test.heard(decision)).toBeUndefined()
    test.world.cuts = false
    await test.signer.decide(decision)
    expect(await test.stateOf(decision)).toMatchObject({ kind: 'answered' })
  })

  describe('is carried out', () => {
    it('8.4-37 with the signature of the vector, its kind before it', async () => {
      const decision = await test.shown(aPayloadRequest())
      await test.signer.decide(decision)
      expect(await test.stateOf(decision)).toEqual({
        kind: 'answered',
        signature: A1.signature,
        at: test.now(),
      })
    })
    it('8.5-57 with the bare 64 bytes of a message', async () => {
      const decision = await test.shown(aMessageRequest())
      await test.signer.decide(decision)
      expect(await test.stateOf(decision)).toMatchObject({ kind: 'answered', signature: B1.signature })
    })
    it('with the whole transaction where its page takes it, raised to mode 1', async () => {
      const decision = await test.shown(aPayloadRequest({ withSignedTransaction: true }))
      await test.signer.decide(decision)
      const state = await test.stateOf(decision)
      if (state.kind !== 'answered') throw new Error(state.kind)
      expect(state.signature).toBe(A5.signature)
      expect(state.transaction).toContain(A5.signature.slice(2))
    })
    it('8.6-67 once: what is decided again is signed by nobody', async () => {
      const decision = await test.shown(aPayloadRequest())
      await Promise.all([test.signer.decide(decision), test.signer.decide(decision)])
      await test.signer.decide(decision)
      expect(test.signatures()).toBe(1)
    })
    it('counting for the day of its site what leaves, before its page can have the signature', async () => {
      await test.permissions.setRules(DAPP, { cap: rao(10n * TAO), asks: null })
      await test.signer.decide(await test.shown(aPayloadRequest()))
      expect(await test.spendings.ruled(DAPP)).toMatchObject({ spent: TAO })
    })
  })

  describe('that is a rejection', () => {
    it('needs no runtime, no open wallet, and no digest', async () => {
      const { id } = await test.shown(aPayloadRequest())
      test.world.chain = {}
      await test.lockState.lock()
      const digest = `0x${'00'.repeat(32)}` as Hash
      await test.signer.decide({ id, verdict: false, digest, metadataHash: null })
      expect(await test.stateOf({ id })).toEqual({ kind: 'rejected', why: 'user' })
      expect(await test.heard({ id })).toEqual({ ok: false, error: { code: 4001, message: 'Cancelled' } })
    })
    it('8.4-52 of a digest that the room reads otherwise says so to the page', async () => {
      const metadataHash = A5.digest.replace('80', '81') as Hash
      const { id } = await test.approvals.ask(aPayloadRequest({ mode: 1, metadataHash }), 'finney')
      const digest = `0x${'00'.repeat(32)}` as Hash
      await test.signer.decide({ id, verdict: false, digest, metadataHash: A5.digest as Hash })
      expect(await test.heard({ id })).toEqual({
        ok: false,
        error: { code: -32602, message: 'Metadata hash mismatch' },
      })
    })
    it('changes nothing of what was signed, and agreeing nothing of what was rejected', async () => {
      const decision = await test.shown(aPayloadRequest())
      await test.signer.decide(decision)
      await expect(test.signer.decide({ ...decision, verdict: false })).rejects.toMatchObject({
        code: 'refused',
        details: { why: 'decided before' },
      })
      expect(await test.stateOf(decision)).toMatchObject({ kind: 'answered' })
    })
  })
})
