import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { Keyring } from '@polkadot/keyring'
import { cryptoWaitReady, mnemonicToMiniSecret } from '@polkadot/util-crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { miniSecretOf, publicKeyAt, type Root, type Scheme, withKeyPair } from './derive.ts'
import { phraseOf, readPhrase } from './words.ts'

// The phrase every Substrate tool derives its development accounts from; public, and worth nothing.
const DEV = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk'
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const mini = (phrase: string, password = ''): Root => ({
  kind: 'mini',
  bytes: miniSecretOf(readPhrase(phrase), password),
})
const at = (path: string, scheme: Scheme = 'sr25519') => ({ path, scheme, random })
const keyring = (type: Scheme) => new Keyring({ type, ss58Format: 42 })

beforeAll(async () => {
  await cryptoWaitReady()
})

describe('the mini-secret of a phrase', () => {
  it('is the one other wallets compute, with and without a password', () => {
    const entropy = fc.constantFrom(16, 32).chain((n) => fc.uint8Array({ minLength: n, maxLength: n }))
    fc.assert(
      fc.property(entropy, fc.string({ unit: 'grapheme-ascii', maxLength: 20 }), (bytes, password) => {
        expect(miniSecretOf(bytes, password)).toEqual(mnemonicToMiniSecret(phraseOf(bytes), password))
      }),
      { numRuns: 50 },
    )
  })
})

describe('a key pair', () => {
  it.each([
    ['', '46ebddef8cd9bb167dc30878d7113b7e168e6f0646beffd77d69d39bad76b47a'],
    ['//Alice', 'd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d'],
    ['//Bob', '8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48'],
  ])('of the development phrase at %j is the well-known one', (path, key) => {
    expect(bytesToHex(publicKeyAt(mini(DEV), at(path)))).toBe(key)
  })
  it('of ed25519 at //Bob is the one of the provider vectors', () => {
    withKeyPair(mini(DEV), at('//Bob', 'ed25519'), (pair) => {
      expect(bytesToHex(pair.secret)).toBe('3b7b60af2abcd57ba401ab398f84f4ca54bd6b2140d2503fbcf3286535fe3ff1')
      expect(bytesToHex(pair.publicKey)).toBe(
        'd17c2d7823ebf260fd138f2d7e27d114c0145d968b5ff5006125f2414fadae69',
      )
    })
  })
  it.each([
    '//Alice/soft',
    '/soft//hard/0//1',
    '//0',
    '/1/2/3',
    '//a junction of much more than thirty-two bytes',
    '//Alice//stash',
    '//18446744073709551615',
  ])('of sr25519 at %j is what @polkadot/keyring derives, password included', (path) => {
    for (const password of ['', 'a password', 'пароль']) {
      const uri = `${DEV}${path}${password === '' ? '' : `///${password}`}`
      expect(publicKeyAt(mini(DEV, password), at(path))).toEqual(
        keyring('sr25519').createFromUri(uri).publicKey,
      )
    }
  })
  it.each(['//Alice', '//0//1', '//Alice//stash', '//a junction of much more than thirty-two bytes'])(
    'of ed25519 at %j is what @polkadot/keyring derives',
    (path) => {
      const expected = keyring('ed25519').createFromUri(DEV + path).publicKey
      expect(publicKeyAt(mini(DEV), at(path, 'ed25519'))).toEqual(expected)
    },
  )
  it('agrees with @polkadot/keyring for fifty random phrases and paths in both schemes', () => {
    const code = fc.oneof(fc.stringMatching(/^[A-Za-z0-9 ._-]{1,40}$/), fc.nat().map(String))
    const hardPath = fc.array(code, { maxLength: 3 }).map((codes) => codes.map((one) => `//${one}`).join(''))
    const anyPath = fc
      .array(fc.tuple(fc.boolean(), code), { maxLength: 3 })
      .map((parts) => parts.map(([hard, one]) => (hard ? `//${one}` : `/${one}`)).join(''))
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        anyPath,
        hardPath,
        (entropy, path, hard) => {
          const phrase = phraseOf(entropy)
          expect(publicKeyAt(mini(phrase), at(path))).toEqual(
            keyring('sr25519').createFromUri(phrase + path).publicKey,
          )
          expect(publicKeyAt(mini(phrase), at(hard, 'ed25519'))).toEqual(
            keyring('ed25519').createFromUri(phrase + hard).publicKey,
          )
        },
      ),
      { numRuns: 50 },
    )
  })
  it('of a bare seed is what @polkadot/keyring makes of it', () => {
    const seed = '0x4d45aaf6a0321801d5354e20b817756bf7a3d7b39308b6eb6a42955e0cfe7d5e'
    const root: Root = { kind: 'mini', bytes: hexToBytes(seed.slice(2)) }
    expect(publicKeyAt(root, at('//hard/soft'))).toEqual(
      keyring('sr25519').createFromUri(`${seed}//hard/soft`).publicKey,
    )
  })
  it('of an expanded key is the pair it was expanded from, and derives on', () => {
    const expanded = withKeyPair(mini(DEV), at('//Alice'), (pair) => pair.secret.slice())
    expect(publicKeyAt({ kind: 'expanded', bytes: expanded }, at('/soft'))).toEqual(
      publicKeyAt(mini(DEV), at('//Alice/soft')),
    )
  })
  it('is wiped once used', () => {
    for (const scheme of ['sr25519', 'ed25519'] as const) {
      const kept = withKeyPair(mini(DEV), at('//Alice', scheme), (pair) => pair.secret)
      expect(kept.every((byte) => byte === 0)).toBe(true)
    }
  })
  it('leaves the root to its owner', () => {
    const root = mini(DEV)
    const before = root.bytes.slice()
    publicKeyAt(root, at('//Alice/soft'))
    publicKeyAt(root, at('//Alice', 'ed25519'))
    expect(root.bytes).toEqual(before)
  })
})

describe('derivation refuses', () => {
  it('soft junctions in ed25519', () => {
    expect(() => publicKeyAt(mini(DEV), at('/soft', 'ed25519'))).toThrow(
      expect.objectContaining({ details: { why: 'path' } }),
    )
  })
  it('an expanded key for ed25519', () => {
    expect(() => publicKeyAt({ kind: 'expanded', bytes: random(64) }, at('', 'ed25519'))).toThrow(
      expect.objectContaining({ details: { why: 'seed' } }),
    )
  })
  it('a seed of any length but 32 bytes', () => {
    for (const length of [0, 31, 33, 64]) {
      expect(() => publicKeyAt({ kind: 'mini', bytes: random(length) }, at(''))).toThrow(
        expect.objectContaining({ details: { why: 'seed' } }),
      )
    }
  })
})
