import { describe, expect, it } from 'vitest'
import type { Address } from '#shared/domain/address.ts'
import { fromHex } from '#shared/domain/bytes.ts'
import { readMetadata } from '#shared/runtime/metadata.ts'
import { finneyMetadata, hasFinney } from '../../test/fixtures/finney.ts'
import { isAsBuiltIn } from './built-in-calls.ts'

const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Address
const BOB_KEY = '8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48'
const dest = { type: 'Id', value: BOB }
const TRANSFERS = [
  ['Balances.transfer_allow_death', { dest, value: 1_000_000_000n }, `050000${BOB_KEY}02286bee`],
  ['Balances.transfer_keep_alive', { dest, value: 5n }, `050300${BOB_KEY}14`],
  ['Balances.transfer_all', { dest, keep_alive: false }, `050400${BOB_KEY}00`],
  ['Balances.transfer_all', { dest, keep_alive: true }, `050400${BOB_KEY}01`],
] as const

describe('a call the wallet knows by its bytes', () => {
  it.each(TRANSFERS)('%s is one', (name, args, hex) => {
    expect(isAsBuiltIn({ name, args }, fromHex(hex))).toBe(true)
  })
  it.each([
    ['another transfer', 'Balances.transfer_keep_alive', { dest, value: 0n }, `050400${BOB_KEY}00`],
    ['another amount', 'Balances.transfer_keep_alive', { dest, value: 5n }, `050300${BOB_KEY}18`],
    ['another pallet', 'Balances.transfer_keep_alive', { dest, value: 5n }, `070300${BOB_KEY}14`],
    ['more bytes', 'Balances.transfer_keep_alive', { dest, value: 5n }, `050300${BOB_KEY}1400`],
    ['arguments of another shape', 'Balances.transfer_all', { dest, value: 5n }, `050400${BOB_KEY}14`],
    ['a call it has no bytes of', 'System.remark', { remark: new Uint8Array() }, '000000'],
  ] as const)('is not one that was read from the bytes of %s', (_, name, args, hex) => {
    expect(isAsBuiltIn({ name, args }, fromHex(hex))).toBe(false)
  })
  it.runIf(hasFinney)('is what mainnet’s metadata says of it, in every runtime at hand', () => {
    const runtimes = [393, 424] as const
    for (const runtime of runtimes.map((spec) => readMetadata(finneyMetadata(spec))))
      for (const [, , hex] of TRANSFERS)
        expect(isAsBuiltIn(runtime.decodeCall(fromHex(hex)), fromHex(hex))).toBe(true)
  })
})
