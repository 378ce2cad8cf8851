import { beforeEach, describe, expect, it } from 'vitest'
import type { ApprovalId, ApprovalRequest } from '#shared/domain/approval.ts'
import type { Hash, Hex } from '#shared/domain/bytes.ts'
import type { ReplyAddress } from '#shared/domain/site.ts'
import { rao } from '#shared/domain/units.ts'
import { random } from '../../../test/build/room.ts'
import { aMessageRequest, B, DAPP } from '../../../test/build/site-requests.ts'
import { aMachine, aStore } from '../../../test/build/store.ts'
import type { Machine } from '../../../test/fakes/machine.ts'
import { type Approvals, createApprovals } from './approvals.ts'

const TEN_MINUTES = 10 * 60_000
const SIGNATURE = `0x${'ab'.repeat(64)}` as Hex
const reply = (n: number): ReplyAddress => ({
  tabId: n,
  documentId: `D${n}`,
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
})
const connect = (...replies: readonly ReplyAddress[]): ApprovalRequest => ({
  kind: 'connect',
  origin: DAPP,
  replies: [...replies],
  claimed: '',
})
const message = (...replies: readonly ReplyAddress[]): ApprovalRequest => ({ ...aMessageRequest(), replies })
const own: ApprovalRequest = {
  kind: 'proposal',
  proposal: {
    account: B,
    genesis: `0x${'01'.repeat(32)}` as Hash,
    spec: 424,
    txVersion: 1,
    call: '0x00' as Hex,
    tip: rao(0n),
    era: 64,
    requester: { kind: 'wallet' },
    checksMetadata: true,
  },
}

let machine: Machine
let approvals: Approvals
let wakes: number[]
let told: number
const start = (): void => {
  const { store, parts } = aStore(machine)
  approvals = createApprovals({
    store,
    withLock: parts.withLock,
    clock: machine.now,
    random,
    wakeAt: (when) => wakes.push(when),
  })
  approvals.onChange(() => {
    told += 1
  })
}
beforeEach(() => {
  machine = aMachine()
  wakes = []
  told = 0
  start()
})
const ask = async (request: ApprovalRequest): Promise<ApprovalId> =>
  (await approvals.ask(request, 'finney')).id
const stateOf = async (id: ApprovalId) => (await approvals.get(id)).state
const repliesOf = async (id: ApprovalId) => {
  const { request } = await approvals.get(id)
  return request.kind === 'proposal' ? [] : request.replies.map(({ tabId }) => tabId)
}

describe('what is asked', () => {
  it('waits under a number of its own for ten minutes, and the worker is woken when they are over', async () => {
    const first = await approvals.ask(message(reply(1)), 'test')
    const second = await approvals.ask(message(reply(1)), 'test')
    expect(first).toMatchObject({ network: 'test', state: { kind: 'pending' } })
    expect(first.expiresAt - first.askedAt).toBe(TEN_MINUTES)
    expect(first.id).not.toBe(second.id)
    expect(wakes).toEqual([first.expiresAt, second.expiresAt])
  })
  it('is there for the next worker, and is told of', async () => {
    const id = await ask(message(reply(1)))
    start()
    expect(await stateOf(id)).toEqual({ kind: 'pending' })
    await ask(own)
    expect(told).toBeGreaterThan(0)
  })
  it('is not stored where it may not be asked, judged by all that is there', async () => {
    await ask(message(reply(1)))
    const refuse = (all: readonly unknown[]): void => {
      if (all.length > 0) throw new Error('one waits')
    }
    await expect(approvals.ask(own, 'finney', refuse)).rejects.toThrow('one waits')
    expect(await approvals.list()).toHaveLength(1)
  })
  it('that nobody knows is not found', async () => {
    await expect(approvals.get('ff'.repeat(16) as ApprovalId)).rejects.toMatchObject({
      code: 'not-found',
      details: { kind: 'approval' },
    })
  })
})

