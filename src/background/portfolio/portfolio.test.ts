import { describe, expect, it } from 'vitest'
import { aSealedVault, aStore } from '../../../test/build/store.ts'
import type { Hash } from '../../shared/domain/bytes.ts'
import { NETWORKS } from '../../shared/domain/network.ts'
import type { Chain } from '../chain/chain.ts'
import type { ChainPicture } from '../chain/picture-rows.ts'
import { keys } from '../storage/keys.ts'
import { createDirectories } from './directory.ts'
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
  let asked = 0
  let asksForSubnets = 0
  let onHead = (): void => {}
  const later: (() => void)[] = []
  let status: object = { kind: 'online', network: 'finney', genesis }
  const chain = {
    status: () => status,
    onStatus: () => () => {},
    onHead: (listener: () => void) => {
      onHead = listener
      return () => {}
    },
    picture: () =>
      new Promise<ChainPicture>((done) => {
        asked += 1
        answer = () => done(picture)
      }),
    subnets: async () => {
      asksForSubnets += 1
      return { block: picture.block, genesis, found: [] }
    },
  } as unknown as Chain
  const bugs: unknown[] = []
  const onBug = (cause: unknown) => bugs.push(cause)
  const after = (_ms: number, run: () => void) => {
    later.push(run)
    return () => {}
  }
  const pictures = createPictures({ ...kept, chain, clock: () => 1, after, onBug })
  pictures.look()
  const settled = () => new Promise((done) => setTimeout(done, 20))
  await settled()
  const become = (next: object): void => {
    status = next
  }
  const pass = (): void => {
    for (const run of later.splice(0)) run()
  }
  return {
    ...kept,
    lookAtSubnets: () => createDirectories({ ...kept, chain, pictures, clock: () => 1, onBug }).look(),
    asksForSubnets: () => asksForSubnets,
    bugs,
    become,
    answer: () => answer(),
    settled,
    pass,
    head: () => onHead(),
    asked: () => asked,
  }
}

describe('a picture', () => {
  it('is kept once the chain has answered', async () => {
    const { store, answer, settled, bugs } = await slowPictures()
    answer()
    await settled()
    expect(await store.get(keys.portfolio)).toMatchObject({ block: { number: 7 } })
    expect(bugs).toEqual([])
  })
  it('is asked for once in a while, however fast blocks come, and then of the newest', async () => {
    const { answer, settled, head, pass, asked } = await slowPictures()
    answer()
    await settled()
    head()
    head()
    await settled()
    expect(asked()).toBe(1)
    pass()
    await settled()
    expect(asked()).toBe(2)
  })
  it('comes before the list of subnets, which takes time that a person would wait for what they hold', async () => {
    const { lookAtSubnets, asksForSubnets, answer, settled, bugs } = await slowPictures()
    lookAtSubnets()
    await settled()
    expect(asksForSubnets()).toBe(0)
    answer()
    await settled()
    expect(asksForSubnets()).toBe(1)
    expect(bugs).toEqual([])
  })
  it.each([
    ['another network', { kind: 'connecting', network: 'test' }],
    ['another chain', { kind: 'online', network: 'finney', genesis: `0x${'12'.repeat(32)}` }],
  ])('of a chain that was left meanwhile for %s is not kept', async (_, next) => {
    const { store, answer, become, settled, bugs } = await slowPictures()
    become(next)
    answer()
    await settled()
    expect(await store.get(keys.portfolio)).toBeNull()
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
