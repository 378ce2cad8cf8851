/** Every screen of what is held and sent, from very little to all there is: as in `screens.spec.ts`. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addressOf } from '#shared/domain/address.ts'
import { listenIn } from './pages/console.ts'
import { handOn, LONG_NAME, saveContact, watchAll } from './pages/screens.ts'
import { agree, atHome, fillSend, toPortfolio, toReview, untilFinal } from './pages/wallet.ts'
import { BOB, keyOf, startWallet, TAO, type WalletOnDevnet } from './wallet-on-devnet.ts'

describe('a screen', () => {
  let wallet: WalletOnDevnet
  let page: Page
  let said: () => readonly string[]
  const { look, press, nav, type } = handOn(() => page)

  beforeAll(async () => {
    wallet = await startWallet({ fund: 0n })
    page = wallet.page
    await watchAll(page, [{ address: BOB, name: LONG_NAME }])
    await saveContact(page, { address: BOB, name: 'Exchange' })
    said = listenIn(wallet.extension.context)
  })
  afterAll(() => wallet?.close())
  afterEach(() => {
    expect(said()).toEqual([])
  })

  it('of what is held is whole', async () => {
    wallet.node.faucet(keyOf(wallet.address), 1284n * TAO + 520_700_000n)
    await look('home', /^Free/)
    await press('Hide amounts')
    await look('home-hidden', 'hidden')
    await press('Show amounts')
    await press(/Main coldkey/)
    await look('switcher', 'Manage')
    await press(/All accounts/)
    await look('home-all', 'Total of all accounts')
    await press(/All accounts/)
    await press(/Main coldkey/)
  })

  it('of a transfer is whole', async () => {
    await press('Send')
    await type('To', 'hello')
    await type('Amount', '1.2.3')
    await look('send-wrong', 'Type digits')
    await type('To', `${BOB.slice(0, -1)}z`)
    await look('send-wrong-address', 'check sum')
    await page.getByRole('button', { name: 'Choose' }).click()
    await look('send-picker', 'Your accounts')
    await press('Close')
    await type('To', BOB)
    await type('Amount', '9000')
    await look('send-too-much', 'More than you can send')
    await type('Amount', '10')
    await page.getByText('More than you can send').waitFor({ state: 'detached' })
    await look('send-filled')
    await toReview(page)
    await look('review', 'signs')
    await page.locator('details.details summary').click()
    await look('review-details', 'What you agree to')
    await agree(page)
    await look('sent', 'You agreed')
    await untilFinal(page)
    await look('final')
    await press('Done')
    await atHome(page)
    await look('home-recent', 'All activity')
    await nav('Activity')
    await look('activity', 'Done')
    await page.getByRole('button', { name: /^Send/ }).first().click()
    await look('transaction', 'You agreed')
    await press('More')
    await page.getByRole('menuitem', { name: 'Forget' }).click()
    await look('transaction-forget', 'Keep it')
    await press('Keep it')
    await toPortfolio(page)
  })

  it('of what was sent to somebody without a name is whole', async () => {
    await fillSend(page, { to: addressOf(new Uint8Array(32).fill(6)), amount: '1' })
    await toReview(page)
    await agree(page)
    await untilFinal(page)
    await press('Done')
    await atHome(page)
    await page
      .getByRole('button', { name: /^Send to 5/ })
      .first()
      .click()
    await look('transaction-unnamed', 'Save as contact')
    await press('Save as contact')
    await look('contact-unnamed', 'New contact')
    await press('Back')
    await press('Send the same')
    await look('send-again', 'Send TAO')
    expect(await page.getByLabel('Amount', { exact: true }).inputValue()).toBe('1')
    await page.getByRole('button', { name: 'Choose' }).click()
    await look('send-picker-recent', 'Recent')
    await press('Close')
    await toPortfolio(page)
  })

  it('of what is dangerous is whole', async () => {
    const stranger = addressOf(new Uint8Array(32).fill(7))
    await fillSend(page, { to: stranger, amount: '1' })
    await page.getByRole('switch').click()
    await press('Max')
    await look('send-emptying', 'First time you send')
    await page.getByRole('button', { name: /^Review/ }).click()
    await page.waitForURL(/approve\.html$/)
    await look('review-emptying', 'EMPTY')
    await page.getByRole('textbox').fill('EMPTY')
    await look('review-emptying-typed', 'Hold to send')
    await press('Reject')
    await page.waitForURL(/index\.html$/)
    await look('after-reject', 'First time you send')
    expect(await page.getByLabel('Amount', { exact: true }).inputValue()).toMatch(/^127\d/)
    expect(await page.getByRole('switch').getAttribute('aria-checked')).toBe('true')
    await toPortfolio(page)
  })

  it('of very little and of very much is whole', async () => {
    // The least an account can hold; a single rao can only be sent.
    wallet.node.setBalance(keyOf(wallet.address), 500n)
    await page.getByText('.00000050').first().waitFor()
    await look('home-least')
    wallet.node.setBalance(keyOf(wallet.address), 21_000_000n * TAO)
    await page.getByText('21,000,000').first().waitFor()
    await look('home-all-there-is')
    await page.locator('button.amount').click()
    await look('home-all-digits')
    await press('Send')
    await type('To', BOB)
    await press('Max')
    await look('send-all-there-is', '20,999,999')
    await type('Amount', '0.000000001')
    await toReview(page)
    await look('review-one-rao', '.000000001')
    await press('Reject')
    await toPortfolio(page)
  })
})
