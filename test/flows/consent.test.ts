import { afterEach, describe, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/start.ts'
import type { Approval, ApprovalId } from '../../src/shared/domain/approval.ts'
import type { Hash } from '../../src/shared/domain/bytes.ts'
import { APPROVE_PAGE } from '../../src/shared/protocol/places.ts'
import { bob, startNode } from '../build/devnet-chain.ts'
import { createVault, followed, forEachTest, propose, review } from '../build/journeys.ts'
import { ALICE, answerOf } from '../build/room.ts'
import { aWallet, type TestWallet } from '../build/wallet.ts'
import { ID, ORIGIN } from '../fakes/machine.ts'

const transfer = { from: ALICE, to: bob.address, rao: 1_000_000_000n }
const other = `0x${'11'.repeat(32)}` as Hash

let devnet: Devnet
let wallet: TestWallet
forEachTest(
  (made) => {
    devnet = made.devnet
    wallet = made.wallet
  },
  { isOneNode: true },
)

/** What a person who agreed in the room sends. */
const decisionOn = async (id: ApprovalId, { approve } = wallet) => {
  const { digest, metadataHash } = await review(approve, id)
  answerOf(await approve.room['room.consent']({ id, digest, verdict: true }))
  return { id, verdict: true, digest, metadataHash }
}
const decide = (decision: Awaited<ReturnType<typeof decisionOn>>) =>
  wallet.approve.ask['approvals.decide'](decision)
const stateOf = async (id: ApprovalId): Promise<Approval['state'] | undefined> =>
  (await wallet.wallet.seen('approvals', () => true)).find((each) => each.id === id)?.state
const failure = (code: string, details?: object) => ({
  ok: false,
  error: details === undefined ? { code } : { code, details },
})
/** Says something over a port of the review's page that no client of ours would. */
const say = (frame: object): Promise<unknown> =>
  new Promise((resolve) => {
    const port = wallet.machine.runtime.connect('approve', {
      id: ID,
      origin: ORIGIN,
      url: `${ORIGIN}${APPROVE_PAGE}`,
    })
    port.onMessage((message) => resolve((message as { result: unknown }).result))
    port.post({ id: 1, ...frame })
    setTimeout(() => resolve('silence'), 50)
  })

describe('nothing is signed whose consent digest differs from the one the popup showed', () => {
  afterEach(() => expect(wallet.machine.submitted).toEqual([]))

  it('another digest is stale', async () => {
    const decision = await decisionOn(await propose(wallet, transfer))
    expect(await decide({ ...decision, digest: other })).toMatchObject(failure('stale', { moved: 'consent' }))
  })
  it('another metadata hash is stale', async () => {
    const decision = await decisionOn(await propose(wallet, transfer))
    expect(await decide({ ...decision, metadataHash: other })).toMatchObject(
      failure('stale', { moved: 'consent' }),
    )
  })
  it('a rejected approval stays rejected', async () => {
    const decision = await decisionOn(await propose(wallet, transfer))
    answerOf(await decide({ ...decision, verdict: false }))
    expect(await stateOf(decision.id)).toEqual({ kind: 'rejected', why: 'user' })
    expect(await decide(decision)).toMatchObject(failure('refused'))
  })
})

describe('a decision names its approval; there is no "current" approval in the background', () => {
  it('and moves no other', async () => {
    const [one, two] = [await propose(wallet, transfer), await propose(wallet, { ...transfer, rao: 2n })]
    const decision = await decisionOn(one)
    expect(await decide({ ...decision, id: two })).toMatchObject(failure('stale'))
    answerOf(await decide(decision))
    expect(await stateOf(one)).toEqual({ kind: 'approved', tx: one })
    expect(await stateOf(two)).toEqual({ kind: 'pending' })
  })
  it('one that nobody asked for is not found', async () => {
    const id = '0'.repeat(32) as ApprovalId
    const decision = { id, verdict: true, digest: other, metadataHash: other }
    expect(await decide(decision)).toMatchObject(failure('not-found'))
  })
  it('of two decisions at once one counts, and both hear the same', async () => {
    const id = await propose(wallet, transfer)
    const decision = await decisionOn(id)
    const window = wallet.openApprove()
    const answers = await Promise.all([decide(decision), window.ask['approvals.decide'](decision)])
    expect(answers.map(answerOf)).toEqual([{ tx: id }, { tx: id }])
    const record = await followed(wallet, devnet, { id, kind: 'final' })
    expect(wallet.machine.submitted).toEqual([record.signed])
  })
})

describe('missing or malformed consent rejects', () => {
  afterEach(() => expect(wallet.machine.submitted).toEqual([]))
  const malformed = async (change: object): Promise<void> => {
    const id = await propose(wallet, transfer)
    const input = { ...(await decisionOn(id)), ...change }
    const answer = await say({ kind: 'call', name: 'approvals.decide', input })
    expect(answer).toMatchObject(failure('bug'))
    expect(await stateOf(id)).toEqual({ kind: 'pending' })
    expect(wallet.bugs.splice(0)).toHaveLength(1)
  }

  it('without a consent in the room', async () => {
    const id = await propose(wallet, transfer)
    const { digest, metadataHash } = await review(wallet.approve, id)
    expect(await decide({ id, verdict: true, digest, metadataHash })).toMatchObject(failure('refused'))
  })
  it('with a verdict that is none', () => malformed({ verdict: 'yes' }))
  it('without a digest', () => malformed({ digest: undefined }))
  it('with a digest of another length', () => malformed({ digest: '0x00' }))
  it('with something beside it', () => malformed({ payload: '0x00' }))
})

describe('a topic’s value is never consent', () => {
  it('whoever sends one back decides nothing', async () => {
    const id = await propose(wallet, transfer)
    await decisionOn(id)
    const [approval] = await wallet.wallet.seen('approvals', (all) => all.length > 0)
    if (approval === undefined) throw new Error('nothing was proposed')
    const { request: _, ...rest } = approval
    const value = [{ ...rest, state: { kind: 'approved', tx: id } }]
    expect(await say({ kind: 'value', name: 'approvals', value })).toBe('silence')
    expect(await say({ kind: 'call', name: 'approvals', input: value })).toMatchObject(failure('bug'))
    expect(await stateOf(id)).toEqual({ kind: 'pending' })
    expect(wallet.machine.submitted).toEqual([])
  })
})

describe('spec version at signing equals spec version at review', () => {
  it('or the approval is stale', async () => {
    const own = await startNode()
    const upgraded = aWallet(own)
    await createVault(upgraded)
    const id = await propose(upgraded, transfer)
    const decision = await decisionOn(id, upgraded)
    const spec = own.upgrade()
    own.seal()
    await upgraded.wallet.seen('chain', (status) => status.kind === 'online' && status.spec === spec)
    const moved = failure('stale', { moved: 'runtime' })
    expect(await upgraded.approve.ask['approvals.decide'](decision)).toMatchObject(moved)
    expect(await upgraded.approve.ask['approvals.material']({ id })).toMatchObject(moved)
    expect(upgraded.machine.submitted).toEqual([])
    upgraded.end()
    await own.close()
  })
})
