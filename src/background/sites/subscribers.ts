/** Documents that want to know when what their site sees changes, as data: their lines come and go with the worker. */
import type { Origin } from '#shared/domain/site.ts'
import { POKE } from '#shared/protocol/site-contract.ts'
import type { SiteCaller } from '../doors/site-caller.ts'
import type { Store } from '../storage/area.ts'
import { keys } from '../storage/keys.ts'
import { injected } from './answers.ts'
import type { Lines } from './lines.ts'
import type { Permissions } from './permissions.ts'

/** As much of `browser.tabs` as is used. */
export interface Tabs {
  sendMessage(
    tabId: number,
    message: unknown,
    to: { readonly documentId: string } | { readonly frameId: number },
  ): Promise<unknown>
  /** Their addresses are not told without a permission this extension does not have. */
  query(which: {
    readonly active: true
    readonly lastFocusedWindow: true
  }): Promise<readonly { readonly id?: number | undefined }[]>
  readonly onRemoved: { addListener(listener: (tabId: number) => void): void }
}

export interface Subscribers {
  add(caller: SiteCaller): Promise<void>
  remove(isGone: (document: SiteCaller) => boolean): Promise<void>
  /** Tells every subscriber what its site sees now. */
  tell(): Promise<void>
}

interface Deps {
  readonly store: Store
  readonly lines: Lines
  readonly permissions: Permissions
  readonly tabs: Tabs
}

/** More documents than anybody has open; beyond them the oldest hears nothing until it asks again. */
const MOST = 256

export function createSubscribers({ store, lines, permissions, tabs }: Deps): Subscribers {
  const remove = async (isGone: (document: SiteCaller) => boolean): Promise<void> => {
    await store.update(keys.subscribers, (all) =>
      all.some((each) => isGone(each)) ? all.filter((each) => !isGone(each)) : all,
    )
  }
  const accountsOf = async (origin: Origin): Promise<string> =>
    JSON.stringify(injected(await permissions.accounts(origin)))
  return {
    add: async ({ origin, tabId, documentId }) => {
      await store.update(keys.subscribers, (all) =>
        all.some((each) => each.documentId === documentId)
          ? all
          : [...all, { origin, tabId, documentId }].slice(-MOST),
      )
    },
    remove,
    tell: async () => {
      for (const { origin, tabId, documentId } of await store.get(keys.subscribers)) {
        if (lines.post(documentId, { kind: 'accounts', accounts: await accountsOf(origin) })) continue
        // Its relay opens a line and asks. Nothing is said to a document that may have taken its place.
        const isThere = await tabs.sendMessage(tabId, POKE, { documentId }).then(
          () => true,
          () => false,
        )
        if (!isThere) await remove((each) => each.documentId === documentId)
      }
    },
  }
}
