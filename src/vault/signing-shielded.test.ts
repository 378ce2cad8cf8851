/** What is agreed to as shielded is signed, sealed and put in a signed envelope, at once and once. */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { cryptoWaitReady, signatureVerify } from '@polkadot/util-crypto'
import { base64 } from '@scure/base'
import { createMlKem768 } from 'mlkem'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ApprovalId } from '#shared/domain/approval.ts'
import { fromHex, type Hash, type Hex, toHex } from '#shared/domain/bytes.ts'
import type { Consent, Proposal } from '#shared/domain/extrinsic.ts'
import { type Rao, rao } from '#shared/domain/units.ts'
import { readMetadata } from '#shared/runtime/metadata.ts'
import { extrinsicBytes, parsePayload, payloadBytes, signingBytes } from '#shared/runtime/payload.ts'
import { ALICE, alice, answerOf, aRoom, PASSWORD, type TestRoom } from '../../test/build/room.ts'
import { finneyMetadata, hasFinney } from '../../test/fixtures/finney.ts'
import { isSignedBy } from '../bridge/verify.ts'

const FINNEY = '0x2f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03' as Hash
const BLOCK = '0xbee8f5fbd3c80b2c1731447baf322e7aefad67c5b52fe9dec093e0909d7efac4' as Hash
// add_stake_limit of 1 TAO with //Bob on subnet 1.
const BOB = '8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48'
const STAKE = `0x0758${BOB}010000ca9a3b0000000080f0fa020000000000` as Hex
const proposal: Proposal = {
  account: ALICE,
  genesis: FINNEY,
  spec: 424,
  txVersion: 1,
  call: STAKE,
  tip: 0n as Rao,
  era: 8,
  requester: { kind: 'wallet' },
  checksMetadata: true,
  shielded: true,
}
interface Signed {
  readonly signature: Hex
  readonly scheme: 'sr25519'
  readonly payload: Hex
  readonly envelope: Hex
}

let ids = 0
const anId = () => (++ids).toString(16).padStart(32, 'a') as ApprovalId
const author = await createMlKem768()
const [publicKey, privateKey] = author.generateKeyPair()
const [otherKey] = author.generateKeyPair()

