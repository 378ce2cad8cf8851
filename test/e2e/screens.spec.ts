/** Every screen in both themes: nothing that axe finds, nothing cut off, nothing in the console, and a picture of each. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Address, addressOf } from '#shared/domain/address.ts'
import { type Devnet, startDevnet } from '../../devnet/start.ts'
import { type Extension, launch } from './extension.ts'
import { listenIn } from './pages/console.ts'
import { createLooker, judge } from './pages/look.ts'
import {
  agree,
  answerWords,
  atHome,
  button,
  createWallet,
  fillSend,
  hold,
  PASSWORD,
  readAddress,
  readWords,
  toPortfolio,
  toReview,
  unlock,
  untilFinal,
} from './pages/wallet.ts'
import { addRoomClient } from './room-client.ts'
import { BOB, keyOf, openPopup, SHIPPED, TAO } from './wallet-on-devnet.ts'

/** Forty characters, as long as a name may be. */
const LONG_NAME = 'Validator rewards, cold, Zürich, no. 417'
const WORDS = 'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about'

describe('a screen', () => {
  let node: Devnet
  let extension: Extension
  let page: Page
  let said: () => readonly string[]
  let address: Address
  const looker = createLooker()
  const look = async (name: string, sign?: string | RegExp): Promise<void> => {
    if (sign !== undefined) await page.getByText(sign).first().waitFor()
    expect.soft(await looker.look(page, name)).toEqual([])
  }
  const press = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' }).click()
  const back = () => press('Back')
  const nav = (name: string) => page.getByRole('navigation').getByText(name).click()
  const type = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)

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

  it('of what is held is whole', async () => {
    address = (await readAddress(page)) as Address
    node.faucet(keyOf(address), 1284n * TAO + 520_700_000n)
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
    await press('Forget')
    await look('transaction-forget', 'Keep it')
    await press('Keep it')
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
    await look('after-reject')
    expect(await page.getByLabel('Amount', { exact: true }).inputValue()).toMatch(/^127\d/)
    expect(await page.getByRole('switch').getAttribute('aria-checked')).toBe('true')
    await toPortfolio(page)
  })

  it('of very little and of very much is whole', async () => {
    // The least an account can hold; a single rao can only be sent.
    node.setBalance(keyOf(address), 500n)
    await page.getByText('.00000050').first().waitFor()
    await look('home-least')
    node.setBalance(keyOf(address), 21_000_000n * TAO)
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

  it('of a hundred accounts is whole, and draws those in view', async () => {
    await watchMany(page, 100)
    await page.reload()
    await press(/Main coldkey/)
    await look('switcher-many', 'Search')
    const rows = page.locator('.choices li')
    expect(await rows.count()).toBe(103)
    const drawn = () =>
      rows.evaluateAll(
        (all) =>
          all.filter((row) => row.firstElementChild?.checkVisibility({ contentVisibilityAuto: true })).length,
      )
    expect(await drawn()).toBeLessThan(40)
    await rows.last().scrollIntoViewIfNeeded()
    await page.getByText('Watched 100').waitFor()
    expect(await page.locator('*').count()).toBeLessThan(2000)
    await type('Search', 'watched 77')
    expect(await rows.count()).toBe(1)
    await press('Manage')
    await look('accounts-many', 'Search')
    await back()
  })

  it('follows the theme that was chosen, not the system’s', async () => {
    await nav('Settings')
    for (const [theme, colour] of [
      ['Dark', 'rgb(11, 12, 14)'],
      ['Light', 'rgb(247, 247, 245)'],
    ] as const) {
      await page.getByRole('radio', { name: theme }).click()
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme })
        await expect
          .poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor))
          .toBe(colour)
      }
    }
    await page.getByRole('radio', { name: 'System' }).click()
    // Grounds are all one where the system gives the colours: what is chosen has an edge.
    await page.emulateMedia({ forcedColors: 'active' })
    const edges = await page
      .getByRole('radio')
      .evaluateAll((all) =>
        all.map((each) => [each.matches(':checked'), getComputedStyle(each).outlineStyle] as const),
      )
    expect(new Set(edges.map((edge) => edge.join()))).toEqual(new Set(['true,solid', 'false,none']))
    await page.emulateMedia({ forcedColors: 'none' })
    await toPortfolio(page)
  })

  it('has its places at its side in a wide tab, and what belongs together side by side', async () => {
    await page.setViewportSize({ width: 1280, height: 800 })
    const panes = () =>
      page.locator('.pane').evaluateAll((all) => all.map((pane) => pane.getBoundingClientRect().left))
    const isSideBySide = ([first = 0, second = 0]: readonly number[]) => second > first + 300
    expect(isSideBySide(await panes())).toBe(true)
    expect(await judge(page)).toEqual([])
    await press('Send')
    await page.getByLabel('To', { exact: true }).waitFor()
    expect(isSideBySide(await panes())).toBe(true)
    expect(await judge(page)).toEqual([])
    const places = page.getByRole('navigation')
    expect(await places.count()).toBe(1)
    expect(await places.locator('[aria-current]').innerText()).toBe('Portfolio')
    await nav('Contacts')
    expect(await places.locator('[aria-current=page]').innerText()).toBe('Contacts')
    await nav('Settings')
    await press(/^Network/)
    await page.getByText('Newest block').waitFor()
    await page.goBack()
    await page.getByText('Lock now').waitFor()
    await page.goBack()
    await atHome(page)
    await nav('Contacts')
    await page.setViewportSize({ width: 360, height: 600 })
    expect(await places.count()).toBe(1)
    await toPortfolio(page)
  })

  it('of a locked wallet is whole', async () => {
    await press('Lock')
    await look('locked', 'Taokey is locked')
    await unlock(page, 'not the password')
    await look('locked-wrong-password', 'Wrong password')
    await press('I forgot the password')
    await look('erase', 'Begin again from your words')
    await press('Keep it')
    await page.evaluate(() =>
      chrome.storage.local.set({ 'vault.attempts': { fails: 9, nextAt: Date.now() + 4000 } }),
    )
    await unlock(page, PASSWORD)
    await look('locked-must-wait', 'Try again in')
    await page.evaluate(() => chrome.storage.local.set({ 'vault.attempts': { fails: 0, nextAt: 0 } }))
    await button(page, 'Unlock').and(page.locator(':enabled')).waitFor()
    await unlock(page, PASSWORD)
    await atHome(page)
  })

  it('of a review of nothing is whole', async () => {
    await page.goto(page.url().replace('index.html', 'approve.html'))
    await look('review-nothing', 'Nothing waits')
    await press('To the wallet')
    await atHome(page)
  })

  it('without its node is whole', async () => {
    node.fault({ kind: 'wrong-genesis' })
    node.dropConnections()
    await look('home-other-chain', 'Another chain stands at')
    await press('Choose another node')
    await look('network-other-chain', 'This node has changed its chain')
    await back()
    node.clearFaults()
    await node.close()
    await look('home-offline', 'No node answers')
    await press('Send')
    await type('To', BOB)
    await type('Amount', '1')
    await look('send-offline', 'there is no estimate')
    await back()
    // What the browser itself says of a node that is not there.
    expect(said().filter((line) => !/WebSocket connection to/.test(line))).toEqual([])
  })

  it('of a vault that does not read is whole, and giving it up leaves nothing behind', async () => {
    await press('Hide amounts')
    await press('Lock')
    await page.getByText('Taokey is locked').waitFor()
    await damage(page)
    await extension.stopWorker()
    await page.reload()
    await look('recovery', 'The stored vault cannot be read')
    await press('Restore from words')
    await look('recovery-erase', 'Type ERASE to go on')
    await type('Type ERASE to go on', 'erase')
    await hold(page, 'Hold to erase')
    await page.getByText('Secret words').waitFor()
    await look('import-after-loss')
    expect(await page.evaluate(() => localStorage.getItem('taokey.hide-amounts'))).toBeNull()
    expect(said().filter((line) => !/WebSocket connection to|vault/.test(line))).toEqual([])
  })
})

