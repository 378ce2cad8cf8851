import { describe, expect, it } from 'vitest'
import { aSealedVault, aStore } from '../../../test/build/store.ts'
import type { Hash } from '../../shared/domain/bytes.ts'
import { NETWORKS } from '../../shared/domain/network.ts'
import type { Chain } from '../chain/chain.ts'
import type { ChainPicture } from '../chain/picture-rows.ts'
import { keys } from '../storage/keys.ts'
import { createPictures } from './portfolio.ts'

const genesis = NETWORKS.finney.genesis as Hash
const picture: ChainPicture = {
  block: { number: 7, hash: genesis },
  genesis,
  spec: 424,
  balances: new Map(),
  stakes: [],
  availability: [],
  prices: [],
  network: { issued: undefined, staked: undefined, reward: undefined, safeModeUntil: undefined },
  claims: { kind: 'none' },
}

/** Pictures of a chain that answers when the test says. */
async function slowPictures() {
  const kept = aStore()
  await kept.keeper.store(aSealedVault())
  let answer = (): void => {}
  const chain = {
    status: () => ({ kind: 'online', network: 'finney', genesis }),
    onStatus: () => () => {},
    onHead: () => () => {},
    picture: () =>
      new Promise<ChainPicture>((done) => {
        answer = () => done(picture)
      }),
  } as unknown as Chain
  const bugs: unknown[] = []
  const onBug = (cause: unknown) => bugs.push(cause)
  const pictures = createPictures({ ...kept, chain, clock: () => 1, after: () => () => {}, onBug })
  pictures.look()
  const settled = () => new Promise((done) => setTimeout(done, 20))
  await settled()
  return { ...kept, bugs, answer: () => answer(), settled }
}

describe('a picture', () => {
  it('is kept once the chain has answered', async () => {
    const { store, answer, settled, bugs } = await slowPictures()
    answer()
    await settled()
    expect(await store.get(keys.portfolio)).toMatchObject({ block: { number: 7 } })
    expect(bugs).toEqual([])
  })
  it('that was asked for before the wallet was erased is not kept after it', async () => {
    const { store, keeper, answer, settled, bugs } = await slowPictures()
    await keeper.reset()
    answer()
    await settled()
    expect(await store.get(keys.portfolio)).toBeNull()
    expect(await store.get(keys.positions)).toBeNull()
    expect(bugs).toEqual([])
  })
})
