/** What is typed becomes a value only when it reads; otherwise there is a sentence that says what to do. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressOf } from '#shared/domain/address.ts'
import { MOST_RAO, parseTao, rao } from '#shared/domain/units.ts'
import { operations } from '#shared/operations/index.ts'
import {
  blankForm,
  firstUnread,
  keptForm,
  readTyped,
  restoredForm,
  shareOf,
  typedShare,
  valuesOf,
} from './typed.ts'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'
const address = (text: string) => readTyped({ kind: 'address', text })
const amount = (text: string) => readTyped({ kind: 'amount', text, max: false })

describe('an address field', () => {
  it('reads an address with spaces around it', () => {
    expect(address(` ${ALICE}\n`)).toEqual({ kind: 'value', json: ALICE })
  })

  it.each([
    ['0x52908400098527886E0F7030069857D2E4169EE7', /Ethereum-style/],
    [ALICE.replace('5zX', '5z0X'), /“0” does not occur/],
    [ALICE.replace('5zX', '5zOX'), /“O” does not occur/],
    [ALICE.replace('5zX', '5zIX'), /“I” does not occur/],
    [ALICE.replace('5zX', '5zlX'), /“l” does not occur/],
    [ALICE.replace('5zX', '5z-X'), /“-” does not occur/],
    [`${ALICE}555`, /48 characters/],
    [ALICE.replace('5zXb', '5zXc'), /check sum/],
    ['15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5', /another network \(prefix 0\)/],
  ])('says what is wrong with %s', (text, sentence) => {
    expect(address(text)).toMatchObject({ kind: 'problem', sentence: expect.stringMatching(sentence) })
  })

  it('finds no fault with an address that is still being typed', () => {
    expect(address('').kind).toBe('unfinished')
    expect(address(ALICE.slice(0, 20)).kind).toBe('unfinished')
  })
})

describe('an amount field', () => {
  it('reads an amount to the last rao', () => {
    expect(amount('1,234.000000001')).toEqual({ kind: 'value', json: { exactly: '1234000000001' } })
  })

  it.each([
    ['1e5', /Type digits/],
    ['-1', /Type digits/],
    ['0.0000000001', /nine decimals/],
    ['99999999999', /not that much/],
  ])('says what is wrong with %s', (text, sentence) => {
    expect(amount(text)).toMatchObject({ kind: 'problem', sentence: expect.stringMatching(sentence) })
  })

  it('finds no fault with zero on the way to a fraction', () => {
    expect(amount('0.0').kind).toBe('unfinished')
  })

  it('hands over a maximum as such, whatever text stands beside it', () => {
    expect(readTyped({ kind: 'amount', text: '12', max: true })).toEqual({ kind: 'value', json: 'max' })
  })
})

describe('a form', () => {
  const fields = operations.transfer.form?.fields ?? {}

  it('begins with what reads by itself, and no more', () => {
    expect(valuesOf(blankForm(fields))).toEqual({ close: false })
  })

  it('leaves out what does not read', () => {
    const typed = { ...blankForm(fields), to: { kind: 'address', text: '0x12' } as const }
    expect(valuesOf(typed)).not.toHaveProperty('to')
  })

  it('names the first field that does not read', () => {
    const typed = blankForm(fields)
    expect(firstUnread(fields, typed)).toBe('to')
    expect(firstUnread(fields, { ...typed, to: { kind: 'address', text: ALICE } })).toBe('amount')
  })
})

describe('a share of the most', () => {
  it('is never more than its part, and reads back as typed', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: MOST_RAO }), fc.constantFrom(25, 50, 75), (most, percent) => {
        const share = shareOf(rao(most), percent)
        expect(share * 100n <= most * BigInt(percent)).toBe(true)
        const typed = parseTao(typedShare(rao(most), percent))
        expect(typed.ok ? typed.value : 0n).toBe(share)
      }),
    )
  })
})

it('addresses of every key read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (key) => {
      const text = addressOf(key)
      expect(address(text)).toEqual({ kind: 'value', json: text })
    }),
  )
})

describe('a form one comes back to', () => {
  const fields = operations.transfer.form?.fields ?? {}
  it('stands as it was typed', () => {
    const typed = { ...blankForm(fields), amount: { kind: 'amount', text: '2.5', max: false } } as const
    expect(restoredForm(fields, typed)).toEqual(typed)
  })
  it('was kept with what its maximum came to, which is no value', () => {
    const most = { ...blankForm(fields), amount: { kind: 'amount', text: '', max: true } } as const
    const kept = keptForm(most, 2_500_000_000n)
    expect(kept['amount']).toMatchObject({ text: '2.5', max: true })
    expect(valuesOf(kept)['amount']).toBe('max')
    expect(keptForm(kept, undefined)).toEqual(kept)
  })
  it.each([
    'abandon ability able about above absent absorb abstract absurd abuse access accident',
    `0x${'ab'.repeat(32)}`,
    ALICE.slice(0, 20),
  ])('was not kept where it does not read: %s', (text) => {
    const typed = {
      ...blankForm(fields),
      to: { kind: 'address', text },
      amount: { kind: 'amount', text, max: false },
    } as const
    expect(keptForm(typed, undefined)).toEqual(blankForm(fields))
  })
  it('leaves out what does not fit its fields', () => {
    expect(
      restoredForm(fields, { amount: { kind: 'toggle', on: true }, gone: { kind: 'toggle', on: true } }),
    ).toEqual(blankForm(fields))
  })
})
