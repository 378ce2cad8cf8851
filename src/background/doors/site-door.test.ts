import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FromRelay, ToRelay } from '#shared/protocol/site-contract.ts'
import { aSiteBench, type SiteBench } from '../../../test/build/site-bench.ts'
import { B } from '../../../test/build/site-requests.ts'
import { ID } from '../../../test/fakes/machine.ts'

let bench: SiteBench
beforeEach(() => {
  bench = aSiteBench()
})
afterEach(() => {
  bench.machine.end()
  expect(bench.bugs).toEqual([])
})

const FRONT = {
  id: ID,
  origin: 'https://dapp.example',
  frameId: 0,
  documentId: 'D7',
  documentLifecycle: 'active',
  tab: { id: 7 },
}
/** A relay that was taken over: it says whatever it likes. */
function aLine(sender: object = {}, name = 'site') {
  const port = bench.machine.runtime.connect(name, { ...FRONT, ...sender } as never)
  const heard: ToRelay[] = []
  port.onMessage((message) => heard.push(message as ToRelay))
  let ids = 0
  const ask = (method: string, input = 'null'): string => {
    ids += 1
    const id = `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`
    port.post({ kind: 'ask', id, method, input } satisfies FromRelay)
    return id
  }
  const answered = async (id: string): Promise<unknown> => {
    await expect.poll(() => heard.some((each) => 'id' in each && each.id === id)).toBe(true)
    const found = heard.find((each) => 'id' in each && each.id === id)
    return found?.kind === 'answer'
      ? found.answer.ok
        ? found.answer.value
        : found.answer.error
      : found?.kind
  }
  return { port, heard, ask, answered, say: (method: string, input?: string) => answered(ask(method, input)) }
}
const quiet = () => new Promise((done) => setTimeout(done, 30))

describe('the door for web pages', () => {
  it.each([
    'toString',
    '__proto__',
    'constructor',
    'pri(signing.approve)',
    'approvals.decide',
    'vault.read',
    'resume',
    '',
  ])('8.6-84 knows no method %j', async (method) => {
    expect(await aLine().say(method)).toEqual({ code: 4200, message: 'Unsupported method' })
  })
  it.each([
    [{ origin: 'null' }],
    [{ frameId: 3 }],
    [{ documentLifecycle: 'prerender' }],
    [{ origin: 'http://192.168.1.5' }],
    [{ id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
  ])('8.2-15 tells a document that cannot use the wallet so, whatever it asks: %j', async (sender) => {
    const { say, port, heard } = aLine(sender)
    const error = { code: 4100, message: 'This kind of document cannot use the wallet' }
    for (const method of ['enable', 'accounts.get', 'signRaw', 'no method'])
      expect(await say(method)).toEqual(error)
    const before = heard.length
    port.post({ kind: 'resume', ids: [] })
    port.post({ kind: 'bye' })
    await quiet()
    expect(heard).toHaveLength(before)
    expect(bench.machine.desk.opened()).toBe(0)
  })
  it.each(['wallet', 'approve', 'bridge', 'Site'])(
    '8.2-20 is not opened by a page whose port is named %s, nor is another',
    async (name) => {
      const { ask, heard } = aLine({}, name)
      ask('enable')
      await quiet()
      expect(heard).toEqual([])
      expect(await bench.all()).toEqual([])
    },
  )
  it.each([
    ['enable', 'name'],
    ['accounts.get', 'anyType'],
    ['accounts.subscribe', 'callback'],
    ['accounts.unsubscribe', 'callback'],
    ['metadata.get', 'metadata'],
    ['metadata.provide', 'metadata'],
    ['signPayload', 'payload'],
    ['signRaw', 'data'],
  ])('8.6-79 refuses of %s what is no JSON, or too long, before it is read', async (method, field) => {
    const { say } = aLine()
    const error = { code: -32602, message: `Invalid request: ${field}` }
    expect(await say(method, '{')).toEqual(error)
    expect(await say(method, `"${'x'.repeat(600 * 1024)}"`)).toEqual(error)
    expect(bench.machine.desk.opened()).toBe(0)
  })
  it('reads 32 requests of a document at a time, and turns away those beyond', async () => {
    const { ask, answered } = aLine()
    const ids = Array.from({ length: 40 }, () => ask('accounts.get'))
    const answers = await Promise.all(ids.map(answered))
    const busy = answers.filter((each) => (each as { code: number }).code === -32005)
    expect(busy).toEqual(
      Array.from({ length: 8 }, () => ({ code: -32005, message: 'Too many pending requests' })),
    )
    // Which leaves room again.
    expect(await answered(ask('accounts.get'))).toMatchObject({ code: 4100 })
  })
  it('asks a person once for what a relay asks twice, of this worker or the next', async () => {
    const { port, ask, heard, answered } = aLine()
    const id = ask('enable', '"x"')
    port.post({ kind: 'ask', id, method: 'enable', input: '"x"' } satisfies FromRelay)
    expect(await answered(id)).toBe('taken')
    port.post({ kind: 'ask', id, method: 'enable', input: '"x"' } satisfies FromRelay)
    await expect.poll(() => heard.length).toBeGreaterThan(1)
    bench.start()
    const next = aLine()
    next.port.post({ kind: 'ask', id, method: 'enable', input: '"x"' } satisfies FromRelay)
    expect(await next.answered(id)).toBe('taken')
    const [request] = await bench.waiting(1)
    expect(request?.request).toMatchObject({ replies: [{ id }] })
    expect(bench.machine.desk.opened()).toBe(1)
  })
  it('asks a person once to sign what a relay asks twice in one breath', async () => {
    await bench.connected()
    const { port, ask, answered } = aLine()
    const input = JSON.stringify({ address: B, data: 'hello' })
    const id = ask('signRaw', input)
    port.post({ kind: 'ask', id, method: 'signRaw', input } satisfies FromRelay)
    expect(await answered(id)).toBe('taken')
    await quiet()
    expect(await bench.waiting(1)).toHaveLength(1)
  })
  it('passes over what is no frame', async () => {
    const { port, heard } = aLine()
    for (const message of [null, 7, 'ask', {}, { kind: 'ask' }, { kind: 'resume', ids: 7 }])
      port.post(message)
    await quiet()
    expect(heard).toEqual([])
  })
  it('8.4-54 takes keys of a prototype for plain data', async () => {
    const { wallet } = await bench.connected()
    const polluted = JSON.parse(
      `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"address":"${B}","data":"hello","type":"bytes"}`,
    ) as object
    void wallet.signer.signRaw(polluted)
    const [request] = await bench.waiting(1)
    expect(request?.request).toMatchObject({ kind: 'message', message: { address: B, data: '0x68656c6c6f' } })
    expect('polluted' in {}).toBe(false)
  })
  it('says nothing of what went wrong inside', async () => {
    await bench.connected()
    bench.machine.local.set('sites', 'damaged')
    expect(await aLine().say('accounts.get')).toEqual({
      code: 4100,
      message: 'The source https://dapp.example has not been enabled yet',
    })
    bench.machine.faults.add('local-read')
    expect(await aLine().say('accounts.get')).toEqual({ code: -32602, message: 'Invalid request: request' })
    bench.machine.faults.delete('local-read')
    expect(bench.bugs.splice(0)).toMatchObject([expect.stringContaining('sites'), expect.anything()])
  })
})
