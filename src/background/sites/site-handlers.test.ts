/** What a site hears that is not connected, that connects, and that was blocked. */
import { describe, expect, it } from 'vitest'
import { ACCOUNTS, C, type SiteBench } from '../../../test/build/site-bench.ts'
import { benchForEach, fails, message, outcome } from '../../../test/build/site-outcomes.ts'
import { B, DAPP } from '../../../test/build/site-requests.ts'
import type { WebPage } from '../../../test/build/web-page.ts'

const BOB = { address: B, genesisHash: null, name: 'Bob', type: 'sr25519' }
const NOT_ENABLED = { code: 4100, message: `The source ${DAPP} has not been enabled yet` }

let bench: SiteBench
benchForEach((fresh) => {
  bench = fresh
})
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
