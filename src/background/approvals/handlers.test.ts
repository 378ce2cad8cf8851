/** What the document of reviews may ask of the background, over its own port; the real room, and pages at the other end. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Approval, type ApprovalId, isOf } from '#shared/domain/approval.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import { rao } from '#shared/domain/units.ts'
import { APPROVE_PAGE } from '#shared/protocol/places.ts'
import { approveMethods, popupTopics } from '#shared/protocol/popup-contract.ts'
import { connect } from '#shared/protocol/port.ts'
import { createVault } from '../../../test/build/journeys.ts'
import { ALICE, answerOf, fresh, PASSWORD } from '../../../test/build/room.ts'
import { DAPP } from '../../../test/build/site-requests.ts'
import { aWallet, type TestWallet } from '../../../test/build/wallet.ts'
import { aWebPage, type Injected } from '../../../test/build/web-page.ts'
import { ID, ORIGIN } from '../../../test/fakes/machine.ts'

const NOBODY = 'ff'.repeat(16) as ApprovalId
const UNREAD = `0x${'00'.repeat(32)}` as Hash
const no = (id: ApprovalId) => ({ id, verdict: false, digest: UNREAD, metadataHash: null })

let wallet: TestWallet
let page: ReturnType<typeof aWebPage>
beforeEach(async () => {
  wallet = aWallet()
  await createVault(wallet)
  page = aWebPage(wallet.machine)
})
afterEach(() => {
  wallet.end()
  expect(wallet.bugs).toEqual([])
})
const ask = () => wallet.approve.ask
const windows = () => wallet.machine.desk.opened()

async function waiting(kind: Approval['request']['kind']): Promise<Approval> {
  const isIt = ({ state, request }: Approval) => state.kind === 'pending' && request.kind === kind
  const all = await wallet.wallet.seen('approvals', (each) => each.some(isIt))
  return all.find(isIt) ?? fails()
}
/** What a promise of the page came to. */
const outcome = (asked: Promise<unknown>) =>
  asked.then(
    () => 'resolved',
    (cause: unknown) => cause,
  )
async function connected(): Promise<Injected> {
  const asked = page.enable()
  answerOf(await ask()['approvals.connect']({ id: (await waiting('connect')).id, accounts: [ALICE] }))
  return asked
}
/** This document, as the browser says where it stands. */
const documentIn = (windowId: number | undefined) => {
  const url = `${ORIGIN}${APPROVE_PAGE}`
  const tab = windowId === undefined ? {} : { tab: { id: 1, windowId } }
  const port = wallet.machine.runtime.connect('approve', { id: ID, origin: ORIGIN, url, frameId: 0, ...tab })
  return connect(port, approveMethods, popupTopics).call
}

describe('a request to connect', () => {
  it('is rejected in the words of connecting, and counts: after three nobody is asked', async () => {
    const rejected = { code: 4001, message: 'Connection request was rejected by the user.' }
    for (let times = 0; times < 3; times += 1) {
      const heard = outcome(page.enable())
      answerOf(await ask()['approvals.decide'](no((await waiting('connect')).id)))
      expect(await heard).toMatchObject(rejected)
    }
    const before = windows()
    expect(await outcome(page.enable())).toMatchObject(rejected)
    expect(windows()).toBe(before)
  })
  it('is agreed to with accounts, and never by a bare yes', async () => {
    const heard = outcome(page.enable())
    const { id } = await waiting('connect')
    expect(await ask()['approvals.decide']({ ...no(id), verdict: true })).toMatchObject({
      error: { code: 'stale', details: { moved: 'approval' } },
    })
    for (const accounts of [[], ['5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty']])
      expect(await ask()['approvals.connect']({ id, accounts: accounts as never })).toMatchObject({
        error: { code: 'stale' },
      })
    answerOf(await ask()['approvals.connect']({ id, accounts: [ALICE] }))
    expect(await heard).toBe('resolved')
  })
  it('waits for the password while the wallet is locked', async () => {
    const heard = outcome(page.enable())
    const { id } = await waiting('connect')
    answerOf(await wallet.wallet.ask['vault.lock'](undefined))
    expect(await ask()['approvals.connect']({ id, accounts: [ALICE] })).toMatchObject({
      error: { code: 'locked' },
    })
    expect((await waiting('connect')).id).toBe(id)
    answerOf(await ask()['approvals.decide'](no(id)))
    expect(await heard).toMatchObject({ code: 4001 })
  })
  it('is not reviewed: there is nothing to be signed', async () => {
    void outcome(page.enable())
    const { id } = await waiting('connect')
    expect(await ask()['approvals.material']({ id })).toMatchObject({
      error: { code: 'not-found', details: { kind: 'review' } },
    })
  })
})

