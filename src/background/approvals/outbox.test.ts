import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Approval } from '#shared/domain/approval.ts'
import { aSiteBench, type SiteBench } from '../../../test/build/site-bench.ts'
import { B } from '../../../test/build/site-requests.ts'

const SECOND = 1000
const CANCELLED = { message: 'Cancelled', code: 4001 }
const EXPIRED = { message: 'Request expired', code: 4001 }

let bench: SiteBench
beforeEach(() => {
  bench = aSiteBench()
})
afterEach(() => {
  bench.machine.end()
  expect(bench.bugs).toEqual([])
})

/** A connected page with one message that waits, and what it hears in the end. */
const asking = async (options?: Parameters<SiteBench['page']>[0]) => {
  const page = await bench.connected(options)
  const outcome = page.wallet.signer.signRaw({ address: B, data: 'hello' }).catch((cause: unknown) => cause)
  const request = (await bench.waiting(1))[0] ?? fails()
  return { page, request, outcome }
}
/** Another document takes its place, and the worker has heard of it. */
const gone = async (page: { leave(): void }): Promise<void> => {
  page.leave()
  await new Promise((done) => setTimeout(done, 0))
}
const stateOf = async ({ id }: Approval): Promise<unknown> =>
  (await bench.all()).find((each) => each.id === id)?.state
/** What is owed to pages. */
const owed = async () =>
  (await bench.all()).filter(({ request }) => request.kind === 'message' && request.replies.length > 0)
const signed = { id: 1, signature: `0x${'ab'.repeat(64)}` }

describe('an answer', () => {
  it('is given to the page that asked, which takes it off the list', async () => {
    const { request, outcome } = await asking()
    await bench.sign(request.id)
    expect(await outcome).toEqual(signed)
    await expect.poll(owed).toEqual([])
  })
  it('reaches no other document, of the same tab or the same site', async () => {
    const { page, request, outcome } = await asking()
    await gone(page)
    const next = bench.page({ tabId: page.tabId, documentId: 'D-next' })
    const beside = bench.page({ tabId: 8 })
    await next.enable()
    await beside.enable()
    await bench.sign(request.id)
    await new Promise((done) => setTimeout(done, 50))
    for (const each of [next, beside]) expect(JSON.stringify(each.heard)).not.toContain('signature')
    expect(await Promise.race([outcome, Promise.resolve('nothing')])).toBe('nothing')
  })
  it.each(['before', 'after'] as const)(
    '8.6-74 is heard once when the worker dies right %s it was stored',
    async (when) => {
      const { request, outcome, page } = await asking()
      bench.start({ step: 'session: approvals', when })
      // The page finds its way to this worker and is told that it still waits.
      await bench.waiting(1)
      void bench.sign(request.id)
      await new Promise((done) => setTimeout(done, 30))
      const { state } = (await bench.all()).find(({ id }) => id === request.id) ?? fails()
      expect(state.kind).toBe(when === 'before' ? 'pending' : 'answered')
      if (when === 'before') await bench.sign(request.id)
      expect(await outcome).toEqual(signed)
      expect(page.heard.filter((each) => JSON.stringify(each).includes('signature'))).toHaveLength(1)
      await expect.poll(owed).toEqual([])
    },
  )
  it('that nobody knows of has expired', async () => {
    const { page } = await asking()
    const port = bench.machine.runtime.connect('site', {
      id: 'abcdefghijklmnopabcdefghijklmnop',
      origin: page.origin,
      frameId: 0,
      documentId: 'D-other',
      documentLifecycle: 'active',
      tab: { id: 9 },
    } as never)
    const heard: unknown[] = []
    port.onMessage((message) => heard.push(message))
    const id = crypto.randomUUID()
    port.post({ kind: 'resume', ids: [id] })
    await expect.poll(() => heard).toEqual([{ kind: 'answer', id, answer: { ok: false, error: EXPIRED } }])
  })
})

