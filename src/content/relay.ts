/** Between a page and the worker: keeps what the page waits for while workers come and go. */
import {
  CANCELLED,
  type FromRelay,
  GONE,
  invalid,
  REQUEST_LIMIT,
  readToRelay,
  type SiteAnswer,
  type SiteError,
} from '#shared/protocol/site-contract.ts'
import { readFromPage, type ToPage } from './page-frames.ts'

/** A port to the worker. */
export interface WorkerLine {
  post(message: FromRelay): void
  onMessage(listener: (message: unknown) => void): void
  onClose(listener: () => void): void
  close(): void
}

export interface Relay {
  fromPage(message: unknown): void
  /** The page stands in front of a person: only now is the worker spoken to. */
  activate(): void
  /** The page goes, perhaps to come back as it is. */
  hide(): void
  /** It came back. */
  show(): void
  /** The worker has something for the page. */
  poke(): void
}

interface Deps {
  /** Wakes the worker. @throws when the extension this script came with is no more */
  readonly connect: () => WorkerLine
  /** Whether the extension this script came with is still there. */
  readonly isThere: () => boolean
  readonly toPage: (message: ToPage) => void
  readonly newId: () => string
  readonly after: (ms: number, run: () => void) => void
}

interface Request {
  /** The page's own number for it; undefined for what the relay asks itself. */
  readonly page: number | undefined
  readonly method: string
  readonly input: string
  /** The worker has stored it. */
  isTaken: boolean
}

/** After each loss of the line, how long until the next try; after the last one everything is given up. */
const RETRY_MS = [0, 250, 1_000, 3_000, 5_000]
/**
 * How often it is looked whether the extension is still there while the page waits. A line that is opened in its last
 * moment opens, and is never told to have closed (Chromium 156).
 */
const WATCH_MS = 2_000
/** A word that was posted this long ago on a line that still stands has arrived. */
const ARRIVED_MS = 2_000
/** What a person decides: the worker keeps the answer until it is told that it was heard. */
const KEPT: ReadonlySet<string> = new Set(['enable', 'signPayload', 'signRaw'])

export function createRelay({ connect, isThere, toPage, newId, after }: Deps): Relay {
  const requests = new Map<string, Request>()
  const unheard = new Set<string>()
  let line: WorkerLine | undefined
  let isActive = false
  let isGone = false
  let isWatching = false
  let isSubscribed = false
  let losses = 0

  const settle = ({ page }: Request, answer: SiteAnswer): void => {
    if (page === undefined) {
      if (answer.ok) toPage({ accounts: answer.value })
    } else if (answer.ok) toPage({ id: page, value: answer.value })
    else toPage({ id: page, error: answer.error })
  }

  const giveUp = (error: SiteError): void => {
    const all = [...requests.values()]
    requests.clear()
    unheard.clear()
    for (const request of all) settle(request, { ok: false, error })
  }

  const go = (): void => {
    isGone = true
    line = undefined
    giveUp(GONE)
  }

  const watch = (): void => {
    isWatching = requests.size > 0
    if (!isWatching) return
    if (isThere()) after(WATCH_MS, watch)
    else go()
  }

  const hear = (message: unknown): void => {
    const frame = readToRelay(message)
    if (frame === undefined) return
    losses = 0
    if (frame.kind === 'accounts') {
      toPage({ accounts: frame.accounts })
      return
    }
    const request = requests.get(frame.id)
    if (frame.kind === 'taken') {
      if (request !== undefined) request.isTaken = true
      return
    }
    if (request !== undefined) {
      requests.delete(frame.id)
      settle(request, frame.answer)
    }
    // Also for an answer that nobody waits for any more: it is kept no longer.
    if (request === undefined || KEPT.has(request.method)) confirm(frame.id)
  }

  const confirm = (id: string): void => {
    unheard.add(id)
    line?.post({ kind: 'heard', id })
    after(ARRIVED_MS, () => {
      if (line !== undefined) unheard.delete(id)
    })
  }

  const lose = (): void => {
    line = undefined
    if (requests.size === 0 && unheard.size === 0) return
    const wait = RETRY_MS[losses]
    losses += 1
    if (wait === undefined) giveUp(GONE)
    else after(wait, () => void open())
  }

  /** Opens the line where there is none, and says again what the worker may not know. False when there is no way. */
  const open = (): boolean => {
    if (line !== undefined) return true
    if (isGone || !isActive) return false
    try {
      const opened = connect()
      line = opened
      opened.onMessage(hear)
      opened.onClose(() => {
        if (line === opened) lose()
      })
    } catch {
      go()
      return false
    }
    const taken = [...requests].filter(([, { isTaken }]) => isTaken).map(([id]) => id)
    if (taken.length > 0) line.post({ kind: 'resume', ids: taken })
    for (const [id, request] of requests) if (!request.isTaken) ask(id, request)
    for (const id of unheard) line.post({ kind: 'heard', id })
    return true
  }

  const ask = (id: string, { method, input }: Request): void => line?.post({ kind: 'ask', id, method, input })

  const request = (page: number | undefined, method: string, input: string): void => {
    const id = newId()
    const added: Request = { page, method, input, isTaken: false }
    const isOpen = line !== undefined
    requests.set(id, added)
    if (isGone || !isThere()) go()
    else if (isOpen) ask(id, added)
    else open()
    if (!isWatching) watch()
  }

  const resubscribe = (): void => {
    if (isSubscribed) request(undefined, 'accounts.subscribe', 'null')
    else open()
  }

  return {
    fromPage: (message) => {
      const asked = readFromPage(message)
      if (asked === undefined) return
      const { id, method, input } = asked
      if (method === 'accounts.subscribe') isSubscribed = true
      if (method === 'accounts.unsubscribe') isSubscribed = false
      if (input.length > REQUEST_LIMIT)
        toPage({ id, error: invalid(method === 'signRaw' ? 'data' : 'payload') })
      else request(id, method, input)
    },
    activate: () => {
      isActive = true
      if (requests.size > 0) open()
    },
    hide: () => {
      const closing = line
      line = undefined
      closing?.post({ kind: 'bye' })
      closing?.close()
      giveUp(CANCELLED)
    },
    show: () => {
      losses = 0
      if (isSubscribed) resubscribe()
    },
    poke: resubscribe,
  }
}
