/** Everything sites have to do with, on a machine: pages at one end, and at the other what a person decides. */
import { createApprovals } from '../../src/background/approvals/approvals.ts'
import type { Chain } from '../../src/background/chain/chain.ts'
import { type KeptSites, keepSites } from '../../src/background/sites/keep-sites.ts'
import { createStore, type Store } from '../../src/background/storage/area.ts'
import type { LockState } from '../../src/background/vault/lock-state.ts'
import type { Account } from '../../src/shared/domain/account.ts'
import type { Address } from '../../src/shared/domain/address.ts'
import type { Approval, ApprovalId } from '../../src/shared/domain/approval.ts'
import type { Hex } from '../../src/shared/domain/bytes.ts'
import { WalletError } from '../../src/shared/domain/errors.ts'
import type { Death, Machine } from '../fakes/machine.ts'
import { random } from './room.ts'
import { B } from './site-requests.ts'
import { aMachine } from './store.ts'
import { aWebPage, type WebPage } from './web-page.ts'

const A = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address
/** Watched only. */
export const C = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Address
const SIGNATURE = `0x${'ab'.repeat(64)}` as Hex

const local = (address: Address, name: string): Account =>
  ({
    kind: 'local',
    address,
    name,
    hidden: false,
    scheme: 'sr25519',
    secret: '00'.repeat(16),
    path: '',
  }) as Account
export const ACCOUNTS: readonly Account[] = [
  local(B, 'Bob'),
  local(A, 'Alice'),
  { kind: 'watch', address: C, name: 'Charlie', hidden: false },
]

export type SiteChain = Pick<Chain, 'live' | 'head' | 'hashAt' | 'status'>
const away = () => Promise.reject(new WalletError('offline'))
/** No node answers. */
const AWAY: SiteChain = {
  live: away,
  head: away,
  hashAt: away,
  status: () => ({ kind: 'offline', network: 'finney', why: 'no node' }),
}

export interface SiteBench {
  readonly machine: Machine
  readonly sites: () => KeptSites
  readonly store: () => Store
  /** A page whose calls wake the worker where it sleeps. */
  page(options?: Parameters<typeof aWebPage>[1]): WebPage
  /** What waits for a decision, once there are so many of them. */
  waiting(count: number): Promise<readonly Approval[]>
  all(): Promise<readonly Approval[]>
  connect(id: ApprovalId, accounts?: readonly Address[]): Promise<void>
  sign(id: ApprovalId): Promise<void>
  reject(id: ApprovalId): Promise<void>
  /** A connected page of that site, and what it got. */
  connected(options?: Parameters<typeof aWebPage>[1]): Promise<Connected>
  changeAccounts(accounts: readonly Account[]): void
  lock(): void
  start(death?: Death): void
  readonly bugs: string[]
}

type Connected = WebPage & { readonly wallet: Awaited<ReturnType<WebPage['enable']>> }

export function aSiteBench(chain: SiteChain = AWAY): SiteBench {
  const machine = aMachine()
  const bugs: string[] = []
  let accounts = ACCOUNTS
  let isLocked = false
  let isWorking = (): boolean => false
  let onAccounts: () => void = () => {}
  let store: Store
  let sites: KeptSites
  let approvals: ReturnType<typeof createApprovals>

  const start = (death?: Death): void => {
    const { life, browser, withLock, clock } = machine.begin(death)
    isWorking = life.isAlive
    const onBug = (cause: unknown, where: string): void => {
      if (life.isAlive()) bugs.push(`${where}: ${String(cause)}`)
    }
    store = createStore({ areas: browser.storage, withLock, onDamage: (name) => bugs.push(name) })
    const wakeAt = (when: number) => browser.alarms.create('approvals', { when })
    approvals = createApprovals({ store, withLock, clock: machine.now, random, wakeAt })
    const openness = async () => ({ kind: isLocked ? 'locked' : 'unlocked' })
    sites = keepSites({
      browser,
      store,
      withLock,
      approvals,
      lockState: { openness } as unknown as LockState,
      chain,
      accounts: async () => accounts,
      onAccounts: (listener) => {
        onAccounts = listener
      },
      clock: machine.now,
      after: clock.after,
      onBug,
    })
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === 'approvals') approvals.expire().catch((cause: unknown) => onBug(cause, name))
    })
    sites.takeUp().catch((cause: unknown) => onBug(cause, 'start'))
  }
  const wake = (): void => {
    if (!isWorking()) start()
  }
  start()

  const all = (): Promise<readonly Approval[]> => {
    wake()
    return approvals.list()
  }
  const waiting = async (count: number): Promise<readonly Approval[]> => {
    for (let turns = 0; turns < 500; turns += 1) {
      const pending = (await all()).filter(({ state }) => state.kind === 'pending')
      if (pending.length === count) return pending
      await new Promise((done) => setTimeout(done, 2))
    }
    throw new Error(`not ${count} are waiting`)
  }
  const page: SiteBench['page'] = (options) => aWebPage(machine, { wake, ...options })
  const connect: SiteBench['connect'] = (id, shared = [B]) => sites.connecting.connect(id, shared)
  return {
    machine,
    sites: () => sites,
    store: () => store,
    page,
    all,
    waiting,
    connect,
    sign: async (id) => {
      await approvals.alone(id, () =>
        approvals.settle(id, { kind: 'answered', signature: SIGNATURE, at: machine.now() }),
      )
    },
    reject: async (id) => {
      await approvals.alone(id, () => approvals.settle(id, { kind: 'rejected', why: 'user' }))
    },
    connected: async (options) => {
      const opened = page(options)
      const asked = opened.enable('A dApp')
      const [request] = (await waiting(1)).slice(-1)
      if (request === undefined) throw new Error('nothing waits')
      await connect(request.id)
      return { ...opened, wallet: await asked }
    },
    changeAccounts: (next) => {
      accounts = next
      onAccounts()
    },
    lock: () => {
      isLocked = true
    },
    start,
    bugs,
  }
}
