import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finneyChain } from '../../../test/build/finney-chain.ts'
import { ACCOUNTS, aSiteBench, C, type SiteBench, type SiteChain } from '../../../test/build/site-bench.ts'
import { B, DAPP, P0 } from '../../../test/build/site-requests.ts'
import type { Injected, WebPage } from '../../../test/build/web-page.ts'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'
const NOBODY = '5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy'
const BOB = { address: B, genesisHash: null, name: 'Bob', type: 'sr25519' }
const NOT_ENABLED = { code: 4100, message: `The source ${DAPP} has not been enabled yet` }
const NOT_SHARED = { code: 4100, message: `The source ${DAPP} is not allowed to interact with this account.` }
const BUSY = { code: -32005, message: 'Too many pending requests' }
const message = (data = 'hello', address: string = B) => ({ address, data, type: 'bytes' })

let bench: SiteBench
beforeEach(() => {
  bench = aSiteBench()
})
afterEach(() => {
  bench.machine.end()
  expect(bench.bugs).toEqual([])
})
/** What a promise came to. */
const outcome = (asked: Promise<unknown>) =>
  asked.then(
    () => 'resolved',
    (cause: unknown) => cause,
  )
/** Everything the page's world was answered, by a method no provider offers. */
const answerTo = async (page: WebPage, method: string, input?: string): Promise<unknown> => {
  const before = page.heard.length
  page.raw(method, input)
  await expect.poll(() => page.heard.length).toBe(before + 1)
  return page.heard.at(-1)
}
const opened = () => bench.machine.desk.opened()

describe('a site that is not connected', () => {
  it.each(['accounts.get', 'metadata.get', 'metadata.provide', 'signPayload', 'signRaw'])(
    '8.2-16 hears of %s that it was not enabled, and opens no window',
    async (method) => {
      const page = bench.page()
      expect(await answerTo(page, method, '{}')).toMatchObject({ error: NOT_ENABLED })
      expect(opened()).toBe(0)
    },
  )
  it('sees no accounts when it subscribes', async () => {
    expect(await answerTo(bench.page(), 'accounts.subscribe')).toMatchObject({ value: '[]' })
  })
  it('8.2-16 is not the one that is connected at another port, host, or scheme', async () => {
    await bench.connected({ origin: 'https://dapp.example' })
    for (const [at, origin] of ['https://dapp.example:8443', 'https://a.dapp.example'].entries())
      expect(await answerTo(bench.page({ origin, tabId: 20 + at }), 'accounts.get')).toMatchObject({
        error: { code: 4100, message: `The source ${origin} has not been enabled yet` },
      })
    const plain = bench.page({ origin: 'http://dapp.example', tabId: 30 })
    expect(await answerTo(plain, 'accounts.get')).toMatchObject({
      error: { code: 4100, message: 'This kind of document cannot use the wallet' },
    })
  })
})

