import { describe, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/start.ts'
import { forEachTest } from '../build/journeys.ts'
import { ALICE, answerOf } from '../build/room.ts'
import type { TestWallet } from '../build/wallet.ts'

describe('how an account stands', () => {
  let devnet: Devnet
  let wallet: TestWallet
  forEachTest(async (made) => {
    devnet = made.devnet
    wallet = made.wallet
    await wallet.wallet.seen('chain', ({ kind }) => kind === 'online')
  })

  it('is told with who may act for it, what one more would reserve, and the powers this runtime knows', async () => {
    const powers = answerOf(await wallet.wallet.ask['standing.powers']({ account: ALICE }))
    // 0.06 TAO for the first and 0.033 for each (Proxy, spec 424).
    expect(powers).toMatchObject({ entries: [], deposit: 0n, next: 93_000_000n, most: 20 })
    expect(powers.types).toContainEqual({ name: 'Staking', deprecated: false })
    expect(powers.block.number).toBeGreaterThanOrEqual(0)
  })
  it('is told with no swap announced, and the terms of one', async () => {
    const [swap] = answerOf(await wallet.wallet.ask['standing.swaps']({ accounts: [ALICE] }))
    expect(swap).toMatchObject({ announced: null, wait: 36_000, rest: 7_200, cost: 100_000_000n })
  })
  it('is told with the crowdloans of the chain, the newest first, and what is its own in each', async () => {
    const { crowdloans } = answerOf(await wallet.wallet.ask['standing.crowdloans']({ account: ALICE }))
    expect(crowdloans.map(({ id, own, finalized }) => [id, own, finalized])).toEqual([
      [1, 0n, false],
      [0, 0n, false],
    ])
    expect(crowdloans[0]).toMatchObject({ raised: 57n * 10n ** 9n, cap: 60n * 10n ** 9n, contributors: 2 })
  })
  it('is not told while no node answers', async () => {
    await devnet.close()
    await wallet.wallet.seen('chain', ({ kind }) => kind === 'offline')
    const asked = await wallet.wallet.ask['standing.powers']({ account: ALICE })
    expect(asked).toMatchObject({ ok: false, error: { code: 'offline' } })
  })
})
