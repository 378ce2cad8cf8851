/** What sites see and ask, as a person meets it: from a wallet that is not there yet to a site that is shown nothing any more. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Address, publicKeyOf } from '#shared/domain/address.ts'
import { type Hex, toHex } from '#shared/domain/bytes.ts'
import { type Devnet, startDevnet } from '../../devnet/start.ts'
import { type CliChain, connectCommandLine } from './command-line-chain.ts'
import { type Extension, launch } from './extension.ts'
import { listenIn } from './pages/console.ts'
import { createLooker } from './pages/look.ts'
import {
  agreeButton,
  agreeIn,
  approvalWindow,
  CANCELLED,
  call,
  countWindows,
  type Heard,
  openSite,
  rejectIn,
  untilGone,
} from './pages/site.ts'
import {
  button,
  createWallet,
  PASSWORD,
  readAddress,
  toPortfolio,
  unlock,
  useLocalNode,
} from './pages/wallet.ts'
import { type SiteServer, startSites } from './site-server.ts'
import { BOB, keyOf, openPopup, SHIPPED, TAO } from './wallet-on-devnet.ts'

const BOB_KEY = toHex(publicKeyOf(BOB)).slice(2)
const POPUP = { width: 360, height: 600 }

describe('a site', () => {
  let node: Devnet
  let sites: SiteServer
  let extension: Extension
  let chain: CliChain
  let wallet: Page
  let page: Page
  let address: Address
  let said: () => readonly string[]
  const looker = createLooker()
  const look = async (shown: Page, name: string, sign: string | RegExp): Promise<void> => {
    await shown.getByText(sign).first().waitFor()
    expect.soft(await looker.look(shown, name)).toEqual([])
  }
  const press = (name: string | RegExp) =>
    wallet.getByRole('button', { name, exact: typeof name === 'string' }).click()
  /** Has the page ask, and gives the window it is decided in. */
  const ask = async (method: 'signer.signPayload' | 'signer.signRaw', input: object) => {
    const heard = call(page, method, { address, ...input })
    const window = await approvalWindow(extension.context)
    await window.setViewportSize(POPUP)
    return { heard, window }
  }
  /** A transaction of the page's own making: a payment, or the call that is given. */
  const askToSign = async (tao: bigint, method?: Hex) => {
    const payload = await chain.transfer(address, BOB, tao * TAO)
    // With the whole transaction taken back the wallet may add the digest, and the chain checks what was read.
    const input = { ...payload, withSignedTransaction: true }
    return ask('signer.signPayload', method === undefined ? input : { ...input, method })
  }
  const turnDown = async ({ heard, window }: { heard: Promise<Heard>; window: Page }) => {
    await rejectIn(window)
    expect(await heard).toMatchObject(CANCELLED)
    await untilGone(window)
  }

  beforeAll(async () => {
    sites = await startSites()
    sites.put('/favicon.ico', { body: '', type: 'image/png' })
    node = await startDevnet({ port: 0, blockMs: 500 })
    chain = await connectCommandLine(node.url)
    extension = await launch(SHIPPED)
    said = listenIn(extension.context)
    wallet = await openPopup(extension)
    page = await openSite(extension.context, sites.origin)
  })
  afterAll(async () => {
    await extension?.close()
    await chain?.close()
    await node?.close()
    await sites?.close()
  })
  afterEach(() => {
    expect(said()).toEqual([])
  })

  it('that asks before there is a wallet waits until there is one, and then sees what is ticked', async () => {
    const heard = call(page, 'enable', 'A shop of validators, and more')
    const window = await approvalWindow(extension.context)
    await window.setViewportSize(POPUP)
    await look(window, 'site-no-wallet', 'No wallet yet')
    expect(await window.getByRole('link', { name: 'Set up Taokey' }).getAttribute('href')).toMatch(
      /index\.html$/,
    )
    await wallet.bringToFront()
    await createWallet(wallet, { name: 'Main coldkey', password: PASSWORD })
    await look(window, 'site-connect', 'wants to see your accounts')
    await agreeIn(window)
    expect(await heard).toMatchObject({ ok: true })
    await useLocalNode(wallet, node.url)
    address = (await readAddress(wallet)) as Address
    node.faucet(keyOf(address), 100n * TAO)
    await wallet.getByText(/^Free/).waitFor()
    expect(await call(page, 'accounts.get')).toMatchObject({ value: [{ address, name: 'Main coldkey' }] })
  })

  it('in front is named on the first screen, with what it sees, and has a page', async () => {
    await page.bringToFront()
    await wallet.reload()
    await look(wallet, 'site-in-front', 'sees Main coldkey')
    await press(/sees Main coldkey/)
    await wallet.bringToFront()
    await look(wallet, 'site', 'It sees')
    await wallet.getByLabel('Limit a day').fill('3')
    await wallet.getByLabel('Anything else').uncheck()
    await look(wallet, 'site-rules', 'Save rules')
    await press('Save rules')
    await wallet.getByRole('button', { name: 'Save rules' }).waitFor({ state: 'detached' })
    await toPortfolio(wallet)
    await wallet.getByRole('navigation').getByText('Settings').click()
    await page.bringToFront()
    await press(/^Sites/)
    await look(wallet, 'sites', 'In front of you')
    await toPortfolio(wallet)
  })

  it('has its payment within the limit signed after a review, and one over it after the password', async () => {
    // Its day is one of UTC: one that ended between the two would be counted anew.
    while (Date.now() % 86_400_000 > 86_400_000 - 90_000) await wallet.waitForTimeout(1000)
    const first = await askToSign(2n)
    await look(first.window, 'site-payment', 'Network fee')
    await agreeIn(first.window)
    expect(await first.heard).toMatchObject({ ok: true })
    await untilGone(first.window)

    const second = await askToSign(2n)
    await look(second.window, 'site-over', /went already today/)
    const password = second.window.getByLabel(/^Your password/)
    await password.fill('not the password')
    await agreeIn(second.window)
    await look(second.window, 'site-over-wrong', 'Wrong password')
    await password.fill(PASSWORD)
    await agreeIn(second.window)
    expect(await second.heard).toMatchObject({ ok: true })
    await untilGone(second.window)
  })

  it('that asks for what is hidden or dangerous has every part of it on the screen', async () => {
    const payment = (await chain.transfer(address, BOB, TAO))['method'] as Hex
    const batch = await askToSign(0n, `0x0b0208${payment.slice(2)}100600${BOB_KEY}${'ab'.repeat(32)}`)
    await look(batch.window, 'site-batch', 'I have understood')
    await turnDown(batch)
    const all = await askToSign(0n, `0x050400${BOB_KEY}00`)
    await look(all.window, 'site-transfer-all', 'EMPTY')
    await turnDown(all)
  })

  it('that wants a message signed shows what it says, and what it could be', async () => {
    const long = await ask('signer.signRaw', {
      data: `Welcome. ${'By signing you agree to the terms of this service. '.repeat(12)}`,
      type: 'bytes',
    })
    await look(long.window, 'site-message', 'It moves nothing')
    await turnDown(long)
    const refused = await ask('signer.signRaw', { data: `0x${'ab'.repeat(32)}`, type: 'bytes' })
    await look(refused.window, 'site-fingerprint', 'fingerprint of a limit order')
    expect(await agreeButton(refused.window).count()).toBe(0)
    await turnDown(refused)
  })

  it('8.6-80 finds a locked wallet asked to open first, and the request behind it, however often the password is wrong', async () => {
    await wallet.bringToFront()
    await press('Lock')
    await wallet.getByText('Taokey is locked').waitFor()
    const asked = await ask('signer.signRaw', { data: 'hello', type: 'bytes' })
    await look(asked.window, 'site-locked', 'waits for your decision')
    for (const wrong of ['one', 'another', 'a third']) {
      await unlock(asked.window, wrong)
      await asked.window.getByText('Wrong password').waitFor()
      await button(asked.window, 'Unlock').and(asked.window.locator(':enabled')).waitFor()
    }
    expect(countWindows(extension.context)).toBe(1)
    await unlock(asked.window, PASSWORD)
    await asked.window.getByText('hello').first().waitFor()
    await turnDown(asked)
  })

  it('that was disconnected sees nothing, and blocked may not even ask', async () => {
    await page.bringToFront()
    await wallet.reload()
    await press(/sees Main coldkey/)
    await wallet.bringToFront()
    await press(/^Disconnect/)
    await look(wallet, 'site-not-connected', 'It is not connected')
    expect(await call(page, 'accounts.get')).toMatchObject({ ok: false, code: 4100 })
    await press(/^Block this site/)
    await look(wallet, 'site-blocked', 'turned away without asking you')
    expect(await call(page, 'enable', 'again')).toMatchObject({
      ok: false,
      message: `The source ${sites.origin} is not allowed to interact with this extension`,
    })
    await press('Unblock')
    await wallet.getByText('It is not connected').waitFor()
  })
})
