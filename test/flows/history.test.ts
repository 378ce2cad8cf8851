import { describe, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/start.ts'
import { publicKeyOf } from '../../src/shared/domain/address.ts'
import { toHex } from '../../src/shared/domain/bytes.ts'
import { balanceIn } from '../../src/shared/domain/portfolio.ts'
import { forEachTest } from '../build/journeys.ts'
import { ALICE, answerOf } from '../build/room.ts'
import type { TestWallet } from '../build/wallet.ts'

describe('the past', () => {
  let devnet: Devnet
  let wallet: TestWallet
  forEachTest((made) => {
    devnet = made.devnet
    wallet = made.wallet
  })
  const values = async () =>
    answerOf(await wallet.wallet.ask['history.value']({ account: ALICE, from: 0 })).points

  it('is what was seen, outlives the worker, and is forgotten with the wallet', async () => {
    const { portfolio } = await wallet.wallet.seen('portfolio', ({ fresh }) => fresh)
    await expect.poll(values).toHaveLength(1)
    const [point] = await values()
    expect(point).toMatchObject({ block: portfolio?.block.number, free: balanceIn(portfolio, ALICE)?.free })
    wallet.killWorker()
    expect(await values()).toEqual([point])
    const { points } = answerOf(await wallet.wallet.ask['history.pricesSince']({ from: 0 }))
    expect(points.length).toBeGreaterThan(10)
    answerOf(await wallet.wallet.ask['vault.reset'](undefined))
    expect(await values()).toEqual([])
  })
  it('can be taken along as a table', async () => {
    await wallet.wallet.seen('portfolio', ({ fresh }) => fresh)
    devnet.faucet(toHex(publicKeyOf(ALICE)), 1n)
    for (const of of ['positions', 'activity'] as const) {
      const { name, content } = answerOf(await wallet.wallet.ask['history.csv']({ of }))
      expect(name).toMatch(new RegExp(`^taokey-${of}-\\d{4}-\\d{2}-\\d{2}\\.csv$`))
      expect(content.startsWith('\ufeff"')).toBe(true)
    }
  })
})