/** Watches so many addresses as the wallet itself does: the room seals, the background keeps. */
const watchMany = async (page: Page, count: number): Promise<void> => {
  const addresses = Array.from({ length: count }, (_, at) => addressOf(new Uint8Array(32).fill(at + 100)))
  await addRoomClient(page)
  await page.evaluate(async (all) => {
    for (const [at, address] of all.entries()) {
      const watched = await room.wallet.call['room.watch']({ address, name: `Watched ${at + 1}` })
      if (!watched.ok) throw new Error(`not watched: ${watched.error.code}`)
      // Each is kept before the next: the store takes a revision after the one it has.
      const kept = await room.background.call['vault.store']({ sealed: watched.value.sealed })
      if (!kept.ok) throw new Error(`not kept: ${kept.error.code}`)
    }
  }, addresses)
}

/** Spoils every copy of the vault, in both stores. */
const damage = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await chrome.storage.local.set({ 'vault.sealed': 'spoilt' })
    await new Promise<void>((done, failed) => {
      const request = indexedDB.open('vault-copies', 1)
      request.onerror = () => failed(request.error)
      request.onsuccess = () => {
        const spoiling = request.result.transaction('entries', 'readwrite')
        for (const copy of ['newest', 'previous']) spoiling.objectStore('entries').put('spoilt', copy)
        spoiling.oncomplete = () => done(request.result.close())
      }
    })
  })

const fillOut = async (page: Page, { to, amount }: { to: string; amount: string }): Promise<void> => {
  await page.getByLabel('To', { exact: true }).fill(to)
  await page.getByLabel('Amount', { exact: true }).fill(amount)
}
