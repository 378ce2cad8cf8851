// What a submission is told: every refusal a wallet must understand, on a real chain of blocks.
import { merkleizeMetadata } from '@polkadot-api/merkleize-metadata'
import { describe, expect, it } from 'vitest'
import { RpcError } from '../rpc/method.ts'
import { refusal } from '../rpc/refusal.ts'
import { runtime } from '../runtime/declared/runtime.ts'
import { generate } from '../runtime/metadata.ts'
import {
  alice,
  bob,
  call,
  charlie,
  createTestNode,
  ed25519Key,
  type Signing,
  type TestNode,
  transferTo,
} from '../testkit.ts'
import { fromHex, join, toHex } from './bytes.ts'
import type { PoolStatus } from './pool.ts'
import { digestOf } from './release.ts'

const TAO = 1_000_000_000n
const stranger = ed25519Key(new Uint8Array(32).fill(7))

/** The RPC error of a submission, as `code data`. */
function refused(test: TestNode, extrinsic: Uint8Array): string {
  try {
    test.node.pool.submit(extrinsic)
  } catch (error) {
    const shown = refusal(error, 'submit')
    if (shown instanceof RpcError) return `${shown.code} ${String(shown.data)}`
    throw error
  }
  return 'accepted'
}

const transfer = (more: Partial<Signing> = {}): Signing => ({
  from: alice,
  call: transferTo(bob, TAO),
  ...more,
})

