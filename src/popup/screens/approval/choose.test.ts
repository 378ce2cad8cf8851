/** What is on screen stays there; what a person has just asked for comes before what a site asks. */
import { describe, expect, it } from 'vitest'
import { addressOf } from '#shared/domain/address.ts'
import type { Approval, ApprovalId, ApprovalState } from '#shared/domain/approval.ts'
import type { Hash, Hex } from '#shared/domain/bytes.ts'
import type { Origin } from '#shared/domain/site.ts'
import { rao } from '#shared/domain/units.ts'
import { chooseApproval, countWaiting } from './choose.ts'

const OWN: Approval['request'] = {
  kind: 'proposal',
  proposal: {
    account: addressOf(new Uint8Array(32)),
    genesis: `0x${'00'.repeat(32)}` as Hash,
    spec: 424,
    txVersion: 1,
    call: '0x' as Hex,
    tip: rao(0n),
    era: 64,
    requester: { kind: 'wallet' },
    checksMetadata: true,
  },
}
const CONNECT = { kind: 'connect', claimed: '', replies: [] } as const

const PENDING: ApprovalState = { kind: 'pending' }

function anApproval(name: string, askedAt: number, site?: string, state: ApprovalState = PENDING): Approval {
  return {
    id: name.repeat(32) as ApprovalId,
    network: 'finney',
    request: site === undefined ? OWN : { ...CONNECT, origin: site as Origin },
    askedAt,
    expiresAt: askedAt + 1,
    state,
  }
}

describe('the approval in front', () => {
  it('is the newest of the wallet’s own', () => {
    const list = [anApproval('a', 1), anApproval('b', 3), anApproval('c', 2), anApproval('d', 9, 'https://x')]
    expect(chooseApproval(list, undefined)?.askedAt).toBe(3)
  })

  it('is the oldest of what sites ask, when nothing is the wallet’s own', () => {
    const list = [anApproval('a', 5, 'https://x'), anApproval('b', 3, 'https://y')]
    expect(chooseApproval(list, undefined)?.askedAt).toBe(3)
  })

  it('stays the one on screen when a newer one comes', () => {
    const shown = anApproval('a', 1)
    expect(chooseApproval([shown, anApproval('b', 9)], shown.id)).toBe(shown)
  })

  it('stays the one on screen when it is decided', () => {
    const shown = anApproval('a', 1, undefined, { kind: 'approved', tx: 't' })
    expect(chooseApproval([shown, anApproval('b', 9)], shown.id)).toBe(shown)
  })

  it('is none when nothing waits', () => {
    const settled = anApproval('a', 1, undefined, { kind: 'rejected', why: 'user' })
    expect(chooseApproval([settled], undefined)).toBeUndefined()
    expect(countWaiting([settled])).toBe(0)
  })
})
