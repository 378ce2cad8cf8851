/**
 * Every screen on the way in, and of what a wallet is set up with, in both themes: nothing that axe finds, nothing cut off,
 * nothing in the console, and a picture of each.
 */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Devnet, startDevnet } from '../../devnet/start.ts'
import { type Extension, launch } from './extension.ts'
import { listenIn } from './pages/console.ts'
import { handOn, LONG_NAME } from './pages/screens.ts'
import { answerWords, createWallet, hold, PASSWORD, readWords, toPortfolio } from './pages/wallet.ts'
import { BOB, openPopup, SHIPPED } from './wallet-on-devnet.ts'

const WORDS = 'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about'

describe('a screen', () => {
  let node: Devnet
  let extension: Extension
  let page: Page
  let said: () => readonly string[]
  const { look, press, back, nav, type } = handOn(() => page)

  beforeAll(async () => {
    node = await startDevnet({ port: 0, blockMs: 500 })
    extension = await launch(SHIPPED)
    said = listenIn(extension.context)
    page = await openPopup(extension)
  })
  afterAll(async () => {
    await extension?.close()
    await node?.close()
  })
  afterEach(() => {
    expect(said()).toEqual([])
  })

  it('of the way in is whole', async () => {
    await look('welcome', 'Create a new wallet')
    await press(/Network settings/)
    await page.getByRole('radio', { name: 'Local' }).click()
    await look('network-first', 'Nodes, tried in this order')
    await type('Add a port of this computer', 'somewhere')
    await look('network-wrong-port', 'Type a port')
    await type('Add a port of this computer', node.url)
    await press('Add')
    await look('network-untrusted', 'Is this your node?')
    await press('Use this chain')
    await look('network-online', 'Newest block')
    await back()

    await press('I already have keys')
    await look('import-empty', 'Secret words')
    await type('Secret words', WORDS.replace('about', 'abuot '))
    await look('import-wrong-word', 'is not on the list')
    await type('Secret words', WORDS)
    await look('import-found', 'This is the account')
    await page.getByText('Path and key type').click()
    await type('Derivation path', 'no/path')
    await look('import-wrong-path', 'A path is made of')
    await page.getByRole('radio', { name: 'Hex seed' }).click()
    await type('Derivation path', '')
    await type('Seed', '0x12')
    await look('import-wrong-seed', 'A seed is 64')
    await back()

    await press('Only watch an address')
    await look('watch-empty', 'Watch this address')
    await type('Address', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed')
    await look('watch-ethereum', 'Ethereum-style')
    await type('Address', BOB)
    await look('watch-filled')
    await back()

    await press('Create a new wallet')
    await page.locator('.words li').nth(11).waitFor()
    await look('create-words')
    await page.getByRole('radio', { name: '24 words' }).click()
    await page.locator('.words li').nth(23).waitFor()
    await look('create-24-words')
    await page.getByRole('radio', { name: '12 words' }).click()
    await page.locator('.words:not(.many) li').nth(11).waitFor()
    const words = await readWords(page)
    await press('I wrote them down')
    await look('create-ask-back', 'Which words were these?')
    await press('Check')
    await look('create-ask-back-empty', 'Type the word.')
    await answerWords(page, words)
    await look('create-password', 'Name of this account')
    await type('Password', 'aaaaaaaaaaaaaaa')
    await type('The same again', 'else')
    await look('create-password-weak', 'The two differ.')
    for (let step = 0; step < 3; step += 1) await back()
  })

  it('of a wallet with nothing in it is whole', async () => {
    await createWallet(page, { name: 'Main coldkey', password: PASSWORD })
    await look('home-empty', 'Bring in some TAO')
    await press('Send')
    await look('send-empty', 'Network fee')
    await fillOut(page, { to: BOB, amount: '1' })
    await look('send-no-fee', 'not enough TAO here')
    await back()
    await press('Receive')
    await look('receive')
    await back()
    await nav('Activity')
    await look('activity-empty', 'Nothing sent from here yet')
    await nav('Contacts')
    await look('contacts-empty', 'Add the first')
    await nav('Settings')
    await look('settings', 'Lock now')
  })

  it('of settings and accounts is whole', async () => {
    await press(/^Accounts/)
    await look('accounts-one', 'Add account')
    await press('Add account')
    await look('add-account', 'Watch an address')
    await press(/From words you have here/)
    await look('add-derived', 'Derivation path')
    await back()
    await press(/Import words/)
    await look('add-imported', 'Secret words')
    await back()
    await press(/Watch an address/)
    await type('Address', BOB)
    await type('Name', LONG_NAME)
    await look('add-watched')
    await press('Add account')
    await look('accounts', 'watch only')
    await press('Change the order')
    await look('accounts-order')
    await press('Done')
    await press(/Main coldkey/)
    await look('account', 'Show its secret')
    await press(/Remove from this wallet/)
    await look('account-remove', 'Keep it')
    await press('Keep it')
    await press(/Show its secret/)
    await look('secret-asks', 'Hold to show')
    await type('Password', 'not the password')
    await hold(page, 'Hold to show')
    await look('secret-wrong-password', 'Wrong password')
    await type('Password', PASSWORD)
    await hold(page, 'Hold to show')
    await look('secret', 'On paper only')
    await press('Done')
    await back()
    await press(new RegExp(LONG_NAME))
    await look('account-watched', 'Watch only')
    await back()
    await back()
    await press(/^Password/)
    await look('password', 'Present password')
    await back()
    await press(/^Network/)
    await look('network', 'Newest block')
    await toPortfolio(page)
  })

  it('of contacts is whole', async () => {
    await nav('Contacts')
    await press('Add the first')
    await look('contact-new', 'Save contact')
    await type('Address', BOB)
    await type('Name', 'Exchange')
    await look('contact-filled')
    await press('Save contact')
    await look('contacts', 'Exchange')
    await press(/Exchange/)
    await look('contact')
    await press('More')
    await look('contact-menu')
    await page.getByRole('menuitem', { name: 'Remove' }).click()
    await look('contact-remove', 'Only the name goes')
    await press('Keep it')
    await toPortfolio(page)
  })
})

const fillOut = async (page: Page, { to, amount }: { to: string; amount: string }): Promise<void> => {
  await page.getByLabel('To', { exact: true }).fill(to)
  await page.getByLabel('Amount', { exact: true }).fill(amount)
}