describe('a request whose page is gone', () => {
  it('8.6-70 is taken back when its tab is closed', async () => {
    const { request, page } = await asking()
    await gone(page)
    bench.machine.desk.closeTab(page.tabId)
    await expect.poll(() => stateOf(request)).toEqual({ kind: 'rejected', why: 'gone' })
  })
  it('8.6-72 is taken back when it goes into the cache, and cancelled when it comes back', async () => {
    const { request, page, outcome } = await asking()
    page.hide()
    expect(await outcome).toMatchObject(CANCELLED)
    await expect.poll(() => stateOf(request)).toEqual({ kind: 'rejected', why: 'gone' })
    page.show()
    // As before: connected, and served.
    expect(await page.wallet.accounts.get()).toHaveLength(1)
    expect(await bench.waiting(0)).toEqual([])
  })
  it('is taken back when its line was silent for half a minute, of this worker', async () => {
    const { request, page } = await asking()
    await gone(page)
    bench.machine.pass(29 * SECOND)
    expect(await bench.waiting(1)).toHaveLength(1)
    bench.machine.pass(2 * SECOND)
    await expect.poll(() => stateOf(request)).toEqual({ kind: 'rejected', why: 'gone' })
  })
  it('is taken back when it asks no new worker for it within half a minute', async () => {
    const { request, page } = await asking()
    await gone(page)
    bench.start()
    await bench.waiting(1)
    bench.machine.pass(29 * SECOND)
    expect(await bench.waiting(1)).toHaveLength(1)
    bench.machine.pass(2 * SECOND)
    await expect.poll(() => stateOf(request)).toEqual({ kind: 'rejected', why: 'gone' })
  })
  it('stays while another page waits for the same', async () => {
    const one = bench.page()
    const other = bench.page({ tabId: 8 })
    void one.enable().catch(() => undefined)
    await bench.waiting(1)
    const outcome = other.enable()
    await expect.poll(async () => (await bench.waiting(1))[0]?.request).toMatchObject({ replies: [{}, {}] })
    one.leave()
    bench.machine.desk.closeTab(one.tabId)
    await expect
      .poll(async () => (await bench.waiting(1))[0]?.request)
      .toMatchObject({ replies: [{ tabId: 8 }] })
    const [request] = await bench.waiting(1)
    if (request !== undefined) await bench.connect(request.id)
    expect(Object.keys(await outcome)).toHaveLength(3)
  })
})

describe('a signature that nobody takes', () => {
  it('8.6-74 is thrown away after a minute, and said to be', async () => {
    const { request, page } = await asking()
    await gone(page)
    await bench.sign(request.id)
    bench.machine.pass(59 * SECOND)
    expect(await stateOf(request)).toMatchObject({ kind: 'answered' })
    bench.machine.pass(2 * SECOND)
    await expect.poll(() => stateOf(request)).toEqual({ kind: 'undelivered' })
    expect(JSON.stringify([...bench.machine.session.values()])).not.toContain('abababab')
  })
  it('is thrown away at once when its tab is closed', async () => {
    const { request, page } = await asking()
    await gone(page)
    await bench.sign(request.id)
    bench.machine.desk.closeTab(page.tabId)
    await expect.poll(() => stateOf(request)).toEqual({ kind: 'undelivered' })
  })
})

describe('what waits', () => {
  it('has ten minutes, whatever becomes of the worker', async () => {
    const { request, outcome } = await asking()
    bench.start()
    await bench.waiting(1)
    bench.machine.pass(10 * 60 * SECOND)
    await expect.poll(() => stateOf(request)).toEqual({ kind: 'rejected', why: 'expired' })
    expect(await outcome).toMatchObject(EXPIRED)
  })
  it('8.6-83 lies in session storage, without a secret, and nothing of it in local', async () => {
    await asking()
    expect([...bench.machine.local.keys()]).toEqual(['schema', 'sites'])
    expect(JSON.stringify(bench.machine.session.get('approvals'))).toContain('0x68656c6c6f')
  })
})

function fails(): never {
  throw new Error('there is none')
}
