import {
  blake2AsU8a,
  ed25519PairFromSeed,
  ed25519Sign,
  encodeAddress,
  sr25519PairFromSeed,
  sr25519Sign,
} from '@polkadot/util-crypto'
import { describe, expect, it } from 'vitest'
import { isMessageSignedBy, isSignedBy } from './verify.ts'

const hex = (bytes: Uint8Array) => `0x${Buffer.from(bytes).toString('hex')}`
const seed = new Uint8Array(32).fill(7)
const short = new Uint8Array(256).fill(1)
const long = new Uint8Array(257).fill(2)

// Signed by another implementation than the one that verifies.
const SCHEMES = [
  { scheme: 'sr25519', pair: sr25519PairFromSeed(seed), sign: sr25519Sign },
  { scheme: 'ed25519', pair: ed25519PairFromSeed(seed), sign: ed25519Sign },
] as const

for (const { scheme, pair, sign } of SCHEMES)
  describe(`a signature of ${scheme}`, () => {
    const account = encodeAddress(pair.publicKey, 42)
    const right = { account, scheme, payload: hex(short), signature: hex(sign(short, pair)) }

    it('is the account’s over the bytes themselves up to 256 of them', () => {
      expect(isSignedBy(right)).toBe(true)
    })
    it('is the account’s over the hash of longer bytes', () => {
      const signature = hex(sign(blake2AsU8a(long), pair))
      expect(isSignedBy({ ...right, payload: hex(long), signature })).toBe(true)
      expect(isSignedBy({ ...right, payload: hex(long), signature: hex(sign(long, pair)) })).toBe(false)
    })
    it('is the account’s over a long message as it stands', () => {
      const { payload: _, ...who } = right
      const over = (bytes: Uint8Array) => ({ ...who, bytes: hex(long), signature: hex(sign(bytes, pair)) })
      expect(isMessageSignedBy(over(long))).toBe(true)
      expect(isMessageSignedBy(over(blake2AsU8a(long)))).toBe(false)
    })
    it('is not good for other bytes', () => {
      expect(isSignedBy({ ...right, payload: hex(Uint8Array.of(...short.slice(1), 2)) })).toBe(false)
    })
    it('is not good for another account', () => {
      const other = encodeAddress(new Uint8Array(32).fill(9), 42)
      expect(isSignedBy({ ...right, account: other })).toBe(false)
    })
    it('is not good with a bit turned', () => {
      const bytes = Buffer.from(right.signature.slice(2), 'hex')
      bytes[10] = (bytes[10] ?? 0) ^ 1
      expect(isSignedBy({ ...right, signature: hex(bytes) })).toBe(false)
    })
    it('is not good under the other scheme', () => {
      expect(isSignedBy({ ...right, scheme: scheme === 'sr25519' ? 'ed25519' : 'sr25519' })).toBe(false)
    })
    it('is not good for an address of another network', () => {
      expect(isSignedBy({ ...right, account: encodeAddress(pair.publicKey, 0) })).toBe(false)
    })
    it('is not good when it is no signature at all', () => {
      for (const signature of ['', '0x', '0xzz', right.signature.slice(0, -2)])
        expect(isSignedBy({ ...right, signature })).toBe(false)
    })
  })
