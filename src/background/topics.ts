/** Where each topic's values come from, and what makes the last one out of date. */
import type { Sources } from '#shared/protocol/contract.ts'
import type { popupTopics } from '#shared/protocol/popup-contract.ts'
import type { Records } from './activity/records.ts'
import type { Approvals } from './approvals/approvals.ts'
import type { Chain } from './chain/chain.ts'
import { type OnChange, sourceOf } from './doors/source.ts'
import type { Directories } from './portfolio/directory.ts'
import type { Pictures } from './portfolio/portfolio.ts'
import type { Offers } from './signing/offers.ts'
import type { Store } from './storage/area.ts'
import { keys, type StoredKey } from './storage/keys.ts'
import type { Keeper } from './vault/keeper.ts'
import type { LockState } from './vault/lock-state.ts'

interface Deps {
  readonly lockState: LockState
  readonly keeper: Keeper
  readonly store: Store
  readonly approvals: Approvals
  readonly pictures: Pictures
  readonly directories: Directories
  readonly records: Records
  readonly chain: Pick<Chain, 'status' | 'onStatus'>
  readonly offers: () => Promise<Offers>
  /** Called whenever somebody has been told how the vault is. */
  readonly onVault: () => void
  readonly onBug: (cause: unknown, where: string) => void
}

export function topicSources({
  lockState,
  keeper,
  store,
  approvals,
  pictures,
  directories,
  records,
  chain,
  offers,
  onVault,
  onBug,
}: Deps): Sources<typeof popupTopics> {
  const stored = <T>(key: StoredKey<T>) =>
    source(() => store.get(key), [(listener) => store.watch(key, listener)])
  const source = <V>(read: () => Promise<V>, changes: readonly OnChange[]) =>
    sourceOf(read, changes, (cause) => onBug(cause, 'topic'))
  /** Read anew at each block while somebody watches. */
  const pictured =
    <V>(read: () => Promise<V>) =>
    (send: (value: V) => void) => {
      const stops = [source(read, [pictures.onChange])(send), pictures.look()]
      return () => {
        for (const stop of stops) stop()
      }
    }

  return {
    vault: (send) =>
      source(lockState.status, [lockState.onChange])((status) => {
        send(status)
        onVault()
      }),
    accounts: source(keeper.accounts, [keeper.onChange]),
    contacts: stored(keys.contacts),
    settings: stored(keys.settings),
    sites: stored(keys.sites),
    approvals: source(approvals.list, [approvals.onChange]),
    portfolio: pictured(pictures.portfolio),
    positions: pictured(pictures.positions),
    directory: (send) => {
      const stops = [source(directories.view, [directories.onChange])(send), directories.look()]
      return () => {
        for (const stop of stops) stop()
      }
    },
    names: source(directories.names, [directories.onChange]),
    network: pictured(pictures.network),
    activity: source(records.list, [records.onChange]),
    chain: source(async () => {
      const status = chain.status()
      const { network } = await store.get(keys.settings)
      // Until it has been told, a connection does not know which network it is for.
      return status.network === network ? status : { kind: 'connecting', network }
    }, [chain.onStatus, (listener) => store.watch(keys.settings, listener)]),
    offers: source(offers, [onRuntime(chain)]),
  }
}

/** Tells of every runtime that is not the one told of before: another spec, another chain, or none. */
function onRuntime({ onStatus, status }: Pick<Chain, 'status' | 'onStatus'>): OnChange {
  const runtimeNow = (): string => {
    const now = status()
    return now.kind === 'online' ? `${now.genesis} ${now.spec}` : ''
  }
  return (listener) => {
    let told = runtimeNow()
    return onStatus(() => {
      const now = runtimeNow()
      if (now === told) return
      told = now
      listener()
    })
  }
}
