import { decodeAddress, encodeAddress } from '@polkadot/util-crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Address,
  addressOf,
  addressOfAnyPrefix,
  addressOfKey,
  keyHash,
  keyOf,
  looksLike,
  parseAddress,
  publicKeyOf,
  shorten,
} from './address.ts'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address
const keys = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe('an address', () => {
  it('is the same as its key in hex, and back', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const address = addressOf(key)
        expect(addressOfKey(keyOf(address))).toBe(address)
      }),
    )
  })
  it('is what polkadot-js makes of the same key', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const address = addressOf(key)
        expect(address).toBe(encodeAddress(key, 42))
        expect(publicKeyOf(address)).toEqual(decodeAddress(address))
      }),
      { numRuns: 50 },
    )
  })
  it.each([0, 2, 41, 43, 63, 64, 255, 16_383])('of network %i is known as one of that network', (prefix) => {
    const written = encodeAddress(publicKeyOf(ALICE), prefix)
    expect(parseAddress(written)).toEqual({ ok: false, error: { kind: 'other-network', prefix } })
    expect(addressOfAnyPrefix(written)).toBe(ALICE)
  })
  it('with any one character changed is refused', () => {
    const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
    for (let at = 0; at < ALICE.length; at += 1) {
      const other = alphabet[(alphabet.indexOf(ALICE.charAt(at)) + 1) % alphabet.length]
      expect(parseAddress(ALICE.slice(0, at) + other + ALICE.slice(at + 1)).ok).toBe(false)
    }
  })
  it('is read with spaces around it', () => {
    expect(parseAddress(`  ${ALICE}\n`)).toEqual({ ok: true, value: ALICE })
  })
  it.each([
    ['', { kind: 'empty' }],
    ['0x742d35Cc6634C0532925a3b844Bc454e4438f44e', { kind: 'ethereum' }],
    ['5Grwva EF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY', { kind: 'characters', found: ' ' }],
    ['5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKut0Y', { kind: 'characters', found: '0' }],
    ['5GrwvaEF5zXb26Fz9rc', { kind: 'length' }],
    ['5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQZ', { kind: 'checksum' }],
    [encodeAddress(publicKeyOf(ALICE), 0), { kind: 'other-network', prefix: 0 }],
    [encodeAddress(publicKeyOf(ALICE), 1284), { kind: 'other-network', prefix: 1284 }],
  ])('refuses %j for its own reason', (typed, error) => {
    expect(parseAddress(typed)).toEqual({ ok: false, error })
  })
  it.each([
    [0, 5, true],
    [1, 4, true],
    [2, 3, true],
    [3, 3, true],
    [4, 4, true],
    [5, 0, true],
    [30, 10, true],
    [0, 4, false],
    [2, 2, false],
    [4, 0, false],
  ])(
    'with %i letters after the 5 and the last %i as another has them looks like it: %s',
    (start, end, is) => {
      const middle = 'x'.repeat(ALICE.length - 1 - start - end)
      const twin = (ALICE.slice(0, 1 + start) + middle + ALICE.slice(ALICE.length - end)) as Address
      expect(looksLike(ALICE, twin)).toBe(is)
      expect(looksLike(twin, ALICE)).toBe(is)
    },
  )
  it('does not look like itself', () => {
    expect(looksLike(ALICE, ALICE)).toBe(false)
  })
  it('of a random key looks like none of five hundred others', () => {
    const known = fc.sample(keys, { numRuns: 500, seed: 1 }).map(addressOf)
    const strangers = fc.sample(keys, { numRuns: 500, seed: 2 }).map(addressOf)
    expect(strangers.filter((each) => known.some((other) => looksLike(each, other)))).toEqual([])
  })
  it('has the hash of its key, by which a coldkey swap is announced', () => {
    // The vector of announce_coldkey_swap(Bob), spec 424.
    expect(keyHash('5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Address)).toBe(
      '0x94772f97f5f6b539aac74e798bc395119f39603402d0c85bc9eda5dfc5ae2160',
    )
  })
  it('is shortened to its two ends', () => {
    expect(shorten(ALICE)).toBe('5Grwva…KutQY')
  })
})
