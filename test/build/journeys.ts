/** What a person does with the wallet, from screen to screen: the steps that flows are made of. */

import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { Devnet } from '../../devnet/start.ts'
import type { Address } from '../../src/shared/domain/address.ts'
import { type ApprovalId, isOf } from '../../src/shared/domain/approval.ts'
import type { TxRecord } from '../../src/shared/domain/transaction.ts'
import { startNode } from './devnet-chain.ts'
import { alice, answerOf, PASSWORD } from './room.ts'
import { aWallet, type TestWallet } from './wallet.ts'

/** A first vault with Alice's account, stored and left open. */
export async function createVault({ wallet }: TestWallet): Promise<void> {
  const { sealed } = answerOf(
    await wallet.room['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: alice }),
  )
  answerOf(await wallet.ask['vault.store']({ sealed }))
}

interface Setting {
  /** What happens on the node before there is a wallet. */
  readonly prepare?: (devnet: Devnet) => void
  /** Whether all tests of the file share one node. */
  readonly isOneNode?: boolean
}

/** For each test of a file a node, which a test may close, and a wallet with a first vault on it. What it reports as a bug fails the test. */
export function forEachTest(
  begin: (made: { readonly devnet: Devnet; readonly wallet: TestWallet }) => unknown,
  { prepare, isOneNode = false }: Setting = {},
): void {
  const shared: { node?: Devnet } = {}
  let end = async (): Promise<void> => {}
  if (isOneNode) {
    beforeAll(async () => {
      shared.node = await startNode()
    })
    afterAll(() => shared.node?.close())
  }
  beforeEach(async () => {
    const devnet = shared.node ?? (await startNode())
    prepare?.(devnet)
    const wallet = aWallet(devnet)
    end = async () => {
      wallet.end()
      if (!isOneNode) await devnet.close()
      expect(wallet.bugs).toEqual([])
    }
    await createVault(wallet)
    await begin({ devnet, wallet })
  })
  afterEach(() => end())
}

/** What the unlock screen does with a password; the outcome as it would show it. */
export async function unlock({ wallet }: TestWallet, password = PASSWORD): Promise<string> {
  const { sealed, attempts } = answerOf(await wallet.ask['vault.read'](undefined))
  if (sealed === null) throw new Error('there is no vault')
  const opened = answerOf(
    await wallet.room['room.unlock']({ sealed, attempts, password, autoLockMinutes: 15 }),
  )
  answerOf(await wallet.ask['vault.attempts']({ attempts: opened.attempts }))
  if (opened.sealed !== undefined) answerOf(await wallet.ask['vault.store']({ sealed: opened.sealed }))
  return opened.outcome
}

export interface Transfer {
  readonly from: Address
  readonly to: Address
  readonly rao: bigint
}

export function transferDraft({ from, to, rao }: Transfer) {
  return {
    operation: 'transfer',
    account: from,
    values: { to, amount: { exactly: rao.toString() } },
  }
}

export async function propose({ wallet }: TestWallet, transfer: Transfer): Promise<ApprovalId> {
  return answerOf(await wallet.ask['operations.propose'](transferDraft(transfer))).approval
}

/** Reads what is to be agreed to, as the review does, and gives the decision a person would send. */
export async function review(page: TestWallet['approve'], id: ApprovalId) {
  const { approval, metadata } = answerOf(await page.ask['approvals.material']({ id }))
  if (!isOf(approval, 'proposal') || metadata === null) throw new Error('no proposal of the wallet')
  return answerOf(await page.room['room.describe']({ id, proposal: approval.request.proposal, metadata }))
}

/** Agrees in the room and tells the background. */
export async function agree(page: TestWallet['approve'], id: ApprovalId) {
  const { digest, metadataHash } = await review(page, id)
  answerOf(await page.room['room.consent']({ id, digest, verdict: true }))
  return page.ask['approvals.decide']({ id, verdict: true, digest, metadataHash })
}

/**
 * Makes blocks until a record is in the state that is waited for. The next block waits until the wallet has heard of the
 * last: an era is over in 64 of them.
 */
export async function followed(
  { wallet }: TestWallet,
  devnet: Devnet,
  { id, kind }: { readonly id: string; readonly kind: TxRecord['state']['kind'] },
): Promise<TxRecord> {
  let last: TxRecord | undefined
  const reached = wallet
    .seen('activity', (records) => {
      last = records.find((record) => record.id === id)
      return last?.state.kind === kind
    })
    .then(() => 'done' as const)
  for (;;) {
    const state = last?.state.kind
    if (state !== undefined && state !== 'signed') devnet.seal()
    const best = devnet.node.chain.best().header.number
    const heard = wallet.seen('chain', (status) => status.kind === 'online' && status.best >= best)
    const now = await Promise.race([reached, heard.then(() => pause(20))])
    if (now === 'done') break
  }
  if (last === undefined) throw new Error('no such record')
  return last
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, ms)
  })
}
