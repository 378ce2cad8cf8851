// What a submission is told: every refusal a wallet must understand, on a real chain of blocks.
import { describe, expect, it } from 'vitest'
import {
  alice,
  aTransfer,
  bob,
  call,
  createTestNode,
  refused,
  stranger,
  TAO,
  transferTo,
} from '../testkit.ts'
import { fromHex, join, toHex } from './bytes.ts'
import type { PoolStatus } from './pool.ts'

const batchOf = (calls: readonly unknown[]) => call('Utility', 'batch', { calls })

describe('a nonce', () => {
  it('that was used is outdated', () => {
    const test = createTestNode()
    test.run(aTransfer())
    const stale = test.extrinsic(aTransfer({ nonce: 0, call: transferTo(bob, 2n * TAO) }))
    expect(refused(test, stale)).toBe('1010 Transaction is outdated')
  })

  it('and the next one go into one block', () => {
    const test = createTestNode()
    const shown = test.run(aTransfer(), aTransfer())
    expect(shown).toHaveLength(2)
    expect(test.account(alice).nonce).toBe(2)
  })

  it('of the future goes into no block', () => {
    const test = createTestNode()
    const block = test.node.build({ extrinsics: [test.extrinsic(aTransfer({ nonce: 1 }))] })
    expect(block.extrinsics).toHaveLength(1)
  })

  it('of the future waits in the pool until the gap is closed', () => {
    const test = createTestNode()
    const heard: string[] = []
    const late = test.extrinsic(aTransfer({ nonce: 1 }))
    const hash = test.node.pool.submit(late)
    test.node.pool.watch(hash, ({ kind }) => heard.push(kind))
    expect(test.node.pool.size()).toEqual({ ready: 0, future: 1 })
    test.node.seal()
    expect(test.account(alice).nonce).toBe(0)
    test.run(aTransfer({ nonce: 0 }))
    expect(heard).toEqual(['ready', 'broadcast', 'inBlock'])
    expect(test.account(alice).nonce).toBe(2)
  })
})

describe('the pool', () => {
  it('refuses what it has already', () => {
    const test = createTestNode()
    const good = test.extrinsic(aTransfer())
    const hash = test.node.pool.submit(good)
    expect(refused(test, good)).toBe(`1013 ${hash}`)
  })

  it('replaces nothing: a second extrinsic of the same nonce has too low a priority, tip or not', () => {
    const test = createTestNode()
    test.node.pool.submit(test.extrinsic(aTransfer()))
    const other = test.extrinsic(aTransfer({ nonce: 0, call: transferTo(bob, 2n * TAO), tip: TAO }))
    expect(refused(test, other)).toMatch(/^1014 The transaction has too low priority/)
  })

  it('bans for a while what it found invalid, and what is in a block', () => {
    const test = createTestNode()
    const bad = test.extrinsic(aTransfer({ implicit: { specVersion: 1 } }))
    expect(refused(test, bad)).toMatch(/^1010/)
    expect(refused(test, bad)).toBe('1012 undefined')
    const good = test.extrinsic(aTransfer())
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

  it('takes nothing that is heavier than a block has time for', () => {
    const test = createTestNode()
    const claim = call('SubtensorModule', 'claim_root', { subnets: [1] })
    const many = (count: number) => batchOf(Array.from({ length: count }, () => claim))
    // 2.6 seconds of a block are for one extrinsic, and a claim takes about 0.94 milliseconds.
    const of = (count: number) => test.extrinsic({ from: alice, call: many(count) })
    expect(() => test.node.pool.submit(of(2_700))).not.toThrow()
    expect(refused(test, of(2_800))).toBe('1010 Transaction would exhaust the block limits')
  })

  it('says by name which call the devnet does not simulate', () => {
    const test = createTestNode()
    const start = call('SubtensorModule', 'start_call', { netuid: 1 })
    expect(refused(test, test.extrinsic({ from: alice, call: start }))).toBe(
      '1010 devnet does not simulate SubtensorModule.start_call',
    )
    expect(test.reports).toHaveLength(1)
  })

  it('maps what does not decode as a node does', () => {
    const test = createTestNode()
    const good = test.extrinsic(aTransfer())
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
    const bytes = test.extrinsic(aTransfer())
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
