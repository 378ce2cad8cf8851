import { describe, expect, it } from 'vitest'
import type { ApprovalId } from '#shared/domain/approval.ts'
import type { Hash, Hex } from '#shared/domain/bytes.ts'
import { ALICE } from '../../test/build/room.ts'
import { createConsents, type Shown } from './consents.ts'

const digest = `0x${'11'.repeat(32)}` as Hash
const idOf = (n: number): ApprovalId => String(n).padStart(32, '0') as ApprovalId

const consent = { kind: 'message', account: ALICE, bytes: '0x00' as Hex } as never

describe('what was decided', () => {
  it('is remembered of ten thousand approvals, and then nothing more is agreed to', () => {
    const consents = createConsents({ clock: () => 0 })
    const shown: Shown = new Map()
    const decide = (n: number, verdict: boolean) => {
      consents.show(shown, idOf(n), { consent, digest, isBarred: false })
      consents.decide(shown, { id: idOf(n), digest, verdict })
    }
    for (let n = 1; n < 10_000; n += 1) decide(n, false)
    expect(() => decide(10_000, true)).not.toThrow()
    expect(() => decide(10_001, true)).toThrow(expect.objectContaining({ code: 'refused' }))
    expect(() => decide(1, true)).toThrow(expect.objectContaining({ details: { why: 'decided before' } }))
  })
})

describe('what a window was shown', () => {
  it('is forgotten, the oldest first, beyond sixteen that nobody decided on', () => {
    const consents = createConsents({ clock: () => 0 })
    const shown: Shown = new Map()
    for (let n = 1; n <= 17; n += 1) consents.show(shown, idOf(n), { consent, digest, isBarred: false })
    const decide = (n: number) => () => consents.decide(shown, { id: idOf(n), digest, verdict: true })
    expect(decide(1)).toThrow(expect.objectContaining({ code: 'stale' }))
    expect(decide(2)).not.toThrow()
    expect(decide(17)).not.toThrow()
  })
})
