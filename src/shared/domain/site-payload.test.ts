import { encodeAddress } from '@polkadot/util-crypto'
import { describe, expect, it } from 'vitest'
import { addressOf } from './address.ts'
import { fromHex } from './bytes.ts'
import { birthAt, type Era, lifeOf, readSitePayload } from './site-payload.ts'

const KEY = fromHex('0xd17c2d7823ebf260fd138f2d7e27d114c0145d968b5ff5006125f2414fadae69')
const GENESIS = '0x2f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03'
const BIRTH = '0xbee8f5fbd3c80b2c1731447baf322e7aefad67c5b52fe9dec093e0909d7efac4'
const DIGEST = '0x80de37ca8c53ddbf9835d5123af60e0ef5015b3d039a6ffee0ccbb41966c864f'
const METHOD = '0x050300d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d02286bee'
const EXTENSIONS = ['CheckGenesis', 'CheckMetadataHash']

/** As @polkadot/api writes it. */
const P0 = {
  specVersion: '0x000001a8',
  transactionVersion: '0x00000001',
  address: addressOf(KEY) as string,
  assetId: null,
  blockHash: BIRTH,
  blockNumber: '0x005b8d7e',
  era: '0xe503',
  genesisHash: GENESIS,
  metadataHash: null,
  method: METHOD,
  mode: 0,
  nonce: '0x00000007',
  signedExtensions: EXTENSIONS,
  tip: '0x00000000000000000000000000000000',
  version: 4,
  withSignedTransaction: false,
}
const READ = {
  address: P0.address,
  genesis: GENESIS,
  blockHash: BIRTH,
  blockNumber: 0x5b8d7e,
  era: '0xe503',
  nonce: 7,
  tip: 0n,
  spec: 424,
  txVersion: 1,
  call: METHOD,
  extensions: EXTENSIONS,
  metadataHash: null,
  takesTransaction: false,
}
/** Half a megabyte of call. */
const LONGEST = `0x${'00'.repeat(512 * 1024)}`
const without = (...fields: readonly string[]) =>
  Object.fromEntries(Object.entries(P0).filter(([field]) => !fields.includes(field)))
const read = (payload: unknown) => readSitePayload(payload)
const refused = (code: string, field: string) => ({ ok: false, error: { code, field } })

describe('a payload of a page', () => {
  it('reads as @polkadot/api writes it', () => {
    expect(read(P0)).toEqual({ ok: true, value: READ })
  })
  it('may hold a call of exactly half a megabyte (DEC-2)', () => {
    expect(read({ ...P0, method: LONGEST })).toEqual({ ok: true, value: { ...READ, call: LONGEST } })
  })
  it('reads as polkadot-api writes it, with a transaction asked for', () => {
    const papi = { ...without('assetId', 'metadataHash', 'mode'), withSignedTransaction: true }
    expect(read(papi)).toEqual({ ok: true, value: { ...READ, takesTransaction: true } })
  })
  it('reads as dedot writes it, in shortest numbers', () => {
    const dedot = {
      ...without('assetId', 'metadataHash'),
      specVersion: '0x01a8',
      transactionVersion: '0x01',
      nonce: '0x07',
      tip: '0x00',
      blockNumber: '0x5b8d7e',
    }
    expect(read(dedot)).toEqual({ ok: true, value: READ })
  })
  it('reads as the command line’s page writes it, without a block number', () => {
    expect(read(without('blockNumber', 'assetId', 'withSignedTransaction'))).toEqual({
      ok: true,
      value: { ...READ, blockNumber: null },
    })
  })
  it('8.4-44 reads what a client leaves undefined as left out', () => {
    expect(read({ ...P0, assetId: undefined, blockNumber: undefined, mode: undefined })).toMatchObject({
      ok: true,
    })
  })
  it('8.4-45 is told apart in no way by the width of its numbers (2.6)', () => {
    for (const nonce of ['0x07', '0x7', '0x00000007', '0x0000000000000007'])
      expect(read({ ...P0, nonce })).toEqual({ ok: true, value: READ })
  })
  it('8.4-47 has an address in any network’s prefix, and stands for the same key (2.6)', () => {
    for (const prefix of [0, 2, 42, 64, 255, 16383])
      expect(read({ ...P0, address: encodeAddress(KEY, prefix) })).toEqual({ ok: true, value: READ })
  })
  it('may write hex in capitals', () => {
    const capitals = { ...P0, blockHash: `0x${BIRTH.slice(2).toUpperCase()}`, era: '0xE503' }
    expect(read(capitals)).toEqual({ ok: true, value: READ })
  })
  it('8.7-93 may have the most a tip can be (DEC-3)', () => {
    expect(read({ ...P0, tip: `0x${'f'.repeat(32)}` })).toMatchObject({
      value: { tip: (1n << 128n) - 1n },
    })
  })
  it('may never expire', () => {
    expect(read({ ...P0, era: '0x00', blockHash: GENESIS })).toMatchObject({ value: { era: '0x00' } })
  })
  it('may carry a metadata digest in mode 1 (MDH-2)', () => {
    expect(read({ ...P0, mode: 1, metadataHash: DIGEST })).toMatchObject({ value: { metadataHash: DIGEST } })
  })
  it('8.4-54 keeps no key it does not know, and no prototype’s (SIG-3)', () => {
    const strange = JSON.parse(`{"__proto__": {"nonce": "0x09"}, "constructor": 1, "more": [2]}`)
    expect(read({ ...P0, ...strange })).toEqual({ ok: true, value: READ })
    expect(read(Object.create(P0))).toMatchObject({ ok: false })
    expect(({} as { nonce?: string }).nonce).toBeUndefined()
  })
  it('gives back a transaction only where it is asked for with true itself (SIG-14)', () => {
    for (const withSignedTransaction of ['true', 1, null, {}])
      expect(read({ ...P0, withSignedTransaction })).toMatchObject({ value: { takesTransaction: false } })
  })
})