describe('connecting', () => {
  it('8.3-23 gives exactly the accounts that were chosen, as clients read them', async () => {
    const { wallet } = await bench.connected()
    expect(await wallet.accounts.get()).toEqual([BOB])
  })
  it('gives what is only watched to whoever asks for every kind, and says true and nothing else', async () => {
    const page = bench.page()
    const asked = page.enable()
    const [request] = await bench.waiting(1)
    if (request !== undefined) await bench.connect(request.id, [C, B])
    const { accounts } = await asked
    const charlie = { ...BOB, address: C, name: 'Charlie' }
    expect(await accounts.get(true)).toEqual([BOB, charlie])
    for (const any of [undefined, false, 1, 'true', { genesisHash: '0x' }])
      expect(await accounts.get(any)).toEqual([BOB])
  })
  it('gives names without controls and marks that turn text round, and no longer than 64', async () => {
    const { wallet } = await bench.connected()
    const [bob, ...rest] = ACCOUNTS
    if (bob !== undefined)
      bench.changeAccounts([{ ...bob, name: `A\u202eB\u0000${'c'.repeat(90)}` }, ...rest])
    const [seen] = (await wallet.accounts.get()) as readonly { name: string }[]
    expect(seen?.name).toMatch(/^A B c+…$/)
    expect(seen?.name).toHaveLength(64)
  })
  it('asks for it in one window, however often and from however many tabs', async () => {
    const [one, other] = [bench.page(), bench.page({ tabId: 8 })]
    const asked = [one.enable(), one.enable(), other.enable()]
    await expect
      .poll(async () => (await bench.waiting(1))[0]?.request)
      .toMatchObject({ replies: [{}, {}, {}] })
    expect(opened()).toBe(1)
    const [request] = await bench.waiting(1)
    if (request !== undefined) await bench.connect(request.id)
    for (const each of await Promise.all(asked)) expect(Object.keys(each)).toHaveLength(3)
    expect(await one.enable()).toBeDefined()
    expect(opened()).toBe(1)
  })
  it('8.2-21 shows the origin of the browser, and what the page calls itself as its claim alone', async () => {
    void bench.page({ origin: 'https://evil.example' }).enable(`${DAPP}\u202e${'x'.repeat(100)}`)
    const [request] = await bench.waiting(1)
    expect(request?.request).toMatchObject({ kind: 'connect', origin: 'https://evil.example' })
    const claimed = request?.request.kind === 'connect' ? request.request.claimed : ''
    expect(claimed).toMatch(/^https:\/\/dapp\.example x+…$/)
    expect(claimed).toHaveLength(64)
  })
  it.each([undefined, '', 7, {}])('takes %j for a name that is not given', async (name) => {
    void bench.page().enable(name)
    expect((await bench.waiting(1))[0]?.request).toMatchObject({ claimed: '' })
  })
  it('8.3-27 is not asked for again while the wallet is locked', async () => {
    const { wallet, enable } = await bench.connected()
    bench.lock()
    expect(Object.keys(await enable())).toHaveLength(3)
    expect(await wallet.accounts.get()).toEqual([BOB])
    expect(opened()).toBe(1)
  })
  it.each(['enable', 'accounts.get'] as const)(
    'makes a site one that was just there by %s',
    async (method) => {
      const { origin, wallet, enable } = await bench.connected()
      const usedAt = async () => {
        const site = await bench.sites().permissions.of(origin)
        return site?.kind === 'connected' ? site.used : fails()
      }
      const before = await usedAt()
      bench.machine.pass(10 * 60_000)
      await (method === 'enable' ? enable() : wallet.accounts.get())
      expect((await usedAt()) - before).toBeGreaterThanOrEqual(10 * 60_000)
    },
  )
  it('8.3-36 takes no metadata of a page, and names no network while no node answers', async () => {
    const { wallet } = await bench.connected()
    expect(await wallet.metadata.provide({ genesisHash: '0x00' })).toBe(false)
    expect(await wallet.metadata.get()).toEqual([])
  })
})

