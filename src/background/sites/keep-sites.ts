/** Everything that sites have to do with, put together: to be called in the worker's first turn. */
import type { Account } from '#shared/domain/account.ts'
import type { Approval } from '#shared/domain/approval.ts'
import type { Origin } from '#shared/domain/site.ts'
import { APPROVE_PAGE } from '#shared/protocol/places.ts'
import { POKE, SITE_PORT } from '#shared/protocol/site-contract.ts'
import type { Approvals } from '../approvals/approvals.ts'
import { createOutbox } from '../approvals/outbox.ts'
import { type Action, keepApprovalWindow, type Windows } from '../approvals/window.ts'
import type { Chain } from '../chain/chain.ts'
import type { RuntimePort } from '../doors/serve.ts'
import { openSiteDoor } from '../doors/site-door.ts'
import type { PayloadChain } from '../signing/read-payload.ts'
import type { Store } from '../storage/area.ts'
import type { WithLock } from '../storage/browser.ts'
import type { Alarms } from '../vault/auto-lock.ts'
import type { LockState } from '../vault/lock-state.ts'
import { type Connecting, createConnecting } from './connecting.ts'
import { createLines } from './lines.ts'
import { createPermissions, type Permissions } from './permissions.ts'
import { createRefusals } from './refusals.ts'
import { siteHandlers } from './site-handlers.ts'
import { createSpendings, type Spendings } from './spendings.ts'
import { createSubscribers, type Tabs } from './subscribers.ts'

/** As much of the browser as sites need. */
export interface SiteBrowser {
  readonly runtime: {
    readonly id: string
    getURL(path: string): string
    readonly onConnect: { addListener(listener: (port: RuntimePort) => void): void }
  }
  readonly alarms: Alarms
  readonly windows: Windows
  readonly action: Action
  readonly tabs: Tabs
}

interface Deps {
  readonly browser: SiteBrowser
  readonly store: Store
  readonly withLock: WithLock
  readonly approvals: Approvals
  readonly lockState: LockState
  readonly chain: PayloadChain & Pick<Chain, 'live' | 'status'>
  readonly accounts: () => Promise<readonly Account[]>
  readonly onAccounts: (listener: () => void) => void
  readonly clock: () => number
  /** Runs once after `ms`, unless the returned function is called before. */
  readonly after: (ms: number, run: () => void) => () => void
  readonly onBug: (cause: unknown, where: string) => void
}

export interface KeptSites {
  readonly permissions: Permissions
  readonly spendings: Spendings
  readonly connecting: Connecting
  /** The site in the tab in front, as the browser names it; null for a page that cannot use the wallet. */
  readonly inFront: () => Promise<Origin | null>
  /** The window that was opened for what sites ask. */
  readonly siteWindow: () => Promise<number | null>
  /** Turns away all that sites wait for, and has told them when it is done. */
  turnAway(): Promise<void>
  /** What an earlier worker left: answers that are owed, requests whose pages may be gone. */
  takeUp(): Promise<void>
}

const ALARM = 'sites'
/** How long a page that is asked to show itself may take. */
const SHOW_MS = 700

export function keepSites(deps: Deps): KeptSites {
  const { browser, store, withLock, approvals, lockState, chain, accounts, clock, after, onBug } = deps
  const { tabs, alarms, runtime } = browser
  const permissions = createPermissions({ store, accounts, onAccounts: deps.onAccounts, clock })
  const spendings = createSpendings({ store, permissions, clock })
  const refusals = createRefusals({ store, clock })
  const connecting = createConnecting({ approvals, permissions, refusals, lockState, accounts, clock })
  const lines = createLines(clock)
  const subscribers = createSubscribers({ store, lines, permissions, tabs })

  const quiet = (work: Promise<unknown>): void => {
    work.catch((cause: unknown) => onBug(cause, ALARM))
  }
  let stopTimer = (): void => {}
  const wakeAt = (when: number): void => {
    // The alarm finds a worker that has stopped meanwhile; the timer is sooner where the alarm would be late.
    alarms.create(ALARM, { when })
    stopTimer()
    stopTimer = after(Math.max(0, when - clock()), sweep)
  }
  const outbox = createOutbox({ approvals, lines, clock, wakeAt })
  const sweep = (): void => quiet(outbox.sweep())

  const window = keepApprovalWindow({
    approvals,
    store,
    withLock,
    windows: browser.windows,
    url: runtime.getURL(APPROVE_PAGE),
    action: browser.action,
    clock,
    onShut: async (shut) => {
      for (const { request } of shut) if (request.kind === 'connect') await refusals.note(request.origin)
    },
    onBug,
  })

  const handlers = siteHandlers({ chain, approvals, permissions, refusals, subscribers, store, withLock })
  const door = { handlers, outbox, lines, subscribers, onBug }
  runtime.onConnect.addListener((port) => {
    if (port.name !== SITE_PORT) return
    port.onDisconnect.addListener(sweep)
    openSiteDoor(port, runtime.id, door)
  })
  approvals.onChange(() => quiet(outbox.deliver()))
  permissions.onChange(() => {
    quiet(revoke())
    quiet(subscribers.tell())
  })
  tabs.onRemoved.addListener((tabId) => {
    quiet(outbox.withdraw((reply) => reply.tabId === tabId))
    quiet(subscribers.remove((each) => each.tabId === tabId))
  })
  alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) sweep()
  })

  /** What waits to be signed with an account that its site may no longer see. */
  const revoke = async (): Promise<void> => {
    const waiting = (await approvals.list()).filter(({ state }) => state.kind === 'pending')
    const gone = new Set<Approval['id']>()
    for (const { id, request } of waiting) {
      if (request.kind !== 'payload' && request.kind !== 'message') continue
      const account = request.kind === 'payload' ? request.payload.address : request.message.address
      const shared = await permissions.accounts(request.origin)
      if (!shared.some(({ address }) => address === account)) gone.add(id)
    }
    await approvals.reject(({ id }) => gone.has(id), 'revoked')
  }

  const inFront = async (): Promise<Origin | null> => {
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true })
    const tabId = tab?.id
    if (tabId === undefined) return null
    const known = lines.originIn(tabId)
    if (known !== undefined) return known
    const shown = new Promise<void>((done) => {
      const stop = lines.onOpen(() => {
        if (lines.originIn(tabId) !== undefined) over()
      })
      const over = (): void => {
        stop()
        done()
      }
      after(SHOW_MS, over)
    })
    try {
      await tabs.sendMessage(tabId, POKE, { frameId: 0 })
    } catch {
      // No page of ours listens there.
      return null
    }
    await shown
    return lines.originIn(tabId) ?? null
  }

  return {
    permissions,
    spendings,
    connecting,
    inFront,
    siteWindow: window.id,
    turnAway: async () => {
      await approvals.reject(({ request }) => request.kind !== 'proposal', 'revoked')
      await outbox.deliver()
    },
    takeUp: async () => {
      await outbox.deliver()
      await outbox.sweep()
      await window.refresh()
    },
  }
}
