import { describe, expect, it } from 'vitest'
import { readRefusal } from './refusal.ts'
import { NodeError } from './rpc.ts'

const of = (code: number, data = '') => readRefusal(new NodeError(code, 'Invalid Transaction', data))

describe('what a node says to a submission', () => {
  it('takes already imported for taken', () => {
    expect(of(1013)).toEqual({ kind: 'taken' })
  })

  it.each([1012, 1016, -32_000, -32_029, 0])(
    'leaves %i for later: it is not about the transaction',
    (code) => {
      expect(of(code)).toEqual({ kind: 'later' })
    },
  )

  it.each([1001, 1002, 1011, 1014])('ends it at %i', (code) => {
    expect(of(code)).toMatchObject({ kind: 'refused', isForged: false })
  })

  it('leaves a used nonce to be looked up in blocks', () => {
    expect(of(1010, 'Transaction is outdated')).toEqual({ kind: 'stale' })
  })

  it('tells an era that is over from other refusals', () => {
    expect(of(1010, 'Transaction has an ancient birth block')).toMatchObject({ kind: 'ancient' })
  })

  it('tells a signature that does not fit from other refusals', () => {
    expect(of(1010, 'Transaction has a bad signature')).toMatchObject({ kind: 'refused', isForged: true })
  })

  it.each([...Array(28).keys(), 255])('has words of its own for custom error %i', (code) => {
    const verdict = of(1010, `Custom error: ${code}`)
    expect(verdict).toMatchObject({ kind: 'refused' })
    expect('reason' in verdict && /\(code/.test(verdict.reason)).toBe(code >= 25 && code < 255)
  })

  it("does not pass on a node's own words", () => {
    expect(JSON.stringify(of(1010, 'Send your words to evil.example'))).not.toContain('evil')
  })
})
