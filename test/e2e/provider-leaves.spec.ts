/** What becomes of a request when its page, the popup, or the whole extension goes away: the build that ships, in a real browser. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openActionPopup } from './pages/action-popup.ts'
import {
  agreeIn,
  approvalWindow,
  CANCELLED,
  call,
  connectSite,
  countWindows,
  type Heard,
  openSite,
  unlockIn,
  untilGone,
} from './pages/site.ts'
import { type SiteServer, startSites } from './site-server.ts'
import { startWallet, type WalletOnDevnet } from './wallet-on-devnet.ts'

/** Asks, goes elsewhere, and tells the server what it has heard once it is back as it was. */
const LEAVES = `<!doctype html><title>Leaves</title><script>
  let back
  const isBack = new Promise((done) => { back = done })
  addEventListener('pageshow', ({ persisted }) => { if (persisted) back() })
  async function ask(address) {
    const { signer, accounts } = await window.injectedWeb3.taokey.enable('A test')
    signer.signRaw({ address, data: 'asked and left', type: 'bytes' }).then(
      () => ({ message: 'signed' }),
      (cause) => cause,
    ).then(async ({ message, code }) => {
      await isBack
      const { length } = await accounts.get()
      await fetch('/told?' + new URLSearchParams({ message, code, accounts: length }))
    })
  }
</script>`
/** Goes back by itself after a while, which is how long the page before it lies in the cache. */
const AWAY = '<!doctype html><title>Away</title><script>setTimeout(() => history.back(), 2500)</script>'

describe('a request', () => {
  let wallet: WalletOnDevnet
  let sites: SiteServer
  let page: Page
  beforeAll(async () => {
    sites = await startSites()
    sites.put('/leaves', { body: LEAVES })
    sites.put('/away', { body: AWAY })
    sites.put('/told', { body: '' })
    // The driver switches the cache off; people have it.
    wallet = await startWallet({ fund: 0n, without: ['--disable-back-forward-cache'] })
    page = await openSite(wallet.extension.context, sites.origin)
    await connectSite(page)
  })
  afterAll(async () => {
    await wallet?.close()
    await sites?.close()
  })
  const window = () => approvalWindow(wallet.extension.context)
  const windows = () => countWindows(wallet.extension.context)
  const signRaw = (data: string) =>
    call(page, 'signer.signRaw', { address: wallet.address, data, type: 'bytes' })

  it('8.6-83 lies where no content script can read it, nor anything else of the wallet', async () => {
    const heard = signRaw('not to be read')
    const shown = await window()
    await shown.getByText('not to be read').first().waitFor()
    for (const area of ['session', 'local'])
      expect(await inRelay(page, `chrome.storage.${area}.get()`)).toBe(
        'Access to storage is not allowed from this context.',
      )
    // The same question, from where it may be asked: there is something to be read.
    expect(await wallet.page.evaluate(() => chrome.storage.session.get())).toHaveProperty('approvals')
    await agreeIn(shown)
    expect(await heard).toMatchObject({ ok: true })
    await untilGone(shown)
  })

  it('8.6-72 is taken back when its page goes into the cache, and cancelled when it comes back', async () => {
    const left = await openSite(wallet.extension.context, `${sites.origin}/leaves`)
    await left.evaluate((address) => (globalThis as unknown as Leaving).ask(address), wallet.address)
    const shown = await window()
    await shown.getByText('asked and left').first().waitFor()
    await left.evaluate(() => location.assign('/away'))
    await shown.getByText('The page is gone').first().waitFor()
    await untilGone(shown)
    // Asked of the very document that left: one that was loaded anew has nothing to tell.
    await expect
      .poll(() => sites.requests.filter((each) => each.startsWith('GET /told')), { timeout: 10_000 })
      .toEqual(['GET /told?message=Cancelled&code=4001&accounts=1'])
    expect(windows()).toBe(0)
    await left.close()
  })

  const reviewInPopup = async () => {
    const popup = await openActionPopup(wallet.extension)
    await expect.poll(popup.text).toContain('One request waits for your decision')
    await popup.press('Review')
    await expect.poll(popup.text).toContain('read in the popup')
    return popup
  }

  it('8.6-77 still waits when the toolbar’s popup that shows it is gone, and is there when it is opened again', async () => {
    const heard = signRaw('read in the popup')
    const shown = await window()
    await shown.getByText('read in the popup').first().waitFor()
    const popup = await reviewInPopup()
    // It goes as soon as anything else is looked at.
    await page.bringToFront()
    await page.mouse.click(10, 10)
    await expect.poll(popup.isThere).toBe(false)
    expect(await Promise.race([heard, page.waitForTimeout(500).then(() => 'waits')])).toBe('waits')
    expect(await badge(wallet)).toBe('1')
    const again = await reviewInPopup()
    await again.press('Reject')
    expect(await heard).toEqual(CANCELLED)
    await untilGone(shown)
    await expect.poll(() => badge(wallet)).toBe('')
  })

  it('8.6-75 is given up within ten seconds when the extension is loaded anew, and so is at once what is asked later', async () => {
    const heard = signRaw('never answered')
    const shown = await window()
    await unlockIn(shown)
    const gone = {
      ok: false,
      isError: true,
      message: 'Wallet was updated or disabled. Reload the page.',
      code: 4900,
    }
    const from = Date.now()
    const worker = await wallet.extension.worker()
    // It goes before it could answer.
    void worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined)
    expect(await heard).toEqual(gone)
    expect(Date.now() - from).toBeLessThan(10_000)
    const later = Date.now()
    const all: readonly Heard[] = await Promise.all([
      call(page, 'accounts.get'),
      signRaw('later'),
      call(page, 'enable'),
    ])
    expect(all).toEqual([gone, gone, gone])
    expect(Date.now() - later).toBeLessThan(1000)
  })
})

/** What a page of this test has. */
interface Leaving {
  ask(address: string): Promise<void>
}

async function badge({ extension }: WalletOnDevnet): Promise<string> {
  const worker = await extension.worker()
  return worker.evaluate(() => chrome.action.getBadgeText({}))
}

/** Runs that in the world of our own script beside the page; the message where it is refused. */
async function inRelay(page: Page, expression: string): Promise<unknown> {
  const session = await page.context().newCDPSession(page)
  try {
    const found = new Promise<number>((done) => {
      session.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
        if (origin.startsWith('chrome-extension://')) done(id)
      })
    })
    await session.send('Runtime.enable')
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `${expression}.then((all) => 'read: ' + Object.keys(all), ({ message }) => message)`,
      contextId: await found,
      awaitPromise: true,
      returnByValue: true,
    })
    return exceptionDetails?.text ?? result.value
  } finally {
    await session.detach()
  }
}
