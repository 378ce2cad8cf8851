import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { xxhashAsU8a } from '@polkadot/util-crypto'
import { createMlKem768 } from 'mlkem'
import { beforeAll, describe, expect, it } from 'vitest'
import { LONGEST_SHIELDED, sealForAuthor } from './shield.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const author = await createMlKem768()
let publicKey: Uint8Array
let privateKey: Uint8Array
beforeAll(() => {
  ;[publicKey, privateKey] = author.generateKeyPair()
})

/** As an author opens it, by another implementation than the one that sealed. */
async function open(envelope: Uint8Array): Promise<Uint8Array> {
  const length = (envelope[16] ?? 0) | ((envelope[17] ?? 0) << 8)
  const secret = author.decap(envelope.slice(18, 18 + length), privateKey)
  const nonce = envelope.slice(18 + length, 42 + length)
  return xchacha20poly1305(secret, nonce).decrypt(envelope.slice(42 + length))
}

describe('a shielded extrinsic', () => {
  it.each([0, 1, 142, LONGEST_SHIELDED])(
    'of %i bytes is what the author of the key reads',
    async (length) => {
      const extrinsic = random(length)
      const envelope = sealForAuthor(extrinsic, publicKey, random)
      expect(envelope).toHaveLength(length + 1146)
      expect(await open(envelope)).toEqual(extrinsic)
    },
  )

  it('names its key by two xxHash64 of it, and says how long the key’s ciphertext is', () => {
    const envelope = sealForAuthor(random(10), publicKey, random)
    expect(envelope.slice(0, 16)).toEqual(xxhashAsU8a(publicKey, 128))
    expect([...envelope.slice(16, 18)]).toEqual([0x40, 0x04])
  })

  it('is read by nobody who has another key', async () => {
    const [other] = author.generateKeyPair()
    await expect(open(sealForAuthor(random(10), other, random))).rejects.toThrow()
  })

  it('is another each time', () => {
    const extrinsic = random(100)
    const envelopes = [1, 2].map(() => sealForAuthor(extrinsic, publicKey, random))
    expect(envelopes[0]).not.toEqual(envelopes[1])
  })

  it.each([
    ['empty', () => new Uint8Array()],
    ['too short', () => publicKey.slice(1)],
    ['too long', () => Uint8Array.of(...publicKey, 0)],
    ['of numbers beyond the modulus', () => new Uint8Array(1184).fill(0xff)],
  ])('is not made for a key that is %s', (_, key) => {
    expect(() => sealForAuthor(random(10), key(), random)).toThrow(
      expect.objectContaining({ code: 'refused' }),
    )
  })

  it('is not made of more than an envelope holds', () => {
    expect(() => sealForAuthor(random(LONGEST_SHIELDED + 1), publicKey, random)).toThrow(
      expect.objectContaining({ code: 'refused' }),
    )
  })

  it('leaves no seed behind', () => {
    const seeds: Uint8Array[] = []
    sealForAuthor(random(10), publicKey, (length) => {
      const bytes = random(length)
      if (length === 32) seeds.push(bytes)
      return bytes
    })
    expect(seeds).toEqual([new Uint8Array(32)])
  })
})
