/** Bad input and bad luck: each gets a clear sentence, loses nothing, and leaves what was typed where it is. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agree, atHome, button, fillSend, PASSWORD, toPortfolio, toReview, unlock } from './pages/wallet.ts'
import { BOB, keyOf, openPopup, startWallet, TAO, type WalletOnDevnet } from './wallet-on-devnet.ts'

let wallet: WalletOnDevnet
beforeAll(async () => {
  wallet = await startWallet()
})
afterAll(() => wallet?.close())

describe('an address', () => {
  it.each([
    ['an Ethereum-style one', '0x742d35Cc6634C0532925a3b844Bc454e4438f44e', 'Ethereum-style'],
    ['one with a character wrong', '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694tz', 'check sum'],
    ['a piece of one', '5FHneW46xGXgs5mUiveU4sb', 'not as long as an address'],
    ['one of another network', '14E5nqKAp3oAJcmzgZhUD2RcptBeUBScxKHgJKU4HPNcKVf3', 'another network'],
    ['no address at all', 'alice!', 'does not occur in an address'],
  ])('that is %s is refused in words', async (_what, typed, says) => {
    const { page } = wallet
    await button(page, 'Send').click()
    const field = page.getByLabel('To', { exact: true })
    await field.fill(typed)
    await field.blur()
    await page.getByText(says).first().waitFor()
    expect(await field.inputValue()).toBe(typed)
    await toPortfolio(page)
  })
})

describe('an amount', () => {
  it.each([
    ['with ten decimals', '0.0000000001', 'nine decimals'],
    ['that is no number', 'NaN', 'Type digits'],
    ['with an exponent', '1e3', 'Type digits'],
    ['below zero', '-1', 'Type digits'],
    ['of nothing', '0', 'more than zero'],
    ['beyond all TAO', '99999999999999', 'not that much TAO'],
    ['beyond the balance', '101', 'More than you can send'],
  ])('%s is refused in words', async (_what, typed, says) => {
    const { page } = wallet
    await fillSend(page, { to: BOB, amount: typed })
    await page.getByLabel('Amount', { exact: true }).blur()
    await page.getByText(says).first().waitFor()
    expect(await page.getByLabel('Amount', { exact: true }).inputValue()).toBe(typed)
    expect(page.url()).toMatch(/index\.html$/)
    await toPortfolio(page)
  })
})

describe('a transaction the chain refuses', () => {
  it('is told in plain words, and the money is where it was', async () => {
    const { page, node, address } = wallet
    await fillSend(page, { to: BOB, amount: '1' })
    await toReview(page)
    const before = node.freeBalance(keyOf(address))
    node.fault({
      kind: 'error',
      method: 'author_*',
      code: 1010,
      message: 'Invalid Transaction',
      data: 'Custom error: 0',
      times: 3,
    })
    await agree(page)
    await page.getByText('Refused by the chain').waitFor()
    await page
      .getByText(/coldkey swap|swap/i)
      .first()
      .waitFor()
    expect(node.freeBalance(keyOf(address))).toBe(before)
    node.clearFaults()
    await button(page, 'Done').click()
    await atHome(page)
  })

  it('after it was taken into a block is told by the chain’s own error, and costs its fee alone', async () => {
    const { page, node, address, picture } = wallet
    const before = node.freeBalance(keyOf(address))
    node.pause()
    // Each is fine by itself when it is reviewed; after the first there is too little for the second.
    for (let count = 0; count < 2; count += 1) {
      await fillSend(page, { to: BOB, amount: '60' })
      await toReview(page)
      await agree(page)
      await page.getByText('Signed and sent').waitFor()
      if (count === 0) {
        await button(page, 'Done').click()
        await atHome(page)
      }
    }
    node.resume()
    await page.getByText('It failed there.').waitFor({ timeout: 30_000 })
    await page.getByText('It can no longer be undone.').waitFor({ timeout: 30_000 })
    await picture('failed-in-block')
    expect(await page.locator('main').innerText()).toContain('did not hold enough')
    const spent = before - node.freeBalance(keyOf(address))
    expect(spent).toBeGreaterThan(60n * TAO)
    expect(spent).toBeLessThan(60n * TAO + TAO / 1000n)
    await button(page, 'Done').click()
    await atHome(page)
  })
})

describe('an account that somebody wrote into the stored vault', () => {
  it('is not shown as one’s own: the room, which holds the list under its seal, is asked', async () => {
    const { extension, page } = wallet
    const before = await page.evaluate(async (stranger) => {
      const { 'vault.sealed': sealed } = await chrome.storage.local.get('vault.sealed')
      const { rev, accounts } = sealed as Sealed
      const added = { kind: 'watch', address: stranger, name: 'Savings', hidden: false }
      await chrome.storage.local.set({
        'vault.sealed': { ...(sealed as Sealed), rev: rev + 1, accounts: [...accounts, added] },
      })
      return sealed as Sealed
    }, BOB)
    await extension.stopWorker()
    await page.getByRole('dialog', { name: 'These are not your accounts' }).waitFor()
    await wallet.picture('strange-accounts')
    await page.getByRole('dialog').getByRole('button', { name: 'Lock' }).click()
    await page.getByText('Taokey is locked').waitFor()
    // Put back as it was, in both stores.
    await write(page, before)
    await extension.stopWorker()
    await unlock(page, PASSWORD)
    await atHome(page)
  })
})

describe('a damaged vault', () => {
  it('is never taken for a new wallet: both copies spoiled lead to recovery, and the pieces can be saved', async () => {
    const { extension } = wallet
    await button(wallet.page, 'Lock').click()
    await wallet.page.getByText('Taokey is locked').waitFor()
    const page = await openPopup(extension)
    await extension.stopWorker()
    await write(page, { fmt: 'spoiled' })
    await wallet.page.close()
    await extension.stopWorker()
    await page.reload()
    await page.getByText('The stored vault cannot be read').waitFor()
    const saved = page.waitForEvent('download')
    await button(page, 'Save the raw copies').click()
    expect((await saved).suggestedFilename()).toBe('taokey-damaged-vault.txt')
    await wallet.picture('recovery', page)
    expect(await button(page, 'Create a new wallet').count()).toBe(0)
  })
})

/** As much of a stored vault as is looked at. */
interface Sealed {
  readonly rev: number
  readonly accounts: readonly object[]
}

/**
 * Puts that into both stores, in the place of all that is there, under the lock that the wallet holds when it writes: a
 * worker that starts meanwhile would mend the one from the other.
 */
function write(page: Page, copy: object): Promise<void> {
  return page.evaluate(async (newest) => {
    const put = async (): Promise<void> => {
      await chrome.storage.local.set({ 'vault.sealed': newest })
      await new Promise<void>((done, failed) => {
        const opening = indexedDB.open('vault-copies')
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('entries', 'readwrite')
          transaction.objectStore('entries').put(newest, 'newest')
          transaction.objectStore('entries').delete('previous')
          transaction.oncomplete = () => done()
          transaction.onabort = () => failed(transaction.error)
        }
      })
    }
    await navigator.locks.request('vault', put)
  }, copy)
}