describe('a decision', () => {
  it('is made once: what is decided stays as it was decided', async () => {
    const id = await ask(message(reply(1)))
    await approvals.settle(id, { kind: 'answered', signature: SIGNATURE, at: 1 })
    const after = await approvals.settle(id, { kind: 'rejected', why: 'user' })
    expect(after.state).toMatchObject({ kind: 'answered', signature: SIGNATURE })
  })
  it('is made by one at a time, for each request by itself', async () => {
    const [one, other] = [await ask(message(reply(1))), await ask(message(reply(2)))]
    const order: string[] = []
    let release = (): void => {}
    const first = approvals.alone(one, async () => {
      await new Promise<void>((done) => {
        release = done
      })
      order.push('first')
    })
    const second = approvals.alone(one, async () => void order.push('second'))
    await approvals.alone(other, async () => void order.push('other'))
    release()
    await Promise.all([first, second])
    expect(order).toEqual(['other', 'first', 'second'])
  })
  it.each(['lock', 'switch'] as const)('by a %s takes back the wallet’s own, and no site’s', async (why) => {
    const [mine, site, asking] = [await ask(own), await ask(message(reply(1))), await ask(connect(reply(2)))]
    await approvals.rejectOwn(why)
    expect(await stateOf(mine)).toEqual({ kind: 'rejected', why })
    expect([await stateOf(site), await stateOf(asking)]).toEqual([{ kind: 'pending' }, { kind: 'pending' }])
  })
  it('is made of what waits alone', async () => {
    const [done, waits] = [await ask(message(reply(1))), await ask(message(reply(2)))]
    await approvals.settle(done, { kind: 'answered', signature: SIGNATURE, at: 1 })
    await approvals.reject(() => true, 'closed')
    expect(await stateOf(done)).toMatchObject({ kind: 'answered' })
    expect(await stateOf(waits)).toEqual({ kind: 'rejected', why: 'closed' })
  })
  it('is made by time: what waited ten minutes expires, and the worker is woken for the next', async () => {
    const early = await ask(message(reply(1)))
    machine.pass(60_000)
    const late = await approvals.ask(message(reply(2)), 'finney')
    machine.pass(TEN_MINUTES - 62_000)
    await approvals.expire()
    expect(await stateOf(early)).toEqual({ kind: 'pending' })
    machine.pass(2_000)
    wakes = []
    await approvals.expire()
    expect(await stateOf(early)).toEqual({ kind: 'rejected', why: 'expired' })
    expect(await stateOf(late.id)).toEqual({ kind: 'pending' })
    expect(wakes).toEqual([late.expiresAt])
  })
})

describe('a document', () => {
  it('joins those that wait for the same connection, once', async () => {
    const id = await ask(connect(reply(1)))
    expect(await approvals.join(id, reply(2))).toBe(true)
    expect(await approvals.join(id, reply(2))).toBe(true)
    expect(await repliesOf(id)).toEqual([1, 2])
  })
  it('does not join what is decided, nor what is to be signed', async () => {
    const [done, sign] = [await ask(connect(reply(1))), await ask(message(reply(1)))]
    await approvals.settle(done, { kind: 'connected' })
    expect(await approvals.join(done, reply(2))).toBe(false)
    await approvals.join(sign, reply(2))
    expect([await repliesOf(done), await repliesOf(sign)]).toEqual([[1], [1]])
  })
  it('is taken off by what it is, and by what it waits for', async () => {
    const [one, two] = [await ask(connect(reply(1), reply(2))), await ask(message(reply(1)))]
    await approvals.forgetReplies(({ tabId }, { id }) => tabId === 1 && id === one)
    expect([await repliesOf(one), await repliesOf(two)]).toEqual([[2], [1]])
  })
})

describe('a signature', () => {
  it('that nobody will hear is thrown away, and with it who was to hear it', async () => {
    const id = await ask(message(reply(1)))
    await approvals.settle(id, { kind: 'answered', signature: SIGNATURE, at: 1 })
    await approvals.discard((each) => each.id === id)
    expect(await stateOf(id)).toEqual({ kind: 'undelivered' })
    expect(await repliesOf(id)).toEqual([])
    expect(JSON.stringify([...machine.session.values()])).not.toContain(SIGNATURE.slice(2))
  })
  it('that was heard, and a request that waits, are not', async () => {
    const [heard, waits] = [await ask(message(reply(1))), await ask(message(reply(2)))]
    await approvals.settle(heard, { kind: 'answered', signature: SIGNATURE, at: 1 })
    await approvals.forgetReplies(({ tabId }) => tabId === 1)
    await approvals.discard(() => true)
    expect(await stateOf(heard)).toMatchObject({ kind: 'answered' })
    expect(await stateOf(waits)).toEqual({ kind: 'pending' })
  })
  it('that is owed to a page stays, however much was decided since; of the rest the newest 32 stay', async () => {
    const owed = await ask(message(reply(1)))
    await approvals.settle(owed, { kind: 'answered', signature: SIGNATURE, at: 1 })
    const waits = await ask(message(reply(2)))
    const done: ApprovalId[] = []
    for (let n = 0; n < 40; n += 1) {
      done.push(await ask(own))
      await approvals.settle(done.at(-1) ?? owed, { kind: 'rejected', why: 'user' })
    }
    const left = (await approvals.list()).map(({ id }) => id)
    expect(left).toEqual([owed, waits, ...done.slice(-32)])
  })
})
