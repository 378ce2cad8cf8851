/** The provider as real pages meet it: what they find, which of them do, and what else they could hear. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  agreeIn,
  approvalWindow,
  call,
  connectSite,
  countWindows,
  openSite,
  rejectIn,
  unlockIn,
} from './pages/site.ts'
import { SPY, spiedBy } from './pages/spy.ts'
import { type SiteServer, startSites } from './site-server.ts'
import { startWallet, type WalletOnDevnet } from './wallet-on-devnet.ts'

/** Keys that other wallets go by, which sites know. */
const TAKEN = [
  '@opentensor/bittensor-extension',
  'taostats',
  'wallet.tao.app',
  'taoxyz-wallet',
  'talisman',
  'subwallet-js',
  'polkadot-js',
]
describe('the provider', () => {
  let wallet: WalletOnDevnet
  let sites: SiteServer
  let context: BrowserContext
  beforeAll(async () => {
    sites = await startSites()
    wallet = await startWallet({ fund: 0n })
    context = wallet.extension.context
    sites.put('/spy', { body: SPY })
    sites.put('/strict', {
      body: '<!doctype html><title>Strict</title>',
      headers: { 'content-security-policy': "default-src 'none'" },
    })
    sites.put('/sandboxed', {
      body: '<!doctype html><title>Sandboxed</title>',
      headers: { 'content-security-policy': 'sandbox allow-scripts' },
    })
  })
  afterAll(async () => {
    await wallet?.close()
    await sites?.close()
  })
  const entryIn = (page: Page) =>
    page.evaluate(() => {
      const { injectedWeb3 } = globalThis as unknown as Found
      const entry = injectedWeb3?.['taokey']
      return {
        keys: Object.keys(injectedWeb3 ?? {}),
        entry: Object.keys(entry ?? {}),
        version: entry?.version ?? '',
      }
    })

  it('8.1-1 8.1-12 is there for the first script of a page, which hears nothing of what passes', async () => {
    const page = await openSite(context, `${sites.origin}/spy`)
    const before = await spiedBy(page)
    expect(before.atFirst).toEqual(['taokey'])
    expect(before.isTaken).toBe(false)
    // Its own two, and no answer to either.
    expect(before.asked.filter((each) => /^(stolen|dispatchEvent)/.test(each))).toHaveLength(2)
    expect(before.asked.filter((each) => each === 'heard taokey-offer')).toHaveLength(1)
    await connectSite(page)
    await call(page, 'accounts.get')
    const asked = call(page, 'signer.signRaw', { address: wallet.address, data: 'hello', type: 'bytes' })
    await agreeIn(await approvalWindow(context))
    expect(await asked).toMatchObject({ ok: true, value: { id: 1 } })
    const { heard } = await spiedBy(page)
    expect(heard).toEqual([])
    await page.close()
  })

  it('8.1-5 8.1-8 is two frozen things under a key of its own, beside what else there is', async () => {
    const page = await openSite(context, sites.origin)
    const { keys, entry, version } = await entryIn(page)
    expect(keys).toEqual(['taokey'])
    expect(TAKEN).not.toContain(keys[0])
    expect(new Set(entry)).toEqual(new Set(['enable', 'version']))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    const rest = await page.evaluate(() => {
      const here = globalThis as unknown as Found
      const { writable, enumerable, configurable } =
        Object.getOwnPropertyDescriptor(here, 'injectedWeb3') ?? ({} as PropertyDescriptor)
      const before = here.injectedWeb3
      here.injectedWeb3 = here.injectedWeb3 || {}
      return {
        descriptor: { writable, enumerable, configurable },
        isSame: before === here.injectedWeb3,
        isOpen: Object.isExtensible(before),
        isFrozen: Object.isFrozen(before?.['taokey']),
        hasConnect: 'connect' in (before?.['taokey'] ?? {}),
        others: Object.keys(window).filter((name) => /taokey|wallet/i.test(name)),
      }
    })
    expect(rest).toEqual({
      descriptor: { writable: true, enumerable: true, configurable: true },
      isSame: true,
      isOpen: true,
      isFrozen: true,
      hasConnect: false,
      others: [],
    })
    await page.close()
  })

  it.each([
    [
      'an object',
      'globalThis.injectedWeb3 = { other: 1 }; globalThis.first = globalThis.injectedWeb3',
      { other: 1 },
    ],
    ['a number', 'globalThis.injectedWeb3 = 5', 5],
    ['shut', 'Object.defineProperty(globalThis, "injectedWeb3", { value: Object.freeze({}) })', {}],
  ])('8.1-3 leaves what another wallet has put there before as it is: %s', async (_, script, stays) => {
    const page = await context.newPage()
    const thrown: string[] = []
    page.on('pageerror', ({ message }) => thrown.push(message))
    await page.addInitScript(script)
    await page.goto(sites.origin)
    const { first, found, hasOurs } = await page.evaluate(() => {
      const { injectedWeb3, first } = globalThis as unknown as Found
      const hasOurs = typeof injectedWeb3 === 'object' && 'taokey' in injectedWeb3
      const { taokey: _, ...found } = injectedWeb3 ?? {}
      return {
        first: first === undefined || first === injectedWeb3,
        found: typeof injectedWeb3 === 'object' ? found : injectedWeb3,
        hasOurs,
      }
    })
    expect({ first, found, hasOurs }).toEqual({
      first: true,
      found: stays,
      hasOurs: script.includes('other'),
    })
    expect(thrown).toEqual([])
    await page.close()
  })

  it('works in a page whose policy allows nothing', async () => {
    const page = await openSite(context, `${sites.origin}/strict`)
    expect((await entryIn(page)).keys).toEqual(['taokey'])
    expect(await call(page, 'enable')).toMatchObject({ ok: true })
    expect(await call(page, 'accounts.get')).toMatchObject({ ok: true, value: [{ address: wallet.address }] })
    await page.close()
  })

  it('8.2-13 is not there in frames, and hears nothing that they call up', async () => {
    sites.put('/frames', {
      body: `<!doctype html><iframe src="${sites.other}/spy"></iframe><iframe src="/"></iframe>
        <iframe sandbox="allow-scripts" src="/"></iframe><iframe srcdoc="<p>A frame</p>"></iframe>`,
    })
    const page = await openSite(context, `${sites.origin}/frames`)
    expect(await call(page, 'enable')).toMatchObject({ ok: true })
    const frames = page.frames().filter((frame) => frame !== page.mainFrame())
    expect(frames).toHaveLength(4)
    for (const frame of frames) expect(await frame.evaluate(() => 'injectedWeb3' in globalThis)).toBe(false)
    await frames[0]?.evaluate(() => {
      for (const data of [
        { id: 1, method: 'enable', input: '"x"' },
        { kind: 'ask', id: crypto.randomUUID(), method: 'accounts.get', input: 'null' },
      ])
        window.top?.postMessage(data, '*')
    })
    await page.waitForTimeout(300)
    expect(countWindows(context)).toBe(0)
    await page.close()
  })

  it('8.2-15 refuses a document whose policy puts it in a sandbox, whatever address it shows', async () => {
    const page = await openSite(context, `${sites.origin}/sandboxed`)
    expect(await page.evaluate(() => origin)).toBe('null')
    expect(await call(page, 'enable')).toEqual({
      ok: false,
      isError: true,
      message: 'This kind of document cannot use the wallet',
      code: 4100,
    })
    expect(countWindows(context)).toBe(0)
    await page.close()
  })

  it('8.2-16 8.2-17 is not there on another computer without TLS, nor in a file', async () => {
    await context.route(/^http:\/\/(192\.168\.1\.5|dapp\.example)\//, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Elsewhere</title>' }),
    )
    const folder = await mkdtemp(join(tmpdir(), 'taokey-file-'))
    await writeFile(join(folder, 'page.html'), '<!doctype html><title>A file</title>')
    const page = await context.newPage()
    for (const url of ['http://192.168.1.5/', 'http://dapp.example/', `file://${folder}/page.html`]) {
      await page.goto(url)
      expect(await page.evaluate(() => 'injectedWeb3' in globalThis)).toBe(false)
    }
    await page.close()
    await rm(folder, { recursive: true })
  })

  it('8.2-16 knows a site by scheme, host and port: what one may, its neighbour may not', async () => {
    const page = await openSite(context, sites.other)
    const asked = call(page, 'enable', sites.origin)
    const window = await approvalWindow(context)
    await unlockIn(window)
    expect(await window.locator('.say').innerText()).toBe(`${sites.other} wants to see your accounts`)
    expect(await window.locator('.review').innerText()).toContain(
      `It calls itself “${sites.origin}”. Anybody can write that`,
    )
    await rejectIn(window)
    expect(await asked).toMatchObject({ ok: false, code: 4001 })
    await page.close()
  })

  it('8.2-21 8.2-22 shows a name that looks like another in the letters of the network', async () => {
    await context.route(/^https:\/\/xn--/, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Not what it seems</title>' }),
    )
    await expect.poll(() => countWindows(context)).toBe(0)
    const page = await openSite(context, 'https://däpp.example/')
    const asked = call(page, 'enable', 'dapp.example')
    const window = await approvalWindow(context)
    await unlockIn(window)
    expect(await window.locator('.origin-name').innerText()).toBe('https://xn--dpp-qla.example')
    await wallet.picture('site-punycode', window)
    await rejectIn(window)
    expect(await asked).toMatchObject({ ok: false, code: 4001 })
    await page.close()
  })
})

interface Found {
  injectedWeb3?: Record<string, { readonly version: string }>
  readonly first?: unknown
}
