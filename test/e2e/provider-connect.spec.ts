/** Connecting, and the accounts a page sees: the build that ships, real pages, a person's presses. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  agreeButton,
  agreeIn,
  approvalWindow,
  call,
  countWindows,
  forgetSite,
  type Injected,
  openSite,
  pressToLeave,
  rejectIn,
  unlockIn,
} from './pages/site.ts'
import { addAccount, atHome, button, PASSWORD, unlock } from './pages/wallet.ts'
import { type SiteServer, startSites } from './site-server.ts'
import { startWallet, type WalletOnDevnet } from './wallet-on-devnet.ts'

const REJECTED = {
  ok: false,
  isError: true,
  message: 'Connection request was rejected by the user.',
  code: 4001,
}

describe('a page that connects', () => {
  let wallet: WalletOnDevnet
  let sites: SiteServer
  let page: Page
  beforeAll(async () => {
    sites = await startSites()
    wallet = await startWallet({ fund: 0n })
    await addAccount(wallet.page, 'Second coldkey')
    page = await openSite(wallet.extension.context, sites.origin)
  })
  afterAll(async () => {
    await wallet?.close()
    await sites?.close()
  })
  const window = () => approvalWindow(wallet.extension.context)
  const windows = () => countWindows(wallet.extension.context)
  const mine = () => ({ address: wallet.address, genesisHash: null, name: 'Main coldkey', type: 'sr25519' })
  const notEnabled = () => ({
    ok: false,
    isError: true,
    message: `The source ${sites.origin} has not been enabled yet`,
    code: 4100,
  })

  it('8.3-24 hears of a rejection as an Error, and may ask again', async () => {
    const asked = call(page, 'enable')
    await rejectIn(await window())
    expect(await asked).toEqual(REJECTED)
    await expect.poll(windows).toBe(0)
  })

  it('8.3-25 hears of a closed window within a second, and that nothing was kept', async () => {
    const asked = call(page, 'enable')
    const shown = await window()
    await unlockIn(shown)
    await shown.close()
    const before = Date.now()
    expect(await asked).toEqual({
      ...REJECTED,
      message: 'Connection request was cancelled by the user.',
    })
    expect(Date.now() - before).toBeLessThan(1000)
  })

  it('shares one window and one outcome among all its calls, of several tabs too', async () => {
    const [first, second, other] = [
      call(page, 'enable'),
      call(page, 'enable'),
      openSite(wallet.extension.context, sites.origin).then(async (tab) => ({
        tab,
        heard: await call(tab, 'enable'),
      })),
    ]
    await window()
    await expect.poll(() => sites.requests.filter((each) => each === 'GET /').length).toBe(2)
    await page.waitForTimeout(300)
    expect(windows()).toBe(1)
    const shown = await window()
    const agree = agreeButton(shown)
    await unlockIn(shown)
    await shown.getByLabel('Main coldkey').uncheck()
    // None ticked: nothing to agree to.
    await page.waitForTimeout(1000)
    expect(await agree.getAttribute('aria-disabled')).toBe('true')
    await shown.getByLabel('Main coldkey').check()
    await agreeIn(shown)
    const keys = { ok: true, value: ['accounts', 'metadata', 'signer'] }
    const { tab, heard } = await other
    expect([await first, await second, heard]).toEqual([keys, keys, keys])
    await tab.close()
    await expect.poll(windows).toBe(0)
  })

  it('8.3-23 sees exactly the accounts that were ticked', async () => {
    expect(await call(page, 'accounts.get')).toEqual({ ok: true, value: [mine()] })
    expect(await call(page, 'accounts.get', true)).toEqual({ ok: true, value: [mine()] })
    expect(await call(page, 'accounts.get', { ss58Format: 0 })).toEqual({ ok: true, value: [mine()] })
  })

  it('8.1-6 8.1-7 gets plain objects whose functions need no this', async () => {
    const seen = await page.evaluate(async () => {
      const { enable } = (globalThis as unknown as Kept).injectedWeb3.taokey
      const injected = await enable('x')
      const { get, subscribe } = injected.accounts
      const stop: unknown = subscribe(() => undefined)
      const { signer } = { ...injected }
      return {
        keys: Object.keys(injected),
        missing: ['then', 'entries', 'name', 'version', 'provider'].filter((name) => name in injected),
        signer: Object.entries(signer).map(([name, each]) => `${name} ${typeof each}`),
        accounts: (await get()).length,
        stop: typeof stop,
        isPlain: Object.getPrototypeOf(injected) === Object.prototype,
      }
    })
    expect(seen).toEqual({
      keys: ['accounts', 'metadata', 'signer'],
      missing: [],
      signer: ['signPayload function', 'signRaw function'],
      accounts: 1,
      stop: 'function',
      isPlain: true,
    })
  })

  it('8.3-29 8.3-33 tells a subscriber once, later, and whatever another does', async () => {
    const heard = await page.evaluate(async () => {
      const kept = globalThis as unknown as Kept
      const { subscribe } = kept.wallet.accounts
      const order: string[] = []
      kept.lists = []
      kept.unhandled = []
      addEventListener('unhandledrejection', ({ reason }) => kept.unhandled.push(String(reason)))
      addEventListener('error', ({ message }) => kept.unhandled.push(message))
      subscribe(() => {
        throw new Error('of the page')
      })
      subscribe(() => Promise.reject(new Error('of the page')))
      const stop = subscribe((list) => {
        order.push('told')
        kept.lists.push(list)
      })
      order.push(typeof stop)
      while (kept.lists.length === 0) await new Promise((done) => setTimeout(done, 20))
      // Long enough for a second time.
      await new Promise((done) => setTimeout(done, 500))
      return { order, lists: kept.lists.length, unhandled: kept.unhandled }
    })
    expect(heard).toEqual({ order: ['function', 'told'], lists: 1, unhandled: [] })
  })

  it('8.3-32 gets a copy that is its own', async () => {
    const again = await page.evaluate(async () => {
      const { get } = (globalThis as unknown as Kept).wallet.accounts
      const list = await get()
      Object.assign(list[0] ?? {}, { address: 'changed' })
      list.pop()
      return get()
    })
    expect(again).toEqual([mine()])
  })

  it('8.3-36 gives no metadata to the wallet, and hears of the network it is on', async () => {
    expect(await call(page, 'metadata.provide', { genesisHash: '0x00', types: {} })).toEqual({
      ok: true,
      value: false,
    })
    expect(await call(page, 'metadata.get')).toEqual({
      ok: true,
      value: [{ genesisHash: wallet.node.genesis, specVersion: 424 }],
    })
    expect(windows()).toBe(0)
  })

  it('8.3-27 is served while the wallet is locked, without a window', async () => {
    await button(wallet.page, 'Lock').click()
    await wallet.page.getByText('Taokey is locked').waitFor()
    expect(await call(page, 'enable')).toMatchObject({ ok: true })
    expect(await call(page, 'accounts.get')).toEqual({ ok: true, value: [mine()] })
    const told = await page.evaluate(
      () =>
        new Promise((done) => {
          ;(globalThis as unknown as Kept).wallet.accounts.subscribe(done)
        }),
    )
    expect(told).toEqual([mine()])
    expect(windows()).toBe(0)
    await unlock(wallet.page, PASSWORD)
    await atHome(wallet.page)
  })

  it('8.3-30 is told within a second that it sees nothing more, and what it asked is turned away', async () => {
    const data = { address: wallet.address, data: 'hello', type: 'bytes' }
    const asked = call(page, 'signer.signRaw', data)
    await unlockIn(await window())
    await forgetSite(wallet.page, sites.origin)
    await expect
      .poll(() => page.evaluate(() => (globalThis as unknown as Kept).lists), { timeout: 1000 })
      .toHaveLength(2)
    expect(await page.evaluate(() => (globalThis as unknown as Kept).lists.at(-1))).toEqual([])
    expect(await asked).toEqual(notEnabled())
    expect(await call(page, 'accounts.get')).toEqual(notEnabled())
    expect(await call(page, 'signer.signRaw', data)).toEqual(notEnabled())
    await pressToLeave(button(await window(), 'Close'))
    await expect.poll(windows).toBe(0)
  })

  it('8.3-28 asks nobody any more after three rejections', async () => {
    for (let times = 0; times < 3; times += 1) {
      const asked = call(page, 'enable')
      await rejectIn(await window())
      expect(await asked).toEqual(REJECTED)
      await expect.poll(windows).toBe(0)
    }
    expect(await call(page, 'enable')).toEqual(REJECTED)
    expect(windows()).toBe(0)
  })

  it('blocked once, is turned away from then on', async () => {
    const other = await openSite(wallet.extension.context, sites.other)
    const asked = call(other, 'enable')
    const shown = await window()
    await unlockIn(shown)
    await button(shown, 'Block this site').click()
    const blocked = {
      ok: false,
      isError: true,
      message: `The source ${sites.other} is not allowed to interact with this extension`,
      code: 4100,
    }
    expect(await asked).toEqual(blocked)
    await expect.poll(windows).toBe(0)
    expect(await call(other, 'enable')).toEqual(blocked)
    expect(windows()).toBe(0)
  })
})

/** The wallet in the page, and what the tests leave there. */
interface Kept {
  readonly injectedWeb3: { readonly taokey: { enable(name: string): Promise<Injected> } }
  readonly wallet: Injected
  lists: object[][]
  unhandled: string[]
}
