import { describe, expect, it } from 'vitest'
import { finneyMetadata, hasFinney } from '../../../test/fixtures/finney.ts'
import { fromHex } from '../domain/bytes.ts'
import type { DecodedCall } from '../runtime/metadata.ts'
import { readMetadata } from '../runtime/metadata.ts'
import { explain } from './explain.ts'
import { readCall } from './index.ts'

const remark: DecodedCall = { name: 'System.remark', args: { remark: Uint8Array.of(7) }, branches: [] }
const inner = { type: 'System', value: { type: 'remark', value: remark.args } }
const rowsOf = (call: DecodedCall) =>
  explain(readCall(call)).description.rows.map(({ label, value }) => [label, ...value])

describe('the rows of a call that carries others', () => {
  it('give calls alone rows of their own, and no second one', () => {
    const calls = [inner, { ...inner }]
    const branches = calls.map((value, at) => ({ path: `calls.${at}`, call: remark, value }))
    expect(rowsOf({ name: 'Utility.batch', args: { calls }, branches }).map(([label]) => label)).toEqual([
      'calls.0',
      'calls.0 · remark',
      'calls.1',
      'calls.1 · remark',
    ])
  })
  it('leave out nothing that stands beside a call in the same argument', () => {
    const order = { to: 'Bob', what: { type: 'AsRoot', value: inner }, amount: 5n }
    const branches = [{ path: 'orders.0.what', call: remark, value: inner }]
    expect(rowsOf({ name: 'Some.orders', args: { orders: [order] }, branches })[0]).toEqual([
      'orders',
      { code: '[{to: Bob, what: AsRoot (orders.0.what), amount: 5}]' },
    ])
  })
})

describe('the arguments of a call nobody knows', () => {
  const printed = (value: unknown) => rowsOf({ name: 'Some.call', args: { value }, branches: [] })[0]?.[1]
  it.each([
    ['a variant', { type: 'Id', value: 'x' }, 'Id x'],
    ['a variant that holds nothing', { type: 'Any', value: undefined }, 'Any'],
    ['what has a type among other fields', { type: 'gift', amount: 5n }, '{type: gift, amount: 5}'],
    ['letters that turn text round', 'abc\u202edef', 'abc\\u{202e}def'],
    ['letters nobody sees', 'a\u200bb\nc', 'a\\u{200b}b\\u{a}c'],
  ])('show %s whole', (_, value, text) => {
    expect(printed(value)).toEqual({ code: text })
  })
})

describe('a call that hands the account to another key', () => {
  const KEY = '8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48'
  it.runIf(hasFinney).each([
    ['Proxy.add_proxy', `100100${KEY}0000000000`, 'POWER'],
    ['Proxy.add_proxy in a batch', `0b0004100100${KEY}0000000000`, 'POWER'],
  ])('asks for a word: %s', (_, hex, word) => {
    const { findings } = explain(readCall(readMetadata(finneyMetadata()).decodeCall(fromHex(hex))))
    expect(findings).toContainEqual(expect.objectContaining({ level: 'danger', type: word }))
  })
  it.each([
    'announce_coldkey_swap',
    'schedule_swap_coldkey',
    'swap_coldkey',
    'swap_coldkey_announced',
    'swap_hotkey',
    'swap_hotkey_v2',
  ])('asks for a word: SubtensorModule.%s, which mainnet has', (method) => {
    const { findings } = explain(readCall({ name: `SubtensorModule.${method}`, args: {}, branches: [] }))
    expect(findings).toContainEqual(expect.objectContaining({ level: 'danger', type: 'SWAP' }))
    if (hasFinney) expect(readMetadata(finneyMetadata()).hasCall(`SubtensorModule.${method}`)).toBe(true)
  })
})
