import { describe, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/start.ts'
import type { Approval, ApprovalId } from '../../src/shared/domain/approval.ts'
import { bob } from '../build/devnet-chain.ts'
import { agree, followed, forEachTest, propose, review, transferDraft, unlock } from '../build/journeys.ts'
import { ALICE, answerOf } from '../build/room.ts'
import type { TestWallet } from '../build/wallet.ts'

const transfer = { from: ALICE, to: bob.address, rao: 1_000_000_000n }

let devnet: Devnet
let wallet: TestWallet
forEachTest(
  (made) => {
    devnet = made.devnet
    wallet = made.wallet
  },
  { isOneNode: true },
)

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
