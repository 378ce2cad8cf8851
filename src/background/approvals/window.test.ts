import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aSiteBench, type SiteBench } from '../../../test/build/site-bench.ts'
import { B } from '../../../test/build/site-requests.ts'

const CANCELLED = { message: 'Cancelled', code: 4001 }

let bench: SiteBench
beforeEach(() => {
  bench = aSiteBench()
})
afterEach(() => {
  bench.machine.end()
  expect(bench.bugs).toEqual([])
})
const desk = () => bench.machine.desk
const windowId = (): number => [...desk().windows.keys()][0] ?? fails()
const asked = (work: Promise<unknown>) => work.catch((cause: unknown) => cause)
/** A connected page whose window is closed again. */
const connected = async () => {
  const page = await bench.connected()
  desk().closeWindow(windowId())
  await expect.poll(() => bench.machine.session.get('approvals.window')).toBeNull()
  const sign = (data: string) => asked(page.wallet.signer.signRaw({ address: B, data }))
  return { page, sign }
}

describe('the window of what sites ask', () => {
  it('8.6-77 is one for all that waits, with their number on the button, and is not opened again for what comes later', async () => {
    const { sign } = await connected()
    const before = desk().opened()
    void sign('one')
    await bench.waiting(1)
    await expect.poll(() => desk().windows.size).toBe(1)
    void sign('two')
    void asked(bench.page({ origin: 'https://other.example', tabId: 8 }).enable())
    await bench.waiting(3)
    await expect.poll(() => desk().badge()).toBe('3')
    expect(desk().opened()).toBe(before + 1)
    // It only asks to be looked at, once for each.
    expect(desk().asking).toEqual([windowId(), windowId()])
    expect([...desk().windows.values()]).toEqual([expect.stringContaining('approve')])
  })
  it('8.6-76 that is closed rejects everything it held', async () => {
    const { sign } = await connected()
    const all = [sign('one'), sign('two'), sign('three')]
    await bench.waiting(3)
    await expect.poll(() => desk().windows.size).toBe(1)
    bench.machine.pass(600)
    desk().closeWindow(windowId())
    for (const each of await Promise.all(all)) expect(each).toMatchObject(CANCELLED)
    await expect.poll(() => desk().badge()).toBe('')
  })
  it('8.3-25 that is closed at once rejects what it was opened for', async () => {
    const outcome = asked(bench.page().enable())
    await expect.poll(() => bench.machine.session.get('approvals.window')).toBeTypeOf('number')
    desk().closeWindow(windowId())
    expect(await outcome).toMatchObject({
      message: 'Connection request was cancelled by the user.',
      code: 4001,
    })
  })
  it('leaves what came in while it was closing to a window of its own', async () => {
    const { sign } = await connected()
    const first = sign('one')
    await expect.poll(() => bench.machine.session.get('approvals.window')).toBeTypeOf('number')
    bench.machine.pass(600)
    const late = sign('late')
    await bench.waiting(2)
    const closed = windowId()
    desk().closeWindow(closed)
    expect(await first).toMatchObject(CANCELLED)
    await expect.poll(() => desk().windows.size).toBe(1)
    expect(windowId()).not.toBe(closed)
    const [request] = await bench.waiting(1)
    if (request !== undefined) await bench.sign(request.id)
    expect(await late).toMatchObject({ signature: expect.any(String) as string })
  })
  it('8.6-76 that was closed while no worker lived has rejected what it held all the same', async () => {
    const { sign } = await connected()
    const outcome = sign('one')
    await expect.poll(() => bench.machine.session.get('approvals.window')).toBeTypeOf('number')
    bench.machine.end()
    desk().closeWindow(windowId())
    bench.machine.pass(600)
    bench.start()
    expect(await outcome).toMatchObject(CANCELLED)
    await expect.poll(() => desk().windows.size).toBe(0)
  })
  it('counts as a refusal of each site that asked to connect in it', async () => {
    const page = bench.page()
    for (let times = 0; times < 3; times += 1) {
      const outcome = asked(page.enable())
      await expect.poll(() => bench.machine.session.get('approvals.window')).toBeTypeOf('number')
      desk().closeWindow(windowId())
      expect(await outcome).toMatchObject({ message: 'Connection request was cancelled by the user.' })
    }
    expect(await asked(page.enable())).toMatchObject({
      message: 'Connection request was rejected by the user.',
    })
    expect(desk().opened()).toBe(3)
  })
  it('is the same for the next worker, and is known by its number', async () => {
    const { sign } = await connected()
    void sign('one')
    await expect.poll(() => bench.machine.session.get('approvals.window')).toBeTypeOf('number')
    const before = desk().opened()
    bench.start()
    await bench.waiting(1)
    expect(await bench.sites().siteWindow()).toBe(windowId())
    void sign('two')
    await bench.waiting(2)
    await expect.poll(() => desk().badge()).toBe('2')
    expect(desk().opened()).toBe(before)
  })
})

function fails(): never {
  throw new Error('there is none')
}
