/** Subnets and validators for whoever looks: what was known last at once, the chain's answer after it. */
import type { AccountKey } from '#shared/domain/address.ts'
import type { Directory, DirectoryView, Named, Validator } from '#shared/domain/directory.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { Netuid } from '#shared/domain/units.ts'
import { isAway } from '../away.ts'
import type { Block, Chain } from '../chain/chain.ts'
import type { Store } from '../storage/area.ts'
import { keys } from '../storage/keys.ts'
import type { Pictures } from './portfolio.ts'

export interface Directories {
  view(): Promise<DirectoryView>
  /** Reads the subnets now and from time to time until stopped. */
  look(): () => void
  names(): Promise<readonly Named[]>
  /** @throws WalletError `not-found` for no subnet, `offline`, `timeout` or `wrong-chain` */
  validators(of: Netuid): Promise<{ readonly block: Block; readonly validators: readonly Validator[] }>
  onChange(listener: () => void): () => void
}

interface Deps {
  readonly store: Store
  readonly chain: Pick<Chain, 'status' | 'onStatus' | 'onHead' | 'subnets' | 'validators' | 'names'>
  readonly pictures: Pick<Pictures, 'onPicture' | 'settled'>
  readonly clock: () => number
  readonly onBug: (cause: unknown, where: string) => void
}

/** Five minutes: what a subnet is called and pays changes slowly, and its price comes with every block's picture. */
const BLOCKS_BETWEEN = 25
/** A day: after it who owns a hotkey is asked again. */
const NAMES_FOR = 7200
const MOST_NAMES = 4000

export function createDirectories({ store, chain, pictures, clock, onBug }: Deps): Directories {
  const listeners = new Set<() => void>()
  let watchers = 0
  let isReading = false
  /** Of the present connection. */
  let readAt: number | undefined

  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const quiet = (work: Promise<unknown>): void => {
    work.catch((cause: unknown) => {
      if (!isAway(cause)) onBug(cause, 'directory')
    })
  }

  const read = async (): Promise<void> => {
    // It takes the runtime's metadata, and reading that the worker's time: a person waits for what they hold.
    await pictures.settled()
    const { block, genesis, found: subnets } = await chain.subnets()
    const { network } = await store.get(keys.settings)
    const status = chain.status()
    // Answered by a chain that has been left meanwhile.
    if (status.kind !== 'online' || status.network !== network || status.genesis !== genesis) return
    const directory: Directory = { network, genesis, block, readAt: clock(), subnets }
    readAt = block.number
    await store.set(keys.directory, directory)
  }

  const refresh = (): void => {
    const status = chain.status()
    if (isReading || watchers === 0 || status.kind !== 'online') return
    if (readAt !== undefined && Math.abs(status.best - readAt) < BLOCKS_BETWEEN) return
    isReading = true
    quiet(
      read().finally(() => {
        isReading = false
      }),
    )
  }

  /** New ones in place of what was known of them; the oldest go when there are too many. */
  const learn = async (
    genesis: Directory['genesis'],
    learned: readonly Named[],
    renewedAt?: number,
  ): Promise<void> => {
    if (learned.length === 0) return
    const fresh = new Set(learned.map(({ hotkey }) => hotkey))
    await store.update(keys.names, (before) => {
      const known = before?.genesis === genesis ? before : { block: 0, names: [] }
      const kept = known.names.filter(({ hotkey }) => !fresh.has(hotkey))
      return { genesis, block: renewedAt ?? known.block, names: [...learned, ...kept].slice(0, MOST_NAMES) }
    })
  }

  const meet = async (
    genesis: Directory['genesis'],
    block: number,
    hotkeys: ReadonlySet<AccountKey>,
  ): Promise<void> => {
    const known = await store.get(keys.names)
    const isOld = known?.genesis !== genesis || block - known.block > NAMES_FOR
    const met = new Set(isOld ? [] : known.names.map(({ hotkey }) => hotkey))
    const unmet = [...hotkeys].filter((hotkey) => !met.has(hotkey))
    if (unmet.length === 0) return
    const named = await chain.names(unmet)
    if (named.genesis === genesis) await learn(genesis, named.found, isOld ? block : undefined)
  }

  chain.onHead(refresh)
  chain.onStatus((status) => {
    if (status.kind === 'online' || readAt === undefined) return
    readAt = undefined
    tell()
  })
  pictures.onPicture(({ positions: { genesis, block, positions } }) =>
    quiet(meet(genesis, block.number, new Set(positions.map(({ hotkey }) => hotkey)))),
  )
  store.watch(keys.directory, tell)
  store.watch(keys.names, tell)
  store.watch(keys.settings, tell)

  return {
    view: async () => {
      const [{ network }, directory] = await Promise.all([
        store.get(keys.settings),
        store.get(keys.directory),
      ])
      const status = chain.status()
      const isOther =
        directory?.network !== network || (status.kind === 'online' && status.genesis !== directory.genesis)
      return isOther ? { directory: null, fresh: false } : { directory, fresh: readAt !== undefined }
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
    names: async () => {
      const known = await store.get(keys.names)
      const status = chain.status()
      return known === null || (status.kind === 'online' && status.genesis !== known.genesis)
        ? []
        : known.names
    },
    validators: async (of) => {
      const { block, genesis, found } = await chain.validators(of)
      if (found === undefined) throw new WalletError('not-found', { kind: 'subnet' })
      const learned = found.map(({ hotkey, coldkey, name, source, take }) => ({
        hotkey,
        coldkey,
        name,
        source,
        take,
      }))
      await learn(genesis, learned)
      return { block, validators: found }
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