describe('a request to sign', () => {
  it.each([
    ['one that is only watched', C],
    ['one that it may not see', ALICE],
    ['one that is not in the wallet', NOBODY],
  ])('8.4-48 for %s is refused alike, without a window', async (_, address) => {
    const { wallet } = await bench.connected()
    expect(await outcome(wallet.signer.signRaw(message('hello', address)))).toMatchObject(NOT_SHARED)
    expect(await outcome(wallet.signer.signPayload({ ...P0, address }))).toMatchObject(NOT_SHARED)
    expect(await bench.waiting(0)).toEqual([])
    expect(opened()).toBe(1)
  })
  it('8.4-48 is refused in as many steps, and without asking the chain, for an account it may not see as for none', async () => {
    const asked: string[] = []
    const chain = new Proxy(finneyChain({} as never), {
      get: (target, name: keyof SiteChain) => {
        asked.push(name)
        return target[name]
      },
    })
    const watched = aSiteBench(chain)
    const { wallet } = await watched.connected()
    const stepsFor = async (address: string): Promise<readonly string[]> => {
      const before = watched.machine.done.length
      await outcome(wallet.signer.signRaw(message('hello', address)))
      await outcome(wallet.signer.signPayload({ ...P0, address }))
      return watched.machine.done.slice(before)
    }
    // What is still to be done of connecting is not of these.
    await stepsFor(NOBODY)
    const [unseen, none] = [await stepsFor(ALICE), await stepsFor(NOBODY)]
    expect(unseen.length).toBeGreaterThan(0)
    expect(unseen).toEqual(none)
    expect(asked).toEqual([])
    watched.machine.end()
  })
  it.each([
    ['no address', { data: 'x' }, 'address'],
    ['an Ethereum address', { address: `0x${'11'.repeat(20)}`, data: 'x' }, 'address'],
    ['no text', { address: B, data: 7 }, 'data'],
    ['another type', { address: B, data: 'x', type: 'tx' }, 'type'],
    ['a call beside it', { address: B, data: 'x', method: '0x00' }, 'method'],
    ['a chain beside it', { address: B, data: 'x', genesisHash: '0x00' }, 'genesisHash'],
    ['a life beside it', { address: B, data: 'x', era: '0x00' }, 'era'],
    ['more than 64 KiB', { address: B, data: `0x${'00'.repeat(64 * 1024 + 1)}` }, 'data'],
  ])('8.4-42 for a message with %s names the field', async (_, raw, field) => {
    const { wallet } = await bench.connected()
    expect(await outcome(wallet.signer.signRaw(raw))).toMatchObject({
      code: -32602,
      message: `Invalid request: ${field}`,
    })
  })
  it('8.4-50 for a transaction waits for no node that does not answer: its metadata is not there', async () => {
    const { wallet } = await bench.connected()
    expect(await outcome(wallet.signer.signPayload(P0))).toMatchObject({
      code: 4902,
      message: 'Metadata for spec 424 is not available',
    })
    expect(await outcome(wallet.signer.signPayload({ ...P0, data: 'Log in' }))).toMatchObject({
      code: -32602,
      message: 'Invalid request: data',
    })
  })
  it('8.6-78 is turned away when ten of its site wait, and no other site’s is', async () => {
    const one = await bench.connected()
    const other = await bench.connected({ origin: 'https://other.example', tabId: 8 })
    const ten = Array.from({ length: 10 }, (_, at) => one.wallet.signer.signRaw(message(`${at}`)))
    const settled = Promise.all(ten.map(outcome))
    await bench.waiting(10)
    expect(await outcome(one.wallet.signer.signRaw(message('11')))).toMatchObject(BUSY)
    void outcome(other.wallet.signer.signRaw(message()))
    const waiting = await bench.waiting(11)
    expect(opened()).toBe(1)
    for (const { id } of waiting) await bench.sign(id)
    expect(await settled).toEqual(Array.from({ length: 10 }, () => 'resolved'))
  })
  it('8.6-78 is turned away when what its site asked fills its part of the memory, and no other site’s is', async () => {
    const one = await bench.connected()
    const other = await bench.connected({ origin: 'https://other.example', tabId: 8 })
    const largest = message('x'.repeat(64 * 1024))
    for (let at = 0; at < 7; at += 1) void outcome(one.wallet.signer.signRaw(largest))
    await bench.waiting(7)
    expect(await outcome(one.wallet.signer.signRaw(largest))).toMatchObject(BUSY)
    void outcome(other.wallet.signer.signRaw(largest))
    await bench.waiting(8)
    // Its page went: nobody waits for them any more, and another of its pages finds room.
    one.leave()
    bench.machine.desk.closeTab(one.tabId)
    await bench.waiting(1)
    const again = await bench.page({ origin: one.origin, tabId: 9 }).enable()
    void outcome(again.signer.signRaw(largest))
    await bench.waiting(2)
  })
  it('8.6-78 is turned away when fifty wait in all', async () => {
    const wallets: Injected[] = []
    for (let site = 0; site < 6; site += 1) {
      const { wallet } = await bench.connected({ origin: `https://s${site}.example`, tabId: 40 + site })
      wallets.push(wallet)
    }
    for (const wallet of wallets.slice(0, 5))
      for (let at = 0; at < 10; at += 1) void outcome(wallet.signer.signRaw(message(`${at}`)))
    await bench.waiting(50)
    expect(await outcome((wallets[5] ?? fails()).signer.signRaw(message()))).toMatchObject(BUSY)
  })
})

describe('a site that was blocked', () => {
  it('hears so of everything, from then on', async () => {
    const { wallet, enable } = await bench.connected()
    const asked = outcome(wallet.signer.signRaw(message()))
    const [request] = await bench.waiting(1)
    if (request !== undefined) await bench.sites().connecting.block(request.id)
    const blocked = {
      code: 4100,
      message: `The source ${DAPP} is not allowed to interact with this extension`,
    }
    expect(await asked).toMatchObject(blocked)
    expect(await outcome(enable())).toMatchObject(blocked)
    expect(await outcome(wallet.accounts.get())).toMatchObject(blocked)
    expect(await outcome(wallet.signer.signRaw(message()))).toMatchObject(blocked)
  })
})

function fails(): never {
  throw new Error('there is none')
}
