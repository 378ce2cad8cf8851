/** From nothing to a final transfer, and the money is where it was sent. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APPROVE_PAGE, WALLET_PAGE } from '#shared/protocol/places.ts'
import { addressOf, publicKeyOf } from '../../src/shared/domain/address.ts'
import { createLooker } from './pages/look.ts'
import {
  agree,
  atHome,
  button,
  fillSend,
  PASSWORD,
  toPortfolio,
  toReview,
  unlock,
  untilFinal,
} from './pages/wallet.ts'
import { BOB, keyOf, startWallet, TAO, type WalletOnDevnet } from './wallet-on-devnet.ts'

/** The first characters of Bob's, and the last of nobody's. */
const LIKE_BOB = addressOf(publicKeyOf(BOB).fill(9, 5))

describe('a new wallet', () => {
  let wallet: WalletOnDevnet
  beforeAll(async () => {
    wallet = await startWallet()
  })
  afterAll(() => wallet?.close())

  const looker = createLooker()
  const look = async (name: string, sign: string) => {
    await wallet.page.getByText(sign).first().waitFor()
    expect.soft(await looker.look(wallet.page, name)).toEqual([])
  }

  it('sends what its review says, and calls it final when the chain does', async () => {
    const { page, node, picture } = wallet
    const before = node.freeBalance(keyOf(BOB))
    await fillSend(page, { to: BOB, amount: '2.5' })
    await page.getByText('First time you send to this address').waitFor()
    await page.getByText('Network fee').waitFor()
    await picture('send')
    await toReview(page)
    await picture('review')
    expect(await page.locator('main').innerText()).toContain('2.5')
    await agree(page)
    await untilFinal(page)
    await picture('final')
    expect(node.freeBalance(keyOf(BOB)) - before).toBe(2_500_000_000n)
  })

  it('shows it in the activity, with the fee the chain took', async () => {
    const { page, picture } = wallet
    await button(page, 'Done').click()
    await atHome(page)
    await page.getByRole('navigation').getByText('Activity').click()
    await page.getByText('Done').first().waitFor()
    await picture('activity')
    await page.getByRole('navigation').getByText('Portfolio').click()
  })

  it('leaves its total for the first frame of the next window, and none once it is locked', async () => {
    const { page, extension } = wallet
    const total = await page.locator('section[aria-label="Total"] .amount.big').innerText()
    expect(total).toMatch(/^τ97\.49/)
    const next = await extension.context.newPage()
    await next.addInitScript(noteFirstTotal)
    await next.goto(page.url())
    await atHome(next)
    expect(await next.evaluate(firstTotal)).toBe(total)
    await button(next, 'Lock').click()
    await next.getByText('Taokey is locked').waitFor()
    await next.reload()
    await unlock(next, PASSWORD)
    await atHome(next)
    expect(await next.evaluate(firstTotal)).toBe('')
    await next.close()
    await atHome(page)
  })

  it('asks for what its screens are made of once, and before its own scripts do', async () => {
    const { page, extension } = wallet
    for (const path of [WALLET_PAGE, APPROVE_PAGE]) {
      const next = await extension.context.newPage()
      const asked: string[] = []
      next.on('request', (request) => asked.push(new URL(request.url()).pathname))
      await next.goto(new URL(path, page.url()).href)
      await next.getByRole('button').first().waitFor()
      // The bundler's own links, of which each says what it is a link to, come with its own request.
      const early = await next
        .locator('head > link[rel="modulepreload"]:not([as])')
        .evaluateAll((links) => links.map((link) => new URL((link as HTMLLinkElement).href).pathname))
      expect(early.some((file) => file.startsWith('/assets/app-'))).toBe(true)
      for (const file of early) expect(asked.filter((each) => each === file)).toEqual([file])
      await next.close()
    }
  })

  it('sends twice in quick succession with nonces n and n+1', async () => {
    const { page, node } = wallet
    node.pause()
    const before = node.freeBalance(keyOf(BOB))
    const nonces: string[] = []
    for (const amount of ['1', '2']) {
      await fillSend(page, { to: BOB, amount })
      await toReview(page)
      await agree(page)
      nonces.push(await page.locator('.fact', { hasText: 'Nonce' }).locator('dd').innerText())
      await button(page, 'Done').click()
      await atHome(page)
    }
    expect(nonces).toEqual(['1', '2'])
    node.resume()
    await expect.poll(() => node.freeBalance(keyOf(BOB)) - before, { timeout: 20_000 }).toBe(3n * TAO)
  })

  it('says which of two addresses that look alike is meant, before one is named and each time one is sent to', async () => {
    const { page } = wallet
    await page.getByRole('navigation').getByText('Contacts').click()
    await button(page, 'Add the first').click()
    await page.getByLabel('Name', { exact: true }).fill('Exchange')
    await page.getByLabel('Address', { exact: true }).fill(LIKE_BOB)
    await look('contact-alike', 'This looks like another address you know')
    expect(await button(page, 'Save contact').isEnabled()).toBe(false)
    await page.getByLabel(/^Type DIFFERENT/).fill('DIFFERENT')
    await button(page, 'Save contact').click()
    await page.getByRole('navigation').getByText('Portfolio').click()
    await fillSend(page, { to: LIKE_BOB, amount: '1' })
    await look('send-alike', 'This looks like another address you know')
    await page.getByRole('button', { name: 'Review', exact: true }).and(page.locator(':enabled')).click()
    await page.locator('h2.say').waitFor()
    await look('review-alike', 'This looks like another address you know')
    await page.getByText('Type DIFFERENT to go on').waitFor()
    await button(page, 'Reject').click()
    await toPortfolio(page)
  })

  it('sends the maximum and stays alive with the existential deposit', async () => {
    const { page, node, address } = wallet
    await button(page, 'Send').click()
    await page.getByLabel('To', { exact: true }).fill(BOB)
    await button(page, 'Max').click()
    await toReview(page)
    await agree(page)
    await untilFinal(page)
    expect(node.freeBalance(keyOf(address))).toBe(500n)
    await button(page, 'Done').click()
    await atHome(page)
  })

  it('says that there is nothing for the fee, and keeps what was typed', async () => {
    const { page, picture } = wallet
    await fillSend(page, { to: BOB, amount: '1' })
    await page.getByText('not enough TAO here to pay the network fee').waitFor()
    expect(await page.getByRole('button', { name: /^Review/ }).isEnabled()).toBe(false)
    expect(await page.getByLabel('Amount', { exact: true }).inputValue()).toBe('1')
    await picture('no-fee')
  })
})

/** Notes, in the page, what the static shell showed before the screens took its place. */
function noteFirstTotal(): void {
  new MutationObserver(() => {
    const total = document.getElementById('first-total')
    if (total !== null && !total.hidden) document.documentElement.dataset['first'] ??= total.textContent ?? ''
  }).observe(document, { subtree: true, childList: true })
}
const firstTotal = () => document.documentElement.dataset['first'] ?? ''
