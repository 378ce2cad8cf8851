import { describe, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/start.ts'
import { publicKeyOf } from '../../src/shared/domain/address.ts'
import { toHex } from '../../src/shared/domain/bytes.ts'
import { balanceIn } from '../../src/shared/domain/portfolio.ts'
import { bob } from '../build/devnet-chain.ts'
import { forEachTest, transferDraft } from '../build/journeys.ts'
import { ALICE, answerOf } from '../build/room.ts'
import type { TestWallet } from '../build/wallet.ts'

const alicesKey = toHex(publicKeyOf(ALICE))

describe('the portfolio', () => {
  let devnet: Devnet
  let wallet: TestWallet
  forEachTest((made) => {
    devnet = made.devnet
    wallet = made.wallet
  })

  it('is read at one block: every number that came from the chain carries its block', async () => {
    const { portfolio } = await wallet.wallet.seen('portfolio', ({ fresh }) => fresh)
    expect(portfolio?.block.number).toBe(devnet.node.chain.best().header.number)
    expect(balanceIn(portfolio, ALICE)?.free).toBe(devnet.freeBalance(alicesKey))
  })
  it('is read anew at a new block while somebody watches', async () => {
    await wallet.wallet.seen('portfolio', ({ fresh }) => fresh)
    devnet.faucet(alicesKey, 5_000_000_000n)
    const free = devnet.freeBalance(alicesKey)
    const { portfolio } = await wallet.wallet.seen(
      'portfolio',
      (view) => balanceIn(view.portfolio, ALICE)?.free === free,
    )
    expect(portfolio?.block.number).toBe(devnet.node.chain.best().header.number)
  })
  it('that nobody looked at for a block is not said to be of now', async () => {
    await wallet.wallet.seen('portfolio', ({ fresh }) => fresh)
    devnet.faucet(alicesKey, 5_000_000_000n)
    const best = String(devnet.node.chain.best().header.number)
    const draft = transferDraft({ from: ALICE, to: bob.address, rao: 1n })
    const heard = async () => answerOf(await wallet.wallet.ask['operations.quote'](draft)).block?.number
    await expect.poll(heard).toBe(best)
    const { portfolio } = await wallet.wallet.seen('portfolio', ({ fresh }) => fresh)
    expect(String(portfolio?.block.number)).toBe(best)
  })
  it('without a network is the last known picture, and says that it is old', async () => {
    await wallet.wallet.seen('portfolio', ({ fresh }) => fresh)
    await devnet.close()
    const before = await wallet.wallet.seen('portfolio', ({ fresh }) => !fresh)
    expect(balanceIn(before.portfolio, ALICE)?.free).toBe(devnet.freeBalance(alicesKey))
    wallet.killWorker()
    const after = await wallet.wallet.seen('portfolio', () => true)
    expect(after).toEqual({ portfolio: before.portfolio, fresh: false })
  })
  it('of another network is not shown', async () => {
    await wallet.wallet.seen('portfolio', ({ fresh }) => fresh)
    answerOf(await wallet.wallet.ask['settings.set']({ settings: { network: 'test' } }))
    const { portfolio } = await wallet.wallet.seen('portfolio', (view) => view.portfolio === null)
    expect(portfolio).toBeNull()
  })
  it('without a network leaves a quote open instead of guessing it', async () => {
    await devnet.close()
    await wallet.wallet.seen('chain', ({ kind }) => kind === 'offline')
    const quote = answerOf(
      await wallet.wallet.ask['operations.quote'](transferDraft({ from: ALICE, to: bob.address, rao: 1n })),
    )
    expect(quote).toMatchObject({ fee: null, own: null, most: null, after: null, params: null })
    expect(quote.findings.map(({ id, blocks }) => [id, blocks])).toEqual([['offline', true]])
  })
  it('keeps no connection when nobody looks and nothing is on its way', async () => {
    await wallet.wallet.seen('portfolio', ({ fresh }) => fresh)
    expect(wallet.machine.connections()).toBeGreaterThan(0)
    wallet.wallet.close()
    wallet.approve.close()
    await expect
      .poll(() => {
        wallet.machine.pass(5_000)
        return wallet.machine.connections()
      })
      .toBe(0)
  })
})
