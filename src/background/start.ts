/** The background put together: every listener in this call, so that the worker misses nothing that woke it. */
import { createBook } from './accounts/book.ts'
import { contactHandlers } from './accounts/handlers.ts'
import { createFollower } from './activity/follower.ts'
import { activityHandlers } from './activity/handlers.ts'
import { createRecords } from './activity/records.ts'
import { createApprovals } from './approvals/approvals.ts'
import type { ChainChoice } from './chain/chain.ts'
import type { Role } from './doors/caller.ts'
import { openDoor, type RuntimePort, type Served } from './doors/serve.ts'
import { createFirstAnswer } from './first-answer.ts'
import { createOnDemandChain, type StoppableChain } from './on-demand.ts'
import { createDirectories } from './portfolio/directory.ts'
import { portfolioHandlers } from './portfolio/handlers.ts'
import { createHistory } from './portfolio/history.ts'
import { createPictures } from './portfolio/portfolio.ts'
import { keepAccountInFront } from './settings/front.ts'
import { settingsHandlers } from './settings/handlers.ts'
import { lateSigning } from './signing/late.ts'
import { sitesHandlers } from './sites/handlers.ts'
import { keepSites, type SiteBrowser } from './sites/keep-sites.ts'
import { standingHandlers } from './standing/handlers.ts'
import { createStore } from './storage/area.ts'
import type { Areas, WithLock } from './storage/browser.ts'
import { keys } from './storage/keys.ts'
import { createMetadataCache, type MetadataCache } from './storage/metadata.ts'
import { createShelf } from './storage/shelf.ts'
import { topicSources } from './topics.ts'
import { type Alarms, type Idle, keepAutoLock } from './vault/auto-lock.ts'
import { vaultHandlers } from './vault/handlers.ts'
import { createKeeper } from './vault/keeper.ts'
import { createLockState, type Room } from './vault/lock-state.ts'

/** As much of the browser as the background uses; `webextension-polyfill` fits. */
export interface WorkerBrowser extends Pick<SiteBrowser, 'windows' | 'action' | 'tabs'> {
  readonly runtime: {
    readonly id: string
    getURL(path: string): string
    readonly onConnect: { addListener(listener: (port: RuntimePort) => void): void }
  }
  readonly storage: Areas
  readonly alarms: Alarms
  readonly idle: Idle
}

export interface World {
  readonly browser: WorkerBrowser
  readonly indexedDB: IDBFactory
  readonly withLock: WithLock
  readonly room: Room
  readonly makeChain: (store: MetadataCache) => Promise<StoppableChain>
  readonly clock: {
    /** ms since 1970. */
    now(): number
    /** Runs once after `ms`, unless the returned function is called before. */
    after(ms: number, run: () => void): () => void
  }
  readonly random: (length: number) => Uint8Array
  /** Where what should not have happened is noted; never with a secret, because there is none here. */
  readonly onBug: (cause: unknown, where: string) => void
}

const APPROVALS_ALARM = 'approvals'
const ACTIVITY_ALARM = 'activity'

const PATIENCE_MS = 250
/** What else a window asks first, its last picture for one, is read in less. */
const BREATH_MS = 5

