import { cryptoWaitReady, signatureVerify } from '@polkadot/util-crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { addressOf } from '#shared/domain/address.ts'
import { fromHex, type Hex, join, toHex } from '#shared/domain/bytes.ts'
import type { Rao } from '#shared/domain/units.ts'
import { payloadBytes } from '#shared/runtime/payload.ts'
import { answerOf } from '../../test/build/room.ts'
import {
  agreed,
  anId,
  anOpenRoom,
  BLOCK,
  DIGEST,
  describeIt,
  FINNEY,
  PAYLOAD,
  refusal,
  SIGNATURE,
  sign,
  TRANSFER,
} from '../../test/build/signing-room.ts'
import { hasFinney } from '../../test/fixtures/finney.ts'

beforeAll(async () => {
  await cryptoWaitReady()
})

describe.runIf(hasFinney)('a signature', () => {
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
    const [inTime, id] = [await agreed(test), await agreed(test)]
    test.pass(119_999)
    expect(await sign(test, inTime)).toMatchObject({ ok: true })
    test.pass(1)
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

describe.runIf(hasFinney)('the background is refused', () => {
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
    ['no metadata digest', `${replaced('1c0001a8', '1c0000a8').slice(0, -66)}00`, 'another metadata digest'],
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
