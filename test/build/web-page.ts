/** A web page without a browser: the provider and the relay as they ship, on a port of a machine. */
import { createProvider } from '../../src/content/provider.ts'
import { createRelay } from '../../src/content/relay.ts'
import type { Origin } from '../../src/shared/domain/site.ts'
import { GONE, SITE_PORT } from '../../src/shared/protocol/site-contract.ts'
import { ID, type Machine } from '../fakes/machine.ts'
import { DAPP } from './site-requests.ts'

type Ask = (input?: unknown) => Promise<unknown>

export interface Injected {
  readonly accounts: {
    readonly get: Ask
    readonly subscribe: (told: (list: readonly unknown[]) => void) => () => void
  }
  readonly metadata: { readonly get: Ask; readonly provide: Ask }
  readonly signer: { readonly signPayload: Ask; readonly signRaw: Ask }
}

export interface WebPage {
  readonly origin: Origin
  readonly tabId: number
  readonly documentId: string
  enable(name?: unknown): Promise<Injected>
  /** Calls by any name and with any text, as only a relay that was taken over could. */
  raw(method: string, input?: string): void
  /** How many calls left the page's world, how many the relay passed on, how many came back answered. */
  readonly counts: { readonly page: number; readonly relay: number; readonly back: number }
  /** What the page's own world was told, answers and all. */
  readonly heard: readonly unknown[]
  /** Into the back/forward cache, and out of it. */
  hide(): void
  show(): void
  /** Another document takes its place: the port closes, and nothing is heard any more. */
  leave(): void
}

interface Options {
  readonly origin?: string
  readonly tabId?: number
  readonly documentId?: string
  /** What the browser says of it beside that. */
  readonly sender?: object
  /** Starts a worker where none lives, as the browser does for a port. */
  readonly wake?: () => void
}

export function aWebPage(
  machine: Machine,
  { origin = DAPP, tabId = 7, documentId = `D${tabId}`, sender = {}, wake = () => {} }: Options = {},
): WebPage {
  const heard: unknown[] = []
  const ports = new Set<() => void>()
  const counts = { page: 0, relay: 0, back: 0 }
  let isThere = true
  let ids = 0
  const relay = createRelay({
    connect: () => {
      wake()
      const port = machine.runtime.connect(SITE_PORT, {
        id: ID,
        origin,
        url: `${origin}/page`,
        frameId: 0,
        documentId,
        documentLifecycle: 'active',
        tab: { id: tabId },
        ...sender,
      })
      ports.add(port.close)
      return {
        ...port,
        post: (message) => {
          counts.relay += Number(kindOf(message) === 'ask')
          port.post(message)
        },
      }
    },
    isThere: () => true,
    toPage: (message) => {
      counts.back += Number('id' in message)
      if (!isThere) return
      heard.push(message)
      provider.receive(message)
    },
    newId: () => crypto.randomUUID(),
    after: (ms, run) => void setTimeout(() => isThere && run(), ms).unref(),
  })
  const provider = createProvider({
    version: '1.2.3',
    send: (message) => {
      counts.page += 1
      relay.fromPage(message)
      return true
    },
    gone: GONE,
  })
  machine.desk.listenIn(documentId, tabId, () => relay.poke())
  relay.activate()
  return {
    origin: origin as Origin,
    tabId,
    documentId,
    enable: (name) => provider.entry.enable(name) as Promise<Injected>,
    raw: (method, input = 'null') => {
      ids -= 1
      relay.fromPage({ id: ids, method, input })
    },
    counts,
    heard,
    hide: relay.hide,
    show: relay.show,
    leave: () => {
      isThere = false
      machine.desk.listenIn(documentId, tabId, undefined)
      for (const close of ports) close()
    },
  }
}

function kindOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'kind' in message ? message.kind : undefined
}
