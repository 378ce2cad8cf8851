/** What may go wrong between a quote and a block: told in words, and nothing lost but fees. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stakeOf } from '../../devnet/pallets/subtensor/shares.ts'
import { validatorHotkey } from '../../devnet/world/ordinary.ts'
import { agreeToTrade, cameOfIt, estimated, feeOf, fillStake } from './pages/staking.ts'
import { agree, atHome, button, toPortfolio, toReview, untilFinal } from './pages/wallet.ts'
import { keyOf, startWallet, type WalletOnDevnet } from './wallet-on-devnet.ts'

const stake = { subnet: 'Amberline', validator: 'Nine Lanterns', amount: '10' }

describe('a trade', () => {
  let wallet: WalletOnDevnet
  beforeAll(async () => {
    wallet = await startWallet()
  })
  afterAll(() => wallet?.close())

  const now = () => wallet.node.node.view()
  const free = () => wallet.node.freeBalance(keyOf(wallet.address))
  const staked = (netuid = 1) =>
    stakeOf(now(), { hotkey: validatorHotkey(1), netuid, coldkey: keyOf(wallet.address) })
  const says = (text: string | RegExp) => wallet.page.getByText(text).first().waitFor()
  const home = async () => {
    await button(wallet.page, 'Done').click()
    await atHome(wallet.page)
  }

  it('whose price runs away while the form is open is quoted anew', async () => {
    const { page, node, picture } = wallet
    await fillStake(page, stake)
    const before = await page.locator('.quote').innerText()
    node.movePrice(1, 120)
    await page.getByText('τ0.0988').first().waitFor()
    await picture('hazard-requoted')
    await estimated(page)
    expect(await page.locator('.quote').innerText()).not.toBe(before)
  })

  it('whose price has passed the limit when it is reviewed cannot be agreed to, and says why', async () => {
    const { page, node, picture } = wallet
    await toReview(page)
    node.movePrice(1, 110)
    await page.reload()
    await says('nothing could be bought within it')
    await picture('hazard-passed')
    await button(page, 'Reject').click()
    await toPortfolio(page)
  })

  it('whose price passes the limit after the review is refused by the chain, and costs the fee alone', async () => {
    const { page, node, picture } = wallet
    await fillStake(page, stake)
    await toReview(page)
    const before = free()
    node.movePrice(1, 110)
    await agreeToTrade(wallet)
    await untilFinal(page)
    await picture('hazard-refused')
    await says('limit')
    expect(staked()).toBe(0n)
    expect(before - free()).toBe(await feeOf(page))
    await home()
  })

  it('is shielded unless somebody says otherwise, and told by what was in the envelope', async () => {
    const { page } = wallet
    await fillStake(page, stake)
    expect(await page.getByRole('switch', { name: 'Shield this trade' }).getAttribute('aria-checked')).toBe(
      'true',
    )
    await toReview(page)
    await says('Sent in an envelope')
    await agreeToTrade(wallet)
    await says('Signed, sealed and sent')
    await untilFinal(page)
    expect(await cameOfIt(page)).toMatch(/^Received α/)
    expect(staked()).toBeGreaterThan(0n)
    await home()
  })

  it('whose author misses its slot comes to nothing, says so, and is never sent open', async () => {
    const { page, node, picture } = wallet
    const [before, had] = [free(), staked()]
    node.fault({ kind: 'missed-shield-slot' })
    await fillStake(page, stake)
    await toReview(page)
    await agreeToTrade(wallet)
    await says('Signed, sealed and sent')
    await says('Nothing was sent openly')
    await picture('hazard-missed')
    node.clearFaults()
    expect([free(), staked()]).toEqual([before, had])
    await button(page, 'Try again').click()
    await page.getByLabel('Amount', { exact: true }).waitFor()
    expect(await page.getByLabel('Amount', { exact: true }).inputValue()).toBe(stake.amount)
    await says('Shield this trade')
    await toPortfolio(page)
  })

  it('that cannot be shielded now is not sent open instead: it asks', async () => {
    const { page, node, picture } = wallet
    node.fault({ kind: 'no-shield-key' })
    node.seal(2)
    await fillStake(page, stake)
    await toReview(page)
    await agree(page)
    await says('send it without the shield')
    await picture('hazard-no-key')
    node.clearFaults()
    await button(page, 'Reject').click()
    await toPortfolio(page)
  })

  it('is held back in safe mode, with a banner and a sentence', async () => {
    const { page, node, picture } = wallet
    await fillStake(page, stake)
    await toReview(page)
    node.enterSafeMode(1000)
    await agree(page)
    await says('the chain is in safe mode until block')
    await picture('hazard-safe-mode-review')
    await button(page, 'Review again').click()
    await says('and refuses this')
    await picture('hazard-safe-mode-again')
    await button(page, 'Reject').click()
    await toPortfolio(page)
    await says('The chain is in safe mode until block')
    await picture('hazard-safe-mode-home')
    node.leaveSafeMode()
    await page.getByText('The chain is in safe mode').waitFor({ state: 'detached' })
  })

  it('reviewed under one runtime is not signed under the next', async () => {
    const { page, node, picture } = wallet
    await fillStake(page, stake)
    await toReview(page)
    const before = free()
    node.upgrade(undefined, { extended: ['SubtensorModule.add_stake_limit'] })
    node.seal()
    await agree(page)
    await says('Nothing was signed')
    await picture('hazard-upgraded')
    expect(free()).toBe(before)
    await button(page, 'Back to the wallet').click()
    await toPortfolio(page)
  })

  it('whose call takes another argument since is offered no more, and the reason stands in its place', async () => {
    const { page, node, picture } = wallet
    await button(page, 'Stake').click()
    await says('takes other arguments for SubtensorModule.add_stake_limit')
    await picture('hazard-changed')
    node.upgrade(undefined, { removed: ['SubtensorModule.claim_root'], added: ['SubtensorModule.ponder'] })
    node.seal()
    await toPortfolio(page)
    await button(page, 'More').click()
    await page.getByText(/^Not offered here/).click()
    await says('This chain’s runtime has no SubtensorModule.claim_root.')
    await picture('hazard-not-offered')
    await toPortfolio(page)
  })
})
