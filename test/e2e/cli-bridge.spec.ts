/** The official command line signs with the wallet through a page of this computer. */
import { cryptoWaitReady, signatureVerify, sr25519Verify } from '@polkadot/util-crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicKeyOf } from '#shared/domain/address.ts'
import { fromHex, type Hex } from '#shared/domain/bytes.ts'
import { type CommandLine, startCommandLine } from './command-line.ts'
import { type CliChain, connectCommandLine } from './command-line-chain.ts'
import { bundlePackage } from './dapp-pages.ts'
import {
  agreeIn,
  approvalWindow,
  countWindows,
  openSite,
  pressToLeave,
  rejectIn,
  untilGone,
} from './pages/site.ts'
import { BOB, keyOf, startWallet, TAO, type WalletOnDevnet } from './wallet-on-devnet.ts'

const PACKAGE = 'https://esm.sh/@polkadot/extension-dapp@0.46.9'

describe('the command line', () => {
  let wallet: WalletOnDevnet
  let cli: CommandLine
  let chain: CliChain
  let page: Page
  let opened = 0
  beforeAll(async () => {
    await cryptoWaitReady()
    const [started, code] = await Promise.all([
      startWallet({ blockMs: 250 }),
      bundlePackage('extension-dapp-of-btcli'),
    ])
    wallet = started
    cli = await startCommandLine()
    chain = await connectCommandLine(wallet.node.url)
    const { context } = wallet.extension
    await context.route(PACKAGE, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        headers: { 'access-control-allow-origin': '*' },
        body: code,
      }),
    )
    context.on('page', () => {
      opened += 1
    })
  })
  afterAll(async () => {
    await chain?.close()
    await wallet?.close()
    await cli?.close()
  })
  const theWindow = () => approvalWindow(wallet.extension.context)
  const decide = async (how: (window: Page) => Promise<void>): Promise<void> => {
    const window = await theWindow()
    await how(window)
    await untilGone(window)
  }

  it('gets the accounts through one window, however often it asks', async () => {
    page = await openSite(wallet.extension.context, cli.pageUrl())
    opened = 0
    const polling = cli.poll()
    const window = await theWindow()
    await window.getByText('Bittensor SDK').waitFor()
    // Long enough for it to ask anew, if it did not wait.
    await pause(1500)
    expect([opened, await window.getByText('that wait for you').count()]).toEqual([1, 0])
    await agreeIn(window)
    expect(await polling).toEqual([
      { address: wallet.address, name: 'Main coldkey', source: 'taokey', type: 'sr25519' },
    ])
    await untilGone(window)
    expect(opened).toBe(1)
  })

  it('has a transaction of its own form signed, which the chain takes', async () => {
    const payload = await chain.transfer(wallet.address, BOB, TAO)
    const asked = cli.ask('extrinsic.sign', { payload })
    await decide(agreeIn)
    const answer = (await asked) as { signature: Hex }
    expect(Object.keys(answer)).toEqual(['id', 'signature'])
    expect(answer.signature).toMatch(/^0x01[0-9a-f]{128}$/)
    const bare = fromHex(answer.signature).subarray(1)
    expect(sr25519Verify(chain.signingBytes(payload), bare, publicKeyOf(wallet.address))).toBe(true)

    const before = wallet.node.freeBalance(keyOf(BOB))
    await chain.send(payload, answer.signature)
    expect(wallet.node.freeBalance(keyOf(BOB)) - before).toBe(TAO)
    expect(await cli.ask('transaction.result', { success: true })).toEqual({ acknowledged: true })
    await page.getByText('Transaction complete').waitFor()
  })

  it('has bytes signed', async () => {
    const data = `0x${Buffer.from('a proof for the command line').toString('hex')}`
    const asked = cli.ask('bytes.sign', { address: wallet.address, data })
    await decide(agreeIn)
    const { signature } = (await asked) as { signature: string }
    expect(signatureVerify(data, signature, wallet.address).isValid).toBe(true)
  })

  it('hears that it was cancelled, once, and no window follows', async () => {
    const payload = await chain.transfer(wallet.address, BOB, TAO)
    // It looks for `cancel` or `reject` in what it hears.
    const heard = expect(cli.ask('extrinsic.sign', { payload })).rejects.toThrow(/^Cancelled$/)
    const window = await theWindow()
    opened = 0
    await rejectIn(window)
    await heard
    await untilGone(window)
    await pause(1500)
    expect(opened).toBe(0)
    await page.getByText('Cancelled').waitFor()
  })

  it('hears one sentence when nobody decided in time, and so does who comes back', async () => {
    const payload = await chain.transfer(wallet.address, BOB, TAO)
    const heard = expect(cli.ask('extrinsic.sign', { payload })).rejects.toThrow(/^Request expired$/)
    const window = await theWindow()
    await window.getByRole('button', { name: 'Reject', exact: true }).waitFor()
    await letTimePass(wallet.page)
    await wallet.extension.stopWorker()
    await heard
    await page.getByText('Request expired').waitFor()
    await window.getByText('It waited ten minutes for you. Nothing was signed.').waitFor()
    await wallet.picture('site-expired', window)
    await pressToLeave(window.getByRole('button', { name: 'Close' }))
    await untilGone(window)
  })

  it('that is turned away thrice asks in vain from then on, and nobody is disturbed', async () => {
    await page.close()
    const other = await openSite(wallet.extension.context, cli.pageUrl('localhost'))
    opened = 0
    let isOver = false
    const polling = cli.poll(() => isOver)
    for (let times = 0; times < 3; times++) {
      await decide(rejectIn)
    }
    const asked = cli.polls()
    while (cli.polls() < asked + 8) await pause(POLL_MS)
    expect([opened, countWindows(wallet.extension.context)]).toEqual([3, 0])
    await other.getByText('No compatible wallet extension found.').waitFor()
    isOver = true
    expect(await polling).toEqual([])
  })
})

const POLL_MS = 250
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** Ten minutes, for all that waits: what is stored says until when. */
async function letTimePass(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { approvals } = await chrome.storage.session.get('approvals')
    const all = approvals as { askedAt: number; expiresAt: number }[]
    const past = 600_001
    await chrome.storage.session.set({
      approvals: all.map((each) => ({
        ...each,
        askedAt: each.askedAt - past,
        expiresAt: each.expiresAt - past,
      })),
    })
  })
}
