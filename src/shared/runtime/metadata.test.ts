import { compact } from '@polkadot-api/substrate-bindings'
import { describe, expect, it } from 'vitest'
import { finneyMetadata, hasFinney } from '../../../test/fixtures/finney.ts'
import { fromHex, toHex } from '../domain/bytes.ts'
import { readMetadata } from './metadata.ts'

const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty'
const BOB_KEY = '8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48'
const transferAll = `050400${BOB_KEY}00`

describe.runIf(hasFinney)('the runtime of Finney, spec 424', () => {
  const runtime = readMetadata(finneyMetadata())
  const read = (hex: string) => runtime.decodeCall(fromHex(hex))

  it('says which it is', () => {
    expect([runtime.specName, runtime.spec, runtime.txVersion]).toEqual(['node-subtensor', 424, 1])
  })
  // Vectors of two other encoders (subtensor facts sheet, part 14).
  it.each([
    [`050300${BOB_KEY}02286bee`, 'Balances.transfer_keep_alive'],
    [transferAll, 'Balances.transfer_all'],
    [`0702${BOB_KEY}010000ca9a3b00000000`, 'SubtensorModule.add_stake'],
    [`0758${BOB_KEY}010000ca9a3b0000000080f0fa020000000000`, 'SubtensorModule.add_stake_limit'],
    [`0767${BOB_KEY}0100`.concat('00'), 'SubtensorModule.remove_stake_full_limit'],
    [`0753${BOB_KEY}`, 'SubtensorModule.unstake_all'],
    ['077a020801000200', 'SubtensorModule.set_root_claim_type'],
    [`100100${BOB_KEY}0800000000`, 'Proxy.add_proxy'],
    ['1e01080102', 'MevShield.submit_encrypted'],
  ])('reads %s as %s and writes the same bytes', (hex, name) => {
    const call = read(hex)
    expect(call.name).toBe(name)
    expect(toHex(runtime.encodeCall(call))).toBe(`0x${hex}`)
  })
  it('reads addresses as SS58 and amounts as bigint', () => {
    expect(read(`050300${BOB_KEY}02286bee`).args).toEqual({
      dest: { type: 'Id', value: BOB },
      value: 1_000_000_000n,
    })
  })
  it.each([
    ['Utility.batch', `0b0008000004${'00'}${transferAll}`, ['calls.0', 'calls.1']],
    ['Utility.if_else', `0b0600000400${transferAll}`, ['main', 'fallback']],
    ['Proxy.proxy', `100000${BOB_KEY}00${transferAll}`, ['call']],
    ['Sudo.sudo', `0c00${transferAll}`, ['call']],
    ['Multisig.as_multi', `0d01020004${BOB_KEY}00${transferAll}0404`, ['call']],
  ])('finds the calls inside %s', (name, hex, paths) => {
    const call = read(hex)
    expect(call.name).toBe(name)
    expect(call.branches.map((branch) => branch.path)).toEqual(paths)
    expect(call.branches.at(-1)?.call.name).toBe('Balances.transfer_all')
  })
  it('finds a call 12 batches deep', () => {
    const call = read(`${'0b0204'.repeat(12)}${transferAll}`)
    let inside = call
    for (let level = 0; level < 12; level++) inside = inside.branches[0]?.call ?? call
    expect(inside.name).toBe('Balances.transfer_all')
  })
  it('reads a call in sixteen others, and refuses what is nested deeper', () => {
    expect(read(`${'0b0204'.repeat(16)}${transferAll}`).name).toBe('Utility.batch_all')
    expect(() => read(`${'0b0204'.repeat(17)}${transferAll}`)).toThrow('unreadable')
  })
  it('survives nesting that would exhaust the stack', () => {
    expect(() => read(`${'0b0204'.repeat(150_000)}${transferAll}`)).toThrow('unreadable')
  })
  it('reads a thousand calls, the one they are in counted, and refuses more', () => {
    const batchOf = (count: number) => `0b00${toHex(compact.enc(count)).slice(2)}${'00000400'.repeat(count)}`
    expect(read(batchOf(999)).branches).toHaveLength(999)
    expect(() => read(batchOf(1000))).toThrow('unreadable')
  })
  it.each([
    ['nothing', ''],
    ['a call cut short', '0503008eaf'],
    ['bytes left over', `${transferAll}00`],
    ['no such pallet', 'ff00'],
    ['no such call', '05ff'],
    ['a list of a billion keys in seven bytes', '1300feffffff'],
    ['a key with a byte too few', `050400${BOB_KEY}`],
    ['a number not in its shortest form', `050300${BOB_KEY}0300000001`],
  ])('refuses %s', (_what, hex) => {
    expect(() => read(hex)).toThrow('unreadable')
  })
  it('reads a call of exactly half a megabyte, and refuses a byte more before it decodes it', () => {
    const tooLong = expect.objectContaining({ code: 'unreadable', details: { why: 'too long' } })
    const remark = (whole: number) => {
      const length = whole - 2 - 4
      return new Uint8Array([0, 0, ...compact.enc(length), ...new Uint8Array(length)])
    }
    expect(remark(512 * 1024)).toHaveLength(512 * 1024)
    expect(runtime.decodeCall(remark(512 * 1024)).name).toBe('System.remark')
    expect(() => runtime.decodeCall(remark(512 * 1024 + 1))).toThrow(tooLong)
  })
  it('decodes a view as what it shows, not as what lies below it', () => {
    const below = fromHex(`ffffffff${transferAll}`)
    expect(runtime.decodeCall(below.subarray(4)).name).toBe('Balances.transfer_all')
  })
  it('knows the arguments of a call by name', () => {
    expect(runtime.argumentsOf('Balances.transfer_all')).toEqual(['dest', 'keep_alive'])
    expect(runtime.argumentsOf('Balances.no_such')).toBeUndefined()
  })
})
