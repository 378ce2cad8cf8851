/** The wallet's screens as a person uses them: by what is written on them. Journeys of tests and of the demo are made of these. */
import type { Page } from 'playwright-core'

/** What a node on this computer may take until the popup shows it. */
const PATIENCE = { timeout: 30_000 }

export const PASSWORD = 'correct-horse-battery-9'

export interface NewWallet {
  readonly name: string
  readonly password: string
}

/** Creates a first wallet: the words are read from the screen, as a person writes them down, and given back. */
export async function createWallet(page: Page, { name, password }: NewWallet): Promise<readonly string[]> {
  await button(page, 'Create a new wallet').click()
  const words = await readWords(page)
  await button(page, 'I wrote them down').click()
  await answerWords(page, words)
  await nameAndPassword(page, { name, password })
  await button(page, 'Create wallet').click()
  await atHome(page)
  return words
}

/** The words that are shown to be written down. */
export async function readWords(page: Page): Promise<readonly string[]> {
  await button(page, 'I wrote them down').and(page.locator(':enabled')).waitFor(PATIENCE)
  const shown = await page.locator('.words li').allInnerTexts()
  return shown.map((each) => each.replace(/[\d\s]/g, ''))
}

/** Types those that are asked back, and has them checked. */
export async function answerWords(page: Page, words: readonly string[]): Promise<void> {
  await page.getByText('Which word').first().waitFor(PATIENCE)
  for (const field of await page.getByRole('textbox').all()) {
    const label = await field.evaluate((each) => (each as HTMLInputElement).labels?.[0]?.innerText ?? '')
    const place = Number(/\d+/.exec(label)?.[0])
    await field.fill(words[place - 1] ?? '')
  }
  await button(page, 'Check').click()
}

async function nameAndPassword(page: Page, { name, password }: NewWallet): Promise<void> {
  await page.getByLabel('Name of this account').fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('The same again').fill(password)
}

export async function importWords(
  page: Page,
  { words, path, ...rest }: NewWallet & { words: string; path?: string },
): Promise<void> {
  await button(page, 'I already have keys').click()
  await page.getByLabel('Secret words').fill(words)
  if (path !== undefined) {
    const field = page.getByLabel('Derivation path')
    if (!(await field.isVisible())) await page.getByText('Path and key type').click()
    await field.fill(path)
  }
  const use = button(page, 'Use this account')
  await use.and(page.locator(':enabled')).waitFor(PATIENCE)
  await use.click()
  await nameAndPassword(page, rest)
  await button(page, 'Open wallet').click()
  await atHome(page)
}

export async function atHome(page: Page): Promise<void> {
  await button(page, 'Send').waitFor(PATIENCE)
}

export async function unlock(page: Page, password: string): Promise<void> {
  await page.getByLabel('Password', { exact: true }).fill(password)
  await button(page, 'Unlock').click()
}

/** Through the wallet's own settings: the local network, this node first, and its chain agreed to. */
export async function useLocalNode(page: Page, endpoint: string): Promise<void> {
  await page.getByRole('navigation').getByText('Settings').click()
  await page.getByRole('button', { name: /^Network/ }).click()
  await chooseLocal(page, endpoint)
  await toPortfolio(page)
}

/** The same before there is a wallet, from the first screen. */
export async function chooseLocalFirst(page: Page, endpoint: string): Promise<void> {
  await page.getByRole('button', { name: /Network settings/ }).click()
  await chooseLocal(page, endpoint)
  await page.getByRole('button', { name: 'Back', exact: true }).click()
}

async function chooseLocal(page: Page, endpoint: string): Promise<void> {
  await page.getByRole('radio', { name: 'Local' }).click()
  const port = page.getByLabel('Add a port of this computer')
  await port.fill(endpoint)
  if (await button(page, 'Add').isEnabled()) await button(page, 'Add').click()
  // One that is on the list already goes to the front of it: another node may answer at a port before.
  const earlier = button(page, `Try ${endpoint} earlier`)
  await earlier.waitFor(PATIENCE)
  while (await earlier.isEnabled()) await earlier.click({ timeout: 1000 }).catch(() => undefined)
  await button(page, 'Use this chain').click(PATIENCE)
  await page.getByText('Newest block').waitFor(PATIENCE)
}

export async function toPortfolio(page: Page): Promise<void> {
  // Either is there once the page is.
  const bar = page.getByRole('navigation')
  await bar
    .or(page.getByRole('button', { name: 'Back', exact: true }))
    .first()
    .waitFor(PATIENCE)
  while (!(await bar.isVisible())) await page.getByRole('button', { name: 'Back', exact: true }).click()
  await page.getByRole('navigation').getByText('Portfolio').click()
  await atHome(page)
}

/** The address of the account in front, read from the receive screen. */
export async function readAddress(page: Page): Promise<string> {
  await button(page, 'Receive').click()
  const shown = await page.locator('main').innerText()
  const address = /5[1-9A-HJ-NP-Za-km-z]{46,47}/.exec(shown.replace(/\s/g, ''))?.[0]
  if (address === undefined) throw new Error('the receive screen shows no address')
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  return address
}

export interface Sending {
  readonly to: string
  readonly amount: string
}

/** Fills the form in and goes on to the review. */
export async function fillSend(page: Page, { to, amount }: Sending): Promise<void> {
  await button(page, 'Send').click()
  await page.getByLabel('To', { exact: true }).fill(to)
  await page.getByLabel('Amount', { exact: true }).fill(amount)
}

export async function toReview(page: Page): Promise<void> {
  // Who is told that the network is away presses again.
  const review = page.getByRole('button', { name: /^Review/ }).and(page.locator(':enabled'))
  await expectSoon(async () => {
    if (page.url().endsWith('/approve.html')) return true
    if ((await review.count()) > 0) await review.click({ timeout: 2000 }).catch(() => undefined)
    return false
  })
  await page
    .locator('.button.primary[aria-disabled="false"], .button.danger[aria-disabled="false"]')
    .waitFor(PATIENCE)
}

/** Presses the button that agrees, once it can be. */
export async function agree(page: Page): Promise<void> {
  await page.locator('.button.primary[aria-disabled="false"]').click()
}

/** Holds a button down until it is done with. */
export async function hold(page: Page, name: string): Promise<void> {
  await button(page, name).hover()
  await page.mouse.down()
  await button(page, name).waitFor({ state: 'detached' })
  await page.getByText('Keep holding…').waitFor({ state: 'detached' })
  await page.mouse.up()
}

export async function untilFinal(page: Page): Promise<void> {
  await page.getByText('It can no longer be undone.').waitFor({ timeout: 90_000 })
}

export function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true })
}

/** Asks again and again until it is so. @throws after half a minute */
async function expectSoon(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE.timeout
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('it never came about')
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

/** One more account from the words that are here, and back to the first screen. */
export async function addAccount(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByText('Settings').click()
  await page.getByRole('button', { name: /^Accounts/ }).click()
  await button(page, 'Add account').click()
  await page.getByRole('button', { name: /From words you have here/ }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await button(page, 'Add account').click()
  await page.getByText(name).waitFor()
  await toPortfolio(page)
}
