/** Every failure has a sentence and none of them is a code. */
import { describe, expect, it } from 'vitest'
import type { ErrorCode, Failure } from '#shared/domain/errors.ts'
import { wordsOf } from './failure.tsx'

const every: { readonly [C in ErrorCode]: Failure<C> } = {
  'wrong-password': { code: 'wrong-password', details: { retryAfterMs: 4000 } },
  'weak-password': { code: 'weak-password', details: { why: 'common' } },
  locked: { code: 'locked', details: undefined },
  rejected: { code: 'rejected', details: undefined },
  expired: { code: 'expired', details: undefined },
  stale: { code: 'stale', details: { moved: 'runtime' } },
  'invalid-input': { code: 'invalid-input', details: { field: 'Amount', rule: 'Type a number.' } },
  'invalid-secret': { code: 'invalid-secret', details: { why: 'word', word: 5 } },
  duplicate: { code: 'duplicate', details: { name: 'Mining' } },
  'not-found': { code: 'not-found', details: { kind: 'account' } },
  'invalid-transaction': { code: 'invalid-transaction', details: { reason: 'Payment' } },
  'dispatch-failed': { code: 'dispatch-failed', details: { pallet: 'Balances', error: 'Expendability' } },
  offline: { code: 'offline', details: undefined },
  timeout: { code: 'timeout', details: undefined },
  'wrong-chain': { code: 'wrong-chain', details: { expected: '0x01', got: '0x02' } },
  'vault-damaged': { code: 'vault-damaged', details: undefined },
  'storage-full': { code: 'storage-full', details: undefined },
  'room-unsealed': { code: 'room-unsealed', details: { check: 'network' } },
  unreadable: { code: 'unreadable', details: { why: 'too long' } },
  refused: { code: 'refused', details: { why: 'era too long' } },
  bug: { code: 'bug', details: undefined },
}

describe('a failure', () => {
  it.each(Object.values(every))('says what happened and what to do: $code', (failure) => {
    const { say, next } = wordsOf(failure)
    expect(say).toMatch(/^[A-Z“].*[.]$/)
    if (failure.code !== 'invalid-secret') expect(next).toMatch(/\S/)
    expect(`${say} ${next}`).not.toContain('[object')
  })
  it('names the place of a wrong word', () => {
    expect(wordsOf(every['invalid-secret']).say).toContain('Word 5')
  })
  it('counts the wait after a wrong password', () => {
    expect(wordsOf(every['wrong-password']).next).toContain('4 seconds')
  })
  it('keeps the chain’s own reason where there are no words for it', () => {
    const failure: Failure = { code: 'invalid-transaction', details: { reason: 'Custom(7)' } }
    expect(wordsOf(failure).next).toContain('Custom(7)')
  })
  it('ends a reason that is a sentence already with one stop', () => {
    const failure: Failure = { code: 'invalid-transaction', details: { reason: 'It came too late.' } }
    expect(wordsOf(failure).next).toMatch(/late\.$/)
  })
})
