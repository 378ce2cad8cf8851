/** What the review says of a limit order that is signed as a message. */
import { describe, expect, it } from 'vitest'
import { ALICE, anOrder, BOB, D3, DAY, findings, NOW, told } from '../../../test/build/told-messages.ts'
import { type Hash, toHex } from '../domain/bytes.ts'
import type { Level } from '../domain/description.ts'
import { type LimitOrder, orderBytes, orderId } from '../domain/limit-order.ts'
import { printOrder } from '../domain/order-text.ts'
import { raoPerAlpha } from '../domain/units.ts'

describe('a limit order in words', () => {
  const card = (change: Partial<LimitOrder> = {}) => told(printOrder(anOrder(change)))
  const ids = (change: Partial<LimitOrder> = {}) =>
    card(change).findings.map(({ id, level }): readonly [string, Level] => [id, level])
  const row = (label: string, change: Partial<LimitOrder> = {}) =>
    card(change).description.rows.find((each) => each.label === label)?.value

  it('is shown as the trade it is', () => {
    const { description } = card()
    expect(description).toMatchObject({
      verb: 'Sign order',
      sentence: [
        'Buy alpha of ',
        { netuid: 64 },
        ' for ',
        { rao: 1_500_000_000n },
        ', at no more than ',
        { price: 500_000_000n },
        '.',
      ],
    })
    expect(row('Amount')).toEqual([{ rao: 1_500_000_000n }])
    expect(row('Fee')).toEqual(['0.85 % of what is traded'])
    expect(row('Fee goes to')).toEqual([{ address: BOB }])
    expect(row('Validator')).toEqual([{ address: BOB }])
    expect(row('Good until')).toEqual(['2026-10-27 12:00 UTC'])
    expect(row('Who may carry it out')).toEqual([{ address: BOB }])
    expect(row('Price impact at most')).toEqual(['0.75 %'])
    expect(row('Chain')).toEqual(['Finney (964)'])
    expect(row('For the account')).toEqual([{ address: ALICE }])
    expect(row('Fingerprint')).toEqual([{ code: orderId(anOrder()) }])
    expect(ids()).toEqual([
      ['order', 'caution'],
      ['order-form', 'note'],
    ])
  })
  it('shows its own words as well', () => {
    expect(card().description.rows.at(-1)?.value).toEqual([{ code: printOrder(anOrder()) }])
  })
  it('tells a sale in alpha, and its trigger', () => {
    expect(card({ kind: 'StopLoss' }).description.sentence).toEqual([
      'Sell alpha of ',
      { netuid: 64 },
      ' for ',
      'TAO: ',
      { alpha: 1_500_000_000n, netuid: 64 },
      ', once the price falls to ',
      { price: 500_000_000n },
      '.',
    ])
  })
  it('tells a linked amount and what others may take', () => {
    const provider = `0x${'ab'.repeat(32)}` as Hash
    const change = { amount: { kind: 'linked', provider, part: 250_000_000 } as const, isLinked: true }
    expect(row('Amount', change)).toEqual(['25 % of what the order ', { code: provider }, ' brings'])
    expect(row('Others may use what it brings', change)).toEqual(['Yes: one order of the same signer'])
  })
  it.each([
    ['anybody', null, ['Anybody']],
    ['nobody', [], ['Nobody']],
  ])('tells that %s may carry it out', (_, relayers, says) => {
    expect(row('Who may carry it out', { relayers })).toEqual(says)
  })
  it.each<[string, Partial<LimitOrder>, string, Level]>([
    ['for another account', { signer: BOB }, 'order-signer', 'refuse'],
    ['for another chain', { chainId: 1n }, 'order-chain', 'refuse'],
    ['that is over', { expiry: BigInt(NOW) }, 'order-over', 'refuse'],
    ['that says seconds for milliseconds', { expiry: BigInt(NOW) / 1000n }, 'order-over', 'refuse'],
    ['that never ends', { expiry: (1n << 64n) - 1n }, 'order-forever', 'refuse'],
    ['that gives all of it away', { fee: 1_000_000_000 }, 'order-fee', 'refuse'],
    ['that gives a twentieth away', { fee: 50_000_000 }, 'order-fee', 'danger'],
    ['at any price', { price: raoPerAlpha((1n << 64n) - 1n), slippage: null }, 'order-price', 'danger'],
    [
      'that sells at any price',
      { kind: 'TakeProfit', price: raoPerAlpha(0n), slippage: null },
      'order-price',
      'danger',
    ],
    ['that stays good for long', { expiry: BigInt(NOW + 90 * DAY) }, 'order-long', 'caution'],
    ['for the test network', { chainId: 945n }, 'order-test', 'note'],
  ])('%s says so', (_, change, id, level) => {
    expect(ids(change)).toContainEqual([id, level])
  })
  it.each<[string, Partial<LimitOrder>, string, readonly Level[]]>([
    ['a hundredth is given away', { fee: 10_000_000 }, 'order-fee', []],
    ['the least more than a hundredth', { fee: 10_000_001 }, 'order-fee', ['danger']],
    ['a tenth', { fee: 100_000_000 }, 'order-fee', ['danger']],
    ['the least more than a tenth', { fee: 100_000_001 }, 'order-fee', ['refuse']],
    ['it stays good for 31 days', { expiry: BigInt(NOW + 31 * DAY) }, 'order-long', []],
    ['it stays good a moment longer', { expiry: BigInt(NOW + 31 * DAY + 1) }, 'order-long', ['caution']],
    ['it stays good for 366 days', { expiry: BigInt(NOW + 366 * DAY) }, 'order-forever', []],
    [
      'it stays good a moment longer than that',
      { expiry: BigInt(NOW + 366 * DAY + 1) },
      'order-forever',
      ['refuse'],
    ],
  ])('is judged to the last digit: %s', (_, change, id, levels) => {
    expect(ids(change).flatMap(([found, level]) => (found === id ? [level] : []))).toEqual(levels)
  })
  it('with a letter changed is not signed', () => {
    const text = printOrder(anOrder())
    expect(findings(text.replace('expiry', 'expiry '))).toEqual([['order-unreadable', 'refuse']])
    expect(findings(text.replace('v1', 'v3'))).toEqual([['order-unreadable', 'refuse']])
  })
  it('in its bytes is shown as the same trade (RAW-4)', () => {
    const { description, findings: found } = told(toHex(orderBytes(anOrder())))
    expect(description.sentence).toEqual(card().description.sentence)
    expect(found.map(({ id }) => id)).toEqual(['order', 'tx-like'])
  })
  it('of an attack is refused for its fee (D.3)', () => {
    expect(findings(D3)).toContainEqual(['order-fee', 'refuse'])
  })
})
