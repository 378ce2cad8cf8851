import { DeriveJunction } from '@polkadot/util-crypto/key/DeriveJunction'
import { describe, expect, it } from 'vitest'
import { readPath } from './path.ts'

describe('a path', () => {
  it('may be empty', () => {
    expect(readPath('')).toEqual([])
  })
  it.each([
    'Alice',
    '0',
    '7',
    '007',
    '18446744073709551615',
    'ünïcode',
    'a'.repeat(31),
    'a'.repeat(32),
    'a'.repeat(63),
    'a'.repeat(64),
    'a longer junction than thirty-two bytes can hold',
    'with spaces and . , - _',
    '-1',
    '1.5',
  ])('reads the junction %j as polkadot-js does, soft and hard', (code) => {
    const soft = DeriveJunction.from(code)
    const hard = DeriveJunction.from(`/${code}`)
    expect(readPath(`/${code}//${code}`)).toEqual([
      { hard: false, chainCode: soft.chainCode },
      { hard: hard.isHard, chainCode: hard.chainCode },
    ])
  })
  it('may have sixteen junctions, and one as long as two bytes count', () => {
    expect(readPath('/0'.repeat(16))).toHaveLength(16)
    const longest = 'a'.repeat(16_383)
    expect(readPath(`/${longest}`)).toEqual([
      { hard: false, chainCode: DeriveJunction.from(longest).chainCode },
    ])
  })
  it.each([
    ['a text without a slash', 'Alice'],
    ['an empty junction', '//'],
    ['a lone slash', '/'],
    ['a slash at the end', '//Alice/'],
    ['a password, which is secret', '//Alice///password'],
    ['a junction of hexadecimal, on which tools disagree', '//0xdeadbeef'],
    ['a number past 64 bits, on which tools disagree', '//18446744073709551616'],
    ['a signed number, on which tools disagree', '/+7'],
    ['letters in a decomposed form, on which tools disagree', '//e\u0301'],
    ['more than sixteen junctions', '/0'.repeat(17)],
    ['a junction of more than 16 KiB', `/${'a'.repeat(16_384)}`],
  ])('is refused with %s', (_, path) => {
    expect(() => readPath(path)).toThrow(
      expect.objectContaining({ code: 'invalid-secret', details: { why: 'path' } }),
    )
  })
})
