import { describe, expect, it } from 'vitest'
import { decodeAll, decodeAt, encode, hex, toHex } from './decode.ts'
import {
  at,
  btreeMap,
  lateVariant,
  names,
  option,
  type Places,
  placed,
  result,
  struct,
  type Tagged,
  variant,
  variantsOf,
} from './named.ts'
import type { Ty } from './node.ts'
import { createRegistry } from './registry.ts'
import {
  alias,
  array,
  bool,
  bytes,
  compact,
  fixed,
  seq,
  spelt,
  str,
  tuple,
  u8,
  u16,
  u32,
  u64,
  unit,
} from './ty.ts'

const AccountId32 = struct('sp_core::crypto::AccountId32', fixed(32))
const alice = `0x${'d4'.repeat(32)}`

describe('codecs of declared types', () => {
  it('reads and writes known SCALE bytes', () => {
    expect(toHex(encode(compact(u64), 69n))).toBe('0x1501')
    expect(toHex(encode(tuple(u8, u16, bool), [1, 2, true]))).toBe('0x01020001')
    expect(toHex(encode(seq(u16), [1, 2]))).toBe('0x0801000200')
    expect(toHex(encode(bytes, hex('abcd')))).toBe('0x08abcd')
    expect(toHex(encode(str, 'TAO'))).toBe('0x0c54414f')
    expect(toHex(encode(option(u32), undefined))).toBe('0x00')
    expect(toHex(encode(option(u32), 7))).toBe('0x0107000000')
    expect(toHex(encode(result(unit, u8), { type: 'Err', value: 3 }))).toBe('0x0103')
    expect(toHex(encode(btreeMap(u8, bool), [[1, true]]))).toBe('0x040101')
    expect(toHex(encode(array(u16, 2), [1, 2]))).toBe('0x01000200')
  })

  it('treats a newtype as its content', () => {
    expect(decodeAll(AccountId32, hex('d4'.repeat(32)))).toBe(alice)
  })

  it('gives variants the previous index + 1 unless declared otherwise', () => {
    const Enum = variant('a::E', { A: unit, B: at(5, u8), C: { x: u16 } })
    expect(toHex(encode(Enum, { type: 'C', value: { x: 1 } }))).toBe('0x060100')
    expect(decodeAll(Enum, hex('0509'))).toEqual({ type: 'B', value: 9 })
    expect(decodeAll(variant('a::N', names('A', 'B@7', 'C')), hex('08'))).toEqual({
      type: 'C',
      value: undefined,
    })
  })

  it('takes the places of variants from one list and their shapes from several', () => {
    const [late, early] = [{ C: u8 }, { A: unit, B: { x: u16 } }]
    const shapes = placed(names('A', 'B@7', 'C'), { ...late, ...early })
    expect(variantsOf(shapes)).toEqual(variantsOf({ A: unit, B: at(7, { x: u16 }), C: u8 }))
  })

  it('lets an enum hold itself', () => {
    const Call: Ty<Tagged> = lateVariant('a::Call', () =>
      variantsOf({ noop: unit, batch: { calls: seq(Call) } }),
    )
    const value = { type: 'batch', value: { calls: [{ type: 'noop', value: undefined }] } }
    expect(toHex(encode(Call, value))).toBe('0x010400')
    expect(decodeAll(Call, hex('010400'))).toEqual(value)
  })

  it('decodes a view of a larger buffer from where the view starts', () => {
    expect(decodeAll(u8, new Uint8Array([1, 2, 3]).subarray(2))).toBe(3)
    expect(decodeAt(u16, new Uint8Array([9, 1, 0, 7]), 1)).toEqual({ value: 1, end: 3 })
  })
})

describe('what a codec refuses', () => {
  it('refuses a number that does not fit', () => {
    expect(() => encode(u8, 256)).toThrow(RangeError)
    expect(() => encode(u64, 1n << 64n)).toThrow(RangeError)
    expect(() => encode(u64, -1n)).toThrow(RangeError)
    expect(() => encode(compact(u8), 256)).toThrow(RangeError)
  })

  it('refuses a byte array of another length', () => {
    expect(() => encode(fixed(4), '0xabcd')).toThrow(RangeError)
  })

  it('refuses input that ends early', () => {
    expect(() => decodeAll(fixed(4), hex('abcd'))).toThrow(RangeError)
    expect(() => decodeAll(bytes, hex('08ab'))).toThrow(RangeError)
    expect(() => decodeAll(u32, hex('0000'))).toThrow(RangeError)
  })

  it('refuses bytes left over', () => {
    expect(() => decodeAll(u8, hex('0102'))).toThrow('left over')
  })

  it('refuses an unknown variant, by index and by name', () => {
    const Enum = lateVariant('a::E', () => variantsOf({ A: unit }))
    expect(() => decodeAll(Enum, hex('01'))).toThrow('no variant of index 1')
    expect(() => encode(Enum, { type: 'B' })).toThrow('no variant named B')
  })

  it('refuses a list of u8 that is not declared as bytes', () => {
    expect(() => seq(u8)).toThrow('bytes')
    expect(() => array(u8, 4)).toThrow('fixed')
  })
})

describe('what a declaration in pieces refuses', () => {
  // Wider than the compiler would let pass by itself.
  const places: Places = names('A', 'B')

  it('refuses a shape without a place', () => {
    expect(() => placed(places, { A: unit, B: unit, C: u8 })).toThrow('C has no place')
  })

  it('refuses a place without a shape', () => {
    expect(() => placed(places, { A: unit })).toThrow('B has a place but no shape')
  })
})

describe('the registry', () => {
  it('takes an id before it visits the children', () => {
    const registry = createRegistry()
    registry.id(struct('a::Pair', { left: seq(u16), right: u8 }))
    expect(registry.entries.map((entry) => entry.def.tag)).toEqual([
      'composite',
      'sequence',
      'primitive',
      'primitive',
    ])
  })

  it('refuses two different shapes under one key', () => {
    const registry = createRegistry()
    registry.id(struct('a::B', { x: u8 }))
    expect(registry.id(struct('a::B', { x: u8 }))).toBe(0)
    expect(() => registry.id(struct('a::B', { x: u16 }))).toThrow('two different types are declared as a::B')
    expect(() => registry.id(struct('a::B', { x: spelt(u8, 'Small') }))).toThrow('two different types')
  })

  it('gives an alias an entry of its own', () => {
    const registry = createRegistry()
    const [plain, other] = [registry.id(seq(u16)), registry.id(alias(seq(u16), 'NetUid'))]
    expect(other).not.toBe(plain)
    expect(registry.entries[other]?.def).toEqual(registry.entries[plain]?.def)
  })
})