export function startBackground({
  browser,
  indexedDB,
  withLock,
  room,
  makeChain,
  clock: { now: clock, after },
  random,
  onBug,
}: World): void {
  const onDamage = (name: string, cause: unknown): void => onBug(cause, `stored ${name}`)
  const store = createStore({ areas: browser.storage, withLock, onDamage })
  const metadata = createMetadataCache(createShelf(indexedDB, 'metadata'))
  const keeper = createKeeper({ store, shelf: createShelf(indexedDB, 'vault-copies'), withLock, onDamage })
  const lockState = createLockState({ room, keeper, store, clock })
  keepAutoLock({ lockState, alarms: browser.alarms, idle: browser.idle, clock, onBug })

  const choice = async (): Promise<ChainChoice> => {
    const { network, endpoints, trustedLocal } = await store.get(keys.settings)
    return { network, endpoints: endpoints[network], trustedLocal }
  }
  // How the vault is comes first: a window that woke this worker waits for it, and for nothing that is loaded, that is
  // connected or that was left over. These do not wait for a room that never answers.
  const patience = new Promise<void>((over) => void after(PATIENCE_MS, over))
  const answered = lockState.status().catch((cause: unknown) => onBug(cause, 'start'))
  const breath = () => new Promise<void>((over) => void after(BREATH_MS, over))
  const first = createFirstAnswer(answered, patience, breath)
  const makeInTurn = async (): Promise<StoppableChain> => {
    await first.given
    return makeChain(metadata)
  }
  const chain = createOnDemandChain({ make: makeInTurn, choice, after, onBug })
  const network = async (): Promise<ChainChoice['network']> => (await choice()).network

  const records = createRecords(store)
  const wakeAt = (alarm: string) => (when: number) => void browser.alarms.create(alarm, { when })
  const follower = createFollower({
    records,
    chain,
    network,
    clock,
    wakeAt: wakeAt(ACTIVITY_ALARM),
    onBug,
  })
  const approvals = createApprovals({
    store,
    withLock,
    clock,
    random,
    wakeAt: wakeAt(APPROVALS_ALARM),
  })
  const pictures = createPictures({ store, keeper, chain, clock, after, onBug })
  const history = createHistory({ shelf: createShelf(indexedDB, 'history'), records })
  const directories = createDirectories({ store, chain, pictures, clock, onBug })
  const book = createBook({ keeper, store })
  const accounts = keeper.accounts
  const sites = keepSites({
    browser,
    store,
    withLock,
    approvals,
    lockState,
    chain,
    accounts,
    onAccounts: (listener) => void keeper.onChange(listener),
    clock,
    after,
    onBug,
  })
  const { permissions, spendings, connecting, siteWindow } = sites

  const signing = lateSigning(async () => {
    await first.given
    const { later } = await import('./later.ts')
    return later.createSigning({
      chain,
      room,
      book,
      accounts,
      approvals,
      permissions,
      spendings,
      connecting,
      siteWindow,
      lockState,
      follower,
      records,
      store,
      withLock,
      clock,
      onBug,
    })
  })

  const quiet = (work: Promise<unknown>, where: string): void => {
    work.catch((cause: unknown) => onBug(cause, where))
  }

  pictures.onPicture((pictured) => quiet(history.keep(pictured), 'history'))
  lockState.onOpenness((now, before) => {
    if (now.kind === 'locked') quiet(approvals.rejectOwn('lock'), 'lock')
    else if (before?.kind === 'locked') quiet(keeper.opened(), 'unlock')
  })
  keeper.onChange(() => quiet(keepAccountInFront({ keeper, store }), 'accounts'))
  store.watch(keys.settings, ({ network: chosen, endpoints, trustedLocal }) => {
    chain.choose({ network: chosen, endpoints: endpoints[chosen], trustedLocal })
    quiet(follower.sync(), 'following')
  })
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === APPROVALS_ALARM) quiet(approvals.expire(), name)
    if (name === ACTIVITY_ALARM) quiet(follower.sync(), name)
  })

  const shared = {
    ...vaultHandlers({
      keeper,
      store,
      lockState,
      turnAway: sites.turnAway,
      caches: [metadata, history],
    }),
    ...activityHandlers({ records, follower, chain }),
  }
  const served: Served = {
    wallet: {
      ...shared,
      ...contactHandlers({ store }),
      ...settingsHandlers({ store, keeper, approvals, chain }),
      ...portfolioHandlers({ directories, pictures, history, chain }),
      ...standingHandlers(chain),
      ...sitesHandlers({ permissions, approvals, inFront: sites.inFront }),
      ...signing.operations,
    },
    approve: {
      ...shared,
      ...signing.approvals,
    },
    topics: topicSources({
      lockState,
      keeper,
      store,
      approvals,
      pictures,
      directories,
      records,
      chain,
      offers: signing.offers,
      onVault: first.give,
      onBug,
    }),
    onBug,
    onPage: () => {
      first.expect()
      return chain.hold()
    },
  }
  const own = { id: browser.runtime.id, origin: browser.runtime.getURL('').replace(/\/$/, '') }
  browser.runtime.onConnect.addListener((port) => {
    // Other names are other doors'.
    if (isRole(port.name)) openDoor(port, own, served)
  })

  quiet(first.given.then(takeUp), 'start')

  /** What an earlier worker left: approvals that a lock or the clock has ended, signatures begun, records not final. */
  async function takeUp(): Promise<void> {
    if ((await approvals.list()).some(({ state }) => state.kind === 'pending')) {
      await approvals.expire()
      await lockState.openness()
    }
    await sites.takeUp()
    if (Object.keys(await store.get(keys.prepared)).length > 0) await signing.resume()
    await follower.sync()
  }
}

function isRole(name: string): name is Role {
  return name === 'wallet' || name === 'approve'
}
