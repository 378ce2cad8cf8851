import { createKeyMulti } from '@polkadot/util-crypto'
import { describe, expect, it } from 'vitest'
import {
  ALICE,
  BOB,
  BOB_KEY,
  CAROL,
  CAROL_KEY,
  idsOf,
  read,
  runtime,
  told,
} from '../../../test/build/explained.ts'
import { hasFinney } from '../../../test/fixtures/finney.ts'
import { addressOf } from '../domain/address.ts'
import type { DecodedCall } from '../runtime/metadata.ts'
import { inOneDescription } from './explain.ts'

const TRANSFER_ALL = `050400${BOB_KEY}00`
const SEND_1 = `050300${BOB_KEY}02286bee`

const remark: DecodedCall = { name: 'System.nothing', args: { remark: Uint8Array.of(7) }, branches: [] }
const inner = { type: 'System', value: { type: 'nothing', value: remark.args } }
const rowsOf = (call: DecodedCall) => told(call).description.rows.map(({ label, value }) => [label, ...value])

describe('the rows of a call that carries others', () => {
  const calls = [inner, { ...inner }]
  const branches = calls.map((value, at) => ({ path: `calls.${at}`, call: remark, value }))
  const batch: DecodedCall = { name: 'Utility.batch', args: { calls }, branches }

  it('leave calls to the steps', () => {
    expect(rowsOf(batch)).toEqual([])
    expect(told(batch).steps).toMatchObject([
      { path: 'batch[0]', depth: 1, name: 'System.nothing', rows: [{ label: 'remark' }] },
      { path: 'batch[1]', depth: 1, name: 'System.nothing', rows: [{ label: 'remark' }] },
    ])
  })
  it('stand in one description with those of the calls where there is room for one alone', () => {
    expect(inOneDescription(told(batch)).rows.map(({ label }) => label)).toEqual([
      'Call 1',
      'Call 1 · remark',
      'Call 2',
      'Call 2 · remark',
    ])
  })
  it('leave out nothing that stands beside a call in the same argument', () => {
    const order = { to: 'Bob', what: { type: 'AsRoot', value: inner }, amount: 5n }
    const at = [{ path: 'orders.0.what', call: remark, value: inner }]
    expect(rowsOf({ name: 'Some.orders', args: { orders: [order] }, branches: at })[0]).toEqual([
      'orders',
      { code: '[{to: Bob, what: AsRoot (orders.0.what), amount: 5}]' },
    ])
  })
})

describe('the arguments of a call nobody knows (DEC-3, DEC-4)', () => {
  const printed = (value: unknown) => rowsOf({ name: 'Some.call', args: { value }, branches: [] })[0]?.[1]
  it.each([
    ['a variant', { type: 'Id', value: 'x' }, 'Id x'],
    ['a variant that holds nothing', { type: 'Any', value: undefined }, 'Any'],
    ['what has a type among other fields', { type: 'gift', amount: 5n }, '{type: gift, amount: 5}'],
    ['letters that turn text round', 'abc\u202edef', 'abc\\u{202e}def'],
    ['letters nobody sees', 'a\u200bb\nc', 'a\\u{200b}b\\u{a}c'],
    ['the most a u64 holds', (1n << 64n) - 1n, '18446744073709551615 (the maximum)'],
    ['the most a u128 holds', (1n << 128n) - 1n, '340282366920938463463374607431768211455 (the maximum)'],
    ['what is false', false, 'false'],
    ['what is not there', undefined, 'none'],
  ])('show %s whole', (_, value, text) => {
    expect(printed(value)).toEqual({ code: text })
  })
  it.each([
    ['an account', BOB],
    ['an account among other kinds of addresses', { type: 'Id', value: BOB }],
  ])('show %s as an address', (_, value) => {
    expect(printed(value)).toEqual({ address: BOB })
  })
  it('are agreed to by themselves', () => {
    expect(told({ name: 'Some.call', args: {}, branches: [] }).findings).toEqual([
      expect.objectContaining({ id: 'unknown-call', level: 'caution', tick: true }),
    ])
  })
  it('are under a danger where the call carries others and has no words', () => {
    const call: DecodedCall = {
      name: 'Some.carrier',
      args: { what: inner },
      branches: [{ path: 'what', call: remark, value: inner }],
    }
    expect(told(call).findings).toContainEqual(
      expect.objectContaining({ id: 'unknown-carrier', level: 'danger', tick: true }),
    )
    expect(told(call).steps).toMatchObject([
      { path: 'carrier.what', actor: ['an account that cannot be told'] },
    ])
  })
})

describe('a call with another argument than the wallet knows', () => {
  it('keeps its danger by its name alone', () => {
    const call = { name: 'Balances.burn', args: { value: 5n, memo: 'x' }, branches: [] } as const
    expect(told(call)).toMatchObject({
      findings: [{ id: 'unknown-call' }, { id: 'destroys', level: 'danger' }],
      effects: [],
    })
  })
  it.each(['Balances.constructor', 'toString.x', '__proto__.y'])('has no rule of a prototype: %s', (name) => {
    const call: DecodedCall = { name: name as DecodedCall['name'], args: {}, branches: [] }
    expect(idsOf(told(call).findings)).toEqual(['unknown-call'])
  })
})

