/** Every screen of staking in both themes: nothing that axe finds, nothing cut off, and a picture of each. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { plantIdentity } from '../../devnet/world/plant.ts'
import { listenIn } from './pages/console.ts'
import { createLooker } from './pages/look.ts'
import { estimated, fillStake, pick, positionRow, typeAmount } from './pages/staking.ts'
import { agree, atHome, toPortfolio, toReview, untilFinal } from './pages/wallet.ts'
import { keyOf, startWallet, TAO, type WalletOnDevnet } from './wallet-on-devnet.ts'

const LONG = 'Larkspur'

describe('a screen of staking', () => {
  let wallet: WalletOnDevnet
  let said: () => readonly string[]
  const looker = createLooker()
  const look = async (name: string, sign?: string | RegExp): Promise<void> => {
    const { page } = wallet
    if (sign !== undefined) await page.getByText(sign).first().waitFor()
    expect.soft(await looker.look(page, `stake-${name}`)).toEqual([])
  }
  const press = (name: string | RegExp) =>
    wallet.page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click()
  const back = () => press('Back')
  const nav = (name: string) => wallet.page.getByRole('navigation').getByText(name).click()
  /** A row of a list, by what is in it. */
  const row = (text: string) => wallet.page.locator('button.row').filter({ hasText: text }).first().click()
  /** To the end of what scrolls. */
  const down = () =>
    wallet.page.evaluate(() => {
      for (const each of document.querySelectorAll('*')) each.scrollTop = each.scrollHeight
    })

  beforeAll(async () => {
    wallet = await startWallet({ fund: 1284n * TAO + 520_700_000n })
    said = listenIn(wallet.extension.context)
    const { node, address } = wallet
    node.grantStakes([keyOf(address)], 15)
    node.seal(5)
  })
  afterAll(() => wallet?.close())
  afterEach(() => {
    expect(said().filter((line) => !/WebSocket connection to/.test(line))).toEqual([])
  })

  it('that tells what there is is whole', async () => {
    await positionRow(wallet.page, 'Amberline').first().waitFor()
    await look('home')
    await down()
    await look('home-end')
    await press('Hide amounts')
    await look('home-hidden')
    await press('Show amounts')
    await positionRow(wallet.page, LONG).click()
    await look('position-long-name', 'What you can do')
    await down()
    await look('position-end')
    await back()
    await positionRow(wallet.page, 'Root').first().click()
    await look('position-root', 'What you can do')
    await back()
  })

  it('of subnets and validators is whole', async () => {
    await nav('Subnets')
    await look('subnets', 'Amberline')
    await wallet.page.getByLabel('Name or number').fill('no such')
    await look('subnets-none', 'No subnet of that name')
    await wallet.page.getByLabel('Name or number').fill('')
    await row('Amberline')
    await look('subnet', 'Stake here')
    await down()
    await look('subnet-end')
    await press(/All validators/)
    await look('validators', 'Nine Lanterns')
    await row('Nine Lanterns')
    await look('validator')
    await back()
    await back()
    await back()
    await row(LONG)
    await look('subnet-long-name', 'Stake here')
    await back()
    await row('Kettleback')
    await look('subnet-closed', 'not started trading')
    await back()
    await press('The network as a whole')
    await look('chain')
    await back()
    await nav('Portfolio')
  })

  it('of a stake is whole, from the empty form to the end', async () => {
    const { page } = wallet
    await press('Stake')
    await look('form-empty')
    await page.getByRole('button', { name: /^Subnet / }).click()
    await look('pick-subnet', 'earns from all subnets')
    await press('Close')
    await pick(page, 'Subnet', 'Amberline')
    await page.getByRole('button', { name: /^Validator / }).click()
    await look('pick-validator', 'Nine Lanterns')
    await press('Close')
    await pick(page, 'Validator', 'Nine Lanterns')
    await typeAmount(page, '40')
    await look('form')
    await down()
    await look('form-end')
    await press('Change')
    await toPortfolio(page)
    await fillStake(page, { subnet: LONG, validator: 'Wending', amount: '9000' })
    await look('form-too-much', 'More than there is')
    await typeAmount(page, '1200')
    await look('form-impact')
    await down()
    await look('form-impact-end')
    await page.getByRole('button', { name: 'Change', exact: true }).last().click()
    await look('form-limit', 'A part will do')
    await page.getByRole('radio', { name: 'No limit' }).click()
    await estimated(page)
    await look('form-no-limit')
    await typeAmount(page, '20')
    await toReview(page)
    await look('review')
    await down()
    await look('review-end')
    await agree(page)
    await untilFinal(page)
    await look('final')
    await press('Done')
    await atHome(page)
    await nav('Activity')
    await look('activity', 'Done')
    await nav('Portfolio')
    await page
      .getByRole('button', { name: /^Value/ })
      .first()
      .click()
    await look('value')
    await toPortfolio(page)
  })

  it('of crowdloans and of an identity is whole', async () => {
    const { page, node, address } = wallet
    node.node.seal({ intervene: (c) => plantIdentity(c, keyOf(address), 'Wren & Daughters') })
    await press('More')
    await look('possible', 'Unstake all')
    await press(/^Crowdloans/)
    await look('crowdloans', 'Crowdloan 1')
    await press('Contribute')
    await look('crowdloan-form', 'Network fee')
    await page.getByRole('button', { name: /^Crowdloan / }).click()
    await look('pick-crowdloan', 'of τ60')
    await page.getByLabel('Number').fill('77')
    await row('Crowdloan 77')
    await look('crowdloan-none', 'There is no such crowdloan')
    await toPortfolio(page)
    await press('More')
    await press(/^Unstake all/)
    await press(/^From validator/)
    await look('pick-staked-with', /\d position/)
    await press('Close')
    await back()
    await press(/^Publish an identity/)
    await page.getByLabel('Name', { exact: true }).fill('Wren & Sons')
    await page.getByLabel('Website').fill('')
    await look('identity-form', 'taken away by this: Website.')
    expect(await page.getByLabel('Description').inputValue()).toContain('made up')
    await toPortfolio(page)
  })

  it('says what keeps the chain from taking anything, and what is known without a node', async () => {
    const { page, node } = wallet
    node.enterSafeMode(1000)
    await look('safe-mode', 'The chain is in safe mode')
    await press('Stake')
    await look('safe-mode-form', 'The chain is in safe mode')
    await toPortfolio(page)
    node.leaveSafeMode()
    node.fault({ kind: 'finality-stall' })
    node.seal(25)
    await look('lagging', 'are not becoming final')
    node.clearFaults()
    await node.close()
    await look('offline', 'No node answers')
    await positionRow(page, 'Amberline').first().click()
    await look('offline-position', 'What you can do')
    await back()
    await nav('Subnets')
    await look('offline-subnets', 'Amberline')
  })
})
