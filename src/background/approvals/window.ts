/** The one window in which sites' requests are decided, and the number on the toolbar's button. */
import type { Approval } from '#shared/domain/approval.ts'
import type { Store } from '../storage/area.ts'
import type { WithLock } from '../storage/browser.ts'
import { keys } from '../storage/keys.ts'
import type { Approvals } from './approvals.ts'

/** As much of `browser.windows` as is used. */
export interface Windows {
  create(window: {
    readonly type: 'popup'
    readonly url: string
    readonly width: number
    readonly height: number
  }): Promise<{ readonly id?: number | undefined } | undefined>
  get(id: number): Promise<unknown>
  update(id: number, how: { readonly drawAttention: boolean }): Promise<unknown>
  readonly onRemoved: { addListener(listener: (id: number) => void): void }
}

/** As much of `browser.action` as is used. */
export interface Action {
  setBadgeText(badge: { readonly text: string }): unknown
  setBadgeBackgroundColor(badge: { readonly color: string }): unknown
}

interface Deps {
  readonly approvals: Approvals
  readonly store: Store
  readonly withLock: WithLock
  readonly windows: Windows
  /** The review's address, in full. */
  readonly url: string
  readonly action: Action
  readonly clock: () => number
  /** Told of requests to connect that were shut with the window. */
  readonly onShut: (shut: readonly Approval[]) => Promise<void>
  readonly onBug: (cause: unknown, where: string) => void
}

export interface ApprovalWindow {
  /** Opens the window when something waits and there is none; sets the number. */
  refresh(): Promise<void>
  /** Which it is; null when there is none. A window that is being opened is waited for. */
  id(): Promise<number | null>
}

/** The popup's width and the browser's frame around it. */
const SIZE = { width: 380, height: 640 }
const BADGE = '#e8590c'
/** What came in while the window was closing was not in it; what it was opened for was. */
const JUST_NOW_MS = 500

/** To be called in the worker's first turn: a window that closes wakes the worker. */
export function keepApprovalWindow(deps: Deps): ApprovalWindow {
  const { approvals, store, withLock, windows, url, action, clock, onShut, onBug } = deps
  let shown = 0
  let openedAt = 0

  const waiting = async (): Promise<readonly Approval[]> =>
    (await approvals.list()).filter(
      ({ state, request }) => state.kind === 'pending' && request.kind !== 'proposal',
    )

  const exists = (id: number): Promise<boolean> =>
    windows.get(id).then(
      () => true,
      () => false,
    )

  const shut = async (): Promise<void> => {
    await store.set(keys.approvalWindow, null)
    const held = (await waiting()).filter(
      ({ askedAt }) => askedAt <= openedAt || askedAt + JUST_NOW_MS <= clock(),
    )
    await onShut(held)
    const ids = new Set(held.map(({ id }) => id))
    await approvals.reject(({ id }) => ids.has(id), 'closed')
  }

  const open = async (): Promise<void> => {
    const known = await store.get(keys.approvalWindow)
    if (known !== null && (await exists(known))) {
      // It is not pulled in front of what a person does: it only asks to be looked at.
      await windows.update(known, { drawAttention: true })
      return
    }
    // Closed while no worker lived to hear of it.
    if (known !== null) await shut()
    if ((await waiting()).length === 0) return
    const made = await windows.create({ type: 'popup', url, ...SIZE })
    openedAt = clock()
    await store.set(keys.approvalWindow, made?.id ?? null)
  }

  const setBadge = async (count: number): Promise<void> => {
    await action.setBadgeText({ text: count === 0 ? '' : String(count) })
    if (count > 0) await action.setBadgeBackgroundColor({ color: BADGE })
  }

  const refresh = async (): Promise<void> => {
    const count = (await waiting()).length
    const isMore = count > shown
    shown = count
    // First the window: a person waits for it.
    await Promise.all([isMore ? withLock('approval-window', open) : undefined, setBadge(count)])
  }

  windows.onRemoved.addListener((id) => {
    withLock('approval-window', async () => {
      if (id === (await store.get(keys.approvalWindow))) await shut()
    })
      .then(() => {
        // What came in while it closed gets a window of its own.
        shown = 0
        return refresh()
      })
      .catch((cause: unknown) => onBug(cause, 'approval window'))
  })
  approvals.onChange(() => {
    refresh().catch((cause: unknown) => onBug(cause, 'approval window'))
  })
  return { refresh, id: () => withLock('approval-window', () => store.get(keys.approvalWindow)) }
}
