import { ed25519 } from '@noble/curves/ed25519.js'
import { blake2b } from '@noble/hashes/blake2.js'
import { describe, expect, it } from 'vitest'
import { A1, A4, A5, D1, P0 } from '../../../test/build/site-requests.ts'
import { finneyMetadata, hasFinney } from '../../../test/fixtures/finney.ts'
import { fromHex, type Hash, type Hex, join, toHex } from '../domain/bytes.ts'
import { readSitePayload, type SitePayload } from '../domain/site-payload.ts'
import { RefusedRequest } from '../domain/site-refusal.ts'
import { readMetadata } from './metadata.ts'
import { signingBytes } from './payload.ts'
import {
  checkSiteExtensions,
  isExtrinsicOf,
  multiSignature,
  siteExtrinsic,
  sitePayloadBytes,
} from './site-bytes.ts'

// Account B and the signing vectors of spec 424, made by three other implementations.
const SEED = fromHex('0x3b7b60af2abcd57ba401ab398f84f4ca54bd6b2140d2503fbcf3286535fe3ff1')
const { genesisHash: GENESIS, method: METHOD, signedExtensions: EXTENSIONS } = P0
/** Without what not every client writes. */
const BARE = { ...P0, assetId: undefined, metadataHash: undefined, mode: undefined }
const CLIENTS = {
  '@polkadot/api': P0,
  'polkadot-api': { ...BARE, withSignedTransaction: true },
  dedot: {
    ...BARE,
    specVersion: '0x01a8',
    transactionVersion: '0x01',
    nonce: '0x07',
    tip: '0x00',
    blockNumber: '0x5b8d7e',
    mode: 0,
    withSignedTransaction: true,
  },
  'the command line’s page': { ...BARE, blockNumber: undefined, metadataHash: null, mode: 0 },
}
const A1_EXTRINSIC =
  '0x3d028400d17c2d7823ebf260fd138f2d7e27d114c0145d968b5ff5006125f2414fadae69006221c5f586c97173542103b4286effb8c433dc6531d8806c21f286cc10266be6443f96f1c274284475367bc66a4c754a53f43de2e5c5a9f3ecd8a4301fa46202e5031c0000050300d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d02286bee'

const payloadOf = (written: unknown): SitePayload => {
  const read = readSitePayload(written)
  if (!read.ok) throw new RefusedRequest(read.error)
  return read.value
}
const signatureOf = (payload: SitePayload): string =>
  toHex(multiSignature(ed25519.sign(signingBytes(sitePayloadBytes(payload)), SEED), 'ed25519'))

describe('the bytes a page has signed', () => {
  it.each(Object.entries(CLIENTS))(
    '8.4-37 are the same from %s, and so is the signature (SIG-2, SIG-9, A.1-A.3)',
    (_, written) => {
      const payload = payloadOf(written)
      expect(toHex(sitePayloadBytes(payload))).toBe(A1.bytes)
      expect(signatureOf(payload)).toBe(A1.signature)
    },
  )
  it('8.4-38 are those of a life without end, with a tip (SIG-9, A.4)', () => {
    const payload = payloadOf({ ...P0, ...A4.change })
    expect(toHex(sitePayloadBytes(payload))).toBe(
      `${METHOD}001c1400a801000001000000${GENESIS.slice(2)}${GENESIS.slice(2)}00`,
    )
    expect(signatureOf(payload)).toBe(A4.signature)
  })
  it('8.4-38 are those of mode 1 with its digest (SIG-9, A.5)', () => {
    const payload = payloadOf({ ...P0, mode: 1, metadataHash: A5.digest })
    expect(sitePayloadBytes(payload)).toHaveLength(149)
    expect(signatureOf(payload)).toBe(A5.signature)
  })
  it('8.4-38 are hashed when they are long (SIG-9, A.6)', () => {
    const payload = payloadOf({ ...P0, method: `0x00008104${'41'.repeat(288)}` })
    expect(sitePayloadBytes(payload)).toHaveLength(370)
    expect(signatureOf(payload)).toBe(
      '0x008f86f24865de845ca8ac99ad308da6dffab2d64563c6e77e9f92daf41cb72e4c70c194f1603ae347fc1b603aaec575b42107009e50302356066e1f0526726204',
    )
  })
  it('8.4-56 are themselves at exactly 256, and their hash one byte later (SIG-9)', () => {
    const remark = (length: number) =>
      `0x0000${toHex(Uint8Array.of(((length << 2) & 0xff) | 1, length >> 6)).slice(2)}${'41'.repeat(length)}`
    const signed = (length: number) => {
      const bytes = sitePayloadBytes(payloadOf({ ...P0, method: remark(length) }))
      return { bytes, signed: signingBytes(bytes) }
    }
    const [short, long] = [signed(174), signed(175)]
    expect([short.bytes.length, long.bytes.length]).toEqual([256, 257])
    expect(short.signed).toEqual(short.bytes)
    expect(long.signed).toEqual(blake2b(long.bytes, { dkLen: 32 }))
  })
  it('leave a digest out of a runtime that has no such extension', () => {
    const payload = payloadOf({ ...P0, signedExtensions: EXTENSIONS.slice(0, -1) })
    expect(toHex(sitePayloadBytes(payload))).toBe(A1.bytes.replace('1c0000a8', '1c00a8').slice(0, -2))
  })
})

