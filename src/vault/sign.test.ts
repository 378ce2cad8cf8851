import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { cryptoWaitReady, signatureVerify } from '@polkadot/util-crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { type KeyPair, type Scheme, withKeyPair } from './derive.ts'
import { signBytes, signExtrinsic } from './sign.ts'

// Account B of the provider vectors: ed25519 //Bob of the development phrase (spec 424, bytes of dapp-provider.md A and B).
const BOB = hexToBytes('3b7b60af2abcd57ba401ab398f84f4ca54bd6b2140d2503fbcf3286535fe3ff1')
const FINNEY = '2f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03'
const BLOCK = 'bee8f5fbd3c80b2c1731447baf322e7aefad67c5b52fe9dec093e0909d7efac4'
const DIGEST = '80de37ca8c53ddbf9835d5123af60e0ef5015b3d039a6ffee0ccbb41966c864f'
const TRANSFER = '050300d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d02286bee'
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const withBob = <T>(use: (pair: KeyPair) => T, scheme: Scheme = 'ed25519') =>
  withKeyPair({ kind: 'mini', bytes: BOB }, { path: '', scheme, random }, use)

beforeAll(async () => {
  await cryptoWaitReady()
})

describe('a signature over an extrinsic', () => {
  it.each([
    [
      'mortal, mode 0',
      `${TRANSFER}e5031c0000a801000001000000${FINNEY}${BLOCK}00`,
      '6221c5f586c97173542103b4286effb8c433dc6531d8806c21f286cc10266be6443f96f1c274284475367bc66a4c754a53f43de2e5c5a9f3ecd8a4301fa46202',
    ],
    [
      'immortal with a tip',
      `${TRANSFER}001c1400a801000001000000${FINNEY}${FINNEY}00`,
      '54aeed7f8c81e453d89425b2f039d67e45132902e6273c1932bd06e4536cb75357fa59dc8cf0cc43d50e356a898f4ca91c5da3d475af34a9241935cb4a995e05',
    ],
    [
      'mode 1 with the metadata digest',
      `${TRANSFER}e5031c0001a801000001000000${FINNEY}${BLOCK}01${DIGEST}`,
      '989dd86248483d3b3c9f1f177a31533fd68a71b8f282de9deabdafba7c6279fae4076c6b04bad39e136b4af878e6044cc9e62107b5fc6c68bae0c3d65aad3c09',
    ],
    [
      'longer than 256 bytes, by its hash',
      `00008104${'41'.repeat(288)}e5031c0000a801000001000000${FINNEY}${BLOCK}00`,
      '8f86f24865de845ca8ac99ad308da6dffab2d64563c6e77e9f92daf41cb72e4c70c194f1603ae347fc1b603aaec575b42107009e50302356066e1f0526726204',
    ],
  ])('of ed25519 is the vector: %s', (_, payload, signature) => {
    expect(bytesToHex(withBob((pair) => signExtrinsic(pair, hexToBytes(payload), random)))).toBe(signature)
  })
  it('is bare at 256 bytes and by hash at 257', () => {
    for (const [length, bare] of [
      [256, true],
      [257, false],
    ] as const) {
      const payload = random(length)
      withBob((pair) => {
        expect(ed25519.verify(signExtrinsic(pair, payload, random), payload, pair.publicKey)).toBe(bare)
      })
    }
  })
})

describe('a signature over bytes', () => {
  it.each([
    [
      '<Bytes>hello</Bytes>',
      'ac6db9eaf24754369cd9c1a682ac42ffdb4868a8806da0528aa429b5186b3a734e95d902a77006ffa206062469a7c2026fd96c82c4983e2f8ed31b750e4c530b',
    ],
    [
      '<Bytes></Bytes>',
      'a64a2edd7058acf6f5edce07e4a819b0d34bba4228f739051c415d80a708145fe4ba3f536fa377228909f9fa18e3924790b43521e66d78348086d8da0f340e01',
    ],
    [
      '<Bytes><Bytes>hello</Bytes>',
      '82669697a58bcf100b0d2f469e80d9313477f89bd8893462cd1328114d9c8b5161ec5f2b30b837e76894acaa441840100083d45a8c2ffc5eeaeecbd2a30cca0e',
    ],
  ])('of ed25519 is the vector: %s', (text, signature) => {
    expect(bytesToHex(withBob((pair) => signBytes(pair, Buffer.from(text), random)))).toBe(signature)
  })
  it('is never over a hash, however long they are', () => {
    const bytes = random(1000)
    withBob((pair) =>
      expect(ed25519.verify(signBytes(pair, bytes, random), bytes, pair.publicKey)).toBe(true),
    )
  })
  it('of sr25519 verifies where others verify, and differs each time', () => {
    const bytes = random(80)
    withBob((pair) => {
      const first = signBytes(pair, bytes, random)
      const verified = signatureVerify(bytes, first, pair.publicKey)
      expect(verified).toMatchObject({ isValid: true, crypto: 'sr25519' })
      expect(signBytes(pair, bytes, random)).not.toEqual(first)
    }, 'sr25519')
  })
  it('of sr25519 hides nothing: the same key, bytes and randomness give the same signature', () => {
    const bytes = random(80)
    const fixed = (length: number) => new Uint8Array(length).fill(9)
    withBob((pair) => expect(signBytes(pair, bytes, fixed)).toEqual(signBytes(pair, bytes, fixed)), 'sr25519')
  })
  it('of sr25519 takes its randomness from the room: 32 bytes, wiped after use', () => {
    const asked: Uint8Array[] = []
    withBob(
      (pair) =>
        signBytes(pair, random(10), (length) => {
          asked.push(random(length))
          return asked.at(-1) ?? new Uint8Array()
        }),
      'sr25519',
    )
    expect(asked).toEqual([new Uint8Array(32)])
  })
})