describe.runIf(hasFinney)('what is shielded', () => {
  const bytes = hasFinney ? finneyMetadata() : new Uint8Array()
  const metadata = base64.encode(bytes)
  beforeAll(async () => {
    await cryptoWaitReady()
  })

  async function agreed(
    change: Partial<Proposal> = {},
  ): Promise<TestRoom & { id: ApprovalId; consent: Consent }> {
    const test = aRoom()
    await test.wallet['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: alice })
    const id = anId()
    const { digest, consent } = answerOf(
      await test.approve['room.describe']({ id, proposal: { ...proposal, ...change }, metadata }),
    )
    answerOf(await test.approve['room.consent']({ id, digest, verdict: true }))
    return { ...test, id, consent }
  }
  const payloadOf = (consent: Consent, nonce = 6, period = 8): Uint8Array =>
    payloadBytes({ consent, nonce, mortality: { birth: 5_000_000, period }, birthHash: BLOCK })
  const ask = ({ room }: Pick<TestRoom, 'room'>, id: ApprovalId, payload: Uint8Array, key = publicKey) =>
    room.command({
      name: 'room.signShielded',
      input: { id, account: ALICE, payload: toHex(payload), key: toHex(key) },
    }) as Promise<{ ok: true; value: Signed } | { ok: false; error: { code: string; details?: unknown } }>
  const refusal = (why: string) => ({ ok: false, error: { code: 'refused', details: { why } } })

  it('says so in its review, and stands for a consent of its own kind', async () => {
    const test = aRoom()
    await test.wallet['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: alice })
    const { findings, consent } = answerOf(
      await test.approve['room.describe']({ id: anId(), proposal, metadata }),
    )
    expect(findings.map(({ id }) => id)).toContain('shielded')
    expect(consent.kind).toBe('shielded')
  })

  it('comes as two good signatures and the payload of an envelope with the nonce before and the same terms', async () => {
    const { id, consent, ...test } = await agreed()
    const payload = payloadOf(consent)
    const signed = answerOf(await ask(test, id, payload))
    const both = [
      [payload, signed.signature],
      [fromHex(signed.payload), signed.envelope],
    ] as const
    for (const [of, signature] of both) {
      expect(isSignedBy({ account: ALICE, scheme: 'sr25519', payload: toHex(of), signature })).toBe(true)
      expect(signatureVerify(signingBytes(of), signature, ALICE).isValid).toBe(true)
    }
    const callLength = fromHex(signed.payload).length - (2 + 1 + 1 + 1 + 4 + 4 + 32 + 32 + 33)
    expect(parsePayload(fromHex(signed.payload), callLength)).toEqual({
      ...parsePayload(payload, fromHex(STAKE).length),
      nonce: 5,
    })
  })

  it('holds for the author of the key exactly the extrinsic that was agreed to', async () => {
    const { id, consent, ...test } = await agreed()
    const { payload, signature, scheme } = answerOf(await ask(test, id, payloadOf(consent)))
    const outer = fromHex(payload)
    const call = readMetadata(bytes).decodeCall(outer.slice(0, outer.length - 110))
    expect(call.name).toBe('MevShield.submit_encrypted')
    const sealed = call.args['ciphertext'] as Uint8Array
    const secret = author.decap(sealed.slice(18, 1106), privateKey)
    const inner = xchacha20poly1305(secret, sealed.slice(1106, 1130)).decrypt(sealed.slice(1130))
    const mortality = { birth: 5_000_000, period: 8 }
    expect(inner).toEqual(
      extrinsicBytes(
        { consent, nonce: 6, mortality, birthHash: BLOCK },
        { signature: fromHex(signature), scheme },
      ),
    )
  })

  it('is signed once, and comes again the same for the same bytes and the same key', async () => {
    const { id, consent, ...test } = await agreed()
    const payload = payloadOf(consent)
    const first = await ask(test, id, payload)
    expect(await ask(test, id, payload)).toEqual(first)
    expect(await ask(test, id, payload, otherKey)).toEqual(refusal('signed before, over other bytes'))
    expect(await ask(test, id, payloadOf(consent, 7))).toEqual(refusal('signed before, over other bytes'))
  })

  it('is not signed without its envelope', async () => {
    const { id, consent, room } = await agreed()
    const input = { id, account: ALICE, payload: toHex(payloadOf(consent)) }
    expect(await room.command({ name: 'room.sign', input })).toEqual(refusal('another kind'))
  })

  it('is not made of what was agreed to as open', async () => {
    const { id, consent, ...test } = await agreed({ shielded: false })
    expect(await ask(test, id, payloadOf(consent))).toEqual(refusal('another kind'))
  })

  it.each([
    [
      'for another call',
      (consent: Consent) => payloadOf({ ...consent, call: '0x0000041a' as Hex }),
      'another call',
    ],
    ['for a longer life', (consent: Consent) => payloadOf(consent, 6, 16), 'a longer life'],
    [
      'for another network',
      (consent: Consent) => payloadOf({ ...consent, genesis: BLOCK }),
      'another network',
    ],
    ['without a number before it', (consent: Consent) => payloadOf(consent, 0), 'no number before it'],
  ])('is refused %s', async (_, payload, why) => {
    const { id, consent, ...test } = await agreed()
    expect(await ask(test, id, payload(consent))).toEqual(refusal(why))
  })

  it('is refused with a tip, for which an envelope has no place', async () => {
    const { id, consent, ...test } = await agreed({ tip: rao(1n) })
    expect(await ask(test, id, payloadOf(consent))).toEqual(refusal('a tip'))
  })

  it('is refused for a key that is none, and may be asked for again with one that is', async () => {
    const { id, consent, ...test } = await agreed()
    const payload = payloadOf(consent)
    expect(await ask(test, id, payload, new Uint8Array(1184).fill(255))).toEqual(refusal('no shield key'))
    expect((await ask(test, id, payload)).ok).toBe(true)
  })

  it('gets no signature after a lock', async () => {
    const { id, consent, ...test } = await agreed()
    await test.wallet['room.lock'](undefined)
    expect(await ask(test, id, payloadOf(consent))).toMatchObject({ error: { code: 'locked' } })
  })
})
