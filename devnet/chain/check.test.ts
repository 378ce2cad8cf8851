// What a signature covers: every bit that was sent, and everything that was signed without being sent.
import { merkleizeMetadata } from '@polkadot-api/merkleize-metadata'
import { describe, expect, it } from 'vitest'
import { runtime } from '../runtime/declared/runtime.ts'
import { generate } from '../runtime/metadata.ts'
import {
  alice,
  aTransfer,
  bob,
  call,
  charlie,
  createTestNode,
  refused,
  stranger,
  TAO,
  transferTo,
} from '../testkit.ts'
import { digestOf } from './release.ts'

describe('a signature', () => {
  it('of sr25519 and of ed25519 is taken', () => {
    const test = createTestNode()
    expect(refused(test, test.extrinsic(aTransfer()))).toBe('accepted')
    test.run({ from: charlie, call: transferTo(stranger, TAO) })
    expect(refused(test, test.extrinsic({ from: stranger, call: transferTo(bob, 1000n) }))).toBe('accepted')
  })

  it('covers every single bit of the extrinsic', () => {
    const test = createTestNode()
    const good = test.extrinsic(aTransfer({ era: test.eraNow(64) }))
    const before = test.node.pool.size().ready
    let accepted = 0
    for (let bit = 0; bit < good.length * 8; bit++) {
      const bad = good.slice()
      bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      if (refused(test, bad) === 'accepted') accepted++
    }
    expect(accepted).toBe(0)
    expect(test.node.pool.size().ready).toBe(before)
    expect(refused(test, good)).toBe('accepted')
  })

  it('does not help bytes that stand after the call', () => {
    const test = createTestNode()
    expect(refused(test, test.extrinsic(aTransfer({ trailing: Uint8Array.of(0) })))).toMatch(/^1002/)
  })

  const zero = new Uint8Array(32)
  it.each([
    ['another spec version', { specVersion: 425 }],
    ['another transaction version', { transactionVersion: 2 }],
    ['another genesis', { genesis: zero }],
    ['another birth hash', { birthHash: zero }],
    ['a digest that mode 0 does not have', { digest: zero }],
  ])('made for %s is a bad proof', (_name, implicit) => {
    const test = createTestNode()
    expect(refused(test, test.extrinsic(aTransfer({ implicit })))).toBe(
      '1010 Transaction has a bad signature',
    )
  })

  it('of mode 1 is taken with the digest of the own metadata, and with no other', () => {
    const test = createTestNode()
    expect(refused(test, test.extrinsic(aTransfer({ mode: 1 })))).toBe('accepted')
    const other = test.extrinsic(aTransfer({ mode: 1, nonce: 1, implicit: { digest: zero } }))
    expect(refused(test, other)).toBe('1010 Transaction has a bad signature')
    const none = test.extrinsic(aTransfer({ mode: 1, nonce: 1, implicit: { digest: undefined } }))
    expect(refused(test, none)).toBe('1010 Transaction has a bad signature')
  })

  // Both list the same types in different order, and the order is part of the digest. A runtime is built with the hash of
  // its metadata v15 (substrate-wasm-builder); wallets that hashed v16 were refused (Talisman pull request 2183).
  it('of mode 1 is bound to metadata v15: the digest of v16 is another, and is refused', () => {
    const test = createTestNode()
    const info = { decimals: 9, tokenSymbol: 'TAO' }
    const digest = merkleizeMetadata(generate(runtime, 16), info).digest()
    expect(digest).not.toEqual(digestOf(runtime))
    expect(refused(test, test.extrinsic(aTransfer({ mode: 1, implicit: { digest } })))).toBe(
      '1010 Transaction has a bad signature',
    )
  })

  it('of mode 1 cannot be looked up in a runtime without a digest, whatever was signed', () => {
    const test = createTestNode({ metadataHash: false })
    expect(refused(test, test.extrinsic(aTransfer({ mode: 1 })))).toBe('1011 CannotLookup')
    expect(refused(test, test.extrinsic(aTransfer({ mode: 1, implicit: { digest: zero } })))).toBe(
      '1011 CannotLookup',
    )
    expect(refused(test, test.extrinsic(aTransfer()))).toBe('accepted')
  })
})

describe('an era', () => {
  it('holds from its birth block on', () => {
    const test = createTestNode()
    test.node.seal()
    expect(refused(test, test.extrinsic(aTransfer({ era: test.eraNow(8) })))).toBe('accepted')
  })

  it('that is over is a bad proof, for it was born at another block', () => {
    const test = createTestNode()
    const old = test.extrinsic(aTransfer({ era: test.eraNow(4) }))
    for (let i = 0; i < 4; i++) test.node.seal()
    expect(refused(test, old)).toBe('1010 Transaction has a bad signature')
  })

  it('whose birth block is not there yet has an ancient birth block', () => {
    const test = createTestNode()
    // Phase 1 of period 4: at block 1 the era would be born in the block that is being made.
    const era = { bytes: Uint8Array.of(0x11, 0x00), birthHash: new Uint8Array(32) }
    expect(refused(test, test.extrinsic(aTransfer({ era })))).toBe(
      '1010 Transaction has an ancient birth block',
    )
  })

  it('of a shielded envelope may not be longer than eight blocks', () => {
    const test = createTestNode()
    const shielded = call('MevShield', 'submit_encrypted', { ciphertext: Uint8Array.of(1) })
    const at = (period: number) => test.extrinsic({ from: alice, call: shielded, era: test.eraNow(period) })
    expect(refused(test, test.extrinsic({ from: alice, call: shielded }))).toBe(
      '1010 Transaction is outdated',
    )
    expect(refused(test, at(16))).toBe('1010 Transaction is outdated')
    // Its era holds; what it carries is no envelope.
    expect(refused(test, at(8))).toBe('1010 Custom error: 23')
  })
})
