/** Which sites see which accounts, and which may not even ask. */
import type { Account } from '#shared/domain/account.ts'
import type { Address } from '#shared/domain/address.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { Origin, Site } from '#shared/domain/site.ts'
import type { SiteRules } from '#shared/domain/site-rules.ts'
import type { Store } from '../storage/area.ts'
import { keys } from '../storage/keys.ts'

export interface Permissions {
  of(origin: Origin): Promise<Site | undefined>
  /** The accounts a site sees, in the order of the wallet; none for a site that is not connected. */
  accounts(origin: Origin): Promise<readonly Account[]>
  /** Connects a site, in the place of whatever it was. */
  connect(origin: Origin, accounts: readonly Address[]): Promise<void>
  /** Which accounts a connected site sees. None left is the same as forgotten. @throws WalletError `not-found` */
  setAccounts(origin: Origin, accounts: readonly Address[]): Promise<void>
  /** What a connected site may ask for without the password. @throws WalletError `not-found` */
  setRules(origin: Origin, rules: SiteRules | null): Promise<void>
  /** @throws WalletError `not-found` */
  forget(origin: Origin): Promise<void>
  block(origin: Origin): Promise<void>
  /** A connected site was just there. */
  touch(origin: Origin): Promise<void>
  /** Told of every change in what sites see, but not of a touch. */
  onChange(listener: () => void): () => void
}

interface Deps {
  readonly store: Store
  readonly accounts: () => Promise<readonly Account[]>
  /** Told when the wallet's accounts change. */
  readonly onAccounts: (listener: () => void) => void
  readonly clock: () => number
}

/** A list orders by it and tells "today" from "last month": finer it need not be. */
const TOUCH_MS = 60_000

export function createPermissions({ store, accounts, onAccounts, clock }: Deps): Permissions {
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  onAccounts(tell)

  const find = async (origin: Origin): Promise<Site | undefined> =>
    (await store.get(keys.sites)).find((site) => site.origin === origin)

  const connected = async (origin: Origin): Promise<Extract<Site, { kind: 'connected' }>> => {
    const site = await find(origin)
    if (site?.kind !== 'connected') throw new WalletError('not-found', { kind: 'site' })
    return site
  }

  const put = async (origin: Origin, site: Site | undefined): Promise<void> => {
    await store.update(keys.sites, (sites) => [
      ...(site === undefined ? [] : [site]),
      ...sites.filter((each) => each.origin !== origin),
    ])
    tell()
  }

  return {
    of: find,
    accounts: async (origin) => {
      const site = await find(origin)
      if (site?.kind !== 'connected') return []
      const shared = new Set(site.accounts)
      return (await accounts()).filter(({ address }) => shared.has(address))
    },
    connect: async (origin, shared) => {
      const now = clock()
      const before = await find(origin)
      const site = { kind: 'connected', origin, accounts: [...shared], since: now, used: now } as const
      // One whose accounts are all gone asks anew: what a person limited stays limited.
      await put(origin, before?.kind === 'connected' ? { ...site, rules: before.rules } : site)
    },
    setAccounts: async (origin, shared) => {
      const site = await connected(origin)
      await put(origin, shared.length === 0 ? undefined : { ...site, accounts: [...shared] })
    },
    setRules: async (origin, rules) => {
      await put(origin, { ...(await connected(origin)), rules: rules ?? undefined })
    },
    forget: async (origin) => {
      if ((await find(origin)) === undefined) throw new WalletError('not-found', { kind: 'site' })
      await put(origin, undefined)
    },
    block: (origin) => put(origin, { kind: 'blocked', origin, since: clock() }),
    touch: async (origin) => {
      await store.update(keys.sites, (sites) => {
        const now = clock()
        const isDue = sites.some(
          (site) => site.origin === origin && site.kind === 'connected' && now - site.used > TOUCH_MS,
        )
        return isDue ? sites.map((site) => (site.origin === origin ? { ...site, used: now } : site)) : sites
      })
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
