import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { Twox128 } from '@polkadot-api/substrate-bindings'
import { createMlKem768 } from 'mlkem'
import { describe, expect, it } from 'vitest'
import { blake2b256, compactBytes, fromHex, join, toHex } from '../chain/bytes.ts'
import { extrinsicHash } from '../chain/extrinsic.ts'
import { slotsOf } from '../chain/slots.ts'
import { MevShield } from '../runtime/declared/mev-shield.ts'
import {
  alice,
  bob,
  call,
  createTestNode,
  field,
  type Key,
  names,
  refused,
  remark,
  type Signing,
  TAO,
  type TestNode,
  transferTo,
} from '../testkit.ts'

const { NextKey, PendingKey, CurrentKey, NextKeyExpiresAt, PendingKeyExpiresAt } = slotsOf(MevShield)
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

/** Sealed by another implementation of ML-KEM than the one that opens. */
async function sealed(plain: Uint8Array, key: Uint8Array | undefined): Promise<Uint8Array> {
  if (!key) throw new Error('no key')
  const [kem, secret] = (await createMlKem768()).encap(key)
  const nonce = random(24)
  return join(
    Twox128(key),
    Uint8Array.of(kem.length & 255, kem.length >> 8),
    kem,
    nonce,
    xchacha20poly1305(secret, nonce).encrypt(plain),
  )
}

const submit = (ciphertext: Uint8Array) => call('MevShield', 'submit_encrypted', { ciphertext })
const nextKey = ({ node }: TestNode) => node.view().read(NextKey)
const wrapper = (test: TestNode, ciphertext: Uint8Array, some: Partial<Signing> = {}): Uint8Array =>
  test.extrinsic({ from: alice, call: submit(ciphertext), era: test.eraNow(8), nonce: 0, ...some })

/** A node in its third block, with a transfer of Alice's to Bob shielded for the author of the fifth. */
async function shielded(inner: Partial<Signing> = {}, options: Parameters<typeof createTestNode>[0] = {}) {
  const test = createTestNode(options)
  for (let i = 0; i < 3; i++) test.node.seal()
  const signing = { from: alice, call: transferTo(bob, TAO), nonce: 1, era: test.eraNow(8), ...inner }
  const bytes = test.extrinsic(signing)
  const outer = wrapper(test, await sealed(bytes, nextKey(test)))
  return { ...test, inner: bytes, outer }
}
const hashes = (block: { readonly extrinsics: readonly Uint8Array[] }) =>
  block.extrinsics.slice(1).map(extrinsicHash)
const before = createTestNode().free(bob)
const got = (test: Pick<TestNode, 'free'>, key: Key = bob): bigint => test.free(key) - before

describe('shield keys', () => {
  it('come one block nearer with every block, and are each for the author of the block after next', () => {
    const { node } = createTestNode()
    const at = (n: number) => {
      const c = node.view(node.chain.block(node.chain.hashAt(n) ?? '0x') ?? node.chain.best())
      return { next: c.read(NextKey), pending: c.read(PendingKey), current: c.read(CurrentKey) }
    }
    for (let i = 0; i < 5; i++) node.seal()
    expect(at(4).pending).toEqual(at(3).next)
    expect(at(5).current).toEqual(at(4).pending)
    expect(at(5).next).toHaveLength(1184)
    expect(at(5).next).not.toEqual(at(4).next)
    const c = node.view()
    expect([c.read(NextKeyExpiresAt), c.read(PendingKeyExpiresAt)]).toEqual([8, 7])
  })
  it('are missing while authors announce none, one block after another', () => {
    let announces = true
    const { node } = createTestNode({ shield: () => ({ announces, opens: true }) })
    for (let i = 0; i < 3; i++) node.seal()
    announces = false
    node.seal()
    const c = node.view()
    expect([c.read(NextKey), c.read(NextKeyExpiresAt)]).toEqual([undefined, undefined])
    expect(c.read(PendingKey)).toHaveLength(1184)
    node.seal()
    expect(node.view().read(PendingKey)).toBeUndefined()
  })
})

