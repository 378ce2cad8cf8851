import { describe, expect, it } from 'vitest'
import type { Approval, ApprovalId, ApprovalRequest, ApprovalState } from '#shared/domain/approval.ts'
import type { Hex } from '#shared/domain/bytes.ts'
import type { Origin } from '#shared/domain/site.ts'
import { aMessageRequest, aPayloadRequest, DAPP } from '../../../test/build/site-requests.ts'
import { checkRoom, pruned } from './crowding.ts'

const MIB = 1024 * 1024
const PENDING: ApprovalState = { kind: 'pending' }
const REJECTED: ApprovalState = { kind: 'rejected', why: 'gone' }
const OTHER = 'https://other.example' as Origin
const replies = [{ tabId: 1, documentId: 'D1', id: '00000000-0000-4000-8000-000000000001' }]
const hex = (length: number): Hex => `0x${'0'.repeat(length - 2)}` as Hex

function calls(length: number, origin: Origin = DAPP): ApprovalRequest {
  const request = aPayloadRequest()
  return { ...request, origin, replies, payload: { ...request.payload, call: hex(length) } }
}
function approval(request: ApprovalRequest, state: ApprovalState = PENDING, n = 0): Approval {
  const id = String(n).padStart(32, '0') as ApprovalId
  return { id, network: 'finney', request, askedAt: 0, expiresAt: 1, state }
}
const alone = (request: ApprovalRequest): ApprovalRequest => ({ ...request, replies: [] }) as ApprovalRequest
const asks = (all: readonly Approval[], length: number, origin: Origin = DAPP) => {
  try {
    checkRoom(all, { origin, length })
    return 'taken'
  } catch (cause) {
    return cause instanceof Error ? cause.name : 'another'
  }
}

describe('what a site asks', () => {
  it('is taken up to a MiB of it together, and not a letter more', () => {
    const all = [approval(calls(MIB - 100))]
    expect([asks(all, 100), asks(all, 101)]).toEqual(['taken', 'Crowded'])
  })
  it('takes no room from another site', () => {
    expect(asks([approval(calls(MIB))], 512 * 1024, OTHER)).toBe('taken')
  })
  it('is taken up to four MiB of all sites together', () => {
    const all = ['a', 'b', 'c', 'd'].map((name) => approval(calls(MIB, `https://${name}.example` as Origin)))
    expect([asks(all.slice(1), 1000), asks(all, 1)]).toEqual(['taken', 'Crowded'])
  })
  it('takes its room until its page has heard the answer, which counts with it', () => {
    const answered: ApprovalState = {
      kind: 'answered',
      signature: hex(132),
      transaction: hex(MIB / 2),
      at: 0,
    }
    const all = [approval(calls(MIB / 2), answered)]
    expect([asks(all, 1), asks([approval(alone(calls(MIB)), REJECTED)], MIB)]).toEqual(['Crowded', 'taken'])
  })
  it('counts messages as well', () => {
    const message = { ...aMessageRequest('x'.repeat(64 * 1024)), replies }
    const all = Array.from({ length: 8 }, () => approval(message))
    expect([asks(all.slice(1), 1000), asks(all, 1)]).toEqual(['taken', 'Crowded'])
  })
})

describe('what was decided, and nobody waits for', () => {
  it('is kept up to a MiB, the newest first, and the newest whatever it is', () => {
    const all = [1, 2, 3, 4].map((n) => approval(alone(calls(MIB / 2)), REJECTED, n))
    expect(pruned(all)).toEqual(all.slice(-2))
    const large = approval(alone(calls(2 * MIB)), REJECTED, 5)
    expect(pruned([...all, large])).toEqual([large])
  })
  it('gives no way to what still waits, or is owed', () => {
    const waits = approval(calls(MIB), PENDING, 1)
    const owed = approval(calls(MIB), REJECTED, 2)
    const done = approval(alone(calls(MIB)), REJECTED, 3)
    const newest = approval(alone(calls(100)), REJECTED, 4)
    expect(pruned([waits, owed, done, newest])).toEqual([waits, owed, newest])
  })
})
