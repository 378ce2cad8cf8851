// Batches and their kin, each rule on a chain of blocks.
import { describe, expect, it } from 'vitest'
import type { Hex } from '../chain/bytes.ts'
import {
  alice,
  bob,
  call,
  createTestNode,
  errorOf,
  moduleError,
  names,
  TAO,
  type TestNode,
  transferTo,
} from '../testkit.ts'
import { derivativeAccount } from './utility.ts'

describe('batches', () => {
  const good = transferTo(bob, TAO)
  const bad = transferTo(bob, 10n ** 18n)
  const batch = (name: string, calls: readonly unknown[]) => call('Utility', name, { calls })
  const received = (test: TestNode, name: string) => {
    const before = test.free(bob)
    const [events] = test.run({ from: alice, call: batch(name, [good, bad, good]) })
    const inner = names(events).filter(
      (each) => each.startsWith('Utility.') || each === 'System.ExtrinsicFailed',
    )
    return { gained: test.free(bob) - before, inner }
  }

  it('stop at the first failure and keep what was before it', () => {
    expect(received(createTestNode(), 'batch')).toEqual({
      gained: TAO,
      inner: ['Utility.ItemCompleted', 'Utility.BatchInterrupted'],
    })
  })

  it('are all or nothing as batch_all', () => {
    expect(received(createTestNode(), 'batch_all')).toEqual({ gained: 0n, inner: ['System.ExtrinsicFailed'] })
  })

  it('go on after a failure as force_batch', () => {
    expect(received(createTestNode(), 'force_batch')).toEqual({
      gained: 2n * TAO,
      inner: [
        'Utility.ItemCompleted',
        'Utility.ItemFailed',
        'Utility.ItemCompleted',
        'Utility.BatchCompletedWithErrors',
      ],
    })
  })

  it('may not stand directly inside one another', () => {
    const test = createTestNode()
    const [events] = test.run({ from: alice, call: batch('batch', [batch('batch_all', [good])]) })
    expect(errorOf(events)).toEqual(moduleError(0, 5))
  })

  it('take the other way when the first one fails', () => {
    const test = createTestNode()
    const before = test.free(bob)
    const [events] = test.run({
      from: alice,
      call: call('Utility', 'if_else', { main: bad, fallback: good }),
    })
    expect(names(events)).toContain('Utility.IfElseFallbackCalled')
    expect(test.free(bob) - before).toBe(TAO)
  })

  it('act for a derived account', () => {
    const test = createTestNode()
    const derived = derivativeAccount(alice.account, 3)
    test.run({ from: alice, call: transferTo({ ...bob, account: derived as Hex }, 2n * TAO) })
    const before = test.free(bob)
    test.run({ from: alice, call: call('Utility', 'as_derivative', { index: 3, call: good }) })
    expect(test.free(bob) - before).toBe(TAO)
  })

  it('do not hide a call that is not simulated', () => {
    const test = createTestNode()
    const start = call('SubtensorModule', 'start_call', { netuid: 1 })
    const [events] = test.run({ from: alice, call: batch('force_batch', [good, start]) })
    expect(errorOf(events)).toEqual({ type: 'Other' })
    expect(test.reports).toEqual(['devnet does not simulate SubtensorModule.start_call'])
  })
})
