/** How often the node is asked for a picture of everything, however much there is of it. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/start.ts'
import { validatorHotkey } from '../../devnet/world/ordinary.ts'
import { addressOf, keyOf } from '../../src/shared/domain/address.ts'
import { fromHex } from '../../src/shared/domain/bytes.ts'
import { TAO } from '../../src/shared/domain/units.ts'
import { forEachTest } from '../build/journeys.ts'
import { ALICE, answerOf } from '../build/room.ts'
import type { TestWallet } from '../build/wallet.ts'

const STAKE = {
  operation: 'add-stake',
  values: {
    validator: addressOf(fromHex(validatorHotkey(1))),
    subnet: 1,
    amount: { exactly: (100n * TAO).toString() },
    limit: { kind: 'tolerance', basisPoints: 50, allowPartial: false },
  },
}
const MOST_CALLS = 6
const WATCHED = Array.from({ length: 20 }, (_, at) => addressOf(new Uint8Array(32).fill(at + 1)))

describe('a refresh', () => {
  let devnet: Devnet
  let wallet: TestWallet
  forEachTest((made) => {
    devnet = made.devnet
    wallet = made.wallet
  })
  beforeEach(() => wallet.wallet.seen('portfolio', ({ fresh }) => fresh))

  /** The calls of the picture of a new block. */
  const refreshed = async (): Promise<number> => {
    devnet.forgetRequests()
    devnet.seal()
    const { number } = devnet.node.chain.best().header
    await wallet.wallet.seen('portfolio', ({ portfolio }) => (portfolio?.block.number ?? 0) >= number)
    return Object.values(devnet.requests()).reduce((sum, each) => sum + each, 0)
  }

  it('asks for no more with twenty accounts and two hundred positions than it may with one and none', async () => {
    expect(await refreshed()).toBeLessThanOrEqual(MOST_CALLS)
    for (const address of WATCHED) {
      const { sealed } = answerOf(await wallet.wallet.room['room.watch']({ address, name: 'Watched' }))
      answerOf(await wallet.wallet.ask['vault.store']({ sealed }))
    }
    devnet.grantStakes([ALICE, ...WATCHED].map(keyOf), 200)
    await wallet.wallet.seen('positions', ({ positions }) => (positions?.positions.length ?? 0) >= 200)
    await refreshed()
    expect(await refreshed()).toBeLessThanOrEqual(MOST_CALLS)
  })

  it('reads along what a form needs at every block: a quote then asks for the simulation alone', async () => {
    const quote = async () =>
      answerOf(await wallet.wallet.ask['operations.quote']({ ...STAKE, account: ALICE }))
    await quote()
    expect(await refreshed()).toBeLessThanOrEqual(MOST_CALLS)
    devnet.forgetRequests()
    const { trades, block } = await quote()
    expect(trades).toHaveLength(1)
    expect(block?.number).toBe(String(devnet.node.chain.best().header.number))
    expect(devnet.requests()).toEqual({ state_call: 1 })
  })
})
