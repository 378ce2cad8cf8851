/** `directory.*` and `history.*` of the popup contract. */
import type { Handlers } from '#shared/protocol/contract.ts'
import type { walletMethods } from '#shared/protocol/popup-contract.ts'
import { orOffline } from '../away.ts'
import type { Chain } from '../chain/chain.ts'
import type { Directories } from './directory.ts'

type Names = Extract<keyof typeof walletMethods, `directory.${string}` | `history.${string}`>

interface Deps {
  readonly directories: Directories
  readonly chain: Pick<Chain, 'nominators'>
}

export function portfolioHandlers({ directories, chain }: Deps): Handlers<Pick<typeof walletMethods, Names>> {
  return {
    'directory.validators': async ({ netuid }) => ({
      netuid,
      ...(await orOffline(directories.validators(netuid))),
    }),
    'directory.nominators': async ({ hotkey }) => {
      const { block, found } = await orOffline(chain.nominators(hotkey))
      return { block, nominators: found ?? null }
    },
    'history.value': () => Promise.resolve({ points: [] }),
    'history.position': () => Promise.resolve({ points: [], earned: null }),
    'history.earned': () => Promise.resolve({ earned: [] }),
    'history.price': () => Promise.resolve({ points: [] }),
    'history.pricesSince': () => Promise.resolve({ points: [] }),
    'history.csv': ({ of }) => Promise.resolve({ name: `taokey-${of}.csv`, content: '' }),
  }
}
