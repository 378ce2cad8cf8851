/** What each operation says, held against sentences written by hand: for the wallet's own calls, and for bytes from anywhere. */
import { describe, expect, it } from 'vitest'
import { fromHex, toHex } from '#shared/domain/bytes.ts'
import { TAO } from '#shared/domain/units.ts'
import { buildCall, isOperationId, operationOf, operations, readCall } from '#shared/operations/index.ts'
import { explain } from '#shared/review/explain.ts'
import { readMetadata } from '#shared/runtime/metadata.ts'
import { newerRuntime } from '../build/newer-runtime.ts'
import { ALICE, BOB, wordsOf } from '../build/words.ts'
import { finneyMetadata, hasFinney } from '../fixtures/finney.ts'
import { SENTENCES } from '../sentences/index.ts'
import { HASH, limit, some } from '../sentences/told.ts'

const finney = hasFinney ? readMetadata(finneyMetadata()) : undefined
const newer = newerRuntime()
const OWN = { signer: ALICE, own: [ALICE], isSite: false }
const SITE = { signer: ALICE, own: [ALICE], isSite: true }

describe.each(SENTENCES)('of %s', (_about, told) => {
  it.each(told)('%s says of %o what was written by hand', (id, params, verb, sentence, rows) => {
    if (!isOperationId(id)) throw new Error(`no operation ${id}`)
    const operation = operationOf(id)
    const description = operation.describe(params)
    expect(description.verb).toBe(verb)
    expect(wordsOf(description.sentence)).toBe(sentence)
    expect(description.rows.map(({ label, value }) => `${label}: ${wordsOf(value)}`)).toEqual(rows)
    // The same from bytes, which is all the room is given: as the wallet's own, and as a site hands them over.
    const warned = operation.warns(params)
    for (const runtime of [newer, ...(operation.since === undefined && finney ? [finney] : [])]) {
      const call = runtime.decodeCall(runtime.encodeCall(buildCall(operation, params)))
      const own = explain(call, OWN)
      const site = explain(call, SITE)
      expect(own).toMatchObject({ description, findings: warned, steps: [] })
      expect(site).toMatchObject({ description, steps: [] })
      expect(site.findings.map((finding) => finding.id)).toEqual(
        expect.arrayContaining(warned.map((finding) => finding.id)),
      )
    }
  })
})

describe('sentences', () => {
  it('are there for each operation', () => {
    const ids = SENTENCES.flatMap(([, told]) => told.map(([id]) => id))
    expect(new Set(ids)).toEqual(new Set(Object.keys(operations)))
  })
})

const B = '8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48'
const A = 'd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d'
/** Calls of spec 424, encoded by an implementation that is not this wallet's. */
const BYTES: readonly (readonly [bytes: string, id: string, params: Record<string, unknown>])[] = [
  [`050300${B}02286bee`, 'transfer', { to: BOB, amount: { kind: 'exactly', rao: TAO }, keepAlive: true }],
  [`050400${B}00`, 'transfer', { to: BOB, amount: { kind: 'all' }, keepAlive: false }],
  [`0702${B}010000ca9a3b00000000`, 'add-stake', { hotkey: BOB, netuid: 1, amount: TAO }],
  [
    `0758${B}010000ca9a3b0000000080f0fa020000000000`,
    'add-stake',
    { hotkey: BOB, netuid: 1, amount: TAO, limit: limit(50_000_000n) },
  ],
  [
    `0703${B}010000f9029500000000`,
    'remove-stake',
    { hotkey: BOB, netuid: 1, sale: { kind: 'part', alpha: 2_500_000_000n } },
  ],
  [
    `0767${B}010001005a620200000000`,
    'remove-stake',
    { hotkey: BOB, netuid: 1, sale: { kind: 'all', limit: 40_000_000n } },
  ],
  [`0767${B}010000`, 'remove-stake', { hotkey: BOB, netuid: 1, sale: { kind: 'all' } }],
  [`0753${B}`, 'unstake-all', { hotkey: BOB, into: 'tao' }],
  [
    `0755${B}${A}0100010000ca9a3b00000000`,
    'move-stake',
    { hotkey: BOB, newHotkey: ALICE, from: 1, to: 1, quantity: some(TAO) },
  ],
  [
    `0756${A}${B}0100010000ca9a3b00000000`,
    'transfer-stake',
    { to: ALICE, hotkey: BOB, from: 1, into: 1, quantity: some(TAO) },
  ],
  [
    `075a${B}0100020000ca9a3b00000000000000000000000001`,
    'swap-stake',
    { hotkey: BOB, from: 1, to: 2, quantity: some(TAO), limit: { ratio: 0n, allowPartial: true } },
  ],
  [
    '077a020801000200',
    'set-root-claim-type',
    { choice: { type: 'KeepSubnets', value: { subnets: [1, 2] } } },
  ],
  ['07790801000200', 'claim-root', { subnets: [1, 2] }],
  [`077d${HASH.slice(2)}`, 'announce-coldkey-swap', { hash: HASH }],
  [`100100${B}0800000000`, 'add-proxy', { delegate: BOB, type: 'Staking', delay: 0 }],
  ['1e01080102', 'submit-encrypted', { ciphertext: Uint8Array.of(1, 2) }],
]

describe.skipIf(!hasFinney)('the bytes of a call', () => {
  it.each(BYTES)('%s are %s', (bytes, id, params) => {
    if (!isOperationId(id) || finney === undefined) throw new Error(`no operation ${id}`)
    expect(toHex(finney.encodeCall(buildCall(operationOf(id), params)))).toBe(`0x${bytes}`)
    const intent = readCall(finney.decodeCall(fromHex(bytes)))
    expect(intent).toMatchObject({ kind: 'operation', operation: { id } })
    expect(intent.kind === 'operation' && intent.params).toEqual(params)
  })
})
