/** What the accounts hold: the last picture at once, then a fresh one at each new block while somebody looks. */
import type { Portfolio, PortfolioView } from '#shared/domain/portfolio.ts'
import { NO_BALANCE } from '#shared/domain/portfolio.ts'
import { isAway } from '../away.ts'
import type { Chain } from '../chain/chain.ts'
import type { Store } from '../storage/area.ts'
import { keys } from '../storage/keys.ts'
import type { Keeper } from '../vault/keeper.ts'

export interface Pictures {
  view(): Promise<PortfolioView>
  /** Reads the chain at each new block until stopped. */
  look(): () => void
  onChange(listener: () => void): () => void
}

interface Deps {
  readonly store: Store
  readonly keeper: Keeper
  readonly chain: Chain
  readonly clock: () => number
  readonly after: (ms: number, run: () => void) => () => void
  readonly onBug: (cause: unknown, where: string) => void
}

/** Blocks come every 12 s; a local chain's may come faster than anyone can read. */
const LEAST_BETWEEN_MS = 2000

export function createPictures({ store, keeper, chain, clock, after, onBug }: Deps): Pictures {
  const listeners = new Set<() => void>()
  let watchers = 0
  let isFresh = false
  let isReading = false
  let isDue = false

  const tell = (): void => {
    for (const listener of listeners) listener()
  }

  const read = async (): Promise<void> => {
    const addresses = (await keeper.accounts()).map(({ address }) => address)
    if (addresses.length === 0) return
    const { network } = await store.get(keys.settings)
    const { block, genesis, balances } = await chain.balances(addresses)
    const status = chain.status()
    // Answered by a chain that has been left meanwhile.
    if (status.network !== network || (status.kind === 'online' && status.genesis !== genesis)) return
    const picture: Portfolio = {
      network,
      genesis,
      block: { number: block.number, hash: block.hash },
      readAt: clock(),
      accounts: addresses.map((address) => ({
        address,
        balance: balances.get(address) ?? NO_BALANCE,
        stake: null,
        claimable: null,
      })),
    }
    isFresh = status.kind === 'online'
    await store.set(keys.portfolio, picture)
  }

  const refresh = (): void => {
    isDue = true
    if (isReading || watchers === 0 || chain.status().kind !== 'online') return
    isReading = true
    isDue = false
    read()
      .catch((cause: unknown) => {
        // The last picture stays, with its block: what cannot be read is not zero.
        if (!isAway(cause)) onBug(cause, 'portfolio')
      })
      .finally(() => {
        after(LEAST_BETWEEN_MS, () => {
          isReading = false
          if (isDue) refresh()
        })
      })
  }

  chain.onHead(refresh)
  chain.onStatus((status) => {
    if (status.kind === 'online') return
    if (isFresh) {
      isFresh = false
      tell()
    }
  })
  keeper.onChange(refresh)
  store.watch(keys.portfolio, tell)
  store.watch(keys.settings, tell)

  return {
    view: async () => {
      const [{ network }, portfolio] = await Promise.all([
        store.get(keys.settings),
        store.get(keys.portfolio),
      ])
      const status = chain.status()
      const isOther =
        portfolio?.network !== network || (status.kind === 'online' && status.genesis !== portfolio.genesis)
      return isOther ? { portfolio: null, fresh: false } : { portfolio, fresh: isFresh }
    },
    look: () => {
      watchers += 1
      refresh()
      let isLooking = true
      return () => {
        if (isLooking) watchers -= 1
        isLooking = false
      }
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
