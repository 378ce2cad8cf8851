import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  amount,
  boolean,
  CodecError,
  decode,
  encode,
  fits,
  json,
  list,
  literal,
  nothing,
  object,
  optional,
  partial,
  text,
  uint,
  union,
} from './codec.ts'

const Sample = object({
  amount: amount<bigint>(),
  note: optional(text),
  tags: list(text),
  state: union('kind', [object({ kind: literal('on'), since: uint }), object({ kind: literal('off') })]),
})

describe('a codec', () => {
  it('brings back exactly what crossed', () => {
    const sample = fc.record({
      amount: fc.bigInt({ min: 0n, max: (1n << 127n) - 1n }),
      tags: fc.array(fc.string()),
      state: fc.oneof(
        fc.record({ kind: fc.constant('on' as const), since: fc.nat() }),
        fc.constant({ kind: 'off' as const }),
      ),
    })
    fc.assert(
      fc.property(sample, (value) => {
        expect(decode(Sample, JSON.parse(JSON.stringify(encode(Sample, value))))).toEqual(value)
      }),
    )
  })

  const plain = { amount: '1', tags: [], state: { kind: 'off' } }

  it('refuses a field it does not know on the way in', () => {
    expect(() => decode(Sample, { ...plain, memo: 'x' })).toThrow(CodecError)
  })
  it('refuses a field it does not know on the way out', () => {
    expect(() =>
      encode(Sample, { amount: 1n, tags: [], state: { kind: 'off' }, memo: 'x' } as never),
    ).toThrow(CodecError)
  })
  it.each(['1.5', '-1', '01', '1e3', '', ' 1', '0x1', 'Infinity', 1, 1n, null])(
    'refuses %s as an amount',
    (written) => {
      expect(() => decode(Sample, { ...plain, amount: written })).toThrow(CodecError)
    },
  )
  it('of any JSON leaves out what is absent, however deep', () => {
    const inner = { sale: { kind: 'all', limit: undefined }, list: [{ gone: undefined, here: 0 }] }
    expect(encode(json, inner)).toEqual({ sale: { kind: 'all' }, list: [{ here: 0 }] })
    expect(() => encode(json, 1n as never)).toThrow(CodecError)
    expect(decode(json, { a: [null, 'x', 1.5] })).toEqual({ a: [null, 'x', 1.5] })
  })
  it('refuses a member of a union that is none of its kinds', () => {
    expect(() => decode(Sample, { ...plain, state: { kind: 'else' } })).toThrow(CodecError)
  })
  it('names the place and never the value', () => {
    const refused = (): unknown => decode(Sample, { ...plain, tags: ['ok', 7] })
    expect(refused).toThrow('$.tags.1')
    try {
      decode(object({ password: uint }), { password: 'correct horse' })
    } catch (error) {
      expect(String(error)).not.toContain('correct horse')
    }
  })
  it('with any of its fields left out refuses what it does not know all the same', () => {
    const Some = partial(object({ name: text, tags: list(text), note: optional(text) }))
    expect(decode(Some, {})).toEqual({})
    expect(decode(Some, { tags: ['a'] })).toEqual({ tags: ['a'] })
    expect(() => decode(Some, { name: 7 })).toThrow(CodecError)
    expect(() => decode(Some, { else: 'x' })).toThrow(CodecError)
  })
  it('is made once, when it is first used, with what it is made of', () => {
    const inner = object({ name: text })
    const outer = list(inner)
    expect(inner.schema()).toBe(inner.schema())
    expect(outer.anatomy).toEqual({ kind: 'list', of: inner })
    expect(Object.keys(inner.anatomy.kind === 'object' ? inner.anatomy.fields : {})).toEqual(['name'])
  })
  it('takes null for nothing', () => {
    expect(decode(nothing, null)).toBeUndefined()
    expect(encode(nothing, undefined)).toBeNull()
  })
  it('tells whether a value in memory is what it describes', () => {
    expect(fits(boolean, true)).toBe(true)
    expect(fits(amount<bigint>(), 1.5)).toBe(false)
  })
})