describe('the extrinsic a page gets back', () => {
  const payload = payloadOf(P0)
  const extrinsic = fromHex(A1_EXTRINSIC)
  it('is the vector’s (SIG-10)', () => {
    expect(toHex(siteExtrinsic(payload, fromHex(A1.signature)))).toBe(A1_EXTRINSIC)
  })
  it('is what was asked, whether or not the mode was raised (SIG-16)', () => {
    expect(isExtrinsicOf(extrinsic, payload)).toBe(true)
    const raised = siteExtrinsic({ ...payload, metadataHash: A5.digest as Hash }, fromHex(A1.signature))
    expect(isExtrinsicOf(raised, payload)).toBe(true)
  })
  it.each<[string, Partial<SitePayload>]>([
    ['call', { call: METHOD.replace('286bee', '286bef') as Hex }],
    ['nonce', { nonce: 8 }],
    ['era', { era: payloadOf({ ...P0, era: '0xe401' }).era }],
    ['tip', { tip: payloadOf({ ...P0, tip: '0x05' }).tip }],
    [
      'signer',
      { address: payloadOf({ ...P0, address: '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' }).address },
    ],
  ])('is not what was asked with another %s (SIG-16)', (_, change) => {
    const other = siteExtrinsic({ ...payload, ...change }, fromHex(A1.signature))
    expect(isExtrinsicOf(other, payload)).toBe(false)
  })
  it('is not what was asked with bytes left over, or another length before it (SIG-16)', () => {
    expect(isExtrinsicOf(join(extrinsic, Uint8Array.of(0)), payload)).toBe(false)
    expect(
      isExtrinsicOf(join(Uint8Array.of(0x41, 2), extrinsic.subarray(2), Uint8Array.of(0)), payload),
    ).toBe(false)
  })
})

describe('the extensions a page names', () => {
  const live = EXTENSIONS.map((id) => ({
    id,
    isEmpty: ![
      'CheckSpecVersion',
      'CheckTxVersion',
      'CheckGenesis',
      'CheckMortality',
      'CheckNonce',
      'ChargeTransactionPayment',
      'CheckMetadataHash',
    ].includes(id),
  }))
  const refusal = (signedExtensions: readonly string[], extensions = live, more: object = {}): unknown => {
    try {
      checkSiteExtensions(payloadOf({ ...P0, signedExtensions, ...more }), extensions)
      return undefined
    } catch (cause) {
      return cause instanceof RefusedRequest ? cause.refusal : cause
    }
  }
  const LIST = { code: 'R_EXT_LIST', field: 'signedExtensions' }

  it('are the runtime’s own, in its order (SIG-4)', () => {
    expect(refusal(EXTENSIONS)).toBeUndefined()
  })
  it.each([
    ['none at all (D.1)', []],
    ['one left out', EXTENSIONS.filter((name) => name !== 'CheckGenesis')],
    ['the digest’s left out', EXTENSIONS.slice(0, -1)],
    ['another order', EXTENSIONS.toReversed()],
    ['one twice', [...EXTENSIONS, 'CheckMetadataHash']],
    ['one the runtime does not have', [...EXTENSIONS, 'Foo']],
    ['one in small letters', EXTENSIONS.map((name) => name.toLowerCase())],
  ])('8.4-40 are refused with %s (SIG-4, R_EXT_LIST)', (_, names) => {
    expect(refusal(names)).toEqual(LIST)
  })
  it('are refused where the runtime has one that writes what nobody here knows (SIG-9, R_EXT_TYPE)', () => {
    const strange = [...live, { id: 'Stranger', isEmpty: false }]
    expect(refusal([...EXTENSIONS, 'Stranger'], strange)).toEqual({
      code: 'R_EXT_TYPE',
      field: 'signedExtensions',
    })
  })
  it('may grow by one that writes nothing', () => {
    expect(refusal([...EXTENSIONS, 'Newest'], [...live, { id: 'Newest', isEmpty: true }])).toBeUndefined()
  })
  it('8.4-52 are refused with mode 1 where the runtime checks no digest (MDH-5, R_MODE)', () => {
    const older = live.slice(0, -1)
    const asked = { mode: 1, metadataHash: A5.digest }
    expect(refusal(EXTENSIONS.slice(0, -1), older, asked)).toEqual({ code: 'R_MODE', field: 'mode' })
  })
  it.runIf(hasFinney)('are those of mainnet’s metadata (2.6)', () => {
    const { extensions } = readMetadata(finneyMetadata())
    expect(extensions).toEqual(live)
    expect(refusal(EXTENSIONS, [...extensions])).toBeUndefined()
  })
})

describe('the hidden terms of an attack', () => {
  it('8.4-39 are refused: a method that brings its own mainnet payload (D.1)', () => {
    const attack = payloadOf(D1)
    expect(toHex(sitePayloadBytes(attack))).toBe(attack.call)
    expect(() => checkSiteExtensions(attack, [{ id: 'CheckGenesis', isEmpty: false }])).toThrow('R_EXT_LIST')
    if (hasFinney)
      expect(() => readMetadata(finneyMetadata()).decodeCall(fromHex(attack.call))).toThrow('unreadable')
  })
})
