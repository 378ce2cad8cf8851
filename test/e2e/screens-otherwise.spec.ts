/**
 * As in `screens.spec.ts`, where something is otherwise: many accounts, the other theme, a wide tab, a lock, no node, no
 * vault that reads.
 */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addressOf } from '#shared/domain/address.ts'
import { listenIn } from './pages/console.ts'
import { judge } from './pages/look.ts'
import { handOn, LONG_NAME, watchAll } from './pages/screens.ts'
import { atHome, button, hold, PASSWORD, toPortfolio, unlock } from './pages/wallet.ts'
import { BOB, startWallet, type WalletOnDevnet } from './wallet-on-devnet.ts'

describe('a screen', () => {
  let wallet: WalletOnDevnet
  let page: Page
  let said: () => readonly string[]
  const { look, press, back, nav, type } = handOn(() => page)

  beforeAll(async () => {
    wallet = await startWallet()
    page = wallet.page
    said = listenIn(wallet.extension.context)
  })
  afterAll(() => wallet?.close())
  afterEach(() => {
    expect(said()).toEqual([])
  })

  it('of a hundred accounts is whole, and draws those in view', async () => {
    const watched = Array.from({ length: 100 }, (_, at) => ({
      address: addressOf(new Uint8Array(32).fill(at + 100)),
      name: `Watched ${at + 1}`,
    }))
    await watchAll(page, [{ address: BOB, name: LONG_NAME }, ...watched])
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
    await press(/Main coldkey/)
    await press(/^All accounts/)
    await look('home-all-watched', 'only watched')
    await press(/^All accounts/)
    await press(/^Watched 1 /)
    await page.getByText('Watched 1', { exact: true }).waitFor()
    expect(await page.getByRole('button', { name: 'Stake', exact: true }).count()).toBe(0)
    await look('home-watched', 'Receive')
    await press(/^Watched 1 /)
    await press(/^Main coldkey/)
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
    wallet.node.fault({ kind: 'wrong-genesis' })
    wallet.node.dropConnections()
    await look('home-other-chain', 'Another chain stands at')
    await press('Choose another node')
    await look('network-other-chain', 'This node has changed its chain')
    await back()
    wallet.node.clearFaults()
    await wallet.node.close()
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
    await wallet.extension.stopWorker()
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