describe('a signature', () => {
  it('of sr25519 and of ed25519 is taken', () => {
    const test = createTestNode()
    expect(refused(test, test.extrinsic(transfer()))).toBe('accepted')
    test.run({ from: charlie, call: transferTo(stranger, TAO) })
    expect(refused(test, test.extrinsic({ from: stranger, call: transferTo(bob, 1000n) }))).toBe('accepted')
  })

  it('covers every single bit of the extrinsic', () => {
    const test = createTestNode()
    const good = test.extrinsic(transfer({ era: test.eraNow(64) }))
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

  const zero = new Uint8Array(32)
  it.each([
    ['another spec version', { specVersion: 425 }],
    ['another transaction version', { transactionVersion: 2 }],
    ['another genesis', { genesis: zero }],
    ['another birth hash', { birthHash: zero }],
    ['a digest that mode 0 does not have', { digest: zero }],
  ])('made for %s is a bad proof', (_name, implicit) => {
    const test = createTestNode()
    expect(refused(test, test.extrinsic(transfer({ implicit })))).toBe('1010 Transaction has a bad signature')
  })

  it('of mode 1 is taken with the digest of the own metadata, and with no other', () => {
    const test = createTestNode()
    expect(refused(test, test.extrinsic(transfer({ mode: 1 })))).toBe('accepted')
    const other = test.extrinsic(transfer({ mode: 1, nonce: 1, implicit: { digest: zero } }))
    expect(refused(test, other)).toBe('1010 Transaction has a bad signature')
    const none = test.extrinsic(transfer({ mode: 1, nonce: 1, implicit: { digest: undefined } }))
    expect(refused(test, none)).toBe('1010 Transaction has a bad signature')
  })

  // Both list the same types in different order, and the order is part of the digest. A runtime is built with the hash of
  // its metadata v15 (substrate-wasm-builder); wallets that hashed v16 were refused (Talisman pull request 2183).
  it('of mode 1 is bound to metadata v15: the digest of v16 is another, and is refused', () => {
    const test = createTestNode()
    const info = { decimals: 9, tokenSymbol: 'TAO' }
    const digest = merkleizeMetadata(generate(runtime, 16), info).digest()
    expect(digest).not.toEqual(digestOf(runtime))
    expect(refused(test, test.extrinsic(transfer({ mode: 1, implicit: { digest } })))).toBe(
      '1010 Transaction has a bad signature',
    )
  })

  it('of mode 1 cannot be looked up in a runtime without a digest, whatever was signed', () => {
    const test = createTestNode({ metadataHash: false })
    expect(refused(test, test.extrinsic(transfer({ mode: 1 })))).toBe('1011 CannotLookup')
    expect(refused(test, test.extrinsic(transfer({ mode: 1, implicit: { digest: zero } })))).toBe(
      '1011 CannotLookup',
    )
    expect(refused(test, test.extrinsic(transfer()))).toBe('accepted')
  })
})

describe('an era', () => {
  it('holds from its birth block on', () => {
    const test = createTestNode()
    test.node.seal()
    expect(refused(test, test.extrinsic(transfer({ era: test.eraNow(8) })))).toBe('accepted')
  })

  it('that is over is a bad proof, for it was born at another block', () => {
    const test = createTestNode()
    const old = test.extrinsic(transfer({ era: test.eraNow(4) }))
    for (let i = 0; i < 4; i++) test.node.seal()
    expect(refused(test, old)).toBe('1010 Transaction has a bad signature')
  })

  it('whose birth block is not there yet has an ancient birth block', () => {
    const test = createTestNode()
    // Phase 1 of period 4: at block 1 the era would be born in the block that is being made.
    const era = { bytes: Uint8Array.of(0x11, 0x00), birthHash: new Uint8Array(32) }
    expect(refused(test, test.extrinsic(transfer({ era })))).toBe(
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
    expect(refused(test, at(8))).toBe('1010 devnet does not simulate MevShield.submit_encrypted')
  })
})

describe('a nonce', () => {
  it('that was used is outdated', () => {
    const test = createTestNode()
    test.run(transfer())
    const stale = test.extrinsic(transfer({ nonce: 0, call: transferTo(bob, 2n * TAO) }))
    expect(refused(test, stale)).toBe('1010 Transaction is outdated')
  })

  it('and the next one go into one block', () => {
    const test = createTestNode()
    const shown = test.run(transfer(), transfer())
    expect(shown).toHaveLength(2)
    expect(test.account(alice).nonce).toBe(2)
  })

  it('of the future waits in the pool until the gap is closed', () => {
    const test = createTestNode()
    const heard: string[] = []
    const late = test.extrinsic(transfer({ nonce: 1 }))
    const hash = test.node.pool.submit(late)
    test.node.pool.watch(hash, ({ kind }) => heard.push(kind))
    expect(test.node.pool.size()).toEqual({ ready: 0, future: 1 })
    test.node.seal()
    expect(test.account(alice).nonce).toBe(0)
    test.run(transfer({ nonce: 0 }))
    expect(heard).toEqual(['ready', 'broadcast', 'inBlock'])
    expect(test.account(alice).nonce).toBe(2)
  })
})

describe('the pool', () => {
  it('refuses what it has already', () => {
    const test = createTestNode()
    const good = test.extrinsic(transfer())
    const hash = test.node.pool.submit(good)
    expect(refused(test, good)).toBe(`1013 ${hash}`)
  })

  it('replaces nothing: a second extrinsic of the same nonce has too low a priority, tip or not', () => {
    const test = createTestNode()
    test.node.pool.submit(test.extrinsic(transfer()))
    const other = test.extrinsic(transfer({ nonce: 0, call: transferTo(bob, 2n * TAO), tip: TAO }))
    expect(refused(test, other)).toMatch(/^1014 The transaction has too low priority/)
  })

  it('bans for a while what it found invalid, and what is in a block', () => {
    const test = createTestNode()
    const bad = test.extrinsic(transfer({ implicit: { specVersion: 1 } }))
    expect(refused(test, bad)).toMatch(/^1010/)
    expect(refused(test, bad)).toBe('1012 undefined')
    const good = test.extrinsic(transfer())
    test.node.pool.submit(good)
    test.node.seal()
    expect(refused(test, good)).toBe('1012 undefined')
  })

  it('refuses a sender who never had money, and one who cannot pay the fee', () => {
    const test = createTestNode()
    expect(refused(test, test.extrinsic({ from: stranger, call: transferTo(bob, 1n) }))).toMatch(
      /^1010 Inability to pay/,
    )
    test.run({ from: alice, call: transferTo(stranger, 100_000n) })
    expect(refused(test, test.extrinsic({ from: stranger, call: transferTo(bob, 2n) }))).toMatch(
      /^1010 Inability to pay/,
    )
  })

  it('refuses Sudo calls of anyone but the sudo key', () => {
    const test = createTestNode()
    const sudo = call('Sudo', 'sudo', { call: transferTo(bob, 1n) })
    expect(refused(test, test.extrinsic({ from: bob, call: sudo }))).toBe('1010 Invalid signing address')
  })

  it('says by name which call the devnet does not simulate', () => {
    const test = createTestNode()
    const stake = call('SubtensorModule', 'add_stake', { hotkey: bob.account, netuid: 1, amount_staked: TAO })
    expect(refused(test, test.extrinsic({ from: alice, call: stake }))).toBe(
      '1010 devnet does not simulate SubtensorModule.add_stake',
    )
    expect(test.reports).toHaveLength(1)
  })

  it('maps what does not decode as a node does', () => {
    const test = createTestNode()
    const good = test.extrinsic(transfer())
    expect(refused(test, good.slice(0, 40))).toBe('1040 undefined')
    const bad = good.slice()
    bad[bad.length - 40] = 0xff // the pallet index of the call
    expect(refused(test, bad)).toMatch(/^1002 RuntimeApi/)
  })

  it('takes no bare extrinsics', () => {
    const test = createTestNode()
    expect(refused(test, fromHex('0x10040000' + '00'))).toBe('1011 NoUnsignedValidator')
    expect(refused(test, fromHex('0x1005020004'))).toMatch(/^1010 Transaction dispatch is mandatory/)
  })

  it('tells a watcher the whole way, to finality', () => {
    const test = createTestNode()
    const heard: PoolStatus[] = []
    const bytes = test.extrinsic(transfer())
    const hash = test.node.pool.submit(bytes)
    test.node.pool.watch(hash, (status) => heard.push(status))
    const block = test.node.seal()
    test.node.seal()
    test.node.seal()
    expect(heard).toEqual([
      { kind: 'inBlock', block: block.hash, index: 1 },
      { kind: 'finalized', block: block.hash, index: 1 },
    ])
    expect(toHex(block.extrinsics[1] ?? join())).toBe(toHex(bytes))
  })
})
