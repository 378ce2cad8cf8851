import { cryptoWaitReady, signatureVerify } from '@polkadot/util-crypto'
import { base64 } from '@scure/base'
import { beforeAll, describe, expect, it } from 'vitest'
import { addressOf } from '#shared/domain/address.ts'
import type { ApprovalId } from '#shared/domain/approval.ts'
import { fromHex, type Hash, type Hex, join, toHex } from '#shared/domain/bytes.ts'
import { consentDigest, type Proposal } from '#shared/domain/extrinsic.ts'
import type { Rao } from '#shared/domain/units.ts'
import { payloadBytes } from '#shared/runtime/payload.ts'
import { ALICE, alice, answerOf, aRoom, PASSWORD, random, type TestRoom } from '../../test/build/room.ts'
import { finneyMetadata, hasFinney } from '../../test/fixtures/finney.ts'

// Account B of the provider vectors: ed25519 //Bob of the development phrase.
const BOB = addressOf(fromHex('0xd17c2d7823ebf260fd138f2d7e27d114c0145d968b5ff5006125f2414fadae69'))
const FINNEY = '0x2f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03' as Hash
const BLOCK = '0xbee8f5fbd3c80b2c1731447baf322e7aefad67c5b52fe9dec093e0909d7efac4' as Hash
const DIGEST = '0x80de37ca8c53ddbf9835d5123af60e0ef5015b3d039a6ffee0ccbb41966c864f' as Hash
// transfer_keep_alive of 1 TAO to //Alice (sr25519).
const TRANSFER = '0x050300d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d02286bee' as Hex
const proposal: Proposal = {
  account: BOB,
  genesis: FINNEY,
  spec: 424,
  txVersion: 1,
  call: TRANSFER,
  tip: 0n as Rao,
  era: 64,
  requester: { kind: 'wallet' },
  checksMetadata: true,
}
// era 0xe503: 64 blocks, born at 62 of them; nonce 7. Vector A.5 of the provider's specification, and its signature.
const PAYLOAD =
  `${TRANSFER}e5031c0001a801000001000000${FINNEY.slice(2)}${BLOCK.slice(2)}01${DIGEST.slice(2)}` as Hex
const SIGNATURE =
  '0x989dd86248483d3b3c9f1f177a31533fd68a71b8f282de9deabdafba7c6279fae4076c6b04bad39e136b4af878e6044cc9e62107b5fc6c68bae0c3d65aad3c09'

let ids = 0
const anId = () => (++ids).toString(16).padStart(32, '0') as ApprovalId

