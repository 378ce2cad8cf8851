/** The worker stopped by the browser at every stop of unlock and transfer: no outcome changes, and nothing is sent twice. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { atHome, button, fillSend, PASSWORD, toPortfolio, toReview } from './pages/wallet.ts'
import { BOB, keyOf, openPopup, startWallet, TAO, type WalletOnDevnet } from './wallet-on-devnet.ts'

/** The stops of an unlock, in their order, as a person passes them. */
const UNLOCK = [
  'before the popup opens',
  'when it asks',
  'when the password is typed',
  'while the key is derived',
  'when it is open',
]
/** The stops of a transfer. After the agreement the worker signs, stores and sends within moments: so do the stops. */
const TRANSFER = [
  'when the form opens',
  'when it is quoted',
  'right after Review',
  'when the review is read',
  '0 ms after the agreement',
  '5 ms after the agreement',
  '20 ms after the agreement',
  '60 ms after the agreement',
  '150 ms after the agreement',
  'when it is signed and sent',
  'when it is in a block',
]

describe('the worker, stopped', () => {
  let wallet: WalletOnDevnet
  beforeAll(async () => {
    wallet = await startWallet({ blockMs: 1500 })
  })
  afterAll(() => wallet?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    await wallet.picture(`failed-${task.name.slice(0, 30)}`)
    // One stop that fails must not spoil the next.
    await wallet.page.goto(wallet.page.url().replace(/[a-z]+\.html.*/, 'index.html'))
    await toPortfolio(wallet.page)
  })

  it.each(UNLOCK)('%s of an unlock, still opens the wallet', async (at) => {
    const { extension } = wallet
    const stopAt = async (here: string): Promise<void> => {
      if (here === at) await extension.stopWorker()
    }
    const old = wallet.page
    await button(old, 'Lock').click()
    await old.getByText('Taokey is locked').waitFor()
    await stopAt('before the popup opens')
    const page = await openPopup(extension)
    await page.getByText('Taokey is locked').waitFor()
    await stopAt('when it asks')
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await stopAt('when the password is typed')
    await button(page, 'Unlock').click()
    await stopAt('while the key is derived')
    await atHome(page)
    await stopAt('when it is open')
    await page.getByText(/^Free/).waitFor()
    await page.close()
    await atHome(old)
  })

  it.each(TRANSFER)('%s of a transfer, still sends it once', async (at) => {
    const { extension, page, node } = wallet
    const before = node.freeBalance(keyOf(BOB))
    const stopAt = async (here: string): Promise<void> => {
      if (here === at) await extension.stopWorker()
    }
    await button(page, 'Send').click()
    await page.getByLabel('To', { exact: true }).waitFor()
    await stopAt('when the form opens')
    await toPortfolio(page)
    await fillSend(page, { to: BOB, amount: '1' })
    await page.getByText('Network fee').waitFor()
    await stopAt('when it is quoted')
    if (at === 'right after Review') {
      await page.getByRole('button', { name: /^Review/ }).click()
      await extension.stopWorker()
    }
    await toReview(page)
    await stopAt('when the review is read')
    const delay = /^(\d+) ms after/.exec(at)?.[1]
    await press(page)
    if (delay !== undefined) {
      await page.waitForTimeout(Number(delay))
      await extension.stopWorker()
    }
    await untilSent(page)
    await stopAt('when it is signed and sent')
    await page.getByText(/^In block/).waitFor({ timeout: 60_000 })
    await stopAt('when it is in a block')
    await page.getByText('It can no longer be undone.').waitFor({ timeout: 60_000 })
    expect(node.freeBalance(keyOf(BOB)) - before).toBe(TAO)
    await button(page, 'Done').click()
    await atHome(page)
  })
})

async function press(page: Page): Promise<void> {
  await page.locator('.button.primary[aria-disabled="false"]').click()
}

/** A person whose press was lost with the worker presses again; what was signed shows itself. */
async function untilSent(page: Page): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    if ((await page.getByText('Signed and sent').count()) > 0) return
    const again = page
      .getByRole('button', { name: 'Send', exact: true })
      .and(page.locator('[aria-disabled="false"]'))
    if ((await again.count()) > 0 && (await page.getByText('You agreed').count()) === 0)
      await again.click({ timeout: 1000 }).catch(() => undefined)
    await page.waitForTimeout(500)
  }
  throw new Error('what was agreed to is neither sent nor asked for again')
}
