import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/start.ts'
import type { Approval, ApprovalId } from '../../src/shared/domain/approval.ts'
import type { Hash } from '../../src/shared/domain/bytes.ts'
import { bob, startNode } from '../build/devnet-chain.ts'
import { agree, createVault, followed, propose, review, transferDraft, unlock } from '../build/journeys.ts'
import { ALICE, answerOf } from '../build/room.ts'
import { aWallet, type TestWallet } from '../build/wallet.ts'

const transfer = { from: ALICE, to: bob.address, rao: 1_000_000_000n }

let devnet: Devnet
let wallet: TestWallet
beforeAll(async () => {
  devnet = await startNode()
})
afterAll(() => devnet.close())
beforeEach(async () => {
  wallet = aWallet(devnet)
  await createVault(wallet)
})
afterEach(() => {
  wallet.end()
  expect(wallet.bugs).toEqual([])
})

const settled = async (id: ApprovalId): Promise<Approval['state']> => {
  const all = await wallet.wallet.seen('approvals', (approvals) =>
    approvals.some((each) => each.id === id && each.state.kind !== 'pending'),
  )
  return all.find((each) => each.id === id)?.state ?? { kind: 'pending' }
}
const lock = async (): Promise<void> => answerOf(await wallet.wallet.ask['vault.lock'](undefined))
const set = async (settings: object): Promise<void> =>
  answerOf(await wallet.wallet.ask['settings.set']({ settings }))
const nothingLeft = (): void => expect(wallet.machine.submitted).toEqual([])
const codeOf = (result: { ok: true } | { ok: false; error: { code: string } }): string =>
  result.ok ? 'ok' : result.error.code

describe('lock, account switch and network switch reject what is pending', () => {
  it('lock', async () => {
    const id = await propose(wallet, transfer)
    await lock()
    expect(await settled(id)).toEqual({ kind: 'rejected', why: 'lock' })
  })
  it('a lock that came while no worker lived', async () => {
    const id = await propose(wallet, transfer)
    wallet.killWorker()
    // The room locks itself, and what it says wakes a worker that knows nothing.
    answerOf(await wallet.wallet.room['room.lock'](undefined))
    expect(await settled(id)).toEqual({ kind: 'rejected', why: 'lock' })
  })
  it('network switch', async () => {
    const id = await propose(wallet, transfer)
    await set({ network: 'test' })
    expect(await settled(id)).toEqual({ kind: 'rejected', why: 'switch' })
  })
  it('account switch', async () => {
    const { sealed } = answerOf(await wallet.wallet.room['room.watch']({ address: bob.address, name: 'Bob' }))
    answerOf(await wallet.wallet.ask['vault.store']({ sealed }))
    const id = await propose(wallet, transfer)
    await set({ account: bob.address })
    expect(await settled(id)).toEqual({ kind: 'rejected', why: 'switch' })
  })
  it('and another setting rejects nothing', async () => {
    const id = await propose(wallet, transfer)
    await set({ theme: 'dark' })
    expect(codeOf(await agree(wallet.approve, id))).toBe('ok')
  })
  it('and ten minutes without a decision', async () => {
    const id = await propose(wallet, transfer)
    wallet.machine.pass(10 * 60_000)
    expect(await settled(id)).toEqual({ kind: 'rejected', why: 'expired' })
    expect(codeOf(await wallet.approve.ask['approvals.material']({ id }))).toBe('expired')
  })
})

describe('what was agreed to before a lock', () => {
  it('is not signed after it', async () => {
    const id = await propose(wallet, transfer)
    const { digest, metadataHash } = await review(wallet.approve, id)
    answerOf(await wallet.approve.room['room.consent']({ id, digest, verdict: true }))
    await lock()
    const decision = { id, verdict: true, digest, metadataHash }
    expect(codeOf(await wallet.approve.ask['approvals.decide'](decision))).toBe('locked')
    expect(await unlock(wallet)).toBe('unlocked')
    expect(codeOf(await wallet.approve.ask['approvals.decide'](decision))).toBe('locked')
    nothingLeft()
  })
  it('is sent when it was signed', async () => {
    const id = await propose(wallet, transfer)
    answerOf(await agree(wallet.approve, id))
    await lock()
    expect((await followed(wallet, devnet, { id, kind: 'final' })).state).toMatchObject({
      outcome: { kind: 'done' },
    })
  })
})

describe('while locked', () => {
  it('nothing can be proposed', async () => {
    await lock()
    expect(codeOf(await wallet.wallet.ask['operations.propose'](transferDraft(transfer)))).toBe('locked')
  })
  it('a quote is given all the same', async () => {
    await lock()
    expect(answerOf(await wallet.wallet.ask['operations.quote'](transferDraft(transfer))).fee).not.toBeNull()
  })
})

