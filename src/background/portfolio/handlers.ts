/** `directory.*` and `history.*` of the popup contract. */
import type { Hash } from '#shared/domain/bytes.ts'
import { samePosition } from '#shared/domain/positions.ts'
import type { Handlers } from '#shared/protocol/contract.ts'
import type { walletMethods } from '#shared/protocol/popup-contract.ts'
import { orOffline } from '../away.ts'
import type { Chain } from '../chain/chain.ts'
import type { Directories } from './directory.ts'
import type { History } from './history.ts'
import type { Pictures } from './portfolio.ts'

type Names = Extract<keyof typeof walletMethods, `directory.${string}` | `history.${string}`>

interface Deps {
  readonly directories: Directories
  readonly pictures: Pictures
  readonly history: History
  readonly chain: Pick<Chain, 'nominators'>
}

export function portfolioHandlers({
  directories,
  pictures,
  history,
  chain,
}: Deps): Handlers<Pick<typeof walletMethods, Names>> {
  /** The chain that the last picture is of: the past is told of no other. */
  const here = async (): Promise<Hash | undefined> => (await pictures.portfolio()).portfolio?.genesis
  return {
    'directory.validators': async ({ netuid }) => ({
      netuid,
      ...(await orOffline(directories.validators(netuid))),
    }),
    'directory.nominators': async ({ hotkey }) => {
      const { block, found } = await orOffline(chain.nominators(hotkey))
      return { block, nominators: found ?? null }
    },
    'history.value': async ({ account, from }) => {
      const genesis = await here()
      return { points: genesis === undefined ? [] : await history.values(genesis, account, from) }
    },
    'history.position': async ({ from, ...position }) => {
      const genesis = await here()
      if (genesis === undefined) return { points: [], earned: null }
      const [points, earned] = await Promise.all([
        history.position(genesis, position, from),
        history.earned(genesis),
      ])
      const own = earned.find((each) => samePosition(each, position))
      if (own === undefined) return { points, earned: null }
      const { alpha, worth, since, until, sure } = own
      return { points, earned: { alpha, worth, since, until, sure } }
    },
    'history.earned': async () => {
      const genesis = await here()
      return { earned: genesis === undefined ? [] : await history.earned(genesis) }
    },
    'history.price': async ({ netuid, from }) => {
      const genesis = await here()
      return { points: genesis === undefined ? [] : await history.prices(genesis, netuid, from) }
    },
    'history.pricesSince': async ({ from }) => {
      const genesis = await here()
      return { points: genesis === undefined ? [] : await history.pricesSince(genesis, from) }
    },
  }
}