describe('a call that hands the account to another key asks for a word', () => {
  it.each([
    ['Proxy.add_proxy', 'POWER'],
    ['SubtensorModule.announce_coldkey_swap', 'SWAP'],
    ['SubtensorModule.schedule_swap_coldkey', 'SWAP'],
    ['SubtensorModule.swap_coldkey', 'SWAP'],
    ['SubtensorModule.swap_coldkey_announced', 'SWAP'],
    ['SubtensorModule.swap_hotkey', 'SWAP'],
    ['SubtensorModule.swap_hotkey_v2', 'SWAP'],
    ['SubtensorModule.dispute_coldkey_swap', 'FREEZE'],
    ['Balances.transfer_all', 'EMPTY'],
  ] as const)('%s, which mainnet has: %s', (name, word) => {
    expect(told({ name, args: {}, branches: [] }).findings).toContainEqual(
      expect.objectContaining({ level: 'danger', type: word }),
    )
    if (runtime !== undefined) expect(runtime.hasCall(name)).toBe(true)
  })
})

describe.runIf(hasFinney)('who acts', () => {
  const stepIn = (hex: string) => read(hex).steps[0]
  it.each([
    ['the account that signs, in a batch', `0b0004${SEND_1}`, []],
    ['the account a proxy stands for', `100000${CAROL_KEY}00${SEND_1}`, [{ address: CAROL }]],
    ['the account a proxy announced for', `100900${BOB_KEY}00${CAROL_KEY}00${SEND_1}`, [{ address: CAROL }]],
    ['the chain itself, by sudo', `0c00${SEND_1}`, ['the chain itself']],
    ['another account, by sudo', `0c0300${CAROL_KEY}${SEND_1}`, [{ address: CAROL }]],
    ['the chain itself, by its calendar', `0f00c0cf6a000000${SEND_1}`, ['the chain itself']],
    [
      'a multisig, worked out from its members',
      `0d01020004${BOB_KEY}00${SEND_1}0404`,
      ['the multisig ', { address: addressOf(createKeyMulti([ALICE, BOB], 2)) }],
    ],
  ])('is %s (DEC-5)', (_, hex, actor) => {
    const step = stepIn(hex)
    expect(step?.actor).toEqual(actor)
  })
  it('is said, where it is not the account that signs (DNG-5)', () => {
    expect(idsOf(read(`100000${CAROL_KEY}00${SEND_1}`).findings)).toEqual(['acts-as'])
    expect(idsOf(read(`0b0004${SEND_1}`).findings)).toEqual([])
  })
  it('is followed through several carriers', () => {
    const { steps } = read(`0b0004100000${CAROL_KEY}00${SEND_1}`)
    expect(steps.map(({ path, depth, actor }) => [path, depth, actor])).toEqual([
      ['batch[0]', 1, []],
      ['batch[0] › proxy', 2, [{ address: CAROL }]],
    ])
  })
})

describe.runIf(hasFinney)('what a call changes', () => {
  it('is TAO that leaves, to whom', () => {
    expect(read(SEND_1).effects).toEqual([
      { kind: 'leaves', actor: [], value: [{ rao: 1_000_000_000n }, ' to ', { address: BOB }] },
    ])
  })
  it('is summed up where it leaves in parts, of the account that signs alone', () => {
    const { effects } = read(`0b000c${SEND_1}${SEND_1}100000${CAROL_KEY}00${SEND_1}`)
    expect(effects).toHaveLength(4)
    expect(effects[0]).toMatchObject({ value: ['Up to ', { rao: 2_000_000_000n }, ' in all'] })
    expect(effects[3]).toMatchObject({ actor: [{ address: CAROL }] })
  })
  it('is told by its sum where it is much, and power is told all the same', () => {
    const { effects, steps } = read(`0b00${'fc'}${SEND_1.repeat(62)}100100${BOB_KEY}0000000000`)
    expect(steps).toHaveLength(63)
    expect(effects).toHaveLength(15)
    expect(effects.at(-1)).toMatchObject({
      kind: 'power',
      value: [{ address: BOB }, ' may act as ', { code: 'Any' }, ', at once'],
    })
    expect(effects.at(-2)).toMatchObject({ value: ['50 more like these, each with its call'] })
  })
})

describe.runIf(hasFinney)('findings of many calls', () => {
  it('say the same once, with its places (DEC-6)', () => {
    const { findings, steps } = read(`0b0014${TRANSFER_ALL.repeat(5)}`)
    expect(findings).toHaveLength(1)
    expect(findings[0]?.text[0]).toBe('batch[0], batch[1], batch[2] and 2 more: ')
    expect(steps.map(({ level }) => level)).toEqual(Array(5).fill('danger'))
  })
  it('name what stands among calls that stake (DNG-17)', () => {
    const stake = `0702${CAROL_KEY}010000ca9a3b00000000`
    expect(idsOf(read(`0b0208${stake}${SEND_1}`).findings)).toContain('batch_all[1]/hidden')
    expect(idsOf(read(`0b0208${stake}${stake}`).findings)).not.toContain('batch_all[1]/hidden')
    expect(idsOf(read(`0b0208${SEND_1}${SEND_1}`).findings)).toEqual([])
  })
})
