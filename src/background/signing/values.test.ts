import { describe, expect, it } from 'vitest'
import type { Fields } from '../../shared/operations/fields.ts'
import { amountField, readValues } from './values.ts'

const fields: Fields = {
  to: { kind: 'address', label: 'To' },
  amount: { kind: 'amount', label: 'Amount' },
  close: { kind: 'toggle', label: 'Close' },
}
const bob = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty'
const refusal = (sent: Record<string, never>): unknown => {
  try {
    return readValues(fields, sent)
  } catch (cause) {
    return (cause as { details: unknown }).details
  }
}

describe('the values of a form', () => {
  it('are missing in the order of the form; a toggle is off', () => {
    expect(readValues(fields, {})).toEqual({ values: { close: false }, missing: ['to', 'amount'] })
  })
  it('are decoded by the kind of their field', () => {
    expect(readValues(fields, { to: bob, amount: { exactly: '5' }, close: true })).toEqual({
      values: { to: bob, amount: { exactly: 5n }, close: true },
      missing: [],
    })
    expect(readValues(fields, { amount: 'max' }).values['amount']).toBe('max')
  })
  it('are not there while they are null', () => {
    expect(readValues(fields, { to: null, amount: null }).missing).toEqual(['to', 'amount'])
  })
  it.each([
    ['an address whose sum is wrong', { to: `${bob.slice(0, -1)}z` }, 'to'],
    ['an address of another length', { to: bob.slice(0, 20) }, 'to'],
    ['an amount that is a float', { amount: { exactly: 1.5 } }, 'amount'],
    ['a negative amount', { amount: { exactly: '-1' } }, 'amount'],
    ['an amount with something beside it', { amount: { exactly: '1', more: 1 } }, 'amount'],
    ['a toggle that is text', { close: 'yes' }, 'close'],
    ['a field the form does not have', { from: bob }, 'from'],
    ['a field of every object', { constructor: bob }, 'constructor'],
  ])('refuse %s', (_, sent, field) => {
    expect(refusal(sent as never)).toMatchObject({ field })
  })
  it('have defaults where a kind has one', () => {
    const more: Fields = { limit: { kind: 'limit', label: 'Limit' }, note: { kind: 'text', label: 'Note' } }
    expect(readValues(more, {})).toEqual({
      values: { limit: { kind: 'tolerance', basisPoints: 50, allowPartial: false }, note: '' },
      missing: [],
    })
  })
  it.each([
    ['a position whose hotkey has a wrong sum', 'position', { hotkey: `${bob.slice(0, -1)}z`, netuid: 1 }],
    ['a validator whose sum is wrong', 'validator', `${bob.slice(0, -1)}z`],
    ['a subnet beyond u16', 'subnet', 65_536],
    ['a tolerance above a half', 'limit', { kind: 'tolerance', basisPoints: 5001, allowPartial: true }],
    ['a limit without a kind', 'limit', { price: '5' }],
  ] as const)('refuse %s', (_, kind, value) => {
    expect(() => readValues({ it: { kind, label: 'It' } }, { it: value })).toThrow()
  })
  it('may be text that looks like an address and is none', () => {
    const note: Fields = { note: { kind: 'text', label: 'Note' } }
    const value = `${bob.slice(0, -1)}z`
    expect(readValues(note, { note: value }).values).toEqual({ note: value })
  })
  it('know which field is the amount', () => {
    expect(amountField(fields)).toBe('amount')
    expect(amountField({ sold: { kind: 'alpha', label: 'Amount' } })).toBe('sold')
    expect(amountField({})).toBeUndefined()
  })
})
