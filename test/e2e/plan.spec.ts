/** Plans from ticked positions to what came of each of their legs, in a browser. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { positionsOf, stakeOf } from '../../devnet/pallets/subtensor/shares.ts'
import { createLooker } from './pages/look.ts'
import { agreeToTrade } from './pages/staking.ts'
import { atHome, button, toReview, untilFinal } from './pages/wallet.ts'
import { keyOf, startWallet, type WalletOnDevnet } from './wallet-on-devnet.ts'

describe('a plan', () => {
  let wallet: WalletOnDevnet
  let page: Page
  const looker = createLooker()
  const look = async (name: string): Promise<void> => {
    expect.soft(await looker.look(page, name)).toEqual([])
  }
  beforeAll(async () => {
    wallet = await startWallet({ emission: false })
    page = wallet.page
    // Root, and two subnets.
    wallet.node.grantStakes([keyOf(wallet.address)], 3)
  })
  afterAll(() => wallet?.close())

  const coldkey = () => keyOf(wallet.address)
  const now = () => wallet.node.node.view()
  const places = () => positionsOf(now(), coldkey()).map(({ netuid }) => netuid)
  const staked = (subnet: number) =>
    positionsOf(now(), coldkey())
      .filter(({ netuid }) => netuid === subnet)
      .map((position) => stakeOf(now(), position))
  const simulated = () => page.locator('.quote[aria-busy="false"]').getByText('Simulated at block').waitFor()
  /** To the review; then the price of a subnet falls by a tenth, and a person agrees to what was shown before. */
  const agreeTooLate = async (netuid: number): Promise<void> => {
    await toReview(page)
    wallet.node.movePrice(netuid, 90)
    await agreeToTrade(wallet)
    await untilFinal(page)
  }

  it('of shares makes the few moves that lead there, and leaves alone what nobody changed', async () => {
    await page.getByText('Positions · 3').waitFor()
    await button(page, 'Rebalance').click()
    const share = (place: string) => page.getByRole('textbox', { name: new RegExp(`^Share of ${place}`) })
    await share('Amberline').fill('150')
    await page.getByText('A share is percent').waitFor()
    await share('Amberline').fill('99.9')
    await page.getByText('which is more than there is').waitFor()
    await share('Amberline').fill('0.5')
    await share('Root').fill('0.6')
    await page.getByText('2 moves').waitFor()
    await simulated()
    await look('plan-rebalance')
    await page.getByRole('region', { name: 'Moves' }).scrollIntoViewIfNeeded()
    await look('plan-moves')
    const before = staked(2)
    await toReview(page)
    await look('plan-rebalance-review')
    const comes = await page.getByText('less the swap fee').first().innerText()
    expect(comes.replaceAll(/\s/g, '')).toMatch(/atleast[τα][\d,]+\.\d{5,9}/)
    await agreeToTrade(wallet)
    await untilFinal(page)
    await page.getByText('Both calls were carried out.').waitFor()
    expect(staked(2)).toEqual(before)
    await button(page, 'Done').click()
    await atHome(page)
  })
  it('says what each position brings, and all of them together, before anything is signed', async () => {
    await page.getByText('Positions · 3').waitFor()
    await look('positions-with-plans')
    await button(page, 'Take out several').click()
    await page.getByText('3 of 3 ticked').waitFor()
    await simulated()
    await look('plan-exit')
    await page.getByRole('switch', { name: 'All or nothing' }).scrollIntoViewIfNeeded()
    await look('plan-exit-terms')
  })
  it('leaves out what is not ticked, with the keyboard alone', async () => {
    const root = page.getByRole('checkbox', { name: /Root/ })
    await root.focus()
    await page.keyboard.press('Space')
    await page.getByText('2 of 3 ticked').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.getByText('1 of 3 ticked').waitFor()
    await button(page, 'Tick all').click()
    await page.getByText('3 of 3 ticked').waitFor()
  })
  it('that is all or nothing leaves everything as it was when one price has run away, and says so', async () => {
    await page.getByRole('switch', { name: 'All or nothing' }).click()
    await simulated()
    const before = places()
    await toReview(page)
    await look('plan-review')
    expect(await page.locator('h2.say').innerText()).toBe('Unstake 3 times, all of them or none.')
    await agreeTooLate(2)
    await page.getByText('None of the 3 calls took effect').waitFor()
    await look('plan-undone')
    expect(places()).toEqual(before)
    await button(page, 'Done').click()
    await atHome(page)
  })
  it('of which one leg fails takes out the others, and says what became of each', async () => {
    await button(page, 'Take out several').click()
    await simulated()
    await agreeTooLate(2)
    await page.getByText('2 of 3 calls were carried out.').waitFor()
    await look('plan-failed-leg')
    const legs = await page.locator('.legs > li').allInnerTexts()
    expect(legs.map((leg) => /Done|Failed/.exec(leg)?.[0])).toEqual(['Done', 'Done', 'Failed'])
    expect(legs[2]).toContain('Unstake all there is on Brookfold')
    expect(places()).toEqual([2])
  })
})
