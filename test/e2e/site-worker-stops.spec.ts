/** The worker stopped by the browser at every stop of a site's journey: nothing is lost, and the page is answered once. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CliChain, connectCommandLine } from './command-line-chain.ts'
import {
  agreeButton,
  agreeIn,
  approvalWindow,
  call,
  countWindows,
  type Heard,
  openSite,
  openWindows,
  unlockIn,
} from './pages/site.ts'
import { addRoomClient } from './room-client.ts'
import { type SiteServer, startSites } from './site-server.ts'
import { BOB, startWallet, TAO, type WalletOnDevnet } from './wallet-on-devnet.ts'

/** In their order, as a page and a person pass them. What comes after a press comes within moments: so do the stops. */
const CONNECTING = [
  'before it asks to connect',
  '0 ms after it asks to connect',
  '30 ms after it asks to connect',
  'when the window asks',
  '0 ms after Connect',
  '20 ms after Connect',
  'when it is connected',
  'when it has its accounts',
]
const SIGNING = [
  '0 ms after it asks to sign',
  '30 ms after it asks to sign',
  'when the review is read',
  '0 ms after the agreement',
  '10 ms after the agreement',
  '30 ms after the agreement',
  '80 ms after the agreement',
  'when it has the signature',
]

describe('the worker, stopped', () => {
  let wallet: WalletOnDevnet
  let sites: SiteServer
  let chain: CliChain
  let page: Page
  /** How much this page has had signed. */
  let count = 0
  beforeAll(async () => {
    sites = await startSites()
    wallet = await startWallet()
    chain = await connectCommandLine(wallet.node.url)
    await addRoomClient(wallet.page)
    page = await openSite(wallet.extension.context, sites.origin)
  })
  afterAll(async () => {
    await chain?.close()
    await wallet?.close()
    await sites?.close()
  })

  /** Stops the worker where this test is told to. */
  const stopping = (at: string) => async (here: string) => {
    const [, ms, what] = /^(\d+) ms (after .+)$/.exec(at) ?? []
    if (what === here) await page.waitForTimeout(Number(ms))
    if (what === here || at === here) await wallet.extension.stopWorker()
  }
  const nothingWaits = async (): Promise<void> => {
    await expect.poll(() => countWindows(wallet.extension.context), { timeout: 10_000 }).toBe(0)
    await wallet.page.getByText(/waits? for your decision/).waitFor({ state: 'detached' })
  }

  it.each(CONNECTING)('%s, loses no request to connect, and answers it once', async (at) => {
    const stopAt = stopping(at)
    // Nothing to forget the first time.
    await wallet.page.evaluate((origin) => room.background.call['sites.forget']({ origin }), sites.origin)
    await stopAt('before it asks to connect')
    const enabled = call(page, 'enable', 'A test')
    await stopAt('after it asks to connect')
    await unlockIn(await approvalWindow(wallet.extension.context))
    await stopAt('when the window asks')
    await agreedTo(enabled, 'after Connect', stopAt)
    expect(await enabled).toEqual({ ok: true, value: ['accounts', 'metadata', 'signer'] })
    await stopAt('when it is connected')
    expect(await call(page, 'accounts.get')).toMatchObject({ ok: true, value: [{ address: wallet.address }] })
    await stopAt('when it has its accounts')
    expect(await call(page, 'enable')).toMatchObject({ ok: true })
    await nothingWaits()
  })

  it.each(SIGNING)('8.6-74 %s, loses no request to sign, and answers it once', async (at) => {
    const stopAt = stopping(at)
    const payload = await chain.transfer(wallet.address, BOB, TAO)
    const signed = call(page, 'signer.signPayload', payload)
    await stopAt('after it asks to sign')
    const review = await approvalWindow(wallet.extension.context)
    await review.getByText(`${sites.origin} asks`).waitFor()
    await stopAt('when the review is read')
    await agreedTo(signed, 'after the agreement', stopAt)
    count += 1
    expect(await signed).toMatchObject({
      ok: true,
      value: { id: count, signature: expect.stringMatching(/^0x01[0-9a-f]{128}$/) as string },
    })
    await stopAt('when it has the signature')
    await nothingWaits()
  })

  /** A person whose press was lost with the worker presses again, until the page has its answer. */
  async function agreedTo(
    heard: Promise<Heard>,
    after: string,
    stopAt: (here: string) => Promise<void>,
  ): Promise<void> {
    const { context } = wallet.extension
    let isHeard = false
    void heard.then(() => {
      isHeard = true
    })
    await agreeIn(await approvalWindow(context))
    await stopAt(after)
    for (let tries = 0; tries < 40 && !isHeard; tries += 1) {
      await page.waitForTimeout(250)
      const [window] = openWindows(context)
      if (window === undefined || isHeard || tries <= 4) continue
      const mayAgree = agreeButton(window).and(window.locator('[aria-disabled="false"]'))
      // It may leave while it is looked at.
      const offered = await mayAgree.count().catch(() => 0)
      if (offered === 1) await mayAgree.click({ timeout: 500 }).catch(() => undefined)
    }
  }
})