describe.runIf(hasFinney)('signing', () => {
  const metadata = hasFinney ? base64.encode(finneyMetadata()) : ''
  beforeAll(async () => {
    await cryptoWaitReady()
  })

  async function anOpenRoom(): Promise<TestRoom> {
    const test = aRoom()
    await test.wallet['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: alice })
    const derivation = { path: '//Bob', scheme: 'ed25519' as const }
    await test.wallet['room.addSecret']({ ...alice, derivation, name: 'Bob' })
    return test
  }
  const describeIt = async (test: TestRoom, id: ApprovalId, change: Partial<Proposal> = {}) =>
    answerOf(await test.approve['room.describe']({ id, proposal: { ...proposal, ...change }, metadata }))
  async function agreed(test: TestRoom, change: Partial<Proposal> = {}): Promise<ApprovalId> {
    const id = anId()
    const { digest } = await describeIt(test, id, change)
    answerOf(await test.approve['room.consent']({ id, digest, verdict: true }))
    return id
  }
  const sign = ({ room }: TestRoom, id: ApprovalId, payload: string = PAYLOAD, account: string = BOB) =>
    room.command({ name: 'room.sign', input: { id, account, payload } })
  const refusal = (why: string) => ({ ok: false, error: { code: 'refused', details: { why } } })

  describe('a review', () => {
    it('is read from the bytes and carries the digest of the metadata it was read with', async () => {
      const test = await anOpenRoom()
      const review = await describeIt(test, anId())
      expect(review.callName).toBe('Balances.transfer_keep_alive')
      expect(review.metadataHash).toBe(DIGEST)
      expect(review.account).toMatchObject({ address: BOB, name: 'Bob' })
      expect(review.own).toEqual([
        { address: ALICE, name: alice.name },
        { address: BOB, name: 'Bob' },
      ])
      expect([
        ...review.description.sentence,
        ...review.description.rows.flatMap(({ value }) => value),
      ]).toEqual(expect.arrayContaining([{ rao: 1_000_000_000n }, { address: ALICE }]))
      expect(review.findings).toEqual([])
    })
    it('stands for a consent with that digest, named by its hash', async () => {
      const { consent, digest } = await describeIt(await anOpenRoom(), anId())
      const { checksMetadata: _, ...terms } = proposal
      expect(consent).toEqual({ kind: 'extrinsic', ...terms, metadataHash: DIGEST })
      expect(digest).toBe(consentDigest(consent))
    })
    it('says that details rely on the node where the chain checks no metadata', async () => {
      const review = await describeIt(await anOpenRoom(), anId(), { checksMetadata: false })
      expect(review.findings.map(({ id, level }) => [id, level])).toEqual([['node-only', 'caution']])
      expect(review.consent.metadataHash).toBeNull()
    })
    it.each([
      ['a call it has no form for', '0x0000041a'],
      ['several calls at once', '0x0b00040000041a'],
    ] as const)('is refused for %s, whoever is said to ask for it', async (_, call) => {
      const test = await anOpenRoom()
      const site = { kind: 'site', origin: 'https://example.org' } as const
      for (const requester of [{ kind: 'wallet' } as const, site]) {
        const { findings } = await describeIt(test, anId(), { call, requester })
        expect(findings).toContainEqual(expect.objectContaining({ id: 'not-ours', level: 'refuse' }))
      }
    })
    it('says that the very same was signed under another approval', async () => {
      const test = await anOpenRoom()
      const first = await agreed(test)
      const ids = async (id: ApprovalId, change: Partial<Proposal> = {}) =>
        (await describeIt(test, id, change)).findings.map((finding) => finding.id)
      expect(await ids(anId())).toEqual([])
      await sign(test, first)
      expect(await ids(anId())).toEqual(['signed-before'])
      expect(await ids(first)).toEqual([])
      expect(await ids(anId(), { call: `${TRANSFER.slice(0, -8)}02286bef` as Hex })).toEqual([])
    })
    it('is a danger where the chain checks no metadata and the call is none the wallet knows by its bytes', async () => {
      const test = await anOpenRoom()
      const lying = finneyMetadata()
      // The name with its length before it, which tells it from what documentation says.
      lying.set(Buffer.from('0transfer_alm'), Buffer.from(lying).indexOf('0transfer_all'))
      const proposed = {
        ...proposal,
        call: `0x050400${TRANSFER.slice(8, 72)}00` as Hex,
        checksMetadata: false,
      }
      const review = answerOf(
        await test.approve['room.describe']({
          id: anId(),
          proposal: proposed,
          metadata: base64.encode(lying),
        }),
      )
      expect(review.callName).toBe('Balances.transfer_alm')
      expect(review.findings.map(({ id, level }) => [id, level])).toContainEqual(['node-only', 'danger'])
    })
    it('is a danger on a chain nobody knows that checks no metadata', async () => {
      const review = await describeIt(await anOpenRoom(), anId(), { checksMetadata: false, genesis: BLOCK })
      expect(review.findings.map(({ id, level }) => [id, level])).toEqual([
        ['node-only', 'caution'],
        ['unknown-chain', 'danger'],
      ])
    })
    it('warns of a tip and of a long life', async () => {
      const review = await describeIt(await anOpenRoom(), anId(), { tip: 5n as Rao, era: 1024 })
      expect(review.findings.map(({ id, level }) => [id, level])).toEqual([
        ['tip', 'danger'],
        ['long-life', 'caution'],
      ])
    })
    it('of metadata that names the call otherwise shows that name, under another digest', async () => {
      const test = await anOpenRoom()
      const lying = finneyMetadata()
      const name = Buffer.from('transfer_keep_alive')
      const at = Buffer.from(lying).indexOf(name)
      lying.set(Buffer.from('transfer_keep_alivx'), at)
      const review = answerOf(
        await test.approve['room.describe']({ id: anId(), proposal, metadata: base64.encode(lying) }),
      )
      expect(review.callName).toBe('Balances.transfer_keep_alivx')
      expect(review.metadataHash).not.toBe(DIGEST)
    })
    it.each([
      ['bytes left over after the call', { call: `${TRANSFER}00` as Hex }, 'unreadable'],
      ['a call that ends too early', { call: TRANSFER.slice(0, -2) as Hex }, 'unreadable'],
      ['no call at all', { call: '0x' as Hex }, 'unreadable'],
      ['a pallet nobody knows', { call: '0xff00' as Hex }, 'unreadable'],
      ['another runtime than the metadata’s', { spec: 425 }, 'stale'],
      ['another transaction version than the metadata’s', { txVersion: 2 }, 'stale'],
      ['an account that is not in the vault', { account: addressOf(new Uint8Array(32)) }, 'not-found'],
    ] as const)('is refused for %s', async (_, change, code) => {
      const { approve } = await anOpenRoom()
      const answer = await approve['room.describe']({
        id: anId(),
        proposal: { ...proposal, ...change },
        metadata,
      })
      expect(answer).toMatchObject({ ok: false, error: { code } })
    })
    it.each([
      ['no base64', 'A'],
      ['no metadata', base64.encode(random(100))],
      ['metadata cut short', base64.encode(new Uint8Array(1000))],
      ['far too much of it', 'A'.repeat(6_000_000)],
    ])('is refused for %s', async (_, bytes) => {
      const { approve } = await anOpenRoom()
      const answer = await approve['room.describe']({ id: anId(), proposal, metadata: bytes })
      expect(answer).toMatchObject({ ok: false, error: { code: 'unreadable' } })
    })
    it('is refused for an account that is only watched', async () => {
      const test = await anOpenRoom()
      const account = addressOf(random(32))
      await test.wallet['room.watch']({ address: account, name: '' })
      const answer = await test.approve['room.describe']({
        id: anId(),
        proposal: { ...proposal, account },
        metadata,
      })
      expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } })
    })
    it('is refused while the vault is locked', async () => {
      const answer = await aRoom().approve['room.describe']({ id: anId(), proposal, metadata })
      expect(answer).toMatchObject({ ok: false, error: { code: 'locked' } })
    })
  })

  describe('a decision', () => {
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

  describe('a signature', () => {
    it('is the vector’s over what was agreed to', async () => {
      const test = await anOpenRoom()
      expect(await sign(test, await agreed(test))).toEqual({
        ok: true,
        value: { signature: SIGNATURE, scheme: 'ed25519' },
      })
    })
    it('of sr25519 verifies over the payload under the account’s key', async () => {
      const test = await anOpenRoom()
      const account = addressOf(fromHex('0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d'))
      const id = await agreed(test, { account })
      const { value } = (await sign(test, id, PAYLOAD, account)) as {
        value: { signature: Hex; scheme: string }
      }
      expect(value.scheme).toBe('sr25519')
      expect(signatureVerify(PAYLOAD, value.signature, account).isValid).toBe(true)
    })
    it('agrees with what the background builds, tip and all', async () => {
      const test = await anOpenRoom()
      const id = anId()
      const { consent, digest } = await describeIt(test, id, { tip: 123_456_789n as Rao, era: 256 })
      answerOf(await test.approve['room.consent']({ id, digest, verdict: true }))
      for (const mortality of [{ birth: 1_000_000, period: 256 }]) {
        const payload = payloadBytes({ consent, nonce: 70_000, mortality, birthHash: BLOCK })
        expect(await sign(test, id, toHex(payload))).toMatchObject({ ok: true })
      }
    })
    it('is given again, the same, for the same bytes', async () => {
      const test = await anOpenRoom()
      const account = addressOf(fromHex('0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d'))
      const id = await agreed(test, { account })
      const first = await sign(test, id, PAYLOAD, account)
      // sr25519 is randomised: an equal signature is a remembered one.
      expect(await sign(test, id, PAYLOAD, account)).toEqual(first)
    })
    it('may live shorter than was agreed, with any nonce and birth', async () => {
      const test = await anOpenRoom()
      expect(await sign(test, await agreed(test), PAYLOAD.replace('e5031c00', 'e4010800'))).toMatchObject({
        ok: true,
      })
    })
    it('is given nobody once two minutes have passed', async () => {
      const test = await anOpenRoom()
      const id = await agreed(test)
      test.pass(120_000)
      expect(await sign(test, id)).toEqual({ ok: false, error: { code: 'expired', details: undefined } })
    })
    it('that was made is not given again after its token expired', async () => {
      const test = await anOpenRoom()
      const id = await agreed(test)
      await sign(test, id)
      test.pass(120_000)
      expect(await sign(test, id)).toMatchObject({ ok: false, error: { code: 'expired' } })
    })
    it('is given nobody once the vault was locked', async () => {
      const test = await anOpenRoom()
      const id = await agreed(test)
      await test.wallet['room.lock'](undefined)
      expect(await sign(test, id)).toMatchObject({ ok: false, error: { code: 'locked' } })
    })
  })

  describe('the background is refused', () => {
    const replaced = (from: string, to: string) => PAYLOAD.replace(from, to)
    it.each([
      ['another call', replaced('02286bee', '02286bef'), 'another call'],
      ['another recipient', replaced('00d43593', '00d43594'), 'another call'],
      ['a payload that is shorter than the call', TRANSFER.slice(0, 20), 'another call'],
      ['another network', replaced(FINNEY.slice(2), BLOCK.slice(2)), 'another network'],
      ['another runtime', replaced('a8010000', 'a9010000'), 'another runtime'],
      [
        'another transaction version',
        replaced('a801000001000000', 'a801000002000000'),
        'another transaction version',
      ],
      ['a tip', replaced('e5031c0001', 'e5031c0401'), 'another tip'],
      ['a longer life', replaced('e5031c00', 'e6031c00'), 'a longer life'],
      ['the longest life', replaced('e5031c00', 'ff0f1c00'), 'a longer life'],
      ['a life without end', replaced('e5031c00', '001c00'), 'a longer life'],
      ['another metadata digest', replaced(DIGEST.slice(2), BLOCK.slice(2)), 'another metadata digest'],
      [
        'no metadata digest',
        `${replaced('1c0001a8', '1c0000a8').slice(0, -66)}00`,
        'another metadata digest',
      ],
    ])('%s', async (_, payload, why) => {
      const test = await anOpenRoom()
      expect(payload).not.toBe(PAYLOAD)
      expect(await sign(test, await agreed(test), payload)).toEqual(refusal(why))
    })
    it.each([
      ['bytes left over', `${PAYLOAD}00`],
      ['bytes missing at the end', PAYLOAD.slice(0, -2)],
      ['nothing after the call', TRANSFER],
      ['a mode without its digest', PAYLOAD.slice(0, -66).concat('00')],
      ['a mode nobody knows', PAYLOAD.replace('1c0001a8', '1c0002a8')],
      ['a number that is written longer than it is', PAYLOAD.replace('e5031c00', 'e5031d0000')],
    ])('%s', async (_, payload) => {
      const test = await anOpenRoom()
      expect(payload).not.toBe(PAYLOAD)
      expect(await sign(test, await agreed(test), payload)).toMatchObject({
        ok: false,
        error: { code: 'unreadable' },
      })
    })
    it('a second payload under one approval, however little it differs', async () => {
      const test = await anOpenRoom()
      const id = await agreed(test)
      await sign(test, id)
      expect(await sign(test, id, PAYLOAD.replace('e5031c00', 'e5032000'))).toEqual(
        refusal('signed before, over other bytes'),
      )
    })
    it('a signature by another account of the vault', async () => {
      const test = await anOpenRoom()
      const account = addressOf(fromHex('0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d'))
      expect(await sign(test, await agreed(test), PAYLOAD, account)).toEqual(refusal('another account'))
    })
    it('a signature by an account that is not in the vault', async () => {
      const test = await anOpenRoom()
      expect(await sign(test, await agreed(test), PAYLOAD, addressOf(new Uint8Array(32)))).toMatchObject({
        error: { code: 'not-found' },
      })
    })
    it('a signature nobody agreed to', async () => {
      expect(await sign(await anOpenRoom(), anId())).toEqual(refusal('nobody agreed to this'))
    })
    it('a signature a person rejected', async () => {
      const test = await anOpenRoom()
      const id = anId()
      const { digest } = await describeIt(test, id)
      await test.approve['room.consent']({ id, digest, verdict: false })
      expect(await sign(test, id)).toEqual(refusal('rejected'))
    })
    it('leaves an approval unspent: the right payload is signed afterwards', async () => {
      const test = await anOpenRoom()
      const id = await agreed(test)
      await sign(test, id, `${PAYLOAD}00`)
      await sign(test, id, PAYLOAD.replace('e5031c00', 'e6031c00'))
      expect(await sign(test, id)).toMatchObject({ ok: true })
    })
    it('every payload with one bit changed outside nonce, birth and phase', async () => {
      const test = await anOpenRoom()
      const id = await agreed(test)
      const bytes = fromHex(PAYLOAD)
      const call = fromHex(TRANSFER).length
      // Era (two bytes: the phase may move) and nonce are filled in late; so is the birth block's hash.
      const late = new Set([call, call + 1, call + 2, ...Array.from({ length: 32 }, (_, n) => call + 45 + n)])
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        if (late.has(bit >> 3)) continue
        const changed = join(bytes)
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(await sign(test, id, toHex(changed))).toMatchObject({ ok: false })
      }
    })
  })
})
