/** What a person sees when worker, node or chain misbehave while TAO is on its way. */
import { afterEach, describe, expect, it } from 'vitest'
import { watchProgress } from './pages/progress.ts'
import { agree, atHome, button, fillSend, toPortfolio, toReview, untilFinal } from './pages/wallet.ts'
import {
  BOB,
  keyOf,
  openPopup,
  type Start,
  startWallet,
  TAO,
  type WalletOnDevnet,
} from './wallet-on-devnet.ts'

let wallet: WalletOnDevnet | undefined
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await wallet?.picture(`failed-${task.name.slice(0, 40)}`).catch(() => undefined)
  await wallet?.close()
  wallet = undefined
})

async function start(options: Start = {}): Promise<WalletOnDevnet> {
  wallet = await startWallet(options)
  return wallet
}

async function sendOne({ page }: WalletOnDevnet): Promise<void> {
  await fillSend(page, { to: BOB, amount: '1' })
  await toReview(page)
  await agree(page)
}

describe('a worker that is stopped', () => {
  it('while a transfer is in flight loses nothing and sends nothing twice', async () => {
    const here = await start({ blockMs: 2000 })
    const { node, extension, page } = here
    const before = node.freeBalance(keyOf(BOB))
    await sendOne(here)
    await page.getByText('Signed and sent').waitFor()
    await extension.stopWorker()
    await untilFinal(page)
    expect(node.freeBalance(keyOf(BOB)) - before).toBe(TAO)
  })

  it('and a popup that is closed leave the transfer to be told by the next popup', async () => {
    const here = await start({ blockMs: 2000 })
    const { extension, page } = here
    await sendOne(here)
    await page.getByText('Signed and sent').waitFor()
    const next = await openPopup(extension)
    await page.close()
    await extension.stopWorker()
    await next.reload()
    await toPortfolio(next)
    await next.getByRole('navigation').getByText('Activity').click()
    await next.getByText('Done').first().waitFor({ timeout: 60_000 })
  })
})

describe('a node', () => {
  it('that goes silent leaves the last known balance with its block and age, never zero', async () => {
    const here = await start()
    const { node, page, picture } = here
    node.fault({ kind: 'silent' })
    node.pause()
    await page
      .getByText(/old|ago|No node answers|not up to date/)
      .first()
      .waitFor({ timeout: 90_000 })
    expect(await page.locator('main').innerText()).toMatch(/100\s*\.0000/)
    await picture('silent-node')
    node.clearFaults()
    node.resume()
    await page.getByText('just now').waitFor({ timeout: 90_000 })
  })

  it('that is waited for is said to be so once that has taken 300 ms, and not before', async () => {
    const { node, page } = await start()
    await page.getByRole('navigation').getByText('Settings').click()
    await page.getByText('Network', { exact: true }).first().click()
    await page.getByText('Newest block').waitFor()
    await page.getByRole('radio', { name: 'Finney' }).click()
    // Decided, one way or the other: a bar that stands already would be no first one.
    const connected = page.locator('.card').filter({ hasText: 'Connected to' }).getByText('entrypoint-finney')
    await connected.or(page.getByText('No node answers')).first().waitFor({ timeout: 90_000 })
    node.fault({ kind: 'silent' })
    const seen = await watchProgress(page)
    await page.getByRole('radio', { name: 'Local' }).click()
    await expect.poll(async () => (await seen()).some(({ ms }) => ms > 400), { timeout: 60_000 }).toBe(true)
    const samples = await seen()
    expect(samples.filter(({ ms }) => ms < 280).length).toBeGreaterThan(2)
    expect(samples.filter(({ ms, shown }) => ms < 280 && shown)).toEqual([])
    expect(samples.filter(({ ms, shown }) => ms > 340 && !shown)).toEqual([])
  })

  it('that drops connections and comes back is found again', async () => {
    const here = await start()
    const { node, page } = here
    node.dropConnections()
    await sendOne(here)
    await untilFinal(page)
  })

  it('that lies about its metadata gets a signature the chain refuses', async () => {
    const here = await start()
    const { node, extension, page, picture } = here
    const before = node.freeBalance(keyOf(BOB))
    node.fault({ kind: 'lying-metadata' })
    node.upgrade(425)
    await extension.stopWorker()
    await page.reload()
    await atHome(page)
    await sendOne(here)
    await page
      .getByText(/Refused by the chain|refused/)
      .first()
      .waitFor({ timeout: 60_000 })
    await picture('lying-node')
    node.seal(3)
    expect(node.freeBalance(keyOf(BOB))).toBe(before)
  })

  it('of another chain at the same address is not believed', async () => {
    const here = await start()
    const { node, page, picture } = here
    node.fault({ kind: 'wrong-genesis' })
    node.dropConnections()
    await page.getByText('Another chain stands at').waitFor({ timeout: 60_000 })
    await picture('another-chain')
  })
})

describe('a chain', () => {
  it('that takes a block back is not called final before it is', async () => {
    const here = await start({ blockMs: 0 })
    const { node, page } = here
    const before = node.freeBalance(keyOf(BOB))
    await sendOne(here)
    await page.getByText('Waiting for a block').waitFor()
    node.seal()
    await page.getByText(/^In block/).waitFor()
    node.reorg({ fate: 'drop' })
    await page.getByText(/Waiting for a block/).waitFor({ timeout: 30_000 })
    expect(await page.getByText('It can no longer be undone.').count()).toBe(0)
    expect(node.freeBalance(keyOf(BOB))).toBe(before)
  })

  it('that goes another way ends with what its final block says, not with what was seen first', async () => {
    const here = await start({ blockMs: 0 })
    const { node, page, address, picture } = here
    const before = node.freeBalance(keyOf(BOB))
    await fillSend(page, { to: BOB, amount: '60' })
    await toReview(page)
    await agree(page)
    await page.getByText('Waiting for a block').waitFor()
    node.seal()
    await page.getByText('It ran as agreed.').waitFor()
    // On the other branch the account has become too poor for it, though not for its fee.
    node.reorg({ fate: 'later', balance: { account: keyOf(address), rao: TAO } })
    await page.getByText('Waiting for a block').waitFor({ timeout: 30_000 })
    node.seal(3)
    await page.getByText('It failed there.').waitFor({ timeout: 30_000 })
    await untilFinal(page)
    await picture('failed-after-fork')
    expect(await page.getByText('It ran as agreed.').count()).toBe(0)
    expect(node.freeBalance(keyOf(BOB))).toBe(before)
  })

  it('whose runtime is upgraded between review and consent asks for a new review', async () => {
    const here = await start()
    const { node, page, picture } = here
    await fillSend(page, { to: BOB, amount: '1' })
    await toReview(page)
    node.upgrade(425)
    node.seal(2)
    await page.waitForTimeout(2500)
    await agree(page)
    await page
      .getByText(/runtime|upgrade|changed/i)
      .first()
      .waitFor()
    await picture('upgraded')
  })
})

describe('without any node', () => {
  it('the wallet opens, locks and shows its address', async () => {
    const here = await start()
    const { node, page } = here
    await node.close()
    await page.getByText('No node answers').waitFor({ timeout: 90_000 })
    expect(await page.locator('main').innerText()).toMatch(/100\s*\.0000/)
    await button(page, 'Receive').click()
    await page.getByText('Copy address').waitFor()
    await toPortfolio(page)
  })
})