describe('a shielded extrinsic', () => {
  it('waits for the author it is for, and comes right behind its envelope', async () => {
    const { node, inner, outer, ...test } = await shielded()
    node.pool.submit(outer)
    expect(hashes(node.seal())).toEqual([])
    expect(hashes(node.seal())).toEqual([extrinsicHash(outer), extrinsicHash(inner)])
    expect(got(test)).toBe(TAO)
    expect(test.account(alice).nonce).toBe(2)
  })
  it('is noted by the hash of who sent the envelope and of what it is', async () => {
    const test = createTestNode()
    for (let i = 0; i < 3; i++) test.node.seal()
    const ciphertext = await sealed(
      test.extrinsic({ from: alice, call: remark(new Uint8Array()), nonce: 1 }),
      nextKey(test),
    )
    test.node.pool.submit(wrapper(test, ciphertext))
    test.node.seal()
    const events = test.run()
    const id = toHex(
      blake2b256(join(fromHex(alice.account), compactBytes(BigInt(ciphertext.length)), ciphertext)),
    )
    expect(field(events[0], 'MevShield.EncryptedSubmitted')).toEqual({ id, who: alice.account })
    expect(names(events[1])).toContain('System.ExtrinsicSuccess')
  })
  it('that does not pay, is signed with a used nonce or for another chain is dropped without a word', async () => {
    for (const wrong of [
      { nonce: 0 },
      { nonce: 5 },
      { implicit: { genesis: new Uint8Array(32) } },
      { tip: 1n << 60n },
    ]) {
      const { node, outer, ...test } = await shielded(wrong)
      node.pool.submit(outer)
      node.seal()
      expect(hashes(node.seal())).toEqual([extrinsicHash(outer)])
      expect(test.account(alice).nonce).toBe(1)
      expect(got(test)).toBe(0n)
    }
  })
  it('that fails when it runs is included and told as failed', async () => {
    const test = await shielded({ call: transferTo(bob, 10n ** 18n) })
    test.node.pool.submit(test.outer)
    test.node.seal()
    const [, inner] = test.run()
    expect(names(inner)).toContain('System.ExtrinsicFailed')
  })
  it('of an envelope that does not open is dropped', async () => {
    const test = createTestNode()
    for (let i = 0; i < 3; i++) test.node.seal()
    const ciphertext = await sealed(random(40), nextKey(test))
    ciphertext[1200] = (ciphertext[1200] ?? 0) ^ 1
    const outer = wrapper(test, ciphertext)
    test.node.pool.submit(outer)
    test.node.seal()
    expect(hashes(test.node.seal())).toEqual([extrinsicHash(outer)])
  })
  it('whose author missed its slot stays in the pool until its era is over, and its nonce is free again', async () => {
    let opens = false
    const { node, outer, ...test } = await shielded({}, { shield: () => ({ announces: true, opens }) })
    node.pool.submit(outer)
    for (let i = 0; i < 2; i++) expect(hashes(node.seal())).toEqual([])
    opens = true
    for (let i = 0; i < 6; i++) expect(hashes(node.seal())).toEqual([])
    expect(node.pool.knows(extrinsicHash(outer))).toBe(false)
    expect(test.account(alice).nonce).toBe(0)
  })
})

describe('an envelope', () => {
  it.each([
    ['too short', (bytes: Uint8Array) => bytes.slice(0, 1129)],
    [
      'with another length of the key’s ciphertext',
      (bytes: Uint8Array) => bytes.map((b, i) => (i === 16 ? b ^ 1 : b)),
    ],
    ['empty', () => new Uint8Array()],
  ])('that is %s is refused by the pool', async (_, spoil) => {
    const test = createTestNode()
    test.node.seal()
    const bytes = spoil(await sealed(random(10), nextKey(test)))
    expect(refused(test, wrapper(test, bytes))).toBe('1010 Custom error: 23')
  })
  it.each(['immortal', 'of sixteen blocks'])('that is %s is outdated at once', async (life) => {
    const test = createTestNode()
    test.node.seal()
    const bytes = await sealed(random(10), nextKey(test))
    const { extrinsic } = test
    const signing = { from: alice, call: submit(bytes) }
    const outer = life === 'immortal' ? extrinsic(signing) : extrinsic({ ...signing, era: test.eraNow(16) })
    expect(refused(test, outer)).toBe('1010 Transaction is outdated')
  })
})