describe('a payload of a page is refused', () => {
  it.each([
    [
      'with data, as a message has (SIG-3, R_CONFUSED)',
      { data: 'Log in to dApp, nonce 8842' },
      'R_CONFUSED',
      'data',
    ],
    ['with data that is null (SIG-3, R_CONFUSED)', { data: null }, 'R_CONFUSED', 'data'],
    ['with a type, as a message has (SIG-3, R_CONFUSED)', { type: 'bytes' }, 'R_CONFUSED', 'type'],
    ['8.4-43 of version 5 (SIG-6, R_VERSION)', { version: 5 }, 'R_VERSION', 'version'],
    ['8.4-43 of version 132 (SIG-6, R_VERSION)', { version: 132 }, 'R_VERSION', 'version'],
    ['8.4-43 of version 0 (SIG-6, R_VERSION)', { version: 0 }, 'R_VERSION', 'version'],
    ['8.4-43 whose version is text (SIG-6, R_VERSION)', { version: '4' }, 'R_VERSION', 'version'],
    ['8.4-43 without a version (SIG-6, R_VERSION)', { version: undefined }, 'R_VERSION', 'version'],
    ['8.4-44 with an asset for the fee (2.6, R_ASSET)', { assetId: '0x01' }, 'R_ASSET', 'assetId'],
    ['8.4-44 with an asset that is an object (2.6, R_ASSET)', { assetId: {} }, 'R_ASSET', 'assetId'],
    [
      '8.4-47 whose address is an Ethereum one (2.6)',
      { address: `0x${'1'.repeat(40)}` },
      'R_FIELD',
      'address',
    ],
    ['8.4-47 whose address is a key in hex (2.6)', { address: `0x${'1'.repeat(64)}` }, 'R_FIELD', 'address'],
    [
      '8.4-47 whose address has another sum (2.6)',
      { address: P0.address.replace('5Go', '5Gp') },
      'R_FIELD',
      'address',
    ],
    ['whose address has a space before it', { address: ` ${P0.address}` }, 'R_FIELD', 'address'],
    ['whose address is no text', { address: 5 }, 'R_FIELD', 'address'],
    ['without an address', { address: undefined }, 'R_FIELD', 'address'],
    ['whose block hash is short', { blockHash: BIRTH.slice(0, -2) }, 'R_FIELD', 'blockHash'],
    ['whose block hash is long', { blockHash: `${BIRTH}00` }, 'R_FIELD', 'blockHash'],
    ['without a block hash', { blockHash: null }, 'R_FIELD', 'blockHash'],
    ['whose genesis is no hash', { genesisHash: 'finney' }, 'R_FIELD', 'genesisHash'],
    ['without a genesis', { genesisHash: undefined }, 'R_FIELD', 'genesisHash'],
    ['whose block number is none', { blockNumber: 'latest' }, 'R_FIELD', 'blockNumber'],
    ['whose block number is beyond 32 bits', { blockNumber: '0x1ffffffff' }, 'R_FIELD', 'blockNumber'],
    ['8.4-45 whose nonce is decimal (2.6)', { nonce: '7' }, 'R_FIELD', 'nonce'],
    ['8.4-45 whose nonce is negative (2.6)', { nonce: '-0x1' }, 'R_FIELD', 'nonce'],
    ['8.4-45 whose nonce is beyond 32 bits (2.6)', { nonce: '0x1ffffffff' }, 'R_FIELD', 'nonce'],
    ['whose nonce is a number', { nonce: 7 }, 'R_FIELD', 'nonce'],
    ['whose nonce is no digit at all', { nonce: '0x' }, 'R_FIELD', 'nonce'],
    ['without a nonce', { nonce: undefined }, 'R_FIELD', 'nonce'],
    ['whose tip is beyond 128 bits', { tip: `0x1${'0'.repeat(32)}` }, 'R_FIELD', 'tip'],
    ['without a tip', { tip: null }, 'R_FIELD', 'tip'],
    ['whose spec is beyond 32 bits', { specVersion: '0x100000000' }, 'R_FIELD', 'specVersion'],
    ['without a transaction version', { transactionVersion: undefined }, 'R_FIELD', 'transactionVersion'],
    ['whose method is text (SIG-5, R_METHOD)', { method: 'transfer' }, 'R_METHOD', 'method'],
    ['whose method is half a byte (SIG-5, R_METHOD)', { method: '0x050' }, 'R_METHOD', 'method'],
    ['without a method (SIG-5, R_METHOD)', { method: undefined }, 'R_METHOD', 'method'],
    ['whose method is a byte longer (DEC-2, R_SIZE)', { method: `${LONGEST}00` }, 'R_SIZE', 'method'],
    ['whose era is one byte of something (SIG-8, R_ERA)', { era: '0x01' }, 'R_ERA', 'era'],
    ['whose era is no byte (SIG-8, R_ERA)', { era: '0x' }, 'R_ERA', 'era'],
    ['whose era is three bytes (SIG-8, R_ERA)', { era: '0xe50300' }, 'R_ERA', 'era'],
    ['whose era is never ending in two bytes (SIG-8, R_ERA)', { era: '0x0000' }, 'R_ERA', 'era'],
    ['whose phase is outside its period (SIG-8, R_ERA)', { era: '0xf1ff' }, 'R_ERA', 'era'],
    ['whose era is an object (SIG-8, R_ERA)', { era: { MortalEra: '0xe503' } }, 'R_ERA', 'era'],
    ['without an era (SIG-8, R_ERA)', { era: undefined }, 'R_ERA', 'era'],
    [
      'whose extensions are no list (SIG-4, R_EXT_LIST)',
      { signedExtensions: 'CheckGenesis' },
      'R_EXT_LIST',
      'signedExtensions',
    ],
    [
      'whose extensions are not all text (SIG-4, R_EXT_LIST)',
      { signedExtensions: [1] },
      'R_EXT_LIST',
      'signedExtensions',
    ],
    [
      'without extensions (SIG-4, R_EXT_LIST)',
      { signedExtensions: undefined },
      'R_EXT_LIST',
      'signedExtensions',
    ],
    ['8.4-52 of mode 2 (MDH-5, R_MODE)', { mode: 2 }, 'R_MODE', 'mode'],
    ['8.4-52 whose mode is text (MDH-5, R_MODE)', { mode: '1', metadataHash: DIGEST }, 'R_MODE', 'mode'],
    ['8.4-52 of mode 1 without a digest (MDH-5, R_MODE)', { mode: 1 }, 'R_MODE', 'metadataHash'],
    [
      '8.4-52 of mode 1 with half a digest (MDH-5, R_MODE)',
      { mode: 1, metadataHash: DIGEST.slice(0, 34) },
      'R_MODE',
      'metadataHash',
    ],
    ['8.4-52 of mode 0 with a digest (MDH-5, R_MODE)', { metadataHash: DIGEST }, 'R_MODE', 'metadataHash'],
    [
      '8.4-52 of no mode with a digest (MDH-5, R_MODE)',
      { mode: undefined, metadataHash: DIGEST },
      'R_MODE',
      'metadataHash',
    ],
  ])('%s', (_, change, code, field) => {
    expect(read({ ...P0, ...change })).toEqual(refused(code, field))
  })
  it.each([
    ['null', null],
    ['text', 'payload'],
    ['a list', [P0]],
    ['a number', 4],
  ])('when it is %s', (_, payload) => {
    expect(read(payload)).toEqual(refused('R_FIELD', 'payload'))
  })
})

describe('an era', () => {
  it.each([
    ['0xe401', 32, 30],
    ['0xe503', 64, 62],
    ['0xe607', 128, 126],
    ['0x0100', 4, 0],
    ['0x0f00', 65_536, 0],
    ['0xffff', 65_536, 65_520],
  ])('%s has a period of %i and a phase of %i', (era, period, phase) => {
    expect(lifeOf(era as Era)).toEqual({ kind: 'mortal', period, phase })
  })
  it('begins at the last block of its phase', () => {
    const life = { kind: 'mortal', period: 64, phase: 62 } as const
    expect(birthAt(life, 0x5b8d7e)).toBe(0x5b8d7e)
    expect(birthAt(life, 0x5b8d7e + 63)).toBe(0x5b8d7e)
    expect(birthAt(life, 0x5b8d7e - 1)).toBe(0x5b8d7e - 64)
    expect(birthAt(life, 3)).toBe(62)
  })
})
