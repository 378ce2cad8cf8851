/** What a site asks is signed byte for byte as it was agreed to: a transaction as itself, a message in its wrap. */
import { base64 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import type { ApprovalId } from '#shared/domain/approval.ts'
import { NETWORKS } from '#shared/domain/network.ts'
import type { SigningRequest } from '#shared/domain/site-request.ts'
import { runtime as declared } from '../../devnet/runtime/declared/runtime.ts'
import { generate } from '../../devnet/runtime/metadata.ts'
import { alice, answerOf, aRoom, PASSWORD, type TestRoom } from '../../test/build/room.ts'
import { A1, A4, A5, aMessageRequest, aPayloadRequest, B, B1, DAPP } from '../../test/build/site-requests.ts'
import { finneyMetadata, hasFinney } from '../../test/fixtures/finney.ts'

let ids = 0
const anId = () => (++ids).toString(16).padStart(32, '0') as ApprovalId
const refusal = (why: string) => ({ ok: false, error: { code: 'refused', details: { why } } })
const signedAs = (multi: string) => ({
  ok: true,
  value: { signature: `0x${multi.slice(4)}`, scheme: 'ed25519' },
})

describe.runIf(hasFinney)('a site’s request', () => {
  const metadata = hasFinney ? base64.encode(finneyMetadata()) : ''

  async function anOpenRoom(): Promise<TestRoom> {
    const test = aRoom()
    await test.wallet['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: alice })
    const derivation = { path: '//Bob', scheme: 'ed25519' as const }
    await test.wallet['room.addSecret']({ ...alice, derivation, name: 'Bob' })
    return test
  }
  async function agreed(test: TestRoom, request: SigningRequest, bytes: string | null = metadata) {
    const id = anId()
    const review = answerOf(await test.approve['room.describeSite']({ id, request, metadata: bytes }))
    answerOf(await test.approve['room.consent']({ id, digest: review.digest, verdict: true }))
    return { id, consent: review.consent, review }
  }
  const sign = ({ room }: TestRoom, id: ApprovalId, payload: string) =>
    room.command({ name: 'room.sign', input: { id, account: B, payload } })
  const signMessage = ({ room }: TestRoom, id: ApprovalId, bytes: string) =>
    room.command({ name: 'room.signMessage', input: { id, account: B, bytes } })

  describe('for a transaction', () => {
    it('8.4-37 is agreed to by its very bytes, and signed (SIG-9)', async () => {
      const test = await anOpenRoom()
      const { id, consent } = await agreed(test, aPayloadRequest())
      expect(consent).toMatchObject({
        kind: 'payload',
        payload: A1.bytes,
        nonce: 7,
        era: 64,
        metadataHash: null,
      })
      expect(consent.requester).toEqual({ kind: 'site', origin: DAPP })
      expect(await sign(test, id, A1.bytes)).toEqual(signedAs(A1.signature))
    })
    it('8.4-38 is signed without an end and with a tip where that is asked, under two dangers (DNG-19, DNG-20)', async () => {
      const test = await anOpenRoom()
      const { id, consent, review } = await agreed(test, aPayloadRequest(A4.change))
      if (consent.kind !== 'payload') throw new Error('not a payload')
      expect(await sign(test, id, consent.payload)).toEqual(signedAs(A4.signature))
      const dangers = review.findings.filter(({ level }) => level === 'danger').map((finding) => finding.id)
      expect(dangers).toEqual(expect.arrayContaining(['immortal', 'tip']))
    })
    it('8.7-93 is shown with the most a tip can say, and not cut short (DEC-3)', async () => {
      const test = await anOpenRoom()
      const request = aPayloadRequest({ tip: `0x${'f'.repeat(32)}` })
      const { review } = await agreed(test, request)
      const most = (1n << 128n) - 1n
      expect(review.consent).toMatchObject({ tip: most })
      expect(review.findings.find((finding) => finding.id === 'tip')?.text).toContainEqual({ rao: most })
    })
    it('8.4-38 is signed in mode 1 where the page has the digest (MDH-2)', async () => {
      const test = await anOpenRoom()
      const { id, consent } = await agreed(test, aPayloadRequest({ mode: 1, metadataHash: A5.digest }))
      if (consent.kind !== 'payload') throw new Error('not a payload')
      expect(await sign(test, id, consent.payload)).toEqual(signedAs(A5.signature))
    })
    it('is raised to mode 1 for a page that takes the transaction back, where the chain checks it (MDH-3)', async () => {
      const test = await anOpenRoom()
      const { id, consent } = await agreed(test, aPayloadRequest({ withSignedTransaction: true }))
      if (consent.kind !== 'payload') throw new Error('not a payload')
      expect(consent.metadataHash).toBe(A5.digest)
      expect(await sign(test, id, consent.payload)).toEqual(signedAs(A5.signature))
    })
    it('stays in mode 0 where the runtime carries no digest, or the page takes a signature only (MDH-3, MDH-4)', async () => {
      const test = await anOpenRoom()
      for (const request of [aPayloadRequest({ withSignedTransaction: true }, false), aPayloadRequest()]) {
        const { consent } = await agreed(test, request)
        expect(consent).toMatchObject({ payload: A1.bytes, metadataHash: null })
      }
    })
    it('8.4-52 with a digest that is not the runtime’s is shown with that finding, and never signed (MDH-2)', async () => {
      const test = await anOpenRoom()
      const id = anId()
      const request = aPayloadRequest({ mode: 1, metadataHash: A5.digest.replace('80', '81') })
      const review = answerOf(await test.approve['room.describeSite']({ id, request, metadata }))
      expect(review.findings).toContainEqual(expect.objectContaining({ id: 'other-digest', level: 'refuse' }))
      const decision = { id, digest: review.digest, verdict: true }
      expect(await test.approve['room.consent'](decision)).toEqual(refusal('not to be agreed to'))
      const { consent } = review
      if (consent.kind !== 'payload') throw new Error('not a payload')
      expect(await sign(test, id, consent.payload)).toMatchObject({ error: { code: 'refused' } })
    })
    it('in mode 0 relies on the node, unless the runtime is one the wallet was built with (MDH-4)', async () => {
      const test = await anOpenRoom()
      const idsOf = async (request: SigningRequest, bytes = metadata) => {
        const asked = { id: anId(), request, metadata: bytes }
        const review = answerOf(await test.approve['room.describeSite'](asked))
        return review.findings.map((finding) => finding.id)
      }
      const stakes = { method: `0x0702${'8e'.repeat(32)}010000ca9a3b00000000` }
      expect(await idsOf(aPayloadRequest(stakes))).not.toContain('node-only')
      const version15 = base64.encode(generate(declared, 15))
      expect(await idsOf(aPayloadRequest(stakes), version15)).not.toContain('node-only')
      const elsewhere = { ...stakes, genesisHash: NETWORKS.test.genesis }
      expect(await idsOf(aPayloadRequest(elsewhere))).toContain('node-only')
    })
    it('8.4-40 is refused with another list of extensions (SIG-4)', async () => {
      const test = await anOpenRoom()
      const request = aPayloadRequest({ signedExtensions: [] })
      expect(await test.approve['room.describeSite']({ id: anId(), request, metadata })).toEqual(
        refusal('R_EXT_LIST'),
      )
    })
    it('cannot be read without metadata', async () => {
      const test = await anOpenRoom()
      const request = aPayloadRequest()
      expect(await test.approve['room.describeSite']({ id: anId(), request, metadata: null })).toMatchObject({
        error: { code: 'unreadable' },
      })
    })
    it('8.6-66 signs no other bytes than those agreed to, though they say the same', async () => {
      const test = await anOpenRoom()
      const { id } = await agreed(test, aPayloadRequest())
      for (const other of [
        A1.bytes.replace('e5031c', 'e50320'),
        A1.bytes.replace('e5031c', 'd5031c'),
        `${A1.bytes}00`,
        A1.bytes.slice(0, -2),
      ])
        expect(await sign(test, id, other)).toEqual(refusal('another payload'))
    })
    it('8.6-67 gives one signature, and the same one again (MV3-2)', async () => {
      const test = await anOpenRoom()
      const { id } = await agreed(test, aPayloadRequest())
      const first = await sign(test, id, A1.bytes)
      expect(await sign(test, id, A1.bytes)).toEqual(first)
      expect(await sign(test, id, A1.bytes.replace('e5031c', 'e50320'))).toMatchObject({ ok: false })
    })
    it('is signed as no message', async () => {
      const test = await anOpenRoom()
      const { id } = await agreed(test, aPayloadRequest())
      expect(await signMessage(test, id, B1.bytes)).toEqual(refusal('another kind'))
    })
  })

  describe('for a message', () => {
    it('8.5-57 is signed in its wrap, with metadata at hand or without (RAW-1)', async () => {
      for (const bytes of [metadata, null]) {
        const test = await anOpenRoom()
        const { id, consent } = await agreed(test, aMessageRequest(), bytes)
        expect(consent).toMatchObject({ kind: 'message', bytes: B1.bytes })
        expect(await signMessage(test, id, B1.bytes)).toEqual({
          ok: true,
          value: { signature: B1.signature, scheme: 'ed25519' },
        })
      }
    })
    it('that the room refuses is not signed, whatever the window says (DNG-30)', async () => {
      const test = await anOpenRoom()
      const id = anId()
      const request = aMessageRequest(`0x${'ab'.repeat(32)}`)
      const review = answerOf(await test.approve['room.describeSite']({ id, request, metadata }))
      expect(review.findings).toMatchObject([{ id: 'fingerprint', level: 'refuse' }])
      const decision = { id, digest: review.digest, verdict: true }
      expect(await test.approve['room.consent'](decision)).toEqual(refusal('not to be agreed to'))
      const { consent } = review
      if (consent.kind !== 'message') throw new Error('not a message')
      expect(await signMessage(test, id, consent.bytes)).toMatchObject({ error: { code: 'refused' } })
    })
    it('is held against the site that asks', async () => {
      const test = await anOpenRoom()
      const request = aMessageRequest('bank.example wants you to sign in with your Bittensor account:\n')
      const review = answerOf(await test.approve['room.describeSite']({ id: anId(), request, metadata }))
      expect(review.findings).toContainEqual(expect.objectContaining({ id: 'other-site', level: 'danger' }))
    })
    it('is never signed bare, and never as a transaction', async () => {
      const test = await anOpenRoom()
      const { id } = await agreed(test, aMessageRequest())
      expect(await signMessage(test, id, '0x68656c6c6f')).toEqual(refusal('another message'))
      expect(await sign(test, id, B1.bytes)).toEqual(refusal('another kind'))
    })
  })
})
