/** What a real page may try with requests: attacks, floods, hasty presses, and going away. None gets a signature unseen. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hex } from '#shared/domain/bytes.ts'
import { TRANSFER_ALL } from '../build/call-vectors.ts'
import { type CliChain, connectCommandLine } from './command-line-chain.ts'
import {
  agreeButton,
  agreeIn,
  approvalWindow,
  CANCELLED,
  call,
  connectSite,
  countWindows,
  openSite,
  rejectIn,
} from './pages/site.ts'
import { type SiteServer, startSites } from './site-server.ts'
import { BOB, startWallet, TAO, type WalletOnDevnet } from './wallet-on-devnet.ts'

const invalid = (field: string) => ({
  ok: false,
  isError: true,
  message: `Invalid request: ${field}`,
  code: -32602,
})
const ALL_AWAY = `0x${TRANSFER_ALL}`
/** A limit order for 5,000 TAO with a fee of all of it. */
const ORDER =
  '0x00d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48010000005039278c040000ffffffffffffffff0038d360ba01000000ca9a3b8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a480000c40300000000000001'

describe('a page that means ill', () => {
  let wallet: WalletOnDevnet
  let sites: SiteServer
  let chain: CliChain
  let page: Page
  beforeAll(async () => {
    sites = await startSites()
    wallet = await startWallet()
    chain = await connectCommandLine(wallet.node.url)
    page = await openSite(wallet.extension.context, sites.origin)
    await connectSite(page)
  })
  afterAll(async () => {
    await chain?.close()
    await wallet?.close()
    await sites?.close()
  })
  const windows = () => countWindows(wallet.extension.context)
  const window = () => approvalWindow(wallet.extension.context)
  const payload = () => chain.transfer(wallet.address, BOB, TAO)
  const sign = (input: object, on = page) => call(on, 'signer.signPayload', input)
  const signRaw = (input: object, on = page) =>
    call(on, 'signer.signRaw', { address: wallet.address, ...input })

  it('has no terms hidden in the bytes of a call, nor without the extensions that say them (D.1)', async () => {
    const harmless = await payload()
    const hidden = `${String(harmless['method'])}000007008852`
    expect(await sign({ ...harmless, method: hidden })).toEqual(invalid('method'))
    expect(await sign({ ...harmless, signedExtensions: [], method: hidden })).toEqual(
      invalid('signedExtensions'),
    )
    expect(windows()).toBe(0)
  })

  it('has no transaction signed as a message, nor the other way round (D.2)', async () => {
    expect(await sign({ ...(await payload()), data: 'Log in to dApp, nonce 8842' })).toEqual(invalid('data'))
    expect(await signRaw({ data: '0x68656c6c6f', type: 'bytes', method: ALL_AWAY })).toEqual(
      invalid('method'),
    )
    expect(windows()).toBe(0)
  })

  it('has no order signed as a message: it is shown, and cannot be agreed to (D.3)', async () => {
    const heard = signRaw({ data: ORDER, type: 'bytes' })
    const shown = await window()
    await shown.getByText(`${sites.origin} asks`).waitFor()
    expect(await agreeButton(shown).count()).toBe(0)
    await wallet.picture('site-order', shown)
    await rejectIn(shown)
    expect(await heard).toEqual(CANCELLED)
    await expect.poll(windows).toBe(0)
  })

  it('has what it asked at first shown and signed, whatever it changes afterwards (D.4)', async () => {
    const given = await payload()
    const heard = page.evaluate(
      async ({ given, other }) => {
        const { wallet } = globalThis as unknown as Kept
        const changing = { ...given }
        const asked = wallet.signer.signPayload(changing)
        changing['method'] = other
        return asked
      },
      { given, other: ALL_AWAY } as { given: Record<string, unknown>; other: string },
    )
    const shown = await window()
    await shown.getByText(`${sites.origin} asks`).waitFor()
    expect((await shown.locator('.say').innerText()).replace(/\s/g, '')).toMatch(/Send.*1/)
    await agreeIn(shown)
    const { signature } = await heard
    // The chain takes it for what was shown.
    await chain.send(given, signature)
    await expect.poll(windows).toBe(0)
  })

  it('8.6-76 8.6-78 cannot push what is on the screen aside by asking again and again (D.5)', async () => {
    const heard = Array.from({ length: 12 }, (_, at) => signRaw({ data: `number ${at}`, type: 'bytes' }))
    const shown = await window()
    await shown.getByText('number 0').first().waitFor()
    await expect.poll(() => shown.getByText('1 of 10 that wait for you').count()).toBe(1)
    expect(await shown.getByText('number 0').count()).toBeGreaterThan(0)
    expect(windows()).toBe(1)
    // Closed, it rejects all that it held.
    await shown.waitForTimeout(600)
    await shown.close()
    const all = await Promise.all(heard)
    expect(all.filter((each) => !each.ok && each.message === 'Too many pending requests')).toHaveLength(2)
    expect(all.filter((each) => !each.ok && each.message === 'Cancelled')).toHaveLength(10)
  })

  it('8.6-67 8.6-68 gets nothing from a press that comes too soon, and one signature from two presses', async () => {
    const heard = signRaw({ data: 'twice', type: 'bytes' })
    const shown = await window()
    const agree = agreeButton(shown)
    await shown.getByText('twice').first().waitFor()
    // It moves for as long as it is pressed: that is too soon however long the press takes to get there.
    const moving = await shown.evaluate(() =>
      Number(setInterval(() => dispatchEvent(new Event('resize')), 50)),
    )
    await agree.click({ force: true })
    await shown.waitForTimeout(300)
    expect(windows()).toBe(1)
    await shown.evaluate((each) => clearInterval(each), moving)
    await agree.and(shown.locator('[aria-disabled="false"]')).waitFor()
    await agree.dblclick({ force: true }).catch(() => undefined)
    expect(await heard).toMatchObject({ ok: true, value: { id: 2 } })
    await expect.poll(windows).toBe(0)
  })

  it('8.6-70 leaves nothing behind when its tab is closed', async () => {
    const tab = await openSite(wallet.extension.context, sites.origin)
    await call(tab, 'enable')
    const asked = signRaw({ data: 'gone', type: 'bytes' }, tab).catch(() => 'closed')
    const shown = await window()
    await shown.getByText('gone').first().waitFor()
    await tab.close()
    await shown.getByText('The page is gone').first().waitFor()
    expect(await agreeButton(shown).and(shown.getByText(/sign/i)).count()).toBe(0)
    expect(await asked).toBe('closed')
    await expect.poll(windows, { timeout: 10_000 }).toBe(0)
  })
})

interface Kept {
  readonly wallet: {
    readonly signer: { signPayload(payload: object): Promise<{ readonly signature: Hex }> }
  }
}
