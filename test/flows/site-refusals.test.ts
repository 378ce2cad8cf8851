/** What a page hears of a request that no person is asked about: its very words and code (8.4, 8.5 of the specification). */
import { encodeAddress } from '@polkadot/util-crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Hash } from '../../src/shared/domain/bytes.ts'
import { type Runtime, readMetadata } from '../../src/shared/runtime/metadata.ts'
import { TRANSFER_ALL } from '../build/call-vectors.ts'
import { finneyChain } from '../build/finney-chain.ts'
import { aSiteBench, type SiteBench } from '../build/site-bench.ts'
import { A5, B, D1, DAPP, P0 } from '../build/site-requests.ts'
import { finneyMetadata, hasFinney } from '../fixtures/finney.ts'

const invalid = (field: string) => ({ code: -32602, message: `Invalid request: ${field}` })
const LIST = P0.signedExtensions
const OTHER_GENESIS = `0x${'12'.repeat(32)}`

/** What is otherwise than in the vector A.1, and what the page then hears. */
const REFUSED: readonly (readonly [string, object, { code: number; message: string }])[] = [
  [
    '8.4-40 a list without CheckGenesis',
    { signedExtensions: LIST.filter((name) => name !== 'CheckGenesis') },
    invalid('signedExtensions'),
  ],
  ['8.4-40 a list in another order', { signedExtensions: LIST.toReversed() }, invalid('signedExtensions')],
  ['8.4-40 a name twice', { signedExtensions: [...LIST, 'CheckNonce'] }, invalid('signedExtensions')],
  ['8.4-40 a name more', { signedExtensions: [...LIST, 'Foo'] }, invalid('signedExtensions')],
  [
    '8.4-40 a list without CheckMetadataHash',
    { signedExtensions: LIST.slice(0, -1) },
    invalid('signedExtensions'),
  ],
  [
    '8.4-39 no list at all, with a whole payload for a call (D.1)',
    { signedExtensions: [], method: `${P0.method}e5031c00` },
    invalid('signedExtensions'),
  ],
  ['8.4-41 bytes after the call', { method: `${P0.method}00` }, invalid('method')],
  ['8.4-42 the data of a message (D.2)', { data: 'Log in to dApp, nonce 8842' }, invalid('data')],
  ['8.4-43 version 5', { version: 5 }, invalid('version')],
  ['8.4-43 version 132', { version: 132 }, invalid('version')],
  ['8.4-43 a version in letters', { version: '4' }, invalid('version')],
  ['8.4-43 no version', { version: undefined }, invalid('version')],
  ['8.4-44 an asset for the fee', { assetId: '0x01' }, invalid('assetId')],
  ['8.4-45 a nonce that is no hex', { nonce: '7' }, invalid('nonce')],
  ['8.4-45 a nonce below nothing', { nonce: '-0x1' }, invalid('nonce')],
  ['8.4-45 a nonce that is too large', { nonce: '0x1ffffffff' }, invalid('nonce')],
  ['8.4-47 an Ethereum address', { address: `0x${'11'.repeat(20)}` }, invalid('address')],
  ['8.4-47 an address with a letter wrong', { address: B.replace('5Go', '5Gp') }, invalid('address')],
  [
    '8.4-48 an account that is not there',
    { address: '5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy' },
    { code: 4100, message: `The source ${DAPP} is not allowed to interact with this account.` },
  ],
  [
    '8.4-48 an account the site does not see',
    { address: '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' },
    { code: 4100, message: `The source ${DAPP} is not allowed to interact with this account.` },
  ],
  [
    '8.4-49 a chain nobody knows',
    { genesisHash: OTHER_GENESIS },
    { code: 4902, message: `Unknown network: ${OTHER_GENESIS}` },
  ],
  [
    '8.4-49 another runtime',
    { specVersion: '0x000001a7' },
    {
      code: 4902,
      message: 'Runtime version mismatch: payload is for 423, network is at 424. Reload the page.',
    },
  ],
  ['8.4-52 mode 0 with a digest', { mode: 0, metadataHash: A5.digest }, invalid('metadataHash')],
  ['8.4-52 mode 1 without one', { mode: 1, metadataHash: null }, invalid('metadataHash')],
  ['8.4-52 mode 2', { mode: 2 }, invalid('mode')],
  ['8.7-89 17 levels', { method: `0x${'0b0204'.repeat(17)}${TRANSFER_ALL}` }, invalid('method')],
  ['8.7-96 another birth block', { blockHash: OTHER_GENESIS }, invalid('blockHash')],
]

/** The same of messages. */
const REFUSED_MESSAGES: readonly (readonly [string, object, { code: number; message: string }])[] = [
  [
    '8.4-42 the fields of a transaction (D.2)',
    { method: `0x${TRANSFER_ALL}`, era: '0x00' },
    invalid('method'),
  ],
  ['8.5-58 more than 64 KiB', { data: `0x${'00'.repeat(65_537)}` }, invalid('data')],
  ['no data', { data: undefined }, invalid('data')],
  ['another type', { type: 'other' }, invalid('type')],
]

