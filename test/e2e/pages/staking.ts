/** Staking as a person does it: what is picked from lists, what is typed, and what a position offers. */
import type { Page } from 'playwright-core'
import type { WalletOnDevnet } from '../wallet-on-devnet.ts'
import { agree, button, toReview } from './wallet.ts'

/** Picks a row of the list behind a field: the one that shows what was searched for. */
export async function pick(page: Page, field: string, search: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${field} `) }).click()
  const dialog = page.getByRole('dialog')
  const box = dialog.getByRole('textbox')
  if (await box.isVisible()) await box.fill(search)
  await dialog.locator('button.row').filter({ hasText: search }).first().click()
  await dialog.waitFor({ state: 'detached' })
}

export interface Staking {
  readonly subnet: string
  readonly validator: string
  readonly amount: string
}

/** From the first screen: where, with whom, how much. */
export async function fillStake(page: Page, { subnet, validator, amount }: Staking): Promise<void> {
  await button(page, 'Stake').click()
  await pick(page, 'Subnet', subnet)
  await pick(page, 'Validator', validator)
  await typeAmount(page, amount)
}

export async function typeAmount(page: Page, amount: string): Promise<void> {
  await page.getByLabel('Amount', { exact: true }).fill(amount)
  await estimated(page)
}

/** Waits until the estimate is of what stands in the form. */
export async function estimated(page: Page): Promise<void> {
  await page
    .locator('.quote[aria-busy="false"]')
    .getByText(/You get about|Together, about/)
    .first()
    .waitFor()
}

/** Opens a position from the first screen and begins one of the things that can be done with it. */
export async function begin(page: Page, position: string, what: string): Promise<void> {
  await openPosition(page, position)
  await page
    .getByRole('region', { name: 'What you can do' })
    .getByRole('button', { name: new RegExp(`^${what}`) })
    .click()
}

async function openPosition(page: Page, position: string): Promise<void> {
  await positionRow(page, position).click()
  await page.getByRole('region', { name: 'What you can do' }).waitFor()
}

export function positionRow(page: Page, position: string) {
  return page.getByRole('list', { name: 'Positions' }).locator('button.row').filter({ hasText: position })
}

/** What the review says will be done. */
export async function reviewSays(page: Page): Promise<string> {
  await toReview(page)
  return page.locator('h2.say').innerText()
}

/**
 * Agrees to a trade. Its envelope is for the block after next, which is half a second away here and not half a minute:
 * blocks wait until the node has it.
 */
export async function agreeToTrade({ page, node }: Pick<WalletOnDevnet, 'page' | 'node'>): Promise<void> {
  node.pause()
  await agree(page)
  while (node.node.pool.size().ready === 0) await new Promise((later) => setTimeout(later, 20))
  node.resume()
}

/** What came of it, a line for each thing that changed hands. */
export async function cameOfIt(page: Page): Promise<string> {
  const lines = page.locator('main .came')
  await lines.first().waitFor()
  return (await lines.allInnerTexts()).join('\n')
}

/** What the chain took for it, as it is told. */
export async function feeOf(page: Page): Promise<bigint> {
  const fact = page.locator('.fact, dl > div').filter({ hasText: 'Network fee' })
  return inRao(/τ([\d.]+)/.exec(await fact.innerText())?.[1] ?? '')
}

/** A number as it is printed, in the unit of the chain. */
export function inRao(printed: string): bigint {
  const [whole = '', decimals = ''] = printed.split('.')
  return BigInt(whole.replaceAll(',', '') + decimals.padEnd(9, '0'))
}
