/** What a person sees of the browser besides its pages: windows the worker opened, tabs that come and go, the toolbar's button. */
import type { SiteBrowser } from '../../src/background/sites/keep-sites.ts'
import type { Life } from './life.ts'

export interface Desk {
  /** Windows that the worker opened and nobody closed, by id, with their address. */
  readonly windows: ReadonlyMap<number, string>
  /** How many were ever opened. */
  opened(): number
  badge(): string
  /** The windows that asked to be looked at, each time they did. */
  readonly asking: readonly number[]
  /** A person looks at this tab. */
  look(tabId: number): void
  /** A person closes a window. */
  closeWindow(id: number): void
  /** A person closes a tab. */
  closeTab(id: number): void
  /** What listens in a document for words of the worker; undefined takes it away. */
  listenIn(documentId: string, tabId: number, listener: ((message: unknown) => void) | undefined): void
  attach(life: Life): Pick<SiteBrowser, 'windows' | 'action' | 'tabs'>
}

export function createDesk(): Desk {
  const windows = new Map<number, string>()
  const asking: number[] = []
  const documents = new Map<
    string,
    { readonly tabId: number; readonly listener: (message: unknown) => void }
  >()
  let lastId = 100
  let text = ''
  let front: number | undefined
  let count = 0
  let hear: { window: (id: number) => void; tab: (id: number) => void } = { window: () => {}, tab: () => {} }

  return {
    windows,
    opened: () => count,
    badge: () => text,
    asking,
    look: (tabId) => {
      front = tabId
    },
    closeWindow: (id) => {
      windows.delete(id)
      hear.window(id)
    },
    closeTab: (id) => {
      for (const [documentId, { tabId }] of documents) if (tabId === id) documents.delete(documentId)
      hear.tab(id)
    },
    listenIn: (documentId, tabId, listener) => {
      if (listener === undefined) documents.delete(documentId)
      else documents.set(documentId, { tabId, listener })
    },
    attach: (life) => {
      const told = { window: [] as ((id: number) => void)[], tab: [] as ((id: number) => void)[] }
      hear = {
        window: (id) => {
          if (life.isAlive()) for (const listener of told.window) listener(id)
        },
        tab: (id) => {
          if (life.isAlive()) for (const listener of told.tab) listener(id)
        },
      }
      return {
        windows: {
          create: ({ url }) =>
            life.step('window', () => {
              lastId += 1
              count += 1
              windows.set(lastId, url)
              return { id: lastId }
            }),
          get: (id) =>
            windows.has(id) ? Promise.resolve({ id }) : Promise.reject(new Error('no such window')),
          update: (id, { drawAttention }) => {
            if (life.isAlive() && drawAttention) asking.push(id)
            return Promise.resolve()
          },
          onRemoved: { addListener: (listener) => void told.window.push(listener) },
        },
        action: {
          setBadgeText: (badge) => {
            if (life.isAlive()) text = badge.text
          },
          setBadgeBackgroundColor: () => {},
        },
        tabs: {
          query: () => Promise.resolve(front === undefined ? [] : [{ id: front }]),
          sendMessage: (tabId, message, to) => {
            const found = [...documents].find(([documentId, document]) =>
              'documentId' in to ? documentId === to.documentId : document.tabId === tabId,
            )
            if (found === undefined) return Promise.reject(new Error('no receiving end'))
            queueMicrotask(() => found[1].listener(message))
            return Promise.resolve()
          },
          onRemoved: { addListener: (listener) => void told.tab.push(listener) },
        },
      }
    },
  }
}