describe.runIf(hasFinney)('a page is refused at once, without a window, for', () => {
  const runtime = hasFinney ? readMetadata(finneyMetadata()) : undefined
  let bench: SiteBench
  let page: Awaited<ReturnType<SiteBench['connected']>>
  let windows: number
  beforeAll(async () => {
    if (runtime === undefined) throw new Error('no metadata')
    bench = aSiteBench(finneyChain(runtime))
    page = await bench.connected()
    windows = bench.machine.desk.opened()
  })
  afterEach(() => {
    expect(bench.machine.desk.opened()).toBe(windows)
    expect(bench.bugs).toEqual([])
  })
  afterAll(() => bench.machine.end())
  /** A bench of its own for a test, on a chain that is otherwise, and a page that is connected there. */
  const otherwise = async (change: Partial<Runtime>, genesis?: string) => {
    if (runtime === undefined) throw new Error('no metadata')
    const other = aSiteBench(finneyChain({ ...runtime, ...change }, genesis as Hash | undefined))
    onTestFinished(() => other.machine.end())
    const { wallet } = await other.connected()
    return { other, wallet }
  }

  it.each(REFUSED)('%s', async (_, change, heard) => {
    const asked = page.wallet.signer.signPayload({ ...P0, ...change })
    await expect(asked).rejects.toThrow(Error)
    await expect(asked).rejects.toMatchObject(heard)
  })
  it.each(REFUSED_MESSAGES)('a message with %s', async (_, change, heard) => {
    const asked = page.wallet.signer.signRaw({ address: B, data: 'hello', type: 'bytes', ...change })
    await expect(asked).rejects.toMatchObject(heard)
  })
  it.each([
    ['its list of extensions where that network is chosen', D1.genesisHash, invalid('signedExtensions')],
    ['its chain elsewhere', P0.genesisHash, { code: 4902, message: `Unknown network: ${D1.genesisHash}` }],
  ])('8.4-39 a payload that hides another in its call (D.1): for %s', async (_, genesis, heard) => {
    const { other, wallet } = await otherwise({}, genesis)
    await expect(wallet.signer.signPayload(D1)).rejects.toMatchObject(heard)
    expect(await other.waiting(0)).toEqual([])
  })
  it('8.4-39 that payload with the whole list, for bytes after its call', async () => {
    const { wallet } = await otherwise({}, D1.genesisHash)
    await expect(wallet.signer.signPayload({ ...D1, signedExtensions: LIST })).rejects.toMatchObject(
      invalid('method'),
    )
  })
  it('8.5-63 any message where a pallet has the number that a wrapped message begins with', async () => {
    const palletAt = (index: number) => (index === 60 ? 'Newest' : runtime?.palletAt(index))
    const { other, wallet } = await otherwise({ palletAt })
    const before = other.machine.desk.opened()
    await expect(wallet.signer.signRaw({ address: B, data: 'hello' })).rejects.toMatchObject({
      code: 4200,
      message: 'Unsupported method',
    })
    expect(other.machine.desk.opened()).toBe(before)
    // Transactions are as they were.
    void wallet.signer.signPayload(P0).catch(() => undefined)
    expect(await other.waiting(1)).toMatchObject([{ request: { kind: 'payload' } }])
  })
  it('8.4-54 what cannot be written down', async () => {
    const cyclic: Record<string, unknown> = { ...P0 }
    cyclic['self'] = cyclic
    await expect(page.wallet.signer.signPayload(cyclic)).rejects.toMatchObject(invalid('payload'))
    await expect(page.wallet.signer.signPayload({ ...P0, nonce: 7n })).rejects.toMatchObject(
      invalid('payload'),
    )
  })
  it('8.4-50 a transaction while no metadata is at hand', async () => {
    const away = aSiteBench()
    const { wallet } = await away.connected()
    await expect(wallet.signer.signPayload(P0)).rejects.toMatchObject({
      code: 4902,
      message: 'Metadata for spec 424 is not available',
    })
    away.machine.end()
  })
})

describe.runIf(hasFinney)('a page is not refused for', () => {
  it.each([
    ['8.4-44 no asset, said as null', { assetId: null }],
    ['8.4-44 no asset, not said', { assetId: undefined }],
    ['8.4-45 a nonce of one byte', { nonce: '0x07' }],
    ['8.4-45 a nonce of eight bytes', { nonce: '0x0000000000000007' }],
    ['8.4-47 the account in the prefix of another chain', { address: encodeAddress(B, 0) }],
    [
      '8.4-54 names that mean something to JavaScript',
      JSON.parse('{"__proto__": {"method": "0x00"}, "constructor": 1}') as object,
    ],
  ])('%s: a person is asked about the same bytes', async (_, change) => {
    const bench = aSiteBench(finneyChain(readMetadata(finneyMetadata())))
    const { wallet } = await bench.connected()
    void wallet.signer.signPayload({ ...P0, ...change }).catch(() => undefined)
    const [waits] = await bench.waiting(1)
    expect(waits?.request).toMatchObject({ payload: { address: B, nonce: 7, call: P0.method } })
    bench.machine.end()
  })
  it('8.4-55 asking twice: each result has a number of its own, and they rise', async () => {
    const bench = aSiteBench()
    const { wallet } = await bench.connected()
    const ids: unknown[] = []
    for (let times = 0; times < 2; times++) {
      const asked = wallet.signer.signRaw({ address: B, data: 'hello', type: 'bytes' })
      const [waits] = await bench.waiting(1)
      if (waits === undefined) throw new Error('nothing waits')
      await bench.sign(waits.id)
      ids.push(((await asked) as { id: number }).id)
    }
    expect(ids).toEqual([1, 2])
    bench.machine.end()
  })
})