describe('nothing is signed whose consent digest differs from the one the popup showed', () => {
  const decisionOn = async (id: ApprovalId) => {
    const { digest, metadataHash } = await review(wallet.approve, id)
    answerOf(await wallet.approve.room['room.consent']({ id, digest, verdict: true }))
    return { id, verdict: true, digest, metadataHash }
  }
  const other = `0x${'11'.repeat(32)}` as Hash

  it('another digest is stale', async () => {
    const decision = await decisionOn(await propose(wallet, transfer))
    const answer = await wallet.approve.ask['approvals.decide']({ ...decision, digest: other })
    expect(answer).toMatchObject({ error: { code: 'stale', details: { moved: 'consent' } } })
    nothingLeft()
  })
  it('another metadata hash is stale', async () => {
    const decision = await decisionOn(await propose(wallet, transfer))
    const answer = await wallet.approve.ask['approvals.decide']({ ...decision, metadataHash: other })
    expect(answer).toMatchObject({ error: { code: 'stale', details: { moved: 'consent' } } })
    nothingLeft()
  })
  it('a decision names its approval, and moves no other', async () => {
    const [one, two] = [await propose(wallet, transfer), await propose(wallet, { ...transfer, rao: 2n })]
    const decision = await decisionOn(one)
    expect(codeOf(await wallet.approve.ask['approvals.decide']({ ...decision, id: two }))).toBe('stale')
    answerOf(await wallet.approve.ask['approvals.decide'](decision))
    const all = await wallet.wallet.seen('approvals', () => true)
    expect(all.map(({ id, state }) => [id, state.kind])).toEqual([
      [one, 'approved'],
      [two, 'pending'],
    ])
  })
  it('without a consent in the room nothing is signed', async () => {
    const id = await propose(wallet, transfer)
    const { digest, metadataHash } = await review(wallet.approve, id)
    const answer = await wallet.approve.ask['approvals.decide']({ id, verdict: true, digest, metadataHash })
    expect(codeOf(answer)).toBe('refused')
    nothingLeft()
  })
  it('an approval nobody asked for is not found', async () => {
    const id = '0'.repeat(32) as ApprovalId
    const answer = await wallet.approve.ask['approvals.decide']({
      id,
      verdict: true,
      digest: other,
      metadataHash: other,
    })
    expect(codeOf(answer)).toBe('not-found')
  })
  it('a rejected one stays rejected', async () => {
    const id = await propose(wallet, transfer)
    const decision = await decisionOn(id)
    answerOf(await wallet.approve.ask['approvals.decide']({ ...decision, verdict: false }))
    expect(await settled(id)).toEqual({ kind: 'rejected', why: 'user' })
    expect(codeOf(await wallet.approve.ask['approvals.decide'](decision))).toBe('refused')
    nothingLeft()
  })
  it('of two decisions at once one counts, and both hear the same', async () => {
    const id = await propose(wallet, transfer)
    const decision = await decisionOn(id)
    const other = wallet.openApprove()
    const answers = await Promise.all([
      wallet.approve.ask['approvals.decide'](decision),
      other.ask['approvals.decide'](decision),
    ])
    expect(answers).toEqual([
      { ok: true, value: { tx: id } },
      { ok: true, value: { tx: id } },
    ])
    const record = await followed(wallet, devnet, { id, kind: 'final' })
    expect(wallet.machine.submitted).toEqual([record.signed])
  })
})

describe('spec version at signing equals spec version at review', () => {
  it('or the approval is stale', async () => {
    const own = await startNode()
    const upgraded = aWallet(own)
    await createVault(upgraded)
    const id = await propose(upgraded, transfer)
    const { digest, metadataHash } = await review(upgraded.approve, id)
    answerOf(await upgraded.approve.room['room.consent']({ id, digest, verdict: true }))
    const spec = own.upgrade()
    own.seal()
    await upgraded.wallet.seen('chain', (status) => status.kind === 'online' && status.spec === spec)
    const moved = { error: { code: 'stale', details: { moved: 'runtime' } } }
    const decision = { id, verdict: true, digest, metadataHash }
    expect(await upgraded.approve.ask['approvals.decide'](decision)).toMatchObject(moved)
    expect(await upgraded.approve.ask['approvals.material']({ id })).toMatchObject(moved)
    expect(upgraded.machine.submitted).toEqual([])
    upgraded.end()
    await own.close()
  })
})
