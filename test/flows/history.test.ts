import { describe, expect, it } from 'vitest'
import { balanceIn } from '../../src/shared/domain/portfolio.ts'
import { forEachTest } from '../build/journeys.ts'
import { ALICE, answerOf } from '../build/room.ts'
import type { TestWallet } from '../build/wallet.ts'

describe('the past', () => {
  let wallet: TestWallet
  forEachTest((made) => {
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
})
