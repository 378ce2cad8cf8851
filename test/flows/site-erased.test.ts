/** What pages hear when a person gives the wallet up: that they see nothing any more, and that nobody will decide. */
import { describe, expect, it } from 'vitest'
import type { Origin } from '../../src/shared/domain/site.ts'
import { createVault, forEachTest } from '../build/journeys.ts'
import { ALICE, answerOf } from '../build/room.ts'
import type { TestWallet } from '../build/wallet.ts'
import { aWebPage, type WebPage } from '../build/web-page.ts'

let wallet: TestWallet
let page: WebPage
let told: (readonly unknown[])[]
forEachTest(
  async (made) => {
    wallet = made.wallet
    page = aWebPage(wallet.machine)
    told = []
    const asked = page.enable('A dApp')
    await connect()
    const { accounts } = await asked
    accounts.subscribe((list) => told.push(list))
    await expect.poll(() => told).toEqual([[expect.objectContaining({ address: ALICE })]])
  },
  { isOneNode: true },
)

async function connect(): Promise<void> {
  const all = await wallet.wallet.seen('approvals', (each) =>
    each.some(({ state }) => state.kind === 'pending'),
  )
  const id = all.find(({ state }) => state.kind === 'pending')?.id
  if (id === undefined) throw new Error('nothing waits')
  answerOf(await wallet.approve.ask['approvals.connect']({ id, accounts: [ALICE] }))
}
const erase = async (): Promise<void> => answerOf(await wallet.wallet.ask['vault.reset'](undefined))
const cause = (work: Promise<unknown>): Promise<unknown> => work.catch((thrown: unknown) => thrown)

describe('a page, when the wallet is erased', () => {
  it('8.3-30 that subscribed is told that nothing is left (ACC-9)', async () => {
    await erase()
    await expect.poll(() => told.at(-1)).toEqual([])
  })
  it('that asked to sign hears that it is not connected', async () => {
    const { signer } = await page.enable()
    const heard = cause(signer.signRaw({ address: ALICE, data: 'hello' }))
    await wallet.wallet.seen('approvals', (all) => all.some(({ state }) => state.kind === 'pending'))
    await erase()
    expect(await heard).toMatchObject({
      code: 4100,
      message: `The source ${page.origin} has not been enabled yet`,
    })
  })
  it('that asked to connect is not left waiting', async () => {
    const other = 'https://other.example' as Origin
    const heard = cause(aWebPage(wallet.machine, { origin: other, tabId: 8 }).enable())
    await wallet.wallet.seen('approvals', (all) => all.some(({ state }) => state.kind === 'pending'))
    await erase()
    expect(await heard).toMatchObject({ code: 4100 })
  })
  it('hears of the next wallet once it is connected to that', async () => {
    await erase()
    await expect.poll(() => told.at(-1)).toEqual([])
    await createVault(wallet)
    const asked = page.enable('A dApp')
    await connect()
    await asked
    await expect.poll(() => told.at(-1)).toEqual([expect.objectContaining({ address: ALICE })])
  })
})
