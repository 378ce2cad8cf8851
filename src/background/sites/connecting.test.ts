import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Address } from '#shared/domain/address.ts'
import type { Approval, ApprovalId } from '#shared/domain/approval.ts'
import { aSiteBench, type SiteBench } from '../../../test/build/site-bench.ts'
import { B } from '../../../test/build/site-requests.ts'

const STRANGER = '5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy' as Address
const NOBODY = 'ff'.repeat(16) as ApprovalId

let bench: SiteBench
beforeEach(() => {
  bench = aSiteBench()
})
afterEach(() => {
  bench.machine.end()
  expect(bench.bugs).toEqual([])
})
/** A site that asks to connect, and what it hears in the end. */
const asking = async (): Promise<{ request: Approval; outcome: Promise<unknown> }> => {
  const outcome = bench
    .page()
    .enable()
    .then(Object.keys, (cause: unknown) => cause)
  const [request] = await bench.waiting(1)
  if (request === undefined) throw new Error('nothing waits')
  return { request, outcome }
}
const connecting = () => bench.sites().connecting
const REJECTED = { message: 'Connection request was rejected by the user.', code: 4001 }

describe('a person who decides on a site that asks to connect', () => {
  it.each([
    ['no accounts', []],
    ['an account that is not there', [B, STRANGER]],
  ])('cannot let it see %s', async (_, accounts) => {
    const { request } = await asking()
    await expect(bench.connect(request.id, accounts)).rejects.toMatchObject({
      code: 'stale',
      details: { moved: 'consent' },
    })
    expect(await bench.waiting(1)).toHaveLength(1)
    expect(
      await bench
        .sites()
        .permissions.of(request.request.kind === 'connect' ? request.request.origin : fails()),
    ).toBeUndefined()
  })
  it('unlocks first', async () => {
    const { request } = await asking()
    bench.lock()
    await expect(bench.connect(request.id)).rejects.toMatchObject({ code: 'locked' })
    expect(await bench.waiting(1)).toHaveLength(1)
  })
  it('lets it in once, however often it is pressed', async () => {
    const { request, outcome } = await asking()
    await Promise.all([bench.connect(request.id), bench.connect(request.id)])
    await bench.connect(request.id)
    expect(await outcome).toHaveLength(3)
  })
  it('decides on nothing that is not there, or no request to connect', async () => {
    await expect(bench.connect(NOBODY)).rejects.toMatchObject({ code: 'not-found' })
    await expect(connecting().reject(NOBODY)).rejects.toMatchObject({ code: 'not-found' })
    await expect(connecting().block(NOBODY)).rejects.toMatchObject({ code: 'not-found' })
    const { wallet } = await bench.connected()
    void wallet.signer.signRaw({ address: B, data: 'hello' })
    const [message] = await bench.waiting(1)
    if (message !== undefined)
      await expect(bench.connect(message.id)).rejects.toMatchObject({
        code: 'not-found',
        details: { kind: 'request to connect' },
      })
  })
  it('8.3-24 turns it away this once, and nothing is kept of it', async () => {
    const { request, outcome } = await asking()
    await connecting().reject(request.id)
    // A second press does nothing, and does not count.
    await connecting().reject(request.id)
    expect(await outcome).toMatchObject(REJECTED)
    expect(bench.machine.local.has('sites')).toBe(false)
    const again = await asking()
    expect(again.request.id).not.toBe(request.id)
    await expect(bench.connect(request.id)).rejects.toMatchObject({ code: expect.any(String) as string })
  })
  it('8.3-28 is not asked a fourth time, for ten minutes', async () => {
    for (let times = 0; times < 3; times += 1) {
      const { request, outcome } = await asking()
      await connecting().reject(request.id)
      expect(await outcome).toMatchObject(REJECTED)
    }
    const before = bench.machine.desk.opened()
    await expect(bench.page().enable()).rejects.toMatchObject(REJECTED)
    expect(await bench.waiting(0)).toEqual([])
    expect(bench.machine.desk.opened()).toBe(before)
    bench.machine.pass(10 * 60_000)
    await asking()
  })
  it('8.3-28 is asked as if for the first time by a site that was let in meanwhile', async () => {
    const reject = async () => {
      const { request, outcome } = await asking()
      await connecting().reject(request.id)
      expect(await outcome).toMatchObject(REJECTED)
    }
    await reject()
    await reject()
    const { origin } = await bench.connected()
    await bench.sites().permissions.forget(origin)
    await reject()
    await asking()
  })
  it('8.3-35 has ten minutes for it, whatever becomes of the worker', async () => {
    const { request, outcome } = await asking()
    bench.start()
    bench.machine.pass(10 * 60_000)
    expect(await outcome).toMatchObject({ message: 'Request expired', code: 4001 })
    await expect(bench.connect(request.id)).rejects.toMatchObject({ code: 'expired' })
  })
})

function fails(): never {
  throw new Error('there is none')
}
