/** What the accounts hold: the last picture at once, then a fresh one at each new block while somebody looks. */
import type { Account } from '#shared/domain/account.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import type { NetworkView } from '#shared/domain/network-facts.ts'
import type { PortfolioView } from '#shared/domain/portfolio.ts'
import type { PositionsView } from '#shared/domain/positions.ts'
import { isAway } from '../away.ts'
import type { Chain } from '../chain/chain.ts'
import { type Store, value } from '../storage/area.ts'
import { keys, type StoredKey } from '../storage/keys.ts'
import type { Keeper } from '../vault/keeper.ts'
import { type Pictured, picturesOf } from './picture.ts'

export interface Pictures {
  portfolio(): Promise<PortfolioView>
  positions(): Promise<PositionsView>
  network(): Promise<NetworkView>
  /** Reads the chain at each new block until stopped. */
  look(): () => void
  onChange(listener: () => void): () => void
  /** Resolves when no picture is being read: who can wait takes nothing from it. */
  settled(): Promise<void>
  /** Hears each picture once it is stored. */
  onPicture(listener: (pictured: Pictured) => void): () => void
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
  const pictureListeners = new Set<(pictured: Pictured) => void>()
  let watchers = 0
  let isFresh = false
  let reading: Promise<void> | undefined
  /** Ends the pause after a reading; undefined while there is none. */
  let endPause: (() => void) | undefined
  let isDue = false
  let turn = 0

  const tell = (): void => {
    for (const listener of listeners) listener()
  }

  const read = async (): Promise<void> => {
    const accounts = await keeper.accounts()
    if (accounts.length === 0) return
    const [{ network }, before] = await Promise.all([store.get(keys.settings), store.get(keys.positions)])
    const read = await chain.picture(
      accounts.map(({ address }) => address),
      turn++,
    )
    const status = chain.status()
    // Accounts that were taken out meanwhile, or erased, leave nothing behind.
    if (addressesOf(await keeper.accounts()) !== addressesOf(accounts)) return
    // Answered by a chain that has been left meanwhile.
    if (status.network !== network || (status.kind === 'online' && status.genesis !== read.genesis)) return
    const pictured = picturesOf(read, { accounts, network, readAt: clock(), before })
    isFresh = status.kind === 'online'
    await store.setTogether('local', [
      value(keys.portfolio, pictured.portfolio),
      value(keys.positions, pictured.positions),
      value(keys.network, pictured.network),
    ])
    for (const listener of pictureListeners) listener(pictured)
  }

  const refresh = (): void => {
    isDue = true
    // Of a block that is past, and nobody looks: who looks next is not told that it is of now.
    if (watchers === 0) isFresh = false
    if (reading !== undefined || endPause !== undefined || watchers === 0 || chain.status().kind !== 'online')
      return
    isDue = false
    reading = read()
      .catch((cause: unknown) => {
        // The last picture stays, with its block: what cannot be read is not zero.
        if (!isAway(cause)) onBug(cause, 'portfolio')
      })
      .finally(() => {
        reading = undefined
        endPause = after(LEAST_BETWEEN_MS, () => {
          endPause = undefined
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

  /** A stored picture, if it is of the network and the chain that are in front, and whether it is of this connection. */
  const view = async <T extends { readonly network: NetworkId; readonly genesis: Hash }>(
    key: StoredKey<T | null>,
  ): Promise<{ readonly picture: T | null; readonly fresh: boolean }> => {
    const [{ network }, picture] = await Promise.all([store.get(keys.settings), store.get(key)])
    const status = chain.status()
    const isOther =
      picture?.network !== network || (status.kind === 'online' && status.genesis !== picture.genesis)
    return isOther ? { picture: null, fresh: false } : { picture, fresh: isFresh }
  }

  return {
    portfolio: async () => {
      const { picture, fresh } = await view(keys.portfolio)
      return { portfolio: picture, fresh }
    },
    positions: async () => {
      const { picture, fresh } = await view(keys.positions)
      return { positions: picture, fresh }
    },
    network: async () => {
      const { picture, fresh } = await view(keys.network)
      return { facts: picture, fresh }
    },
    look: () => {
      if (watchers === 0) {
        // Who has just come does not wait for the end of a pause.
        endPause?.()
        endPause = undefined
      }
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
    settled: async () => reading,
    onPicture: (listener) => {
      pictureListeners.add(listener)
      return () => void pictureListeners.delete(listener)
    },
  }
}

function addressesOf(accounts: readonly Account[]): string {
  return accounts.map(({ address }) => address).join()
}
