/** The later steps of the demo's journey: a stake and what becomes of it, and the wallet as a page of the web meets it. */
import type { BrowserContext, Page } from 'playwright-core'
import { agreeIn, approvalWindow, untilGone } from '../test/e2e/pages/site.ts'
import { begin, cameOfIt, fillStake, pick, positionRow, reviewSays } from '../test/e2e/pages/staking.ts'
import { agree, atHome, button, untilFinal } from '../test/e2e/pages/wallet.ts'
import type { DemoSite } from './demo-site.ts'

/** Says what was done, and leaves a picture of it. */
export type Step = (what: string, name: string, shown?: Page) => Promise<void>

/** Puts TAO on a subnet, looks at the position, moves it to another validator, and takes it out. */
export async function stake(page: Page, step: Step): Promise<void> {
  /** Agrees, and says in the wallet's own words what came of it. */
  const done = async (name: string): Promise<void> => {
    await agree(page)
    await untilFinal(page)
    await step(await cameOfIt(page), name)
    await button(page, 'Done').click()
    await atHome(page)
  }
  await fillStake(page, { subnet: 'Amberline', validator: 'Nine Lanterns', amount: '20' })
  await step('Asked to stake 20 TAO on a subnet; what it brings is the chain’s own simulation', 'stake')
  await reviewSays(page)
  await step('Reviewed it: at most this price, or it fails', 'stake-review')
  await done('staked')
  await positionRow(page, 'Amberline').waitFor()
  await step('The position stands on the first screen, with its value', 'position')
  await begin(page, 'Amberline', 'To another validator')
  await pick(page, 'To validator', 'Cobalt Heron')
  await button(page, 'Max').click()
  await reviewSays(page)
  await done('moved')
  await begin(page, 'Amberline', 'Unstake')
  await button(page, 'Max').click()
  await reviewSays(page)
  await done('unstaked')
}

/** The same wallet as a page of the web meets it, by one library and then by the other. */
export async function meet(context: BrowserContext, site: DemoSite, step: Step): Promise<void> {
  const dapp = await context.newPage()
  dapp.setDefaultTimeout(60_000)
  await dapp.setViewportSize({ width: 900, height: 900 })
  const ask = async (what: string): Promise<Page> => {
    await dapp.getByRole('button', { name: what, exact: true }).click()
    const window = await approvalWindow(context)
    await window.setViewportSize({ width: 360, height: 600 })
    return window
  }

  await dapp.goto(site.url)
  const connecting = await ask('Connect')
  await connecting.getByText('wants to see your accounts').waitFor()
  await step('A dApp asked to connect; the wallet asks which accounts it may see', 'dapp-connect', connecting)
  await agreeIn(connecting)
  await dapp.getByText(/One account, by/).waitFor()
  await untilGone(connecting)
  const sending = await ask('Send')
  await sending.getByText('Network fee').waitFor()
  await step('It asked for a transfer; the wallet shows what its bytes do', 'dapp-review', sending)
  await agreeIn(sending)
  await dapp.getByText(/^Final in block/).waitFor()
  await untilGone(sending)
  await agreeIn(await ask('Stake'))
  await dapp
    .locator('#stake')
    .getByText(/^Final in block/)
    .waitFor()
  const signing = await ask('Sign')
  await agreeIn(signing)
  await dapp.getByText(/^Signed: 0x/).waitFor()
  await untilGone(signing)
  await step('Sent, staked and signed by polkadot-api, to finality', 'dapp-polkadot-api', dapp)

  await dapp.goto(site.other)
  // It was let in before: nobody is asked again.
  await dapp.getByRole('button', { name: 'Connect', exact: true }).click()
  await dapp.getByText(/One account, by/).waitFor()
  await agreeIn(await ask('Send'))
  await dapp.getByText(/^Final in block/).waitFor()
  await step('A transfer more, by @polkadot/extension-dapp', 'dapp-extension-dapp', dapp)
}
