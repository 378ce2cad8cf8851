import { hexToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authenticate, commitment, equal, seal, unseal, withSubkey } from './cipher.ts'
import { toUtf8 } from './secret.ts'

const key = new Uint8Array(32).fill(7)
const bound = toUtf8('what it is bound to')
const counted = (length: number) => Uint8Array.from({ length }, (_, index) => index)

describe('sealing', () => {
  it('matches the vector of draft-irtf-cfrg-xchacha-03, A.3.1', () => {
    const vectorKey = hexToBytes('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f')
    const nonce = hexToBytes('404142434445464748494a4b4c4d4e4f5051525354555657')
    const plain = toUtf8(
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
    )
    const sealed = seal(vectorKey, plain, hexToBytes('50515253c0c1c2c3c4c5c6c7'), () => nonce)
    expect(sealed.box.slice(-16)).toEqual(hexToBytes('c0875924c1c7987947deafd8780acf49'))
  })
  it('opens what it sealed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (plain) => {
        const sealed = seal(key, plain, bound, counted)
        expect(unseal(key, sealed, bound, (secret) => secret.slice())?.value).toEqual(plain)
      }),
    )
  })
  it('refuses a box with one bit changed anywhere', () => {
    const sealed = seal(key, counted(40), bound, counted)
    for (let bit = 0; bit < sealed.box.length * 8; bit++) {
      const box = sealed.box.slice()
      box[bit >> 3] = (box[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(unseal(key, { ...sealed, box }, bound, () => true)).toBeUndefined()
    }
  })
  it('refuses another key, another nonce and other bound data', () => {
    const sealed = seal(key, counted(40), bound, counted)
    expect(unseal(new Uint8Array(32), sealed, bound, () => true)).toBeUndefined()
    expect(unseal(key, { ...sealed, nonce: new Uint8Array(24) }, bound, () => true)).toBeUndefined()
    expect(unseal(key, sealed, toUtf8('something else'), () => true)).toBeUndefined()
  })
  it('refuses a nonce and a box of impossible length', () => {
    const sealed = seal(key, counted(40), bound, counted)
    expect(unseal(key, { ...sealed, nonce: new Uint8Array(12) }, bound, () => true)).toBeUndefined()
    expect(unseal(key, { ...sealed, box: new Uint8Array(15) }, bound, () => true)).toBeUndefined()
  })
  it('wipes what it lent, even when the borrower throws', () => {
    const sealed = seal(key, counted(4), bound, counted)
    let kept: Uint8Array = new Uint8Array()
    expect(() =>
      unseal(key, sealed, bound, (secret) => {
        kept = secret
        throw new Error('borrower')
      }),
    ).toThrow('borrower')
    expect(kept).toEqual(new Uint8Array(4))
  })
})

describe('keys of keys', () => {
  it('gives each purpose its own key', () => {
    const first = withSubkey(key, 'one', (subkey) => subkey.slice())
    const second = withSubkey(key, 'two', (subkey) => subkey.slice())
    expect(first).not.toEqual(second)
    expect(first).toHaveLength(32)
  })
  it('commits to a key in sixteen bytes that are none of its own', () => {
    expect(commitment(key)).toHaveLength(16)
    expect(commitment(key)).not.toEqual(commitment(new Uint8Array(32).fill(8)))
  })
  it('authenticates as RFC 4231 case 2 does', () => {
    expect(authenticate(toUtf8('Jefe'), toUtf8('what do ya want for nothing?'))).toEqual(
      hexToBytes('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'),
    )
  })
})

describe('comparison', () => {
  it('is true for equal bytes only', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 40 }), (left, right) => {
        expect(equal(left, left.slice())).toBe(true)
        expect(equal(left, right)).toBe(Buffer.from(left).equals(Buffer.from(right)))
      }),
    )
  })
})
