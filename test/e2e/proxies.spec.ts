/** Power over an account: given to another key, used by it, taken back; and the account's own key swapped for another. */
import { ApiPromise, Keyring, WsProvider } from '@polkadot/api'
import type { ApiOptions } from '@polkadot/api/types'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { stakeOf } from '../../devnet/pallets/subtensor/shares.ts'
import { validatorHotkey } from '../../devnet/world/ordinary.ts'
import { addressOf, keyHash } from '../../src/shared/domain/address.ts'
import { listenIn } from './pages/console.ts'
import { createLooker } from './pages/look.ts'
import { watchAll } from './pages/screens.ts'
import { feeOf } from './pages/staking.ts'
import { atHome, button, hold, toPortfolio, untilFinal } from './pages/wallet.ts'
import { BOB, keyOf, startWallet, TAO, type WalletOnDevnet } from './wallet-on-devnet.ts'

const NINE_LANTERNS = validatorHotkey(1)
/** Nobody has it, and nobody knows its secret. */
const FRESH = addressOf(new Uint8Array(32).fill(77))

describe('power over an account', () => {
  let wallet: WalletOnDevnet
  let bob: ApiPromise
  let said: () => readonly string[]
  const looker = createLooker()
  beforeAll(async () => {
    wallet = await startWallet()
    said = listenIn(wallet.extension.context)
    const provider = new WsProvider(wallet.node.url) as NonNullable<ApiOptions['provider']>
    bob = await ApiPromise.create({ provider, noInitWarn: true })
  })
  afterAll(async () => {
    await bob?.disconnect()
    await wallet?.close()
  })
  afterEach(() => {
    expect(said()).toEqual([])
  })

  const look = async (name: string, sign: string | RegExp) => {
    await wallet.page.getByText(sign).first().waitFor()
    expect.soft(await looker.look(wallet.page, `power-${name}`)).toEqual([])
  }
  const says = (text: string | RegExp) => wallet.page.getByText(text).first().waitFor()
  const free = () => wallet.node.freeBalance(keyOf(wallet.address))
  const staked = () =>
    stakeOf(wallet.node.node.view(), {
      hotkey: NINE_LANTERNS,
      netuid: 1,
      coldkey: keyOf(wallet.address),
    })
  const toPage = async (title: RegExp) => {
    await button(wallet.page, 'More').click()
    await wallet.page.getByRole('button', { name: title }).click()
  }
  /** From a form to its review: what that says. */
  const reviewed = async () => {
    const { page } = wallet
    await page.getByRole('button', { name: 'Review', exact: true }).and(page.locator(':enabled')).click()
    await page.locator('h2.say').waitFor()
    return page.locator('h2.say').innerText()
  }
  /** Agrees as the review asks for it, by its word and by holding; waits for final, and goes home. */
  const done = async (held?: string) => {
    const { page } = wallet
    const word = page.getByRole('textbox', { name: /^Type / })
    if (await word.isVisible())
      await word.fill(/Type (\w+)/.exec(await page.locator('main').innerText())?.[1] ?? '')
    for (const tick of await page.getByRole('checkbox').all()) await tick.check()
    if (held === undefined) await page.locator('.button.primary[aria-disabled="false"]').click()
    else {
      await page.locator('.button.danger[aria-disabled="false"]').waitFor()
      await hold(page, held)
    }
    await untilFinal(page)
    const fee = await feeOf(page)
    await button(page, 'Done').click()
    await atHome(page)
    return fee
  }
  type Section = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>
  const callOf = (pallet: string, name: string, ...args: readonly unknown[]) =>
    (bob.tx[pallet] as unknown as Section)[name]?.(...args)
  /** Has Bob do something by himself; whether it ran, by what the event of this name says. */
  const asBob = (call: unknown, event: string, says: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const pair = new Keyring({ type: 'sr25519' }).addFromUri('//Bob')
      ;(call as ReturnType<typeof bob.tx>)
        .signAndSend(pair, ({ status, events, dispatchError }) => {
          if (!status.isInBlock) return
          const ran = events.find((each) => each.event.method === event)?.event.data[0]
          resolve(dispatchError === undefined && says.test(String(ran)) ? 'ran' : 'refused')
        })
        .catch(reject)
    })
  /** Lets him do it in the name of the account. */
  const asProxy = (call: unknown) =>
    asBob(callOf('proxy', 'proxy', wallet.address, null, call), 'ProxyExecuted', /^ok$/i)
  const stakes = () => callOf('subtensorModule', 'addStake', NINE_LANTERNS, 1, 5n * TAO)

  it('is given in words: to whom, what it reaches, and what it reserves', async () => {
    const { page } = wallet
    await toPage(/^Who may act for it/)
    await look('none', 'No other key may act for this account.')
    await button(page, 'Let another key act').click()
    await page.getByLabel('Key', { exact: true }).fill(BOB)
    await page.getByRole('button', { name: /^What it may do/ }).click()
    await look('types', 'Staking')
    for (const option of await page.locator('.power-option').all())
      expect(await option.innerText()).toMatch(/It may|does not know/)
    await page
      .locator('.power-option')
      .filter({ has: page.getByText('Staking', { exact: true }) })
      .click()
    await look('form', 'It may')
    expect(await reviewed()).toMatch(
      /^Let 5FHneW…694ty act for this account: it may stake, unstake, move and swap stake/,
    )
    await look('review', 'signs')
    const before = free()
    const fee = await done('Hold to give power')
    // Proxy.ProxyDepositBase and one ProxyDepositFactor, spec 424.
    expect(before - fee - free()).toBe(93_000_000n)
    await toPage(/^Who may act for it/)
    await look('given', '1 of at most')
    await says('Staking')
    await toPortfolio(page)
  })

  it('reaches as far as was said: it stakes, and sends nothing', async () => {
    const { page } = wallet
    expect(await asProxy(stakes())).toBe('ran')
    expect(staked()).toBeGreaterThan(0n)
    await page.getByRole('list', { name: 'Positions' }).getByText('Nine Lanterns').waitFor()
    const before = free()
    expect(await asProxy(callOf('balances', 'transferKeepAlive', BOB, TAO))).toBe('refused')
    expect(free()).toBe(before)
  })

  it('is taken back, with what it had reserved', async () => {
    const { page } = wallet
    await toPage(/^Who may act for it/)
    await button(page, 'Take back').click()
    await look('take-back', 'Network fee')
    await reviewed()
    const [before, had] = [free(), staked()]
    const fee = await done()
    expect(free() - before).toBe(93_000_000n - fee)
    expect(await asProxy(stakes())).toBe('refused')
    expect(staked()).toBe(had)
  })

  it('moves to another key only after a wait, told with what is blocked meanwhile', async () => {
    const { page } = wallet
    await toPage(/^Move to a new key/)
    await look('key-swap', 'Announcing costs')
    await button(page, 'Announce a new key').click()
    await page.getByLabel('New account', { exact: true }).fill(FRESH)
    await look('key-swap-form', 'Network fee')
    await reviewed()
    await look('key-swap-review', 'signs')
    await done('Hold to announce')
    await toPage(/^Move to a new key/)
    await look('key-swap-announced', 'A swap of this account is announced.')
    const told = await page.locator('main').innerText()
    // ColdkeySwapAnnouncementDelay is 36,000 blocks (spec 424).
    expect(told).toMatch(/Can be carried out\s+.+, in about /)
    expect(told).toMatch(/From block\s+36,\d{3}/)
    expect(told).toContain('the account can do nothing but carry the swap out, change, clear or dispute it')
    await toPortfolio(page)
    await look('key-swap-at-home', 'is about to go to another key')
    await button(page, 'See where it stands').click()
    await says('A swap of this account is announced.')
    await toPortfolio(page)
    await button(page, 'Send').click()
    await page.getByLabel('To', { exact: true }).fill(BOB)
    await page.getByLabel('Amount', { exact: true }).fill('1')
    await says('A swap of this account to another key is announced')
    expect(await page.getByRole('button', { name: /^Review/ }).isEnabled()).toBe(false)
    await toPortfolio(page)
  })

  it('moves to another key without this wallet, and not unnoticed: also that of an account that is only watched', async () => {
    const { page } = wallet
    const announce = callOf('subtensorModule', 'announceColdkeySwap', keyHash(FRESH))
    expect(await asBob(announce, 'ColdkeySwapAnnounced', new RegExp(BOB))).toBe('ran')
    await watchAll(page, [{ address: BOB, name: 'Cold store' }])
    await look('key-swap-by-a-stranger', 'Nobody announced that from here')
    const notes = await page.locator('.note').allInnerTexts()
    expect(notes.map((note) => /“(.+)”/.exec(note)?.[1])).toEqual(['Cold store', 'Main coldkey'])
    await button(page, 'Look at it').click()
    await says('Cold store')
    await says('A swap of this account is announced.')
  })
})
