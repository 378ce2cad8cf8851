/** From nothing to a final transfer without a pointer: every control is reached, every stop is seen, no focus is lost. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Address } from '#shared/domain/address.ts'
import { type Devnet, startDevnet } from '../../devnet/start.ts'
import { type Extension, launch } from './extension.ts'
import { type Hands, handsOn } from './pages/keys.ts'
import { PASSWORD, readWords, untilFinal } from './pages/wallet.ts'
import { BOB, keyOf, openPopup, SHIPPED, TAO } from './wallet-on-devnet.ts'

describe('with keys alone', () => {
  let node: Devnet
  let extension: Extension
  let page: Page
  let hands: Hands
  /** The focus comes to stand there. */
  const at = (name: string | RegExp) =>
    expect
      .poll(async () => (await hands.at()).name)
      .toMatch(typeof name === 'string' ? new RegExp(`^${name}$`) : name)
  /** A screen has come, and the focus is on something of it. */
  const come = async (sign: string | RegExp): Promise<void> => {
    await page.getByText(sign).first().waitFor()
    await expect.poll(async () => (await hands.at()).tag).not.toBe('body')
  }

  beforeAll(async () => {
    node = await startDevnet({ port: 0, blockMs: 500 })
    extension = await launch(SHIPPED)
    page = await openPopup(extension)
    hands = handsOn(page)
    // A pointer would find nothing here: whoever clicks by mistake fails.
    page.mouse.click = () => Promise.reject(new Error('there is no pointer'))
  })
  afterAll(async () => {
    await extension?.close()
    await node?.close()
  })

  it('a wallet is made', async () => {
    await come('Create a new wallet')
    await hands.go('Create a new wallet')
    await page.locator('.words li').nth(11).waitFor()
    await come('Write these down')
    await hands.to('12 words')
    await hands.press('ArrowRight')
    await page.locator('.words li').nth(23).waitFor()
    await hands.press('ArrowLeft')
    await page.locator('.words:not(.many) li').nth(11).waitFor()
    const words = await readWords(page)
    await hands.go('I wrote them down')
    await come('Which words were these?')
    for (let field = 0; field < 3; field += 1) {
      await at(/\d/)
      const { name } = await hands.at()
      await hands.type(words[Number(/\d+/.exec(name)?.[0]) - 1] ?? '')
      if (field < 2) await hands.press('Tab')
    }
    await hands.press('Enter')
    await come('Name of this account')
    await at('Password')
    await hands.type(PASSWORD)
    await hands.to('The same again')
    await hands.type(PASSWORD)
    await hands.press('Enter')
    await come('Receive')
  })

  it('a network is chosen, and the way back is found', async () => {
    await hands.go('Settings', 'backwards')
    await come('Lock now')
    await hands.go(/^Network/)
    await come('Nodes, tried in this order')
    await hands.to('Finney')
    await hands.press('ArrowLeft')
    await come('A node on this computer')
    await hands.to('Add a port of this computer')
    await hands.type(node.url)
    await hands.press('Enter')
    await page.getByText('Use this chain').waitFor()
    await page.getByText(node.url).first().waitFor()
    await hands.go('Use this chain', 'backwards')
    await come('Newest block')
    await hands.go('Back', 'backwards')
    await come('Lock now')
  })

  it('a second account is added', async () => {
    await hands.go(/^Accounts/)
    await come('Add account')
    await hands.go('Add account')
    await come('From words you have here')
    await hands.go(/From words/)
    await come('Another path')
    await hands.to('Name')
    await hands.type('Second')
    await hands.press('Enter')
    await come('Second')
    await hands.go('Back', 'backwards')
    await come('Lock now')
    await hands.go('Portfolio')
    await come('Receive')
  })

  it('accounts are switched, and the focus is given back', async () => {
    await hands.to(/^Main coldkey/)
    await hands.press('Enter')
    await come('Manage')
    await hands.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await at(/^Main coldkey/)
    await hands.press('Enter')
    await come('Manage')
    await hands.to(/^All accounts/)
    await hands.press('ArrowDown', 'ArrowDown')
    await at(/^Second/)
    await hands.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await at(/^Second/)
    await hands.press('Enter', 'ArrowUp')
    await page.getByRole('dialog').waitFor()
    await hands.to(/^Main coldkey/)
    await hands.press(' ')
    await at(/^Main coldkey/)
  })

  it('a transfer is made, from the form to the end', async () => {
    await hands.go('Receive')
    await come('Copy address')
    const address = (await page.getByRole('img', { name: /^5/ }).getAttribute('aria-label')) as Address
    node.faucet(keyOf(address), 100n * TAO)
    await hands.go('Back', 'backwards')
    await come(/^Free/)
    const before = node.freeBalance(keyOf(BOB))
    await hands.go('Send')
    await come('Network fee')
    await at('To')
    await hands.type(BOB)
    await hands.to('Amount')
    await hands.type('2.5')
    await page.getByText('Estimated at block').waitFor()
    await hands.press('Enter')
    await page.waitForURL(/approve\.html$/)
    await come('signs')
    // Whoever presses a key too early rejects.
    await at('Reject')
    await page.locator('.button.primary[aria-disabled="false"]').waitFor()
    await hands.go('Send')
    await come('You agreed')
    await untilFinal(page)
    expect(node.freeBalance(keyOf(BOB)) - before).toBe(2_500_000_000n)
    await hands.go('Done')
    await come('All activity')
  })

  it('a menu and a question are answered, and the focus stays at hand', async () => {
    await hands.go('Contacts')
    await come('Add the first')
    await hands.go('Add the first')
    await come('Save contact')
    await hands.type('Exchange')
    await hands.press('Tab')
    await hands.type(BOB)
    await hands.go('Save contact')
    await come('Exchange')
    await hands.go(/^Exchange/)
    await come('Save contact')
    await hands.to('More', 'backwards')
    await hands.press('Enter')
    await page.getByRole('menu').waitFor()
    await hands.press('ArrowDown', 'Enter')
    await come('Only the name goes')
    await hands.go('Keep it')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await at('More')
    await hands.go('Back', 'backwards')
    await come('Exchange')
    await hands.go('Portfolio')
    await come('Receive')
  })

  it('the wallet is locked and opened', async () => {
    await hands.go('Lock')
    await come('Taokey is locked')
    await at('Password')
    await hands.type('wrong')
    await hands.press('Enter')
    await come('Wrong password')
    await hands.to('Password')
    await hands.press('Control+A')
    await hands.type(PASSWORD)
    await hands.press('Enter')
    await come('Receive')
  })
})
