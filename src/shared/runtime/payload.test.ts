import { describe, expect, it } from 'vitest'
import { addressOf } from '../domain/address.ts'
import { fromHex, type Hash, toHex } from '../domain/bytes.ts'
import type { Consent } from '../domain/extrinsic.ts'
import { rao } from '../domain/units.ts'
import {
  checkExtensions,
  encodeEra,
  extrinsicBytes,
  mortalityAt,
  parsePayload,
  payloadBytes,
  signingBytes,
} from './payload.ts'

// Signing vectors of spec 424, made by other implementations: account //Bob (ed25519) on Finney.
const CALL = '0x050300d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d02286bee'
const GENESIS = '0x2f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03' as Hash
const BIRTH = '0xbee8f5fbd3c80b2c1731447baf322e7aefad67c5b52fe9dec093e0909d7efac4' as Hash
const DIGEST = '0x80de37ca8c53ddbf9835d5123af60e0ef5015b3d039a6ffee0ccbb41966c864f' as Hash
const MODE_0 = `${CALL}e5031c0000a801000001000000${GENESIS.slice(2)}${BIRTH.slice(2)}00` as const
const MODE_1 =
  `${CALL}e5031c0001a801000001000000${GENESIS.slice(2)}${BIRTH.slice(2)}01${DIGEST.slice(2)}` as const

const consent = (metadataHash: Hash | null): Consent => ({
  kind: 'extrinsic',
  account: addressOf(fromHex('0xd17c2d7823ebf260fd138f2d7e27d114c0145d968b5ff5006125f2414fadae69')),
  genesis: GENESIS,
  spec: 424,
  txVersion: 1,
  call: CALL,
  tip: rao(0n),
  era: 64,
  metadataHash,
  requester: { kind: 'wallet' },
})
// Era 0xe503: period 64, phase 62; block 0x5b8d7e = 6,000,... has that phase.
const mortality = mortalityAt(0x5b8d7e, 64)
const payload = (metadataHash: Hash | null) => ({
  consent: consent(metadataHash),
  nonce: 7,
  mortality,
  birthHash: BIRTH,
})

describe('the bytes that are signed', () => {
  it('are those of polkadot-js, polkadot-api and dedot, mode 0', () => {
    expect(toHex(payloadBytes(payload(null)))).toBe(MODE_0)
  })
  it('are those of polkadot-js, polkadot-api and dedot, mode 1', () => {
    expect(toHex(payloadBytes(payload(DIGEST)))).toBe(MODE_1)
  })
  it('make the extrinsic of the vector', () => {
    const signature = fromHex(
      '6221c5f586c97173542103b4286effb8c433dc6531d8806c21f286cc10266be6443f96f1c274284475367bc66a4c754a53f43de2e5c5a9f3ecd8a4301fa46202',
    )
    expect(toHex(extrinsicBytes(payload(null), { signature, scheme: 'ed25519' }))).toBe(
      `0x3d028400d17c2d7823ebf260fd138f2d7e27d114c0145d968b5ff5006125f2414fadae6900${toHex(signature).slice(2)}e5031c0000${CALL.slice(2)}`,
    )
  })
  it('are hashed when they are longer than 256', () => {
    expect(signingBytes(new Uint8Array(256))).toHaveLength(256)
    expect(signingBytes(new Uint8Array(257))).toHaveLength(32)
  })
})

describe('an era', () => {
  it.each([
    [{ birth: 30, period: 32 }, '0xe401'],
    [{ birth: 62, period: 64 }, '0xe503'],
    [{ birth: 126, period: 128 }, '0xe607'],
  ])('%o is %s', (mortal, hex) => {
    expect(toHex(encodeEra(mortal))).toBe(hex)
  })
})

describe('reading a payload', () => {
  const callLength = fromHex(CALL).length
  const parse = (hex: string) => parsePayload(fromHex(hex), callLength)

  it('finds every field by itself', () => {
    expect(parse(MODE_1)).toEqual({
      era: fromHex('e503'),
      period: 64,
      nonce: 7,
      tip: 0n,
      spec: 424,
      txVersion: 1,
      genesis: GENESIS,
      birthHash: BIRTH,
      metadataHash: DIGEST,
    })
    expect(parse(MODE_0).metadataHash).toBeNull()
  })
  it('finds that it never expires', () => {
    expect(parse(MODE_0.replace('e5031c', '001c'))).toMatchObject({
      period: null,
      era: fromHex('00'),
      nonce: 7,
    })
  })
  it('finds a tip of more than a balance can hold as it stands (DEC-3)', () => {
    const most = `33${'f'.repeat(32)}`
    expect(parse(MODE_0.replace('e5031c0000', `e5031c${most}00`)).tip).toBe((1n << 128n) - 1n)
  })
  it.each([
    ['is cut short', MODE_0.slice(0, -2)],
    ['has bytes left over', `${MODE_0}00`],
    ['claims a mode it does not carry', MODE_0.replace('e5031c0000', 'e5031c0001')],
    ['has a mode nobody knows', MODE_0.replace('e5031c0000', 'e5031c0002')],
    ['has a number not in its shortest form', MODE_0.replace('e5031c00', 'e5031d0000')],
  ])('refuses one that %s', (_what, hex) => {
    expect(() => parse(hex)).toThrow('unreadable')
  })
})

describe('the extensions', () => {
  const known = [
    'CheckSpecVersion',
    'CheckTxVersion',
    'CheckGenesis',
    'CheckMortality',
    'CheckNonce',
    'ChargeTransactionPayment',
    'CheckMetadataHash',
  ].map((id) => ({ id, isEmpty: false }))
  it('may grow by those that write nothing', () => {
    expect(() => checkExtensions([{ id: 'Newest', isEmpty: true }, ...known])).not.toThrow()
  })
  it('are refused with a stranger that writes something', () => {
    expect(() => checkExtensions([...known, { id: 'Stranger', isEmpty: false }])).toThrow('unreadable')
  })
  it('are refused in another order', () => {
    expect(() => checkExtensions(known.toReversed())).toThrow('unreadable')
  })
  it('are refused when one of ours is gone', () => {
    expect(() => checkExtensions(known.slice(1))).toThrow('unreadable')
  })
})