describe('a request to sign', () => {
  it('is reviewed from what was stored, a message also without a network', async () => {
    const { signer } = await connected()
    void outcome(signer.signRaw({ address: ALICE, data: 'hello' }))
    const { id } = await waiting('message')
    const material = answerOf(await ask()['approvals.material']({ id }))
    expect(material).toMatchObject({ approval: { id, request: { origin: DAPP } }, metadata: null, fee: null })
  })
  it('is reviewed with the rules of its site as they are then, and without any where it has none', async () => {
    const { signer } = await connected()
    void outcome(signer.signRaw({ address: ALICE, data: 'hello' }))
    const { id } = await waiting('message')
    const ruled = async () => answerOf(await ask()['approvals.material']({ id })).ruled
    expect(await ruled()).toBeNull()
    const rules = { cap: rao(5n), asks: ['pay' as const] }
    answerOf(await wallet.wallet.ask['sites.setRules']({ origin: page.origin, rules }))
    expect(await ruled()).toEqual({ rules, spent: 0n })
    answerOf(await wallet.wallet.ask['sites.setRules']({ origin: page.origin, rules: null }))
    expect(await ruled()).toBeNull()
  })
  it('over its rules is agreed to only with the password, which goes to the room and to nobody else', async () => {
    const { signer } = await connected()
    const rules = { cap: null, asks: ['pay' as const] }
    answerOf(await wallet.wallet.ask['sites.setRules']({ origin: page.origin, rules }))
    const heard = outcome(signer.signRaw({ address: ALICE, data: 'hello' }))
    const { id } = await waiting('message')
    const { approval, metadata, ruled } = answerOf(await ask()['approvals.material']({ id }))
    if (!isOf(approval, 'message')) throw new Error('no message')
    const { room } = wallet.approve
    const { digest, metadataHash, over } = answerOf(
      await room['room.describeSite']({ id, request: approval.request, metadata, ruled }),
    )
    expect(over).toHaveLength(1)
    const yes = { id, digest, verdict: true }
    expect(await room['room.consent'](yes)).toMatchObject({ error: { code: 'refused' } })
    expect(await ask()['approvals.decide']({ ...yes, metadataHash })).toMatchObject({
      error: { code: 'refused' },
    })
    answerOf(await room['room.prove']({ id, digest, password: PASSWORD, attempts: fresh }))
    answerOf(await room['room.consent'](yes))
    answerOf(await ask()['approvals.decide']({ ...yes, metadataHash }))
    expect(await heard).toBe('resolved')
  })
  it('is rejected in the words of signing, and is no refusal to connect', async () => {
    const { signer } = await connected()
    for (let times = 0; times < 3; times += 1) {
      const heard = outcome(signer.signRaw({ address: ALICE, data: 'hello' }))
      answerOf(await ask()['approvals.decide'](no((await waiting('message')).id)))
      expect(await heard).toMatchObject({ code: 4001, message: 'Cancelled' })
    }
    answerOf(await wallet.wallet.ask['sites.forget']({ origin: page.origin }))
    void outcome(page.enable())
    expect(await waiting('connect')).toMatchObject({ request: { origin: DAPP } })
  })
  it('is turned away with its whole site when that is blocked', async () => {
    const { signer } = await connected()
    const heard = outcome(signer.signRaw({ address: ALICE, data: 'hello' }))
    answerOf(await ask()['approvals.block']({ id: (await waiting('message')).id }))
    const blocked = { message: `The source ${DAPP} is not allowed to interact with this extension` }
    expect(await heard).toMatchObject(blocked)
    expect(await outcome(page.enable())).toMatchObject(blocked)
  })
})

describe('the document', () => {
  it('is the sites’ own window where the worker opened it, and nowhere else', async () => {
    void outcome(page.enable())
    await waiting('connect')
    await expect.poll(windows).toBe(1)
    const [opened = 0] = wallet.machine.desk.windows.keys()
    const here = async (windowId: number | undefined) =>
      answerOf(await documentIn(windowId)['approvals.here'](undefined)).isOwnWindow
    expect(await here(opened)).toBe(true)
    expect(await here(opened + 1)).toBe(false)
    // The popup of the toolbar stands in no tab.
    expect(await here(undefined)).toBe(false)
  })
  it('hears that there is no such request', async () => {
    const missing = { error: { code: 'not-found' } }
    expect(await ask()['approvals.material']({ id: NOBODY })).toMatchObject(missing)
    expect(await ask()['approvals.decide'](no(NOBODY))).toMatchObject(missing)
    expect(await ask()['approvals.connect']({ id: NOBODY, accounts: [ALICE] })).toMatchObject(missing)
    expect(await ask()['approvals.block']({ id: NOBODY })).toMatchObject(missing)
  })
})

function fails(): never {
  throw new Error('there is none')
}
