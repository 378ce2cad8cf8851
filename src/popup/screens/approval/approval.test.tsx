/**
 * The document of reviews follows the wallet: what was decided, taken back or locked elsewhere shows here.
 * @vitest-environment happy-dom
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addressOf } from '#shared/domain/address.ts'
import type { Approval as ApprovalData, ApprovalState } from '#shared/domain/approval.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import { NETWORKS } from '#shared/domain/network.ts'
import { fail, ok } from '#shared/domain/result.ts'
import { rao } from '#shared/domain/units.ts'
import { WALLET_PAGE } from '#shared/protocol/places.ts'
import { type Drawn, draw, pass, someTopics } from '../../../../test/build/drawn.tsx'
import type { TopicValue } from '../../use-topic.ts'
import { Approval, type ApprovalProps } from './approval.tsx'
// Read on demand: here they are at hand at once.
import './agreed.tsx'
import './no-vault.tsx'

const NOW = 1_800_000_000_000
const HASH = `0x${'01'.repeat(32)}` as Hash
const account = addressOf(new Uint8Array(32).fill(1))

const anApproval = (state: ApprovalState, id = '0a', askedAt = NOW): ApprovalData => ({
  id: id.repeat(16) as ApprovalData['id'],
  network: 'finney',
  request: {
    kind: 'proposal',
    proposal: {
      account,
      genesis: NETWORKS.finney.genesis ?? HASH,
      spec: 424,
      txVersion: 1,
      call: '0x00',
      tip: rao(0n),
      era: 64,
      requester: { kind: 'wallet' },
      checksMetadata: true,
    },
  },
  askedAt,
  expiresAt: askedAt + 600_000,
  state,
})
const pending = anApproval({ kind: 'pending' })
const record: TopicValue<'activity'>[number] = {
  id: 'tx',
  account,
  network: 'finney',
  genesis: HASH,
  spec: 424,
  description: { verb: 'Send', sentence: ['Send it.'], rows: [] },
  requester: { kind: 'wallet' },
  hash: HASH,
  nonce: 7,
  signed: '0x',
  era: { birth: 1, death: 65 },
  sentAt: NOW,
  state: { kind: 'broadcast' },
  open: true,
}

const describes = vi.fn()
const rooms: ApprovalProps['rooms'] = {
  background: {
    'approvals.material': async ({ id }) => {
      describes(id)
      return fail({ code: 'offline', details: undefined })
    },
    'approvals.decide': async () => ok({}),
    'approvals.connect': async () => ok(undefined),
    'approvals.block': async () => ok(undefined),
    'vault.read': async () => fail({ code: 'vault-damaged', details: undefined }),
    'vault.attempts': async () => ok(undefined),
  },
  room: {
    'room.prove': async () => fail({ code: 'locked', details: undefined }),
    'room.describe': async () => fail({ code: 'locked', details: undefined }),
    'room.describeSite': async () => fail({ code: 'locked', details: undefined }),
    'room.consent': async () => ok(undefined),
  },
}

const open: Drawn[] = []
async function openDocument(approvals: readonly ApprovalData[], vault: TopicValue<'vault'> = UNLOCKED) {
  const topics = someTopics({ approvals, vault, accounts: [], contacts: [], activity: [] })
  const door = {
    onOpen: async () => ok(undefined),
    onUnlock: async () => ({ kind: 'wrong-password', retryAt: 0 }) as const,
  }
  const drawn = await draw(
    topics.around(
      <Approval
        scope="all"
        rooms={rooms}
        door={door}
        onTouch={() => {}}
        onLeave={() => {}}
        onRejected={() => {}}
      />,
    ),
  )
  open.push(drawn)
  await pass(1)
  return { ...drawn, put: topics.put }
}
const UNLOCKED: TopicValue<'vault'> = { kind: 'unlocked', locksAt: NOW + 600_000 }

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
  describes.mockClear()
})
afterEach(async () => {
  for (const drawn of open.splice(0)) await drawn.end()
  vi.useRealTimers()
})

describe('the document of reviews', () => {
  it('asks for the password first when the wallet is locked, and reads nothing before', async () => {
    const { text } = await openDocument([pending], { kind: 'locked', retryAt: 0 })
    expect(text()).toContain('Taokey is locked')
    expect(describes).not.toHaveBeenCalled()
  })

  it.each([
    ['that there is no wallet yet, and leads to making one', 'absent', 'No wallet yet', 'Set up Taokey'],
    ['that the vault does not read, and leads to its words', 'damaged', 'cannot be read', 'Open Taokey'],
  ] as const)('says %s', async (_, kind, says, leads) => {
    const { text, place, hasButton, put } = await openDocument([pending], { kind })
    await pass(1)
    expect(text()).toContain(says)
    const link = place.querySelector('a')
    expect([link?.textContent, link?.getAttribute('href')]).toEqual([leads, WALLET_PAGE])
    expect(hasButton('Unlock')).toBe(false)
    expect(describes).not.toHaveBeenCalled()
    // The request has waited, and is shown once there is a wallet.
    await put('vault', UNLOCKED)
    expect(describes).toHaveBeenCalledWith(pending.id)
  })

  it('says so when a lock took the request back', async () => {
    const { put, text } = await openDocument([pending])
    await put('approvals', [anApproval({ kind: 'rejected', why: 'lock' })])
    expect(text()).toContain('The wallet was locked before you agreed')
    expect(text()).toContain('Nothing was signed.')
  })

  it('says so when the request has waited too long', async () => {
    const { text } = await openDocument([pending])
    await pass(600_000)
    expect(text()).toContain('It waited ten minutes for you.')
  })

  it('says so when the request is gone without a trace', async () => {
    const { put, text } = await openDocument([pending])
    await put('approvals', [])
    expect(text()).toContain('Nothing was signed.')
  })

  it('shows the life of what was agreed to, also when the answer got lost', async () => {
    const { put, text } = await openDocument([pending])
    await put('activity', [record])
    await put('approvals', [anApproval({ kind: 'approved', tx: 'tx' })])
    await pass(0)
    expect(text()).toContain('Send it.')
    expect(text()).toContain('Waiting for a block')
  })

  it('keeps the request on screen when a newer one comes', async () => {
    const { put } = await openDocument([pending])
    await put('approvals', [pending, anApproval({ kind: 'pending' }, '0b', NOW + 5)])
    await pass(1000)
    expect(describes.mock.calls.map(([id]) => id)).toEqual([pending.id])
  })

  it('says why nothing can be shown, and offers to reject and to read again', async () => {
    const { text, hasButton } = await openDocument([pending])
    expect(text()).toContain('No node answers.')
    expect([hasButton('Reject'), hasButton('Review again'), hasButton('Send')]).toEqual([true, true, false])
  })

  it('says that nothing waits when nothing does', async () => {
    const { text } = await openDocument([])
    expect(text()).toContain('Nothing waits')
  })
})
