import { describe, expect, it } from 'vitest'
import type { Hash } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { readMetadata } from '#shared/runtime/metadata.ts'
import { TRANSFER_ALL } from '../../../test/build/call-vectors.ts'
import { finneyMetadata, hasFinney } from '../../../test/fixtures/finney.ts'
import { type PayloadChain, readPayload } from './read-payload.ts'

const GENESIS = '0x2f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03' as Hash
const TEST_GENESIS = '0x8f9cf856bf558a14440e75569c9e58594757048d7b3a84b5d25f6bd978263105'
const BIRTH = '0xbee8f5fbd3c80b2c1731447baf322e7aefad67c5b52fe9dec093e0909d7efac4' as Hash
const BORN_AT = 0x5b8d7e
const SHIELDED = `0x1e014101${'5a'.repeat(80)}`

describe.runIf(hasFinney)('a page’s transaction', () => {
  const runtime = hasFinney ? readMetadata(finneyMetadata()) : undefined
  const P0 = {
    address: '5GoNkf6WdbxCFnPdAnYYQyCjAKPJgLNxXwPjwTh6DGg6gN3E',
    blockHash: BIRTH,
    blockNumber: '0x005b8d7e',
    era: '0xe503',
    genesisHash: GENESIS,
    method: '0x050300d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d02286bee',
    mode: 0,
    nonce: '0x00000007',
    signedExtensions: runtime?.extensions.map(({ id }) => id),
    specVersion: '0x000001a8',
    tip: '0x00',
    transactionVersion: '0x00000001',
    version: 4,
  }
  /** Finney at a block, whose one block with a known hash is the one the life begins at. */
  const finney = ({ best = BORN_AT + 5, isAway = false } = {}): PayloadChain => ({
    live: async () => {
      if (runtime === undefined) throw new Error('no metadata')
      const { spec, txVersion } = runtime
      return { runtime, metadata: new Uint8Array(), genesis: GENESIS, spec, txVersion, checksMetadata: true }
    },
    head: async () => {
      if (isAway) throw new WalletError('offline')
      const at = { number: best, hash: BIRTH }
      return { best: at, final: at, genesis: GENESIS }
    },
    hashAt: async (height) => (height === BORN_AT ? BIRTH : (`0x${'11'.repeat(32)}` as Hash)),
  })
  const read = (change: object = {}, chain = finney()) => readPayload({ ...P0, ...change }, chain)
  const refused = (error: object) => ({ ok: false, error })

  it('is read by the runtime the network has now (SIG-5, SIG-7, SIG-12)', async () => {
    expect(await read()).toMatchObject({
      ok: true,
      value: { call: { name: 'Balances.transfer_keep_alive' }, birth: 'seen', payload: { nonce: 7 } },
    })
  })
  it('8.4-49 is refused for a chain that is not the chosen one (SIG-7, R_GENESIS)', async () => {
    expect(await read({ genesisHash: TEST_GENESIS })).toEqual(
      refused({ code: 'R_GENESIS', genesis: TEST_GENESIS }),
    )
  })
  it.each([
    ['spec', { specVersion: '0x01a7' }, { asked: 423, live: 424 }],
    ['transaction version', { transactionVersion: '0x02' }, { asked: 2, live: 1 }],
  ])(
    '8.4-49 is refused for another %s than the network has, naming both (SIG-12, R_SPEC)',
    async (_, change, both) => {
      expect(await read(change)).toEqual(refused({ code: 'R_SPEC', ...both }))
    },
  )
  it('8.4-50 is refused while no runtime can be read (DEC-1, R_METADATA)', async () => {
    const away: PayloadChain = { ...finney(), live: () => Promise.reject(new WalletError('offline')) }
    expect(await read({}, away)).toEqual(refused({ code: 'R_METADATA', spec: 424 }))
  })
  it('8.4-40 is refused with an extension left out (SIG-4, R_EXT_LIST)', async () => {
    expect(await read({ signedExtensions: P0.signedExtensions?.slice(1) })).toEqual(
      refused({ code: 'R_EXT_LIST', field: 'signedExtensions' }),
    )
  })
  it.each([
    ['bytes left over', `${P0.method}00`],
    ['a call cut short', P0.method.slice(0, -2)],
    ['no call of this runtime', '0xff00'],
    ['a number not in its shortest form', `${P0.method.slice(0, -8)}0300000001`],
    ['nothing', '0x'],
  ])('is refused whose method is %s (SIG-5, DEC-2, R_METHOD)', async (_, method) => {
    expect(await read({ method })).toEqual(refused({ code: 'R_METHOD', field: 'method' }))
  })
  it('8.7-89 is read 12 levels deep, and refused 17 deep (DEC-2, R_TOO_DEEP)', async () => {
    const nested = (levels: number) => `0x${'0b0204'.repeat(levels)}${TRANSFER_ALL}`
    expect(await read({ method: nested(12) })).toMatchObject({ ok: true })
    expect(await read({ method: nested(17) })).toEqual(refused({ code: 'R_TOO_DEEP', field: 'method' }))
  })
  it('is refused before the chain is asked when its shape is wrong', async () => {
    const nobody: PayloadChain = { ...finney(), live: () => Promise.reject(new Error('asked')) }
    expect(await read({ version: 5 }, nobody)).toEqual(refused({ code: 'R_VERSION', field: 'version' }))
  })

  describe('whose life', () => {
    it('8.7-96 begins at another block than it says is refused (SIG-8, R_ERA)', async () => {
      expect(await read({ blockHash: GENESIS })).toEqual(refused({ code: 'R_ERA', field: 'blockHash' }))
    })
    it('is over is refused: the chain would look for a later block (SIG-8, R_ERA)', async () => {
      const late = finney({ best: BORN_AT + 64 })
      expect(await read({}, late)).toEqual(refused({ code: 'R_ERA', field: 'blockHash' }))
    })
    it.each([undefined, '0x005b8d7e'])('is seen with the block number %s (SIG-8)', async (blockNumber) => {
      expect(await read({ blockNumber })).toMatchObject({ value: { birth: 'seen' } })
    })
    it('begins in a block the node does not have yet is not known to be wrong (SIG-8)', async () => {
      const behind = finney({ best: BORN_AT - 1 })
      expect(await read({}, behind)).toMatchObject({ value: { birth: 'unseen' } })
      expect(await read({ blockNumber: undefined }, behind)).toMatchObject({ value: { birth: 'unseen' } })
    })
    it('8.7-96 cannot be looked up is read, and said to be unseen (SIG-8)', async () => {
      expect(await read({}, finney({ isAway: true }))).toMatchObject({ value: { birth: 'unseen' } })
      const without: PayloadChain = { ...finney(), hashAt: async () => undefined }
      expect(await read({}, without)).toMatchObject({ value: { birth: 'unseen' } })
    })
    it('never ends begins at the genesis, or is refused (SIG-8, R_ERA)', async () => {
      expect(await read({ era: '0x00', blockHash: GENESIS })).toMatchObject({ value: { birth: 'seen' } })
      expect(await read({ era: '0x00' })).toEqual(refused({ code: 'R_ERA', field: 'blockHash' }))
    })
    it.each([
      ['64 blocks', { era: '0xe503' }],
      ['no end', { era: '0x00', blockHash: GENESIS }],
    ])('8.7-95 is %s long is refused around an encrypted call (DNG-18, R_ERA)', async (_, change) => {
      expect(await read({ method: SHIELDED, ...change })).toEqual(refused({ code: 'R_ERA', field: 'era' }))
    })
    it('8.7-95 is 8 blocks long is read around an encrypted call (DNG-18)', async () => {
      // 0x5b8d7e is 6 blocks into 8.
      const read8 = await read({ method: SHIELDED, era: '0x6200' }, finney({ best: BORN_AT + 1 }))
      expect(read8).toMatchObject({ value: { birth: 'seen', call: { name: 'MevShield.submit_encrypted' } } })
    })
  })
})
